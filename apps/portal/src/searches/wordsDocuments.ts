import { graphql } from '../api/graphql.js';
import '../api/actions.js';

export const SearchWordsFields = graphql(`
  fragment SearchWordsFields on SearchWords {
    version
    synonyms {
      texts
    }
    stopWords
    timeline {
      ...TimelineFields
    }
    availableActions {
      ...ActionFields
    }
  }
`);

export const SearchWordsDocument = graphql(`
  query SearchWords {
    searchWords {
      ...SearchWordsFields
    }
  }
`);

export const SaveSearchWordsDocument = graphql(`
  mutation SaveSearchWords($input: SaveSearchWordsInput!) {
    saveSearchWords(input: $input) {
      clientMutationId
      searchWords {
        ...SearchWordsFields
      }
    }
  }
`);
