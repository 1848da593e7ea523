import { graphql } from '../api/graphql.js';

/** One part of a score, with what it was reckoned from. */
export const MatchPartFields = graphql(`
  fragment MatchPartFields on MatchPart {
    name
    value
    weight
    points
    note
    code
    facts
  }
`);
