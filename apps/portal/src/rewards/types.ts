import type { RewardFieldsFragment, RewardPart, RewardState } from '../gql/graphql.js';
import type { StatusTone } from '../design/StatusTag.js';

export type Reward = RewardFieldsFragment;

export const rewardTones: Readonly<Record<RewardState, StatusTone>> = {
  DRAFT: 'rest',
  DISCLOSED: 'moving',
  CONFIRMED: 'attention',
  PAID: 'good',
  DISCARDED: 'ended',
};

/** A line as it is typed: an amount may still be missing. */
export interface PersonLine {
  readonly personId: string;
  readonly name: string;
  readonly part: RewardPart;
  readonly contribution: string;
  readonly amount: number | null;
}
export interface RewardForm {
  readonly resultTitle: string;
  readonly producedOn: string | null;
  readonly receivedOn: string | null;
  readonly income: number | null;
  readonly cost: number | null;
  readonly taxes: number | null;
  readonly basis: string;
  readonly total: number | null;
  readonly people: readonly PersonLine[];
  readonly channel: string;
}

/** Nothing typed and nothing given are the same amount. */
const typed = (fen: number): number | null => (fen === 0 ? null : fen);

export const formOf = (reward: Reward): RewardForm => ({
  resultTitle: reward.mode === 'OWN_USE' ? reward.title : '',
  producedOn: reward.producedOn ?? null,
  receivedOn: reward.receivedOn ?? null,
  income: typed(reward.income),
  cost: typed(reward.cost),
  taxes: typed(reward.taxes),
  basis: reward.basis ?? '',
  total: typed(reward.total),
  people: reward.people.map(({ personId, name, part, contribution, amount }) => ({
    personId: personId ?? '',
    name,
    part,
    contribution,
    amount: typed(amount),
  })),
  channel: reward.channel ?? '',
});

export const inputOf = (form: RewardForm) => ({
  ...form,
  income: form.income ?? 0,
  cost: form.cost ?? 0,
  taxes: form.taxes ?? 0,
  total: form.total ?? 0,
  people: form.people.map(({ personId, amount, ...person }) => ({
    ...person,
    personId: personId || null,
    amount: amount ?? 0,
  })),
});
