import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const ReviewFeeSheetsDocument = graphql(`
  query ReviewFeeSheets($filter: ReviewFeeFilter, $first: Int, $after: String, $last: Int, $before: String) {
    reviewFeeSheets(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          callId
          code
          title
          dueOn
          total
          open
          mayPay
          fees {
            id
            name
            unitName
            title
            senior
            stages
            amount
            paidOn
            voucher
            files {
              id
              name
              url
            }
          }
        }
      }
    }
  }
`);

export const PayReviewFeesDocument = graphql(`
  mutation PayReviewFees($input: PayReviewFeesInput!) {
    payReviewFees(input: $input) {
      sheet {
        id
      }
      clientMutationId
    }
  }
`);

export const ReviewCreditEventsDocument = graphql(`
  query ReviewCreditEvents(
    $filter: ReviewCreditFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    reviewCreditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          name
          unitName
          kind
          day
          note
          callId
          code
          title
          liftedOn
          liftReason
          grade
          mine
          mayLift
        }
      }
    }
  }
`);

export const LiftReviewCreditEventDocument = graphql(`
  mutation LiftReviewCreditEvent($input: LiftReviewCreditEventInput!) {
    liftReviewCreditEvent(input: $input) {
      event {
        id
      }
      clientMutationId
    }
  }
`);
