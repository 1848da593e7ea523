import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { useWords } from '../../i18n/index.js';
import { resultStates } from '../terms.js';
import { OwnList } from './OwnList.js';

const MyResultsDocument = graphql(`
  query MyResults(
    $states: [ResultState!]
    $text: String
    $sort: OwnListingSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    myResults(
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

export function MyResults() {
  return (
    <OwnList
      kind="results"
      document={MyResultsDocument}
      connectionIn={(data) => data.myResults}
      states={useWords(resultStates)}
    />
  );
}
