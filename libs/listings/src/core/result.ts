import type { ListingFacts, ResultContent } from './types.js';

export const RESULT_STATES = [
  'DRAFT',
  'RETURNED',
  'UNIT_REVIEW',
  'BUREAU_REVIEW',
  'ONLINE',
  'IN_NEGOTIATION',
  'UNDER_DISCLOSURE',
  'SIGNED',
  'TRANSFORMED',
  'OFFLINE',
  'EXPIRED',
  'TAKEN_DOWN',
  'DISCARDED',
] as const;
export type ResultState = (typeof RESULT_STATES)[number];

/** 成果. */
export interface Result extends ListingFacts {
  readonly state: ResultState;
  readonly content: ResultContent;
  /** Who approved it for the unit, and when; null before, and for what an officer imported. */
  readonly unitApprovedBy: string | null;
  readonly unitApprovedAt: Date | null;
}

/** States in which a result can be found and matched. */
export const ONLINE_RESULT_STATES = [
  'ONLINE',
  'IN_NEGOTIATION',
  'UNDER_DISCLOSURE',
] as const satisfies readonly ResultState[];
/** States in which its page is public: a success stays to be seen, though it is no longer offered. */
export const OPEN_RESULT_STATES = [
  ...ONLINE_RESULT_STATES,
  'SIGNED',
  'TRANSFORMED',
] as const satisfies readonly ResultState[];

export const isOnlineResult = (state: ResultState): boolean =>
  (ONLINE_RESULT_STATES as readonly ResultState[]).includes(state);
