import '../brokers/documents.js';
import '../api/actions.js';
import '../register/documents.js';
import './supportDocuments.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../api/search.js';

export const AgencyCardFields = graphql(`
  fragment AgencyCard on Agency {
    id
    name
    state
    stateSince
    introduction
    designation {
      ...DesignationFields
    }
    staff {
      brokers
    }
    performance {
      introductions
      contracts
    }
    ratingSummary {
      count
      average
    }
    services
    techFields {
      code
      name
    }
    divisions {
      code
      name
    }
  }
`);

export const AgenciesDocument = graphql(`
  query Agencies(
    $filter: AgencyFilter
    $sort: AgencySort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    agencies(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        highlights {
          ...Marks
        }
        node {
          ...AgencyCard
        }
      }
      facets {
        services {
          ...DiscoveryFacetFields
        }
        techFields {
          ...DiscoveryFacetFields
        }
        clusters {
          ...DiscoveryFacetFields
        }
        states {
          ...DiscoveryFacetFields
        }
      }
    }
  }
`);

export const AgencyPageFields = graphql(`
  fragment AgencyPage on Agency {
    id
    version
    name
    organisation {
      id
    }
    state
    stateSince
    stateReason
    stateNote
    barredUntil
    designation {
      ...DesignationFields
    }
    designationCriteria {
      ...CriterionFields
    }
    services
    techFields {
      code
      name
    }
    clusters {
      code
      name
    }
    divisions {
      code
      name
    }
    introduction
    qualifications
    address
    website
    contact
    phone
    email
    supports {
      ...SupportFields
    }
    staff {
      brokers
      senior
      intermediate
      junior
    }
    performance {
      ...PerformanceFields
    }
    ratingSummary {
      ...RatingSummaryFields
    }
    admittedAt
    mine
    missing {
      ...ViolationFields
    }
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const AgencyDocument = graphql(`
  query AgencyOfPage($id: ID!) {
    agency(id: $id) {
      ...AgencyPage
    }
  }
`);

export const MyAgenciesDocument = graphql(`
  query MyAgencies {
    myAgencies {
      ...AgencyPage
    }
  }
`);

export const AgencyCasesDocument = graphql(`
  query AgencyCases($agencyId: ID!, $figure: PerformanceFigure!) {
    agencyCases(agencyId: $agencyId, figure: $figure, first: 100) {
      ...Cases
    }
  }
`);

export const AgencyStaffDocument = graphql(`
  query AgencyStaff($organisationId: ID!) {
    brokers(filter: { organisationId: $organisationId }, first: 12) {
      totalCount
      edges {
        cursor
        node {
          ...BrokerCard
        }
      }
    }
  }
`);
