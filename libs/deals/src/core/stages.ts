import { otherSide, type Deal, type DealState, type Side } from './types.js';

export type StageOwner = Side | 'BOTH' | 'NOBODY';

/** States for which a number of days is suggested; parameter `deals.stage_days_<state>`. */
export const TIMED_STATES = [
  'LEAD',
  'INTEREST',
  'CONFIRMED',
  'NEGOTIATING',
  'PRICED',
  'READY_TO_SIGN',
  'SIGNATURE_RECORDED',
  'SIGNED',
] as const satisfies readonly DealState[];

export const stageParameter = (state: DealState): string | null =>
  (TIMED_STATES as readonly DealState[]).includes(state) ? `deals.stage_days_${state.toLowerCase()}` : null;

/** Who is to move the deal on (reference D3: each stage has an owner). */
export function ownerOf(deal: Deal): StageOwner {
  switch (deal.state) {
    case 'LEAD':
    case 'CONFIRMED':
    case 'READY_TO_SIGN':
    case 'REGISTERED':
      return 'BOTH';
    case 'INTEREST':
      return deal.seller.confirmedAt === null ? 'SELLER' : 'BUYER';
    case 'NEGOTIATING':
      return deal.proposal === null ? 'BOTH' : otherSide(deal.proposal.side);
    case 'PRICED':
    case 'DISCLOSING':
    case 'SIGNED':
      return 'SELLER';
    case 'SIGNATURE_RECORDED':
      return deal.signature === null ? 'BOTH' : otherSide(deal.signature.recordedBy);
    case 'CLOSED':
    case 'ABANDONED':
      return 'NOBODY';
  }
}
