import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import '../api/page.js';
import '../api/search.js';
import { Button } from '../design/Button.js';
import type { Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import type { ResultSort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ResultItem } from './cards.js';
import { cooperationModes, organisationKinds, priceModes, trlBands } from './terms.js';
import { named, namedBy } from './facets.js';
import { FoundList } from '../searches/FoundList.js';
import { SaveSearch } from '../searches/SaveSearch.js';
import { listings } from './words.js';

const ResultsDocument = graphql(`
  query Results(
    $filter: ResultFilter
    $text: String
    $sort: ResultSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    results(
      filter: $filter
      text: $text
      sort: $sort
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        highlights {
          ...Marks
        }
        node {
          ...ResultCard
        }
      }
      facets {
        clusters {
          ...FacetFields
        }
        techFields {
          ...FacetFields
        }
        trlBands {
          ...FacetFields
        }
        cooperationModes {
          ...FacetFields
        }
        priceModes {
          ...FacetFields
        }
        divisions {
          ...FacetFields
        }
        ownerKinds {
          ...FacetFields
        }
      }
    }
  }
`);

const SORTS: readonly [ResultSort, ...ResultSort[]] = ['RELEVANCE', 'NEWEST', 'MATURITY'];

/**
 * 成果: what universities and institutes offer.
 * @param searched below the one search box, which has heading and box
 */
export function ResultsPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(listings);
  const bands = useWords(trlBands);
  const modes = useWords(cooperationModes);
  const prices = useWords(priceModes);
  const kinds = useWords(organisationKinds);
  const { may } = useViewer();
  const nameOf = useNameOf();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: ResultsDocument,
    variables: {
      ...state.paging,
      text: state.text || null,
      sort: state.sort,
      filter: {
        clusters: [...state.values('cluster')],
        techFields: [...state.values('field')],
        trlBands: state.among('maturity', bands),
        cooperationModes: state.among('mode', modes),
        priceModes: state.among('price', prices),
        divisions: [...state.values('place')],
        ownerKinds: [...state.values('owner')],
      },
    },
  });
  const connection = result.data?.results;
  const counts = connection?.facets;
  const facets: Facet[] = [
    { name: 'cluster', label: t.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
    { name: 'maturity', label: t.maturity, options: named(counts?.trlBands, bands) },
    { name: 'mode', label: t.mode, options: named(counts?.cooperationModes, modes) },
    { name: 'field', label: t.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'place', label: t.division, options: namedBy(nameOf, 'divisions', counts?.divisions) },
    { name: 'price', label: t.priceMode, options: named(counts?.priceModes, prices) },
    { name: 'owner', label: t.ownerKind, options: named(counts?.ownerKinds, kinds) },
  ];
  return (
    <FoundList
      kind="result"
      place="/results"
      searched={searched}
      title={t.results}
      intro={t.resultsIntro}
      actions={
        <>
          <SaveSearch kind="RESULT" state={state} />
          {!searched && may('DRAFT_RESULT') && (
            <Button tone="primary" icon="plus" to="/listings/results/new/edit">
              {t.publishResult}
            </Button>
          )}
        </>
      }
      state={state}
      facets={facets}
      sorts={SORTS.map((sort) => ({ value: sort, label: t[sort] }))}
      searchPlaceholder={t.searchResults}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => <ResultItem result={node} highlights={highlights} />}
      empty={{ title: t.noResults, text: t.noResultsText }}
    />
  );
}

export { ResultsPage as Component };
