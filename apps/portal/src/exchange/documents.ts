import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const ExchangeBatchFields = graphql(`
  fragment ExchangeBatchFields on ExchangeBatch {
    id
    number
    direction
    state
    fileName
    rows
    done
    unchanged
    failed
    createdByName
    createdAt
    csvUrl
    xlsxUrl
    jsonlUrl
    problemsUrl
  }
`);
export const ExchangeBatchesDocument = graphql(`
  query ExchangeBatches(
    $direction: ExchangeDirection
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    exchangeWaiting {
      report
      count
    }
    exchangeBatches(
      direction: $direction
      text: $text
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
          ...ExchangeBatchFields
        }
      }
    }
  }
`);
export const ExchangeMappingDocument = graphql(`
  query ExchangeMapping {
    exchangeMapping {
      form
      version
      source
      fields {
        item
        name
        path
        required
        codes {
          code
          name
        }
      }
    }
  }
`);
export const ExportToNationalDocument = graphql(`
  mutation ExportToNational($input: ExportToNationalInput!) {
    exportToNational(input: $input) {
      clientMutationId
      batch {
        ...ExchangeBatchFields
      }
    }
  }
`);
