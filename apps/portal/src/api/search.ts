import { graphql } from './graphql.js';

/** One value by which a list can be narrowed, and how many it would leave. */
export const FacetFields = graphql(`
  fragment FacetFields on FacetCount {
    value
    label
    count
  }
`);

/** Where the words asked for stand in what was found. */
export const MarksFields = graphql(`
  fragment Marks on SearchHighlight {
    field
    parts {
      text
      matched
    }
  }
`);

/** The same of lists of patents, experts, brokers, agencies and projects. */
export const DiscoveryFacetFields = graphql(`
  fragment DiscoveryFacetFields on DiscoveryFacetCount {
    value
    label
    count
  }
`);
