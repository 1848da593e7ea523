import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../api/search.js';

export const ProjectFields = graphql(`
  fragment ProjectFields on Project {
    id
    version
    number
    title
    programme
    level
    status
    leader
    members
    startedOn
    endedOn
    funding
    summary
    open
    owner {
      id
      name
    }
  }
`);

export const ProjectsDocument = graphql(`
  query Projects($filter: ProjectFilter, $first: Int, $after: String, $last: Int, $before: String) {
    projects(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...ProjectFields
        }
      }
      facets {
        levels {
          ...DiscoveryFacetFields
        }
        statuses {
          ...DiscoveryFacetFields
        }
      }
    }
  }
`);

export const ProjectPageFields = graphql(`
  fragment ProjectPage on Project {
    ...ProjectFields
    removed
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
  }
`);

export const ProjectDocument = graphql(`
  query ProjectOfPage($id: ID!) {
    project(id: $id) {
      ...ProjectPage
    }
  }
`);

export const SaveProjectDocument = graphql(`
  mutation SaveProject($input: SaveProjectInput!) {
    saveProject(input: $input) {
      project {
        ...ProjectFields
      }
      clientMutationId
    }
  }
`);

export const DiscardProjectDocument = graphql(`
  mutation DiscardProject($input: ProjectActionInput!) {
    discardProject(input: $input) {
      project {
        id
        version
        removed
      }
      clientMutationId
    }
  }
`);
