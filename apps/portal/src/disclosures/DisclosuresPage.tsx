import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { Term } from '../design/Tip.js';
import type { DisclosureState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { DisclosureItem } from './DisclosureItem.js';
import { disclosureStates, disclosureWords } from './words.js';

const DisclosuresDocument = graphql(`
  query Disclosures($filter: DisclosureFilter, $first: Int, $after: String, $last: Int, $before: String) {
    disclosures(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...DisclosureCard
        }
      }
    }
  }
`);

const SORTS = ['NEWEST'] as const;

/** 公示: the intended prices that state-established institutions disclose. */
export function DisclosuresPage() {
  const t = useWords(disclosureWords);
  const states = useWords(disclosureStates);
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: DisclosuresDocument,
    variables: {
      ...state.paging,
      filter: {
        text: state.text || null,
        states: state.values('state').length > 0 ? state.among('state', states) : null,
      },
    },
  });
  return (
    <ListPage
      title={t.title}
      intro={
        <>
          {t.intro} <Term explanation={t.article}>{t.law}</Term>
        </>
      }
      state={state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom<DisclosureState>(states) }]}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.disclosures}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node) => <DisclosureItem disclosure={node} />}
      keyOf={(node) => node.id}
      empty={<Empty title={t.none}>{t.noneText}</Empty>}
    />
  );
}

export { DisclosuresPage as Component };
