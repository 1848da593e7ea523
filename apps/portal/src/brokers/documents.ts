import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const BrokerCardFields = graphql(`
  fragment BrokerCard on Broker {
    id
    name
    organisationName
    position
    partTime
    level
    designation {
      document
      until
      exception
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
          field
          parts {
            text
            matched
          }
        }
        node {
          ...BrokerCard
        }
      }
      facets {
        services {
          value
          label
          count
        }
        levels {
          value
          label
          count
        }
        techFields {
          value
          label
          count
        }
        clusters {
          value
          label
          count
        }
        states {
          value
          label
          count
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
      document
      until
      exception
    }
    designationCriteria {
      name
      required
      actual
      met
      source
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
      introductions
      deals
      signed
      contracts
      contractAmount
      technicalAmount
      amountsFrom
      commission
    }
    ratingSummary {
      count
      average
      shownFrom
      aspects {
        aspect
        average
      }
    }
    phone
    email
    admittedAt
    mine
    missing {
      path
      code
      message
      pattern
      params
      article
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
