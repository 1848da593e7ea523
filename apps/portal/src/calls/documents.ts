import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';
import '../api/recordFiles.js';

export const CallCardFields = graphql(`
  fragment CallCard on Call {
    id
    code
    state
    mode
    type
    title
    ownerName
    divisionCode
    cluster
    techField
    bottleneck
    consortium
    months
    funding {
      total
    }
    indicators {
      code
    }
    noticeUntil
    opensAt
    closesAt
    biddingOpen
    suspendedAt
    updatedAt
  }
`);

export const CallFields = graphql(`
  fragment CallFields on Call {
    ...CallCard
    version
    sight
    round
    secrecy
    owner {
      id
    }
    batch {
      id
      title
    }
    need {
      id
      title
    }
    background
    work
    indicators {
      code
      name
      unit
      operator
      target
      upper
      method
      core
    }
    deliverables
    acceptance
    ipTerms
    ipNote
    payment
    requirements
    funding {
      total
      owner
      city
      county
    }
    contact
    phone
    standing {
      enterpriseKinds
      revenue
      rdCost
      rdCostBefore
      commitments
    }
    plan {
      ...CallPlanFields
    }
    argument {
      heldOn
      experts
      opinion
      verdict
    }
    approvals {
      approval
      document
      opinion
      day
    }
    approvalsLeft
    rehearsable
    note
    noticeFrom
    stageUntil
    openDataUrl
    publishedAt
    extensions {
      cause
      reason
      from
      to
      at
    }
    missing {
      ...ViolationFields
    }
    objectionCount
    openObjectionCount
    objectionOpen
    objections {
      id
      version
      stage
      state
      name
      contact
      statement
      evidence
      acceptBy
      decideBy
      answer
      mine
      at
      availableActions {
        ...ActionFields
      }
    }
    questions {
      id
      version
      text
      answer
      at
      answeredAt
      mine
      answerable
    }
    questionsUntil
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const CallPlanFields = graphql(`
  fragment CallPlanFields on CallPlan {
    undertaker {
      id
    }
    undertakerName
    winners
    biddingDays
    criteria {
      code
      name
      weight
    }
    custodians {
      personId
      name
      office
    }
    threshold
    documents {
      kind
      title
      number
      day
      summary
      files {
        ...RecordFileFields
      }
    }
    key
    judges
    panelTimes
    secondStage {
      advance
      line
      weight
    }
    office
    responsibleId
    responsibleName
    supervisorId
    supervisorName
    passLine
    dropFrom
  }
`);

export const CallDocument = graphql(`
  query CallPage($id: ID!) {
    call(id: $id) {
      ...CallFields
    }
  }
`);

export const CallsDocument = graphql(`
  query CallList($filter: CallFilter, $first: Int, $after: String, $last: Int, $before: String) {
    calls(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...CallCard
        }
      }
    }
  }
`);

export const CallModesDocument = graphql(`
  query CallModes {
    callModes {
      mode
      winnersLeast
      winnersMost
      open
      documents
      approvals
      shared
    }
    callParameters {
      name
      title
      value
      source
    }
  }
`);

export const CallStaffDocument = graphql(`
  query CallStaff($text: String) {
    callStaff(text: $text) {
      personId
      name
      organisationName
    }
  }
`);

export const CallUndertakersDocument = graphql(`
  query CallUndertakers($text: String!) {
    callUndertakers(text: $text) {
      id
      name
    }
  }
`);
