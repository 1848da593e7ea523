import type { StatusTone } from '../design/StatusTag.js';
import type { ExpertReviewFieldsFragment, ExpertSeatState } from '../gql/graphql.js';

export type ExpertReview = ExpertReviewFieldsFragment;

export const reviewTones: Readonly<Record<ExpertSeatState, StatusTone>> = {
  NAMED: 'rest',
  INVITED: 'moving',
  JOINED: 'moving',
  UNDERTAKEN: 'moving',
  HEARD: 'good',
  RECUSED: 'refused',
};
