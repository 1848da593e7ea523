import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const CallBatchesDocument = graphql(`
  query CallBatches($first: Int, $after: String, $last: Int, $before: String) {
    callBatches(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          code
          title
          opensOn
          closesOn
          guide
          collecting
          mayChange
        }
      }
    }
  }
`);

export const OpenCallBatchDocument = graphql(`
  mutation OpenCallBatch($input: OpenCallBatchInput!) {
    openCallBatch(input: $input) {
      callBatch {
        id
      }
      clientMutationId
    }
  }
`);

export const ChangeCallBatchDocument = graphql(`
  mutation ChangeCallBatch($input: ChangeCallBatchInput!) {
    changeCallBatch(input: $input) {
      callBatch {
        id
      }
      clientMutationId
    }
  }
`);
