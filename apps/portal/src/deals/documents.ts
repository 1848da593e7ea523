import { graphql } from '../api/graphql.js';
import '../api/actions.js';

export const DealFileFields = graphql(`
  fragment DealFileFields on DealFile {
    id
    name
    size
    type
    sha256
    shared
    url
    uploadedByName
    uploadedAt
  }
`);

export const ProposalFields = graphql(`
  fragment ProposalFields on PriceProposal {
    id
    proposedBy
    proposedByName
    proposedAt
    state
    cooperationMode
    total
    technical
    method
    methodEvidence
    basis
    paymentMode
    paymentTerms
    royalty {
      rateBasisPoints
      base
      years
      minimumPerYear
    }
    note
  }
`);

export const DisclosureFields = graphql(`
  fragment DealDisclosureFields on Disclosure {
    id
    version
    code
    state
    startsOn
    endsOn
    days
    dayKind
    requiredDays
    requiredDaysSource
    daysLeft
    price
    technical
    transfereeName
    relatedParty
    relation
    basis
    channels
    objectionOffice
    objectionPhone
    completedAt
    annulledReason
    objectionCount
    openObjectionCount
    objections {
      id
      version
      state
      name
      contact
      reason
      raisedAt
      decision
      decidedAt
      availableActions {
        ...ActionFields
      }
    }
  }
`);

export const BrokerageFields = graphql(`
  fragment BrokerageFields on Brokerage {
    id
    version
    state
    name
    organisation {
      id
    }
    personName
    represents
    dualDisclosedAt
    sellerConsentedAt
    buyerConsentedAt
    invitedBy
    message
    endReason
    availableActions {
      ...ActionFields
    }
  }
`);

export const CommissionFields = graphql(`
  fragment CommissionFields on Commission {
    id
    version
    dealCode
    dealTitle
    state
    base
    tiers {
      upTo
      rateBasisPoints
    }
    minimum
    maximum
    sellerShareBasisPoints
    buyerShareBasisPoints
    trigger
    taxIncluded
    splits {
      organisation {
        id
      }
      name
      shareBasisPoints
      amount
    }
    agreements {
      organisation {
        id
      }
      name
      agreedAt
    }
    computed {
      baseAmount
      amount
      sellerPays
      buyerPays
      formula
      final
    }
    dueSince
    settledOn
    endReason
    proposedAt
    availableActions {
      ...ActionFields
    }
  }
`);

export const IntroductionFields = graphql(`
  fragment IntroductionFields on Introduction {
    id
    kind
    brokerName
    personName
    sellerName
    buyerName
    at
    canonical
    sha256
    valid
  }
`);

export const DealDocument = graphql(`
  query Deal($id: ID!) {
    deal(id: $id) {
      id
      version
      code
      title
      state
      cooperationMode
      result {
        id
      }
      resultTitle
      need {
        id
      }
      needTitle
      seller {
        side
        organisation {
          id
        }
        name
        hidden
        confirmed
        confirmedAt
        people {
          person {
            id
          }
          name
        }
      }
      buyer {
        side
        organisation {
          id
        }
        name
        hidden
        confirmed
        confirmedAt
        people {
          person {
            id
          }
          name
        }
      }
      myRole
      origin
      openingMessage
      openedAt
      updatedAt
      nda {
        textVersion
        text
        textSha256
        sellerSignedAt
        buyerSignedAt
        inForce
      }
      price {
        ...ProposalFields
      }
      openProposal {
        ...ProposalFields
      }
      priceProposals {
        ...ProposalFields
      }
      disclosureRequired
      disclosure {
        ...DealDisclosureFields
      }
      signature {
        signedOn
        place
        effectiveFrom
        effectiveTo
        signatories
        file {
          ...DealFileFields
        }
        recordedBy
        recordedAt
        confirmed
        confirmedAt
      }
      registration {
        contractId
        state
        registrationNumber
        registeredOn
      }
      contract {
        id
        state
      }
      brokerages {
        ...BrokerageFields
      }
      introductions {
        ...IntroductionFields
      }
      commissions {
        ...CommissionFields
      }
      stages {
        state
        enteredAt
        leftAt
        owner
        dueOn
        overdue
        evidence
      }
      loss {
        reason
        note
        at
        by
      }
      closingSummary
      contactCount
      availableActions {
        ...ActionFields
      }
      timeline {
        ...TimelineFields
      }
    }
  }
`);
