import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { SubNav } from '../design/SubNav.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { brokerWords } from './brokerWords.js';
import { useDealParts } from './DealsPage.js';
import './documents.js';
import { IntroductionProof } from './IntroductionProof.js';
import { dealLabels } from './labels.js';
import { dealWords } from './words.js';

const IntroductionsDocument = graphql(`
  query Introductions($filter: IntroductionFilter, $first: Int, $after: String, $last: Int, $before: String) {
    introductions(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...IntroductionFields
          deal {
            id
          }
        }
      }
    }
  }
`);

const SORTS = ['NEWEST'] as const;

/** 引荐证明 of my agencies: dated, hashed, to be shown when a commission is disputed. */
export function Component() {
  const t = useWords(brokerWords);
  const d = useWords(dealWords);
  const parts = useDealParts();
  const state = useListState(SORTS);
  const labels = useWords(dealLabels);
  const kinds = state.among('kind', labels.introduction);
  const [result, ask] = useQuery({
    query: IntroductionsDocument,
    variables: {
      ...state.paging,
      filter: { kinds: kinds.length > 0 ? kinds : null, text: state.text || null },
    },
  });
  return (
    <ListPage
      title={t.proofs}
      intro={t.proofsIntro}
      state={state}
      facets={[{ name: 'kind', label: t.proofKind, options: choicesFrom(labels.introduction) }]}
      searchPlaceholder={t.searchProofs}
      result={result}
      connection={result.data?.introductions}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={d.deals} />}
      keyOf={(introduction) => introduction.id}
      renderItem={(introduction) => (
        <IntroductionProof introduction={introduction} dealId={introduction.deal?.id} />
      )}
      empty={
        <Empty title={t.proofs} action={<Button to="/deals">{t.toDeals}</Button>}>
          {t.noProofs}
        </Empty>
      }
    />
  );
}
