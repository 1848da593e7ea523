import '../api/actions.js';
import { graphql } from '../api/graphql.js';

/** What every change of a need reads back; the cache then asks again for whatever showed it. */
export const NeedHeadFields = graphql(`
  fragment NeedHead on Need {
    id
    version
    state
    missing {
      ...ViolationFields
    }
  }
`);

export const SubmitNeedDocument = graphql(`
  mutation SubmitNeed($input: ListingActionInput!) {
    submitNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const RecallNeedDocument = graphql(`
  mutation RecallNeed($input: ListingActionInput!) {
    recallNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const DiscardNeedDocument = graphql(`
  mutation DiscardNeed($input: ListingActionInput!) {
    discardNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const PublishNeedDocument = graphql(`
  mutation PublishNeed($input: ListingActionInput!) {
    publishNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const ReviseNeedDocument = graphql(`
  mutation ReviseNeed($input: ListingActionInput!) {
    reviseNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const RelistNeedDocument = graphql(`
  mutation RelistNeed($input: ListingActionInput!) {
    relistNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const RenewNeedDocument = graphql(`
  mutation RenewNeed($input: ListingActionInput!) {
    renewNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const ReturnNeedDocument = graphql(`
  mutation ReturnNeed($input: ListingReasonInput!) {
    returnNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const CloseNeedDocument = graphql(`
  mutation CloseNeed($input: ListingReasonInput!) {
    closeNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const SolveNeedDocument = graphql(`
  mutation SolveNeed($input: ListingReasonInput!) {
    solveNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const ConvertNeedDocument = graphql(`
  mutation ConvertNeed($input: ListingReasonInput!) {
    convertNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const TakeDownNeedDocument = graphql(`
  mutation TakeDownNeed($input: ListingReasonInput!) {
    takeDownNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const ReinstateNeedDocument = graphql(`
  mutation ReinstateNeed($input: ListingReasonInput!) {
    reinstateNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

export const AmendNeedDocument = graphql(`
  mutation AmendNeed($input: AmendNeedInput!) {
    amendNeed(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);
