import '../api/page.js';
import '../api/search.js';
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

export const FoundResultsFields = graphql(`
  fragment FoundResults on ResultConnection {
    totalCount
    loose
    widened
    suggestion
    edges {
      cursor
      highlights {
        ...Marks
      }
      node {
        ...ResultCard
      }
    }
  }
`);

export const FoundNeedsFields = graphql(`
  fragment FoundNeeds on NeedConnection {
    totalCount
    loose
    widened
    suggestion
    edges {
      cursor
      highlights {
        ...Marks
      }
      node {
        ...NeedCard
      }
    }
  }
`);

export const FoundExpertsFields = graphql(`
  fragment FoundExperts on ExpertConnection {
    totalCount
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
  }
`);

export const FoundPatentsFields = graphql(`
  fragment FoundPatents on PatentConnection {
    totalCount
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
  }
`);

export const FoundBrokersFields = graphql(`
  fragment FoundBrokers on BrokerConnection {
    totalCount
    loose
    widened
    suggestion
    edges {
      cursor
      highlights {
        ...Marks
      }
      node {
        ...BrokerCard
      }
    }
  }
`);

export const FoundAgenciesFields = graphql(`
  fragment FoundAgencies on AgencyConnection {
    totalCount
    loose
    widened
    suggestion
    edges {
      cursor
      highlights {
        ...Marks
      }
      node {
        ...AgencyCard
      }
    }
  }
`);

export const FoundOrganisationsFields = graphql(`
  fragment FoundOrganisations on OrganisationConnection {
    totalCount
    loose
    widened
    suggestion
    edges {
      cursor
      highlights {
        ...Marks
      }
      node {
        ...OrganisationCard
      }
    }
  }
`);

/** The lists side by side, each under its own visibility: how many of each kind, and the first of them. */
export const SearchAllDocument = graphql(`
  query SearchAll($text: String, $first: Int!) {
    results(text: $text, first: $first) {
      ...FoundResults
    }
    needs(text: $text, first: $first) {
      ...FoundNeeds
    }
    experts(filter: { text: $text }, first: $first) {
      ...FoundExperts
    }
    patents(filter: { text: $text }, first: $first) {
      ...FoundPatents
    }
    brokers(filter: { text: $text }, first: $first) {
      ...FoundBrokers
    }
    agencies(filter: { text: $text }, first: $first) {
      ...FoundAgencies
    }
    organisations(filter: { text: $text }, first: $first) {
      ...FoundOrganisations
    }
  }
`);

export const SearchOrganisationsDocument = graphql(`
  query SearchOrganisations($text: String, $first: Int, $after: String, $last: Int, $before: String) {
    organisations(filter: { text: $text }, first: $first, after: $after, last: $last, before: $before) {
      ...FoundOrganisations
      pageInfo {
        ...PageFields
      }
    }
  }
`);
