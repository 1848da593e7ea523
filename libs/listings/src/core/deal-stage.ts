import type { NeedState } from './need.js';
import type { NeedAction } from './need.lifecycle.js';
import { needLifecycle } from './need.lifecycle.js';
import type { ResultAction } from './result.lifecycle.js';
import { resultLifecycle } from './result.lifecycle.js';
import type { ResultState } from './result.js';
import { isExclusive } from './vocabulary.js';

/** How far one deal about a listing has come, as far as the listing is concerned. */
export type DealStage = 'NONE' | 'NEGOTIATING' | 'DISCLOSING' | 'SIGNED' | 'REGISTERED';

export interface FollowedDeal {
  readonly stage: DealStage;
  readonly cooperationMode: string;
}

/**
 * The stage of a deal by its state. Interest that the other side has not confirmed changes nothing:
 * otherwise anybody could mark another's listing as taken.
 */
export function dealStageOf(state: string): DealStage {
  switch (state) {
    case 'CONFIRMED':
    case 'NEGOTIATING':
    case 'PRICED':
    case 'READY_TO_SIGN':
    case 'SIGNATURE_RECORDED':
      return 'NEGOTIATING';
    case 'DISCLOSING':
      return 'DISCLOSING';
    case 'SIGNED':
    case 'CLOSED':
      return 'SIGNED';
    case 'REGISTERED':
      return 'REGISTERED';
    default:
      return 'NONE';
  }
}

/** Where a result's deals want it: the exclusive one decides; others leave it on offer. */
export function resultStateByDeals(deals: readonly FollowedDeal[]): ResultState {
  const exclusive = deals.filter((deal) => isExclusive(deal.cooperationMode));
  if (exclusive.some((deal) => deal.stage === 'REGISTERED')) return 'TRANSFORMED';
  if (exclusive.some((deal) => deal.stage === 'SIGNED')) return 'SIGNED';
  if (deals.some((deal) => deal.stage === 'DISCLOSING')) return 'UNDER_DISCLOSURE';
  if (deals.some((deal) => deal.stage === 'NEGOTIATING')) return 'IN_NEGOTIATION';
  return 'ONLINE';
}

/** A need is met by whatever contract is signed for it. */
export function needStateByDeals(deals: readonly FollowedDeal[]): NeedState {
  if (deals.some((deal) => deal.stage === 'SIGNED' || deal.stage === 'REGISTERED')) return 'SIGNED';
  if (deals.some((deal) => deal.stage === 'NEGOTIATING' || deal.stage === 'DISCLOSING'))
    return 'IN_NEGOTIATION';
  return 'ONLINE';
}

const RESULT_FOLLOWING: readonly ResultAction[] = [
  'startNegotiation',
  'startDisclosure',
  'sign',
  'transform',
  'reopen',
];
const NEED_FOLLOWING: readonly NeedAction[] = ['startNegotiation', 'sign', 'reopen'];

/** The action that brings the result where its deals want it; undefined when there is none to do. */
export const resultActionTowards = (from: ResultState, to: ResultState): ResultAction | undefined =>
  from === to ? undefined : RESULT_FOLLOWING.find((action) => resultLifecycle.next(from, action) === to);

export const needActionTowards = (from: NeedState, to: NeedState): NeedAction | undefined =>
  from === to ? undefined : NEED_FOLLOWING.find((action) => needLifecycle.next(from, action) === to);
