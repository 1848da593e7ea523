import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { useWords } from '../../i18n/index.js';
import { needStates } from '../terms.js';
import { OwnList } from './OwnList.js';

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
  return (
    <OwnList
      kind="needs"
      document={MyNeedsDocument}
      connectionIn={(data) => data.myNeeds}
      states={useWords(needStates)}
    />
  );
}
