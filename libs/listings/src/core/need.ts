import type { ListingFacts, NeedContent } from './types.js';

export const NEED_STATES = [
  'DRAFT',
  'RETURNED',
  'BUREAU_REVIEW',
  'ONLINE',
  'IN_NEGOTIATION',
  'SIGNED',
  'SOLVED',
  'CLOSED',
  'EXPIRED',
  'CONVERTED',
  'TAKEN_DOWN',
  'DISCARDED',
] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** 需求. */
export interface Need extends ListingFacts {
  readonly state: NeedState;
  readonly content: NeedContent;
  /** 0–100, kept for sorting. */
  readonly quality: number;
}

/** States in which a need can be found and matched. */
export const ONLINE_NEED_STATES = ['ONLINE', 'IN_NEGOTIATION'] as const satisfies readonly NeedState[];
/** States in which its page is public. */
export const OPEN_NEED_STATES = [
  ...ONLINE_NEED_STATES,
  'SIGNED',
  'SOLVED',
  'CONVERTED',
] as const satisfies readonly NeedState[];

export const isOnlineNeed = (state: NeedState): boolean =>
  (ONLINE_NEED_STATES as readonly NeedState[]).includes(state);
