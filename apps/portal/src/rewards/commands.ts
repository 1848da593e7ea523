import { graphql } from '../api/graphql.js';
import './documents.js';

/** The mutations on rewards; each answers the plan as it stands afterwards. */

export const RewardPayloadFields = graphql(`
  fragment RewardPayloadFields on RewardPayload {
    clientMutationId
    reward {
      ...RewardFields
    }
  }
`);
export const StartRewardDocument = graphql(`
  mutation StartReward($input: StartRewardInput!) {
    startReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const StartOwnUseRewardDocument = graphql(`
  mutation StartOwnUseReward($input: StartOwnUseRewardInput!) {
    startOwnUseReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const SaveRewardDocument = graphql(`
  mutation SaveReward($input: SaveRewardInput!) {
    saveReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const DiscardRewardDocument = graphql(`
  mutation DiscardReward($input: DiscardRewardInput!) {
    discardReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const DiscloseRewardDocument = graphql(`
  mutation DiscloseReward($input: DiscloseRewardInput!) {
    discloseReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const ObjectToRewardDocument = graphql(`
  mutation ObjectToReward($input: ObjectToRewardInput!) {
    objectToReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const AnswerRewardObjectionDocument = graphql(`
  mutation AnswerRewardObjection($input: AnswerRewardObjectionInput!) {
    answerRewardObjection(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const RecallRewardDocument = graphql(`
  mutation RecallReward($input: RecallRewardInput!) {
    recallReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const ConfirmRewardDocument = graphql(`
  mutation ConfirmReward($input: ConfirmRewardInput!) {
    confirmReward(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const RecordRewardPaymentDocument = graphql(`
  mutation RecordRewardPayment($input: RecordRewardPaymentInput!) {
    recordRewardPayment(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const VoidRewardPaymentDocument = graphql(`
  mutation VoidRewardPayment($input: VoidRewardPaymentInput!) {
    voidRewardPayment(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
export const CorrectRewardPaymentDocument = graphql(`
  mutation CorrectRewardPayment($input: CorrectRewardPaymentInput!) {
    correctRewardPayment(input: $input) {
      ...RewardPayloadFields
    }
  }
`);
