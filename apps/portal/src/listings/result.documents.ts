import '../api/actions.js';
import { graphql } from '../api/graphql.js';

/** What every change of a result reads back; the cache then asks again for whatever showed it. */
export const ResultHeadFields = graphql(`
  fragment ResultHead on Result {
    id
    version
    state
    missing {
      ...ViolationFields
    }
  }
`);

export const SubmitResultDocument = graphql(`
  mutation SubmitResult($input: ListingActionInput!) {
    submitResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const RecallResultDocument = graphql(`
  mutation RecallResult($input: ListingActionInput!) {
    recallResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const DiscardResultDocument = graphql(`
  mutation DiscardResult($input: ListingActionInput!) {
    discardResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const PublishResultDocument = graphql(`
  mutation PublishResult($input: ListingActionInput!) {
    publishResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const ReviseResultDocument = graphql(`
  mutation ReviseResult($input: ListingActionInput!) {
    reviseResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const RelistResultDocument = graphql(`
  mutation RelistResult($input: ListingActionInput!) {
    relistResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const RenewResultDocument = graphql(`
  mutation RenewResult($input: ListingActionInput!) {
    renewResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const ReturnResultDocument = graphql(`
  mutation ReturnResult($input: ListingReasonInput!) {
    returnResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const WithdrawResultDocument = graphql(`
  mutation WithdrawResult($input: ListingReasonInput!) {
    withdrawResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const TakeDownResultDocument = graphql(`
  mutation TakeDownResult($input: ListingReasonInput!) {
    takeDownResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const ReinstateResultDocument = graphql(`
  mutation ReinstateResult($input: ListingReasonInput!) {
    reinstateResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const ApproveResultByUnitDocument = graphql(`
  mutation ApproveResultByUnit($input: ApproveResultByUnitInput!) {
    approveResultByUnit(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

export const AmendResultDocument = graphql(`
  mutation AmendResult($input: AmendResultInput!) {
    amendResult(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);
