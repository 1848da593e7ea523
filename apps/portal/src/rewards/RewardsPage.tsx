import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useClockOffset } from '../api/city.js';
import { TablePage } from '../design/TablePage.js';
import { Button } from '../design/Button.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { RewardsDocument } from './documents.js';
import { StartOwnUse } from './StartOwnUse.js';
import { rewardTones } from './types.js';
import { rewardWords } from './words.js';

const SORTS = ['NEWEST'] as const;
const YEARS = 6;

/** 奖励台账: the plans of my unit, those disclosed to me, those that reward me; for the bureau the sums. */
export function Component() {
  const t = useWords(rewardWords);
  const state = useListState(SORTS);
  const { DISCARDED: _, ...shown } = t.states;
  const states = state.among('state', shown);
  const offset = useClockOffset();
  const thisYear = new Date(Date.now() + offset).getFullYear();
  const year = Number(state.values('year')[0] ?? 0) || null;
  const [result, ask] = useQuery({
    query: RewardsDocument,
    variables: {
      ...state.paging,
      filter: {
        states: states.length > 0 ? states : null,
        year,
        mine: state.values('mine').length > 0 ? true : null,
        text: state.text || null,
      },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.title}
      intro={t.intro}
      actions={<StartOwnUse />}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        { name: 'state', label: t.state, options: choicesFrom(shown) },
        {
          name: 'year',
          label: t.year,
          single: true,
          options: Array.from({ length: YEARS }, (__, back) => String(thisYear - back)).map((value) => ({
            value,
            label: value,
          })),
        },
        { name: 'mine', label: t.mine, options: [{ value: 'yes', label: t.mineOnly }] },
      ]}
      result={result}
      connection={result.data?.rewards}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'contract',
          title: t.project,
          render: (reward) => (
            <Two
              under={reward.mode === 'OWN_USE' ? t.modes.OWN_USE : reward.registrationNumber}
              mono={reward.mode !== 'OWN_USE'}
            >
              <Link to={`/rewards/${reward.id}`}>{reward.title || t.untitled}</Link>
            </Two>
          ),
        },
        { key: 'unit', title: t.unit, render: (reward) => reward.organisationName },
        { key: 'on', title: t.receivedOn, render: (reward) => <Day on={reward.receivedOn} /> },
        { key: 'net', title: t.net, right: true, render: (reward) => <Money fen={reward.net} /> },
        { key: 'total', title: t.total, right: true, render: (reward) => <Money fen={reward.total} /> },
        { key: 'paid', title: t.paid, right: true, render: (reward) => <Money fen={reward.paid} /> },
        {
          key: 'state',
          title: t.state,
          render: (reward) => (
            <StatusTag tone={rewardTones[reward.state]}>{t.states[reward.state]}</StatusTag>
          ),
        },
      ]}
      empty={
        <Empty title={t.none} icon="chart" action={<Button to="/contracts">{t.toContracts}</Button>}>
          {t.noneText}
        </Empty>
      }
    />
  );
}
