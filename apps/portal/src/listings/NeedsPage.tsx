import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import '../api/page.js';
import '../api/search.js';
import { Button } from '../design/Button.js';
import type { Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import type { NeedSort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { NeedItem } from './cards.js';
import { named, namedBy } from './facets.js';
import { cooperationModes, needTypes, urgencies } from './terms.js';
import { FoundList } from '../searches/FoundList.js';
import { SaveSearch } from '../searches/SaveSearch.js';
import { listings } from './words.js';

const NeedsDocument = graphql(`
  query Needs(
    $filter: NeedFilter
    $text: String
    $sort: NeedSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    needs(
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
          ...NeedCard
        }
      }
      facets {
        clusters {
          ...FacetFields
        }
        techFields {
          ...FacetFields
        }
        needTypes {
          ...FacetFields
        }
        cooperationModes {
          ...FacetFields
        }
        divisions {
          ...FacetFields
        }
        urgencies {
          ...FacetFields
        }
      }
    }
  }
`);

const SORTS: readonly [NeedSort, ...NeedSort[]] = ['RELEVANCE', 'NEWEST', 'QUALITY', 'DEADLINE'];

/**
 * 需求: what enterprises look for.
 * @param searched below the one search box, which has heading and box
 */
export function NeedsPage({ searched = false }: { searched?: boolean }) {
  const t = useWords(listings);
  const types = useWords(needTypes);
  const modes = useWords(cooperationModes);
  const urgent = useWords(urgencies);
  const { may } = useViewer();
  const nameOf = useNameOf();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: NeedsDocument,
    variables: {
      ...state.paging,
      text: state.text || null,
      sort: state.sort,
      filter: {
        clusters: [...state.values('cluster')],
        techFields: [...state.values('field')],
        needTypes: state.among('type', types),
        cooperationModes: state.among('mode', modes),
        divisions: [...state.values('place')],
        urgencies: state.among('urgency', urgent),
      },
    },
  });
  const connection = result.data?.needs;
  const counts = connection?.facets;
  const facets: Facet[] = [
    { name: 'cluster', label: t.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
    { name: 'type', label: t.needType, options: named(counts?.needTypes, types) },
    { name: 'mode', label: t.mode, options: named(counts?.cooperationModes, modes) },
    { name: 'field', label: t.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'place', label: t.division, options: namedBy(nameOf, 'divisions', counts?.divisions) },
    { name: 'urgency', label: t.urgency, options: named(counts?.urgencies, urgent) },
  ];
  return (
    <FoundList
      kind="need"
      place="/needs"
      searched={searched}
      title={t.needs}
      intro={t.needsIntro}
      actions={
        <>
          <SaveSearch kind="NEED" state={state} />
          {!searched && may('POST_NEED') && (
            <Button tone="primary" icon="plus" to="/listings/needs/new/edit">
              {t.publishNeed}
            </Button>
          )}
        </>
      }
      state={state}
      facets={facets}
      sorts={SORTS.map((sort) => ({ value: sort, label: t[sort] }))}
      searchPlaceholder={t.searchNeeds}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => <NeedItem need={node} highlights={highlights} />}
      empty={{ title: t.noNeeds, text: t.noNeedsText }}
    />
  );
}

export { NeedsPage as Component };
