import '../api/actions.js';
import { graphql } from '../api/graphql.js';

/** Everything that a result's page shows. */
export const ResultPageFields = graphql(`
  fragment ResultPage on Result {
    id
    version
    code
    state
    online
    title
    summary
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
    priceDisclosureRequired
    divisionCode
    divisionName
    cluster
    clusterName
    techField
    techFieldName
    ipc
    industry
    trl
    trlName
    trlEvidence
    keywords
    keyPoints
    problem
    innovation
    comparison {
      indicator
      ours
      peers
      basis
    }
    applicationFields
    scenes
    ipRights {
      kind
      title
      number
      status
      filedOn
      expiresOn
      owners
      coOwnersConsent
      encumbrance
      encumbranceNote
      lapsed
    }
    patents {
      id
      number
    }
    awards {
      kind
      name
      issuer
      issuedOn
    }
    planSource
    planName
    serviceInvention
    stateFunded
    stateOwned
    unitApprovalDocument
    cooperationModes
    priceMode
    priceMin
    priceMax
    conditions
    investment
    expectedBenefit
    cases
    media {
      title
      outlet
      url
      publishedOn
    }
    team {
      name
      title
      role
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
    registeredContracts
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

/** One result with all of it: for its page, its form and its review. */
export const ResultDocument = graphql(`
  query Result($id: ID!) {
    result(id: $id) {
      ...ResultPage
    }
  }
`);
