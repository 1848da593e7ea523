import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';

export const ExpertReviewsDocument = graphql(`
  query ExpertReviews($filter: ExpertReviewFilter, $first: Int, $after: String, $last: Int, $before: String) {
    expertReviews(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          state
          open
          title
          registryName
          acceptanceNumber
          answerBy
          signedAt
        }
      }
    }
  }
`);

export const ExpertReviewFields = graphql(`
  fragment ExpertReviewFields on ExpertReview {
    id
    version
    state
    open
    title
    registryName
    acceptanceNumber
    sellerNames
    buyerNames
    brokerNames
    expertName
    answerBy
    papers {
      contractClass
      className
      subclass
      subclassName
      techField
      techFieldName
      summary
      signedOn
      total
      technical
    }
    files {
      id
      kind
      name
      type
      size
      url
    }
    undertakenOn
    favourable
    opinion
    signedAt
    recusal
    availableActions {
      ...ActionFields
    }
  }
`);

export const ExpertReviewDocument = graphql(`
  query ExpertReview($id: ID!) {
    expertReview(id: $id) {
      ...ExpertReviewFields
    }
  }
`);

export const ExpertInvitationDocument = graphql(`
  query ExpertInvitation($token: String!) {
    expertInvitation(token: $token) {
      expertName
      registryName
      answerBy
      open
      reviewId
    }
  }
`);

export const JoinExpertReviewDocument = graphql(`
  mutation JoinExpertReview($input: JoinExpertReviewInput!) {
    joinExpertReview(input: $input) {
      clientMutationId
      expertReview {
        id
        version
        state
      }
    }
  }
`);

export const UndertakeExpertReviewDocument = graphql(`
  mutation UndertakeExpertReview($input: UndertakeExpertReviewInput!) {
    undertakeExpertReview(input: $input) {
      clientMutationId
      expertReview {
        ...ExpertReviewFields
      }
    }
  }
`);

export const RecuseFromExpertReviewDocument = graphql(`
  mutation RecuseFromExpertReview($input: RecuseFromExpertReviewInput!) {
    recuseFromExpertReview(input: $input) {
      clientMutationId
      expertReview {
        ...ExpertReviewFields
      }
    }
  }
`);

export const GiveExpertOpinionDocument = graphql(`
  mutation GiveExpertOpinion($input: GiveExpertOpinionInput!) {
    giveExpertOpinion(input: $input) {
      clientMutationId
      expertReview {
        ...ExpertReviewFields
      }
    }
  }
`);
