import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../api/search.js';

export const PatentCardFields = graphql(`
  fragment PatentCard on Patent {
    id
    displayNumber
    kind
    title
    summary
    state
    owners
    ipc
    filedOn
    expiresOn
    holderName
    openLicence {
      active
    }
    warnings {
      kind
      dueOn
    }
  }
`);

export const PatentsDocument = graphql(`
  query Patents(
    $filter: PatentFilter
    $sort: PatentSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    patents(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      loose
      widened
      suggestion
      edges {
        cursor
        highlights {
          ...Marks
        }
        node {
          ...PatentCard
        }
      }
      facets {
        kinds {
          ...DiscoveryFacetFields
        }
        states {
          ...DiscoveryFacetFields
        }
        ipcSections {
          ...DiscoveryFacetFields
        }
        techFields {
          ...DiscoveryFacetFields
        }
        clusters {
          ...DiscoveryFacetFields
        }
      }
    }
  }
`);

export const PatentPageFields = graphql(`
  fragment PatentPage on Patent {
    id
    version
    number
    displayNumber
    kind
    title
    summary
    state
    stateSince
    open
    applicants
    owners
    inventors
    ipc
    keywords
    filedOn
    publishedOn
    publicationNumber
    grantedOn
    expiresOn
    termNote
    holderName
    divisionCode
    divisionName
    cluster
    clusterName
    techField
    techFieldName
    feeReduction
    paidThrough
    history {
      state
      on
      note
    }
    family {
      office
      number
      title
    }
    feeCalendar {
      year
      dueOn
      lateUntil
      state
      amount
      surcharge
    }
    warnings {
      kind
      dueOn
      message
    }
    licences {
      id
      kind
      licensee
      effectiveOn
      endsOn
      territory
      fee
      fileBy
      filedOn
      filingNumber
      endedOn
      active
      contract {
        id
        title
      }
    }
    pledges {
      id
      pledgee
      registeredOn
      registrationNumber
      securedAmount
      releasedOn
    }
    openLicence {
      declaredOn
      endsOn
      feeStandard
      announcement
      evaluationReport
      withdrawnOn
      active
    }
    uses {
      title
      result {
        id
      }
    }
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const PatentDocument = graphql(`
  query PatentOfPage($id: ID!) {
    patent(id: $id) {
      ...PatentPage
    }
  }
`);

export const SavePatentDocument = graphql(`
  mutation SavePatent($input: SavePatentInput!) {
    savePatent(input: $input) {
      patent {
        id
        version
      }
      clientMutationId
    }
  }
`);

export const LicensableContractsDocument = graphql(`
  query LicensableContracts($patentId: ID!, $text: String) {
    licensableContracts(patentId: $patentId, text: $text, first: 8) {
      edges {
        cursor
        node {
          id
          title
          number
          registeredOn
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
