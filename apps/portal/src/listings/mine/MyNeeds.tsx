import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { useWords } from '../../i18n/index.js';
import { needStates, stateTones } from '../terms.js';
import { OwnList, useOwnListState } from './OwnList.js';

const MyNeedsDocument = graphql(`
  query MyNeeds(
    $states: [NeedState!]
    $text: String
    $sort: OwnListingSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    myNeeds(
      states: $states
      text: $text
      sort: $sort
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          code
          title
          state
          expiresOn
          updatedAt
          missing {
            path
          }
        }
      }
    }
  }
`);

export function MyNeeds() {
  const states = useWords(needStates);
  const state = useOwnListState();
  const chosen = state.among('state', states);
  const [result, ask] = useQuery({
    query: MyNeedsDocument,
    variables: {
      ...state.paging,
      states: chosen.length > 0 ? chosen : null,
      text: state.text || null,
      sort: state.sort,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <OwnList
      kind="needs"
      state={state}
      states={states}
      tones={stateTones}
      result={result}
      connection={result.data?.myNeeds}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    />
  );
}
