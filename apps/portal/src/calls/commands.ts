import { graphql } from '../api/graphql.js';
import './documents.js';

export const CallPayloadFields = graphql(`
  fragment CallPayloadFields on CallPayload {
    call {
      ...CallFields
    }
    clientMutationId
  }
`);
export const StartCallDocument = graphql(`
  mutation StartCall($input: StartCallInput!) {
    startCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const SaveCallDocument = graphql(`
  mutation SaveCall($input: SaveCallInput!) {
    saveCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const SubmitCallDocument = graphql(`
  mutation SubmitCall($input: CallActionInput!) {
    submitCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const WithdrawCallDocument = graphql(`
  mutation WithdrawCall($input: CallReasonInput!) {
    withdrawCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const RecommendCallDocument = graphql(`
  mutation RecommendCall($input: CallOpinionInput!) {
    recommendCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const ReturnCallDocument = graphql(`
  mutation ReturnCall($input: CallReasonInput!) {
    returnCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const DeclineCallDocument = graphql(`
  mutation DeclineCall($input: CallReasonInput!) {
    declineCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const PassCallFormCheckDocument = graphql(`
  mutation PassCallFormCheck($input: CallOpinionInput!) {
    passCallFormCheck(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const RecordCallArgumentDocument = graphql(`
  mutation RecordCallArgument($input: RecordCallArgumentInput!) {
    recordCallArgument(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const PlanCallDocument = graphql(`
  mutation PlanCall($input: PlanCallInput!) {
    planCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const ApproveCallDocument = graphql(`
  mutation ApproveCall($input: ApproveCallInput!) {
    approveCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const StartCallNoticeDocument = graphql(`
  mutation StartCallNotice($input: CallActionInput!) {
    startCallNotice(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const CompleteCallNoticeDocument = graphql(`
  mutation CompleteCallNotice($input: CallActionInput!) {
    completeCallNotice(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const PublishCallDocument = graphql(`
  mutation PublishCall($input: PublishCallInput!) {
    publishCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const ExtendCallBiddingDocument = graphql(`
  mutation ExtendCallBidding($input: ExtendCallBiddingInput!) {
    extendCallBidding(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const FailCallDocument = graphql(`
  mutation FailCall($input: CallReasonInput!) {
    failCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const RelistCallDocument = graphql(`
  mutation RelistCall($input: CallReasonInput!) {
    relistCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const SuspendCallDocument = graphql(`
  mutation SuspendCall($input: CallReasonInput!) {
    suspendCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const ResumeCallDocument = graphql(`
  mutation ResumeCall($input: CallReasonInput!) {
    resumeCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const TerminateCallDocument = graphql(`
  mutation TerminateCall($input: CallReasonInput!) {
    terminateCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const RaiseCallObjectionDocument = graphql(`
  mutation RaiseCallObjection($input: RaiseCallObjectionInput!) {
    raiseCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const AcceptCallObjectionDocument = graphql(`
  mutation AcceptCallObjection($input: CallObjectionActionInput!) {
    acceptCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const RefuseCallObjectionDocument = graphql(`
  mutation RefuseCallObjection($input: CallObjectionAnswerInput!) {
    refuseCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const ExtendCallObjectionDocument = graphql(`
  mutation ExtendCallObjection($input: CallObjectionAnswerInput!) {
    extendCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const DecideCallObjectionDocument = graphql(`
  mutation DecideCallObjection($input: DecideCallObjectionInput!) {
    decideCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const WithdrawCallObjectionDocument = graphql(`
  mutation WithdrawCallObjection($input: CallObjectionActionInput!) {
    withdrawCallObjection(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const AskCallQuestionDocument = graphql(`
  mutation AskCallQuestion($input: AskCallQuestionInput!) {
    askCallQuestion(input: $input) {
      ...CallPayloadFields
    }
  }
`);
export const AnswerCallQuestionDocument = graphql(`
  mutation AnswerCallQuestion($input: AnswerCallQuestionInput!) {
    answerCallQuestion(input: $input) {
      ...CallPayloadFields
    }
  }
`);
