import { graphql } from '../api/graphql.js';

export const CallSealingDocument = graphql(`
  query CallSealing($callId: ID!) {
    callSealing(callId: $callId) {
      callId
      threshold
      ready
      headMinutes
      logKey
      custodians {
        personId
        name
        office
        publicKey
        fingerprint
        lost
        mayDeclareLost
      }
    }
    callOpening(callId: $callId) {
      callId
      begunAt
      openedAt
      mayBegin
      released
      recordUrl
      bids {
        bidId
        organisationName
        commitment
        fault
      }
    }
    openedBids(callId: $callId) {
      id
      organisationName
      form
      files {
        name
        size
        url
      }
      sealedUrl
    }
  }
`);

export const BeginBidOpeningDocument = graphql(`
  mutation BeginBidOpening($input: BeginBidOpeningInput!) {
    beginBidOpening(input: $input) {
      opening {
        callId
        begunAt
        mayBegin
      }
      clientMutationId
    }
  }
`);

export const DeclareCustodianLostDocument = graphql(`
  mutation DeclareCustodianLost($input: DeclareCustodianLostInput!) {
    declareCustodianLost(input: $input) {
      clientMutationId
    }
  }
`);
