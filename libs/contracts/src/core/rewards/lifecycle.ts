import { defineLifecycle } from '@jihui/kernel';

/** 奖励方案: written, disclosed in the unit, confirmed, paid. */
const table = {
  DRAFT: { edit: 'DRAFT', disclose: 'DISCLOSED', discard: 'DISCARDED' },
  DISCLOSED: {
    object: 'DISCLOSED',
    answerObjection: 'DISCLOSED',
    recall: 'DRAFT',
    confirm: 'CONFIRMED',
  },
  CONFIRMED: { pay: 'CONFIRMED', settle: 'PAID', voidPayment: 'CONFIRMED', correct: 'CONFIRMED' },
  // Nothing is owed any more, unless a wrong payment is found late: an entry against it, and the amount is paid anew.
  PAID: { pay: 'PAID', settle: 'PAID', correct: 'PAID' },
  DISCARDED: {},
} as const;

export type RewardState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type RewardAction = ActionsOf<(typeof table)[RewardState]>;

export const rewardLifecycle = defineLifecycle<RewardState, RewardAction>({
  name: 'Reward',
  initial: 'DRAFT',
  table,
});

/** States in which the unit stands by the plan: what the annual report counts. */
export const DECIDED: readonly RewardState[] = ['CONFIRMED', 'PAID'];
