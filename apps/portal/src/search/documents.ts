import '../listings/cards.js';
import '../agencies/documents.js';
import '../brokers/documents.js';
import '../experts/documents.js';
import '../patents/documents.js';
import { graphql } from '../api/graphql.js';

export const OrganisationCardFields = graphql(`
  fragment OrganisationCard on Organisation {
    id
    name
    kind
    uscc
    divisionCode
    divisionName
    introduction
    status
  }
`);

/** The lists side by side, each under its own visibility: how many of each kind, and the first of them. */
export const SearchAllDocument = graphql(`
  query SearchAll($text: String, $first: Int!) {
    results(text: $text, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...ResultCard
        }
      }
    }
    needs(text: $text, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...NeedCard
        }
      }
    }
    experts(filter: { text: $text }, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...ExpertCard
        }
      }
    }
    patents(filter: { text: $text }, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...PatentCard
        }
      }
    }
    brokers(filter: { text: $text }, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
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
    }
    agencies(filter: { text: $text }, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...AgencyCard
        }
      }
    }
    organisations(filter: { text: $text }, first: $first) {
      totalCount
      loose
      widened
      suggestion
      edges {
        highlights {
          field
          parts {
            text
            matched
          }
        }
        node {
          ...OrganisationCard
        }
      }
    }
  }
`);

export const SearchResultsDocument = graphql(`
  query SearchResults($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    results(text: $text, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...ResultCard
        }
      }
    }
  }
`);

export const SearchNeedsDocument = graphql(`
  query SearchNeeds($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    needs(text: $text, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...NeedCard
        }
      }
    }
  }
`);

export const SearchExpertsDocument = graphql(`
  query SearchExperts($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    experts(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...ExpertCard
        }
      }
    }
  }
`);

export const SearchPatentsDocument = graphql(`
  query SearchPatents($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    patents(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...PatentCard
        }
      }
    }
  }
`);

export const SearchOrganisationsDocument = graphql(`
  query SearchOrganisations($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    organisations(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...OrganisationCard
        }
      }
    }
  }
`);

export const SearchBrokersDocument = graphql(`
  query SearchBrokers($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    brokers(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
    }
  }
`);

export const SearchAgenciesDocument = graphql(`
  query SearchAgencies($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    agencies(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      loose
      widened
      suggestion
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
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
          ...AgencyCard
        }
      }
    }
  }
`);
