import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../api/search.js';

export const ExpertCardFields = graphql(`
  fragment ExpertCard on Expert {
    id
    name
    unitName
    title
    position
    state
    stateSince
    introduction
    keywords
    modes
    availability
    techFields {
      code
      name
    }
  }
`);

export const ExpertsDocument = graphql(`
  query Experts(
    $filter: ExpertFilter
    $sort: ExpertSort
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    experts(filter: $filter, sort: $sort, first: $first, after: $after, last: $last, before: $before) {
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
          ...ExpertCard
        }
      }
      facets {
        techFields {
          ...DiscoveryFacetFields
        }
        clusters {
          ...DiscoveryFacetFields
        }
        modes {
          ...DiscoveryFacetFields
        }
        availabilities {
          ...DiscoveryFacetFields
        }
        states {
          ...DiscoveryFacetFields
        }
      }
    }
  }
`);

export const ExpertPageFields = graphql(`
  fragment ExpertPage on Expert {
    id
    version
    name
    organisation {
      id
    }
    unitName
    state
    stateSince
    stateReason
    stateNote
    barredUntil
    visibility
    privacy {
      position
      degree
      disciplines
      introduction
      achievements
      phone
      email
      outputs
    }
    hidden
    title
    position
    degree
    disciplines {
      code
      name
    }
    techFields {
      code
      name
    }
    clusters {
      code
      name
    }
    keywords
    introduction
    achievements
    modes
    availability
    availabilityNote
    phone
    email
    employments {
      organisationName
      knownFrom
      endedOn
    }
    relations {
      id
      kind
      organisationName
      personName
      from
      to
      note
      work
      people {
        name
        unit
      }
    }
    relationsDeclaredAt
    outputs {
      resultCount
      patentCount
      contractCount
      projectCount
      reviewCount
      projects {
        id
        title
        number
        on
      }
      reviews {
        id
        kind
        organiser
        on
      }
      results {
        id
        title
        number
        on
      }
      patents {
        id
        title
        number
        on
      }
      contracts {
        id
        title
        number
        on
      }
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

export const ExpertDocument = graphql(`
  query ExpertOfPage($id: ID!) {
    expert(id: $id) {
      ...ExpertPage
    }
  }
`);

export const MyExpertDocument = graphql(`
  query MyExpert {
    myExpert {
      ...ExpertPage
    }
  }
`);
