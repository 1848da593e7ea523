import { graphql } from '../../api/graphql.js';
import '../../api/page.js';

export const RuleReplayFields = graphql(`
  fragment RuleReplayFields on RuleReplay {
    id
    ruleSet
    since
    state
    total
    looked
    different
    requestedByName
    requestedAt
    finishedAt
    failure
  }
`);
export const RuleReplaysDocument = graphql(`
  query RuleReplays($first: Int, $after: String, $last: Int, $before: String) {
    ruleReplays(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...RuleReplayFields
        }
      }
    }
  }
`);
export const RuleSetsDocument = graphql(`
  query RuleSets {
    ruleSets {
      id
      name
    }
  }
`);
export const RuleReplayDocument = graphql(`
  query RuleReplay($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    ruleReplay(id: $id) {
      ...RuleReplayFields
      contracts(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          ...PageFields
        }
        edges {
          cursor
          node {
            decidedUnder
            rebuilt
            differences {
              rule
              what
              article
              why
            }
            contract {
              id
              title
              registrationNumber
            }
          }
        }
      }
    }
  }
`);
export const ReplayRulesDocument = graphql(`
  mutation ReplayRules($input: ReplayRulesInput!) {
    replayRules(input: $input) {
      clientMutationId
      ruleReplay {
        ...RuleReplayFields
      }
    }
  }
`);
