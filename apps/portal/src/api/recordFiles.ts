import { graphql } from './graphql.js';

/** A file of a call or a project. */
export const RecordFileFields = graphql(`
  fragment RecordFileFields on CallRecordFile {
    id
    name
    size
    url
  }
`);
