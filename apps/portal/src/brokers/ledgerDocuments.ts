import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import '../register/documents.js';
import './documents.js';

export const BrokerCasesDocument = graphql(`
  query BrokerCases($brokerId: ID!, $figure: PerformanceFigure!) {
    brokerCases(brokerId: $brokerId, figure: $figure, first: 100) {
      ...Cases
    }
  }
`);

export const BrokerRecordDocument = graphql(`
  query BrokerRecord($id: ID!) {
    broker(id: $id) {
      ...BrokerPage
    }
    contracts: brokerCases(brokerId: $id, figure: CONTRACTS, first: 100) {
      ...Cases
    }
    signed: brokerCases(brokerId: $id, figure: SIGNED, first: 100) {
      ...Cases
    }
  }
`);

export const RatingFields = graphql(`
  fragment RatingFields on BrokerRating {
    id
    version
    state
    scores {
      aspect
      score
    }
    text
    raterName
    deal {
      id
      code
      title
    }
    createdAt
    answer
    answeredAt
    hiddenReason
    availableActions {
      ...ActionFields
    }
  }
`);

export const BrokerRatingsDocument = graphql(`
  query BrokerRatings($brokerId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    brokerRatings(brokerId: $brokerId, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...RatingFields
        }
      }
    }
  }
`);

export const AnswerBrokerRatingDocument = graphql(`
  mutation AnswerBrokerRating($input: RatingTextInput!) {
    answerBrokerRating(input: $input) {
      brokerRating {
        ...RatingFields
      }
      clientMutationId
    }
  }
`);

export const HideBrokerRatingDocument = graphql(`
  mutation HideBrokerRating($input: RatingTextInput!) {
    hideBrokerRating(input: $input) {
      brokerRating {
        ...RatingFields
        broker {
          id
          ratingSummary {
            count
          }
        }
      }
      clientMutationId
    }
  }
`);

export const ShowBrokerRatingDocument = graphql(`
  mutation ShowBrokerRating($input: RatingActionInput!) {
    showBrokerRating(input: $input) {
      brokerRating {
        ...RatingFields
        broker {
          id
          ratingSummary {
            count
          }
        }
      }
      clientMutationId
    }
  }
`);

export const DealBrokersDocument = graphql(`
  query DealBrokers($id: ID!) {
    deal(id: $id) {
      id
      registeredBrokers {
        mayRate
        organisation {
          id
        }
        broker {
          id
          name
        }
        rating {
          id
          scores {
            aspect
            score
          }
        }
      }
    }
  }
`);

export const RateBrokerDocument = graphql(`
  mutation RateBroker($input: RateBrokerInput!) {
    rateBroker(input: $input) {
      brokerRating {
        id
        deal {
          id
        }
      }
      clientMutationId
    }
  }
`);
