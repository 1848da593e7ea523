import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Heading } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { TypedSearchBox } from '../design/SearchBox.js';
import { Skeleton } from '../design/States.js';
import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { AllFound } from './AllFound.js';
import { SearchAllDocument } from './documents.js';
import { FoundOrganisations } from './FoundOrganisations.js';
import { KINDS, searchAddress, type Kind } from './kinds.js';
import css from './Search.module.css';
import { commonSearch } from './words.js';

const SORTS = ['RELEVANCE'] as const;
/** Of each kind, beside the others. */
const FIRST = 3;
const MAX_TITLE = 40;

type List = ComponentType<{ searched?: boolean }>;
const listIn = (load: () => Promise<List>): List => lazy(async () => ({ default: await load() }));

/** The list of each kind with its filters, orders and what is kept of it: the same as on the kind's own page. */
const LISTS: Readonly<Record<Exclude<Kind, 'organisation'>, List>> = {
  result: listIn(async () => (await import('../listings/ResultsPage.js')).ResultsPage),
  need: listIn(async () => (await import('../listings/NeedsPage.js')).NeedsPage),
  expert: listIn(async () => (await import('../experts/ExpertsPage.js')).ExpertsPage),
  patent: listIn(async () => (await import('../patents/PatentsPage.js')).PatentsPage),
  broker: listIn(async () => (await import('../brokers/BrokersPage.js')).BrokersPage),
  agency: listIn(async () => (await import('../agencies/AgenciesPage.js')).AgenciesPage),
};

const kindIn = (name: string | undefined): Kind | null => KINDS.find((one) => one === name) ?? null;

/** One box for results, needs, experts, patents, brokers, agencies and institutions: how many of each, the first of each, and each alone. */
export function SearchPage() {
  const t = useWords(commonSearch);
  const state = useListState(SORTS);
  const { text } = state;
  const kind = kindIn(useParams()['kind']);
  const [result, ask] = useQuery({
    query: SearchAllDocument,
    variables: { text: text || null, first: FIRST },
  });
  // As links were written before each kind had an address of its own.
  const linked = kind === null ? kindIn(state.values('kind')[0]) : null;
  if (linked !== null) return <Navigate to={searchAddress(text, linked)} replace />;
  const { data } = result;
  const counts = data && {
    result: data.results.totalCount,
    need: data.needs.totalCount,
    expert: data.experts.totalCount,
    patent: data.patents.totalCount,
    broker: data.brokers.totalCount,
    agency: data.agencies.totalCount,
    organisation: data.organisations.totalCount,
  };
  const tabs = [
    { to: searchAddress(text), label: t.all, current: kind === null },
    ...KINDS.map((one) => ({
      to: searchAddress(text, one),
      label: t[one],
      count: counts?.[one],
      current: kind === one,
    })),
  ];
  const characters = [...text];
  const named = characters.length > MAX_TITLE ? `${characters.slice(0, MAX_TITLE).join('')}…` : text;
  return (
    <div className="wrap">
      <Heading title={text ? t.titleOf(named) : t.title} />
      <div className={css['box']}>
        <TypedSearchBox state={state} label={t.placeholder} busy={result.fetching || result.stale} />
      </div>
      <div className={css['tabs']}>
        <SubNav items={tabs} label={t.kinds} />
      </div>
      {kind === null ? (
        <AllFound result={result} text={text} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : kind === 'organisation' ? (
        <FoundOrganisations state={state} />
      ) : (
        <Suspense fallback={<Skeleton />}>
          <Listed key={kind} kind={kind} />
        </Suspense>
      )}
    </div>
  );
}

function Listed({ kind }: { kind: keyof typeof LISTS }) {
  const List = LISTS[kind];
  return <List searched />;
}

export { SearchPage as Component };
