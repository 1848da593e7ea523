import { Link } from 'react-router';
import { nameIn, useCity } from '../api/city.js';
import { DataTable } from '../design/DataTable.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Money, When } from '../design/Values.js';
import type { CallCardFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { callModes, callStates, callTones } from './terms.js';
import { callWords } from './words.js';

/** Calls as they are worked on: by number, owner, money and state. */
export function CallTable({ calls, caption }: { calls: readonly CallCardFragment[]; caption: string }) {
  const t = useWords(callWords);
  const modes = useWords(callModes);
  const states = useWords(callStates);
  const divisions = useCity()?.divisions;
  return (
    <DataTable
      caption={caption}
      rows={calls}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t.name,
          render: (call) => (
            <Two under={call.code} mono>
              <Link to={`/calls/${call.id}`}>{call.title === '' ? t.untitled : call.title}</Link>
            </Two>
          ),
        },
        {
          key: 'owner',
          title: t.owner,
          render: (call) => (
            <Two under={nameIn(divisions, call.divisionCode)}>{call.ownerName ?? t.hidden}</Two>
          ),
        },
        { key: 'mode', title: t.mode, render: (call) => modes[call.mode] },
        { key: 'total', title: t.total, right: true, render: (call) => <Money fen={call.funding.total} /> },
        { key: 'updated', title: t.updated, render: (call) => <When at={call.updatedAt} /> },
        {
          key: 'state',
          title: t.state,
          render: (call) =>
            call.suspendedAt ? (
              <StatusTag tone="attention">{t.suspended}</StatusTag>
            ) : (
              <StatusTag tone={callTones[call.state]}>{states[call.state]}</StatusTag>
            ),
        },
      ]}
    />
  );
}
