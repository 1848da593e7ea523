import { graphql } from '../api/graphql.js';

/** What lists and boards show of a deal. */
export const DealRowFragment = graphql(`
  fragment DealRow on Deal {
    id
    code
    title
    state
    myRole
    updatedAt
    seller {
      name
    }
    buyer {
      name
    }
    stages {
      state
      leftAt
      owner
      dueOn
      overdue
    }
  }
`);

/** One column of the board. */
export const BoardColumnFragment = graphql(`
  fragment BoardColumn on DealConnection {
    totalCount
    edges {
      cursor
      node {
        ...DealRow
      }
    }
  }
`);
