import type { ReviewCreditEventsQuery } from '../gql/graphql.js';

export type CreditEvent = ReviewCreditEventsQuery['reviewCreditEvents']['edges'][number]['node'];
