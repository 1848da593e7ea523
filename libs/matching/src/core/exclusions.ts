import type { LegalDay } from '@jihui/kernel';
import { hasLapsed, type NeedFacts, type ResultFacts } from './listing.js';

export type ExclusionCode = 'EXPIRED_RIGHTS' | 'PRICE_OUT_OF_REACH' | 'OFFLINE' | 'OWN_ORGANISATION';

export interface Exclusion {
  readonly code: ExclusionCode;
  readonly message: string;
}

const MESSAGES: Readonly<Record<ExclusionCode, string>> = {
  EXPIRED_RIGHTS: '成果的知识产权已全部失效，不能再以专利名义转让或许可',
  PRICE_OUT_OF_REACH: '成果要价的下限远超需求预算的上限',
  OFFLINE: '成果或需求未上线、已下架，或所属单位已停用',
  OWN_ORGANISATION: '成果与需求属于同一单位',
};

/** Every hard filter that keeps the pair from being recommended (reference D2). */
export function exclusionsOf(
  need: NeedFacts,
  result: ResultFacts,
  today: LegalDay,
  priceCeilingBasisPoints: number,
): Exclusion[] {
  const codes: [ExclusionCode, boolean][] = [
    ['OFFLINE', !need.online || !result.online],
    ['OWN_ORGANISATION', isOwnPair(need, result)],
    ['EXPIRED_RIGHTS', result.rights.length > 0 && result.rights.every((right) => hasLapsed(right, today))],
    ['PRICE_OUT_OF_REACH', isOutOfReach(need, result, priceCeilingBasisPoints)],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, message: MESSAGES[code] }));
}

function isOutOfReach(need: NeedFacts, result: ResultFacts, ceilingBasisPoints: number): boolean {
  if (result.priceMin === null || need.budgetMax === null) return false;
  return BigInt(result.priceMin) * 10_000n > BigInt(need.budgetMax) * BigInt(ceilingBasisPoints);
}

/**
 * What the viewer may know of the exclusions, and all that a refusal may rest on: that an anonymous need and a
 * result have one owner would say who the anonymous one is.
 */
export const shownExclusions = (
  exclusions: readonly Exclusion[],
  need: NeedFacts,
  knowsOwner: boolean,
): readonly Exclusion[] =>
  need.anonymous && !knowsOwner ? exclusions.filter(({ code }) => code !== 'OWN_ORGANISATION') : exclusions;

/** Whether both are one owner's: nothing to recommend to that owner, and nothing to let others notice. */
export const isOwnPair = (need: NeedFacts, result: ResultFacts): boolean => need.ownerId === result.ownerId;
