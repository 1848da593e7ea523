import { graphql } from '../api/graphql.js';
import '../api/page.js';

export const StartImportDocument = graphql(`
  mutation StartImport($input: StartImportInput!) {
    startImport(input: $input) {
      importRun {
        id
      }
      clientMutationId
    }
  }
`);

export const ImportRunDocument = graphql(`
  query ImportRun($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    importRun(id: $id) {
      id
      kind
      state
      dryRun
      fileName
      owner {
        id
        name
      }
      mapping
      processed
      total
      created
      updated
      unchanged
      failed
      message
      createdAt
      finishedAt
      problems(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFields
        }
        edges {
          cursor
          node {
            row
            column
            value
            code
            message
          }
        }
      }
    }
  }
`);

export const ImportRunsDocument = graphql(`
  query ImportRuns($filter: ImportRunFilter, $first: Int, $after: String, $last: Int, $before: String) {
    importRuns(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          kind
          state
          dryRun
          fileName
          created
          updated
          failed
          createdAt
        }
      }
    }
  }
`);
