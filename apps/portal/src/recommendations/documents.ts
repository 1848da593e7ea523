import '../matches/Matches.js';
import { graphql } from '../api/graphql.js';
import '../matches/partFields.js';
import '../api/page.js';

export const RecommendationFields = graphql(`
  fragment RecommendationFields on Recommendation {
    id
    needId
    resultId
    mySide
    score
    parts {
      ...MatchPartFields
    }
    sharedTerms
    reasons
    reasonParts
    cautions
    cautionParts
    modelVersion
    createdAt
    myFeedback {
      verdict
      causes
    }
    need {
      ...NeedCard
    }
    result {
      ...ResultCard
    }
  }
`);

export const RecommendationsDocument = graphql(`
  query Recommendations(
    $filter: RecommendationFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    recommendations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...RecommendationFields
        }
      }
    }
  }
`);

export const ExpertRecommendationFields = graphql(`
  fragment ExpertRecommendationFields on ExpertRecommendation {
    id
    needId
    expertId
    score
    parts {
      ...MatchPartFields
    }
    sharedTerms
    reasons
    reasonParts
    modelVersion
    createdAt
    myFeedback {
      verdict
      reason
      causes
    }
    need {
      ...NeedCard
    }
    expert {
      id
      name
      unitName
      title
      position
      mine
    }
  }
`);

export const ExpertRecommendationsDocument = graphql(`
  query ExpertRecommendations($first: Int, $after: String, $last: Int, $before: String) {
    expertRecommendations(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...ExpertRecommendationFields
        }
      }
    }
  }
`);
