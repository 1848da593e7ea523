import '../api/actions.js';
import '../register/documents.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../api/search.js';

export const BrokerCardFields = graphql(`
  fragment BrokerCard on Broker {
    id
    name
    organisationName
    position
    partTime
    level
    designation {
      ...DesignationFields
    }
    state
    stateSince
    introduction
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

export const BrokersDocument = graphql(`
  query Brokers(
    $filter: BrokerFilter
    $sort: BrokerSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    brokers(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
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
          ...BrokerCard
        }
      }
      facets {
        services {
          ...DiscoveryFacetFields
        }
        levels {
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

export const BrokerPageFields = graphql(`
  fragment BrokerPage on Broker {
    id
    version
    name
    organisation {
      id
    }
    organisationName
    state
    stateSince
    stateReason
    stateNote
    barredUntil
    position
    partTime
    level
    designation {
      ...DesignationFields
    }
    designationCriteria {
      ...CriterionFields
    }
    credentials {
      id
      level
      number
      issuer
      issuedOn
      validTo
      scan {
        id
        name
        size
        url
      }
      state
      note
      checkedOn
    }
    trainings {
      id
      course
      provider
      hours
      endedOn
      certificate
      state
      note
      checkedOn
    }
    trainingYears {
      year
      confirmed
      pending
      required
      source
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
    performance {
      ...PerformanceFields
    }
    ratingSummary {
      ...RatingSummaryFields
    }
    phone
    email
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

export const BrokerDocument = graphql(`
  query BrokerOfPage($id: ID!) {
    broker(id: $id) {
      ...BrokerPage
    }
  }
`);

export const MyBrokerDocument = graphql(`
  query MyBroker {
    myBroker {
      ...BrokerPage
    }
  }
`);
