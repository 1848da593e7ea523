import { graphql } from '../api/graphql.js';

/** An expert of a panel as the registrars see them; declared here for the queries and the commands alike. */
export const ReviewExpertFields = graphql(`
  fragment ReviewExpertFields on ReviewExpert {
    id
    expertId
    name
    unit
    title
    email
    state
    invitedAt
    answerBy
    joined
    undertakenOn
    favourable
    opinion
    signedAt
    recusal
  }
`);
