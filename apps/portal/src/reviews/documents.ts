import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../calls/commands.js';

export const BidCheckFields = graphql(`
  fragment BidCheckFields on BidCheck {
    bidId
    version
    organisationId
    organisationName
    mine
    findings {
      code
      level
      message
      pattern
      params
      article
    }
    answers {
      indicator {
        code
        name
        unit
        operator
        target
        upper
        core
      }
      promised
      basis
      meets
    }
    members {
      name
      lead
      work
      money
      ip
      confirmedOn
      confirmedBy
    }
    verdict
    reason
    mayDecide
  }
`);

export const CallReviewFields = graphql(`
  fragment CallReviewFields on CallReview {
    callId
    seats
    accepted
    handedIn
    signed
    panel {
      id
      version
      stratum
      state
      reason
      answerBy
      reviewBy
      name
      unitName
      lead
      handedIn
      signed
      availableActions {
        ...ActionFields
      }
    }
    standings {
      bidId
      label
      organisationName
      score
      recommended
      sheets
      written
      defence
      outcome
      place
      deviating
      byLot
      awarded
      lapsed
    }
    stage
    advanced
    ties
    formerNames {
      bidId
      organisationName
      label
      now
      reason
      retiredAt
    }
    siteChecks {
      bidId
      day
      people
      findings
      confirmed
    }
    opinion
    minutesUrl
    decisionDocument
    decisionDay
    decisionOpinion
  }
`);

export const ExpertDrawFields = graphql(`
  fragment ExpertDrawFields on ExpertDraw {
    id
    callId
    state
    strata {
      code
      seats
      pool
      eligible
    }
    parties {
      personId
      name
      committed
      revealed
      mine
    }
    steps
    changes
    recordUrl
    exclusions {
      row
      name
      reasons
      bids
    }
  }
`);

export const CallReviewDocument = graphql(`
  query CallReviewParts($callId: ID!) {
    bidChecks(callId: $callId) {
      ...BidCheckFields
    }
    expertDraw(callId: $callId) {
      ...ExpertDrawFields
    }
    callReview(callId: $callId) {
      ...CallReviewFields
    }
  }
`);

export const RecusableExpertsDocument = graphql(`
  query RecusableExperts($callId: ID!, $text: String!) {
    recusableExperts(callId: $callId, text: $text) {
      id
      name
      unitName
    }
  }
`);

export const DecideBidQualificationDocument = graphql(`
  mutation DecideBidQualification($input: DecideBidQualificationInput!) {
    decideBidQualification(input: $input) {
      checks {
        ...BidCheckFields
      }
      call {
        ...CallFields
      }
      clientMutationId
    }
  }
`);

export const AskReviewRecusalsDocument = graphql(`
  mutation AskReviewRecusals($input: AskReviewRecusalsInput!) {
    askReviewRecusals(input: $input) {
      checks {
        ...BidCheckFields
      }
      clientMutationId
    }
  }
`);

export const PublishBidQualificationDocument = graphql(`
  mutation PublishBidQualification($input: CallActionInput!) {
    publishBidQualification(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const DrawReviewExpertsDocument = graphql(`
  mutation DrawReviewExperts($input: DrawReviewExpertsInput!) {
    drawReviewExperts(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const RedrawReviewExpertsDocument = graphql(`
  mutation RedrawReviewExperts($input: CallReasonInput!) {
    redrawReviewExperts(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const StartCallReviewDocument = graphql(`
  mutation StartCallReview($input: CallActionInput!) {
    startCallReview(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const AdvanceCallReviewDocument = graphql(`
  mutation AdvanceCallReview($input: CallActionInput!) {
    advanceCallReview(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const ConcludeCallReviewDocument = graphql(`
  mutation ConcludeCallReview($input: CallActionInput!) {
    concludeCallReview(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const ReopenCallReviewDocument = graphql(`
  mutation ReopenCallReview($input: CallReasonInput!) {
    reopenCallReview(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const RecordCallSiteCheckDocument = graphql(`
  mutation RecordCallSiteCheck($input: RecordCallSiteCheckInput!) {
    recordCallSiteCheck(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const DeliberateCallDocument = graphql(`
  mutation DeliberateCall($input: DeliberateCallInput!) {
    deliberateCall(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const CompleteCallAwardDocument = graphql(`
  mutation CompleteCallAward($input: CallActionInput!) {
    completeCallAward(input: $input) {
      ...CallPayloadFields
    }
  }
`);

export const DeclareReviewerAbsentDocument = graphql(`
  mutation DeclareReviewerAbsent($input: LeaveReviewSeatInput!) {
    declareReviewerAbsent(input: $input) {
      review {
        ...CallReviewFields
      }
      clientMutationId
    }
  }
`);

export const RecordReviewConflictDocument = graphql(`
  mutation RecordReviewConflict($input: RecordReviewConflictInput!) {
    recordReviewConflict(input: $input) {
      review {
        ...CallReviewFields
      }
      clientMutationId
    }
  }
`);
