import { graphql } from '../api/graphql.js';

export const SavedSearchFields = graphql(`
  fragment SavedSearchRow on SavedSearch {
    id
    version
    kind
    name
    text
    filters {
      name
      values
    }
    alerts
    createdAt
  }
`);

export const SaveSearchDocument = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      clientMutationId
      savedSearch {
        ...SavedSearchRow
      }
    }
  }
`);

export const RemoveSavedSearchDocument = graphql(`
  mutation RemoveSavedSearch($input: RemoveSavedSearchInput!) {
    removeSavedSearch(input: $input) {
      clientMutationId
      id
    }
  }
`);
