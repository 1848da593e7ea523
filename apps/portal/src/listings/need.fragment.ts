import '../api/actions.js';
import { graphql } from '../api/graphql.js';

/** Everything that a need's page shows. */
export const NeedPageFields = graphql(`
  fragment NeedPage on Need {
    id
    version
    code
    state
    online
    title
    description
    visibility
    hiddenFields
    accessNotice {
      code
      message
    }
    owner {
      id
    }
    ownerName
    ownerKind
    anonymous
    ownerScale
    divisionCode
    divisionName
    cluster
    clusterName
    techField
    techFieldName
    ipc
    industry
    needType
    keywords
    indicators {
      name
      operator
      target
      unit
      testMethod
    }
    foundation
    cooperationModes
    budgetNegotiable
    budgetMin
    budgetMax
    payment
    neededBy
    urgency
    wantsChallenge
    quality {
      score
      parts {
        code
        name
        score
        max
        advice
      }
    }
    contact {
      name
      phone
      email
      masked
    }
    attachments {
      id
      name
      size
      url
    }
    expiresOn
    validUntil
    stateReason
    publishedAt
    missing {
      ...ViolationFields
    }
    myNda {
      id
      acceptedAt
    }
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

/** One need with all of it: for its page, its form and its review. */
export const NeedDocument = graphql(`
  query Need($id: ID!) {
    need(id: $id) {
      ...NeedPage
    }
  }
`);
