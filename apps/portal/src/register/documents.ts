import { graphql } from '../api/graphql.js';

/** 骨干认定 as it stands. */
export const DesignationFields = graphql(`
  fragment DesignationFields on Designation {
    document
    until
    exception
  }
`);

/** What a designation asks, and how far it is met. */
export const CriterionFields = graphql(`
  fragment CriterionFields on DesignationCriterion {
    name
    required
    actual
    met
    source
  }
`);

/** What the platform counts of a broker's or an agency's work. */
export const PerformanceFields = graphql(`
  fragment PerformanceFields on Performance {
    introductions
    deals
    signed
    contracts
    contractAmount
    technicalAmount
    amountsFrom
    commission
  }
`);

/** What those who were served say. */
export const RatingSummaryFields = graphql(`
  fragment RatingSummaryFields on RatingSummary {
    count
    average
    shownFrom
    aspects {
      aspect
      average
    }
  }
`);

/** What one figure of the performance counts. */
export const CasesFields = graphql(`
  fragment Cases on PerformanceCaseConnection {
    totalCount
    edges {
      cursor
      node {
        id
        deal {
          id
          code
          title
        }
        contract {
          id
        }
        title
        number
        on
        amount
      }
    }
  }
`);
