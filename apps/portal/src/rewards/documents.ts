import { graphql } from '../api/graphql.js';
import '../api/actions.js';
import '../api/page.js';

export const RewardFields = graphql(`
  fragment RewardFields on Reward {
    id
    version
    state
    mode
    sight
    title
    registrationNumber
    organisationName
    producedOn
    receivedOn
    income
    cost
    taxes
    net
    total
    shareBasisPoints
    leastTotal
    leastMain
    mainTotal
    staffTotal
    personCount
    basis
    people {
      line
      personId
      name
      part
      contribution
      amount
      paid
      mine
    }
    channel
    round
    disclosedFrom
    disclosedUntil
    objections {
      id
      round
      personName
      statement
      at
      upheld
      answer
      answeredAt
    }
    confirmedOn
    paid
    payments {
      id
      line
      amount
      paidOn
      voucher
      voidReason
      corrects
      correctionReason
    }
    payBy
    missing {
      ...ViolationFields
    }
    availableActions {
      ...ActionFields
    }
    timeline {
      ...TimelineFields
    }
    contract {
      id
    }
  }
`);
export const RewardDocument = graphql(`
  query Reward($id: ID!) {
    reward(id: $id) {
      ...RewardFields
    }
  }
`);
export const RewardCandidatesDocument = graphql(`
  query RewardCandidates($rewardId: ID!) {
    rewardCandidates(rewardId: $rewardId) {
      id
      name
    }
  }
`);
export const RewardsDocument = graphql(`
  query Rewards($filter: RewardFilter, $first: Int, $after: String, $last: Int, $before: String) {
    rewards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          state
          title
          mode
          registrationNumber
          organisationName
          receivedOn
          net
          total
          shareBasisPoints
          personCount
          paid
          disclosedUntil
          updatedAt
        }
      }
    }
  }
`);
