import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { Column } from '../design/DataTable.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { Label, StatusTag } from '../design/StatusTag.js';
import { TablePage } from '../design/TablePage.js';
import { Two } from '../design/Two.js';
import { Day } from '../design/Values.js';
import type { ReviewCreditKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import type { CreditEvent } from './creditEvent.js';
import { ReviewCreditEventsDocument } from './documents.js';
import { creditWords } from './words.js';

type Words = (typeof creditWords)['zh'];
const SORTS = ['NEWEST'] as const;

/** The bureau's form, which experts never load. */
const LiftForm = lazy(() => import('./LiftForm.js').then((module) => ({ default: module.LiftForm })));

/** 评审信用: what counts against experts, for the bureau; one's own, for an expert. */
export function Component() {
  const t = useWords(creditWords);
  const state = useListState(SORTS);
  const [which] = state.values('which');
  const [kind] = state.values('kind');
  const [result, ask] = useQuery({
    query: ReviewCreditEventsDocument,
    variables: {
      ...state.paging,
      filter: {
        standing: which === undefined ? null : which === 'standing',
        kind: (kind as ReviewCreditKind | undefined) ?? null,
        text: state.text || null,
      },
    },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <TablePage
      title={t.title}
      intro={t.intro}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          ...{ name: 'which', label: t.which, single: true },
          options: [
            { value: 'standing', label: t.standing },
            { value: 'lifted', label: t.lifted },
          ],
        },
        { ...{ name: 'kind', label: t.kind, single: true }, options: choicesFrom(t.kinds) },
      ]}
      result={result}
      connection={result.data?.reviewCreditEvents}
      onRetry={again}
      keyOf={({ id }) => id}
      columns={columnsOf(t, again)}
      empty={
        <Empty title={t.none} icon="shield">
          {t.noneText}
        </Empty>
      }
    />
  );
}

const columnsOf = (t: Words, onDone: () => void): readonly Column<CreditEvent>[] => [
  {
    key: 'expert',
    title: t.expert,
    render: ({ name, unitName, mine }) => (
      <Two under={unitName}>
        {name} {mine && <Label>{t.mine}</Label>}
      </Two>
    ),
  },
  { key: 'grade', title: t.grade, render: ({ grade }) => <span className="num">{grade}</span> },
  {
    key: 'kind',
    title: t.kind,
    render: (event) => (
      <>
        {t.kinds[event.kind]}
        {event.note !== '' && <div className="quiet">{event.note}</div>}
        {event.liftReason !== '' && <div className="quiet">{event.liftReason}</div>}
        {event.mayLift && (
          <Suspense>
            <LiftForm event={event} onDone={onDone} />
          </Suspense>
        )}
      </>
    ),
  },
  { key: 'day', title: t.day, render: ({ day }) => <Day on={day} /> },
  {
    key: 'call',
    title: t.call,
    render: ({ callId, code, title }) => (
      <Two under={title}>
        <Link className="num" to={`/calls/${callId}`}>
          {code}
        </Link>
      </Two>
    ),
  },
  {
    key: 'state',
    title: t.state,
    render: ({ liftedOn }) => (
      <StatusTag tone={liftedOn == null ? 'refused' : 'ended'}>
        {liftedOn == null ? t.standing : t.liftedOn(liftedOn)}
      </StatusTag>
    ),
  },
];
