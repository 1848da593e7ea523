import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const SupportFields = graphql(`
  fragment SupportFields on AgencySupport {
    id
    kind
    title
    provider
    amount
    area
    from
    until
    document
    recordedOn
    withdrawnOn
    withdrawnFor
  }
`);

export const AgencySupportsDocument = graphql(`
  query AgencySupports(
    $filter: AgencySupportFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    agencySupports(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          agency {
            id
            name
          }
          support {
            ...SupportFields
          }
        }
      }
      totals {
        kind
        count
        agencies
        amount
      }
    }
  }
`);

export const RecordAgencySupportDocument = graphql(`
  mutation RecordAgencySupport($input: RecordAgencySupportInput!) {
    recordAgencySupport(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const WithdrawAgencySupportDocument = graphql(`
  mutation WithdrawAgencySupport($input: WithdrawAgencySupportInput!) {
    withdrawAgencySupport(input: $input) {
      agency {
        id
        version
      }
      clientMutationId
    }
  }
`);
