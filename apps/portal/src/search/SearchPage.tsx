import { useQuery } from 'urql';
import { Heading } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { SearchBox } from '../design/SearchBox.js';
import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { AllFound } from './AllFound.js';
import { SearchAllDocument } from './documents.js';
import { FoundList } from './FoundList.js';
import { KINDS, searchAddress } from './kinds.js';
import css from './Search.module.css';
import { commonSearch } from './words.js';

const SORTS = ['RELEVANCE'] as const;
/** Of each kind, beside the others. */
const FIRST = 3;

/** One box for results, needs, experts, patents, brokers, agencies and institutions: how many of each, the first of each, and each alone. */
export function SearchPage() {
  const t = useWords(commonSearch);
  const state = useListState(SORTS);
  const { text } = state;
  const kind = KINDS.find((one) => one === state.values('kind')[0]) ?? null;
  const [result, ask] = useQuery({
    query: SearchAllDocument,
    variables: { text: text || null, first: FIRST },
  });
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
  return (
    <div className="wrap">
      <Heading title={text ? t.titleOf(text) : t.title} />
      <div className={css['box']}>
        <SearchBox state={state} label={t.placeholder} />
      </div>
      <div className={css['tabs']}>
        <SubNav items={tabs} label={t.kinds} />
      </div>
      {kind === null ? (
        <AllFound result={result} text={text} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : (
        <FoundList kind={kind} state={state} />
      )}
    </div>
  );
}

export { SearchPage as Component };
