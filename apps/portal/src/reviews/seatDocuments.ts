import { graphql } from '../api/graphql.js';
import '../api/actions.js';

export const ReviewSeatFields = graphql(`
  fragment ReviewSeatFields on ReviewSeat {
    id
    version
    callId
    code
    title
    callState
    state
    answerBy
    reviewBy
    fee
    feePaidOn
    lead
    undertaking
    criteria {
      code
      name
      weight
    }
    bids {
      bidId
      label
      judged
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
      route
      team
      schedule
      price
      files {
        name
        url
      }
      sheet {
        points {
          code
          points
        }
        recommends
        comment
        savedAt
        handedIn
      }
    }
    handedIn
    stage
    allIn
    ties
    voted
    opinion
    minutesSha256
    minutesUrl
    signedAt
    availableActions {
      ...ActionFields
    }
  }
`);

export const ReviewSeatsDocument = graphql(`
  query ReviewSeats {
    reviewSeats {
      ...ReviewSeatFields
    }
  }
`);

export const AcceptReviewSeatDocument = graphql(`
  mutation AcceptReviewSeat($input: ReviewSeatInput!) {
    acceptReviewSeat(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const DeclineReviewSeatDocument = graphql(`
  mutation DeclineReviewSeat($input: DeclineReviewSeatInput!) {
    declineReviewSeat(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const RecuseFromBidDocument = graphql(`
  mutation RecuseFromBid($input: RecuseFromBidInput!) {
    recuseFromBid(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const SaveReviewSheetDocument = graphql(`
  mutation SaveReviewSheet($input: SaveReviewSheetInput!) {
    saveReviewSheet(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const HandInReviewSheetsDocument = graphql(`
  mutation HandInReviewSheets($input: HandInReviewSheetsInput!) {
    handInReviewSheets(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const VoteOnTiedBidsDocument = graphql(`
  mutation VoteOnTiedBids($input: VoteOnTiedBidsInput!) {
    voteOnTiedBids(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const WritePanelOpinionDocument = graphql(`
  mutation WritePanelOpinion($input: WritePanelOpinionInput!) {
    writePanelOpinion(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);

export const SignReviewMinutesDocument = graphql(`
  mutation SignReviewMinutes($input: SignReviewMinutesInput!) {
    signReviewMinutes(input: $input) {
      seats {
        ...ReviewSeatFields
      }
      clientMutationId
    }
  }
`);
