import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const CallBansDocument = graphql(`
  query CallBans($filter: CallBanFilter, $first: Int, $after: String, $last: Int, $before: String) {
    callBans(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          organisationName
          personName
          personUnit
          level
          fromDay
          untilDay
          document
          reason
          inForce
          liftedOn
          liftDocument
          liftReason
          mayLift
        }
      }
    }
  }
`);

export const ImposeCallBanDocument = graphql(`
  mutation ImposeCallBan($input: ImposeCallBanInput!) {
    imposeCallBan(input: $input) {
      callBan {
        id
      }
      clientMutationId
    }
  }
`);

export const LiftCallBanDocument = graphql(`
  mutation LiftCallBan($input: LiftCallBanInput!) {
    liftCallBan(input: $input) {
      callBan {
        id
      }
      clientMutationId
    }
  }
`);
