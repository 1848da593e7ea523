import { say, violation, type Violation } from '@jihui/kernel';
import type { DrawCriteria, Lacking } from '@jihui/proofs';
import type { JudgedBid } from '../bids/bid.js';
import { ChallengeCodes } from '../errors.js';
import type { PoolEntry } from './pool.js';

/** What a stratum asks for, in words; the place that it is from comes with it. */
const WORDS: Readonly<Record<string, string>> = {
  TECHNICAL: '技术专家',
  TECHNICAL_OUTSIDE: '市外技术专家',
  INDUSTRY: '产业专家',
  INDUSTRY_OUTSIDE: '市外产业专家',
  FINANCE: '财务专家',
  FINANCE_OUTSIDE: '市外财务专家',
};

/** Bids that no panel of the pool could judge: of a stratum fewer may judge them than the rule asks for. */
export function poolGaps({ allotment }: DrawCriteria, pool: readonly PoolEntry[]): readonly Lacking[] {
  if (allotment === undefined) return [];
  const { bids, judges } = allotment;
  const eligible = pool.filter(({ reasons }) => reasons.length === 0);
  return bids.flatMap((bid, place) =>
    judges.flatMap(({ code, judges: wanted }): Lacking[] => {
      const able = eligible.filter(
        ({ stratum, fits }) => stratum === code && (fits[place] ?? null) !== null,
      ).length;
      return able >= wanted ? [] : [{ bid, stratum: code, missing: wanted - able }];
    }),
  );
}

/** A bid as its judges call it, by its number, and as a draw does, by its commitment. */
export type Labelled = Pick<JudgedBid, 'commitment' | 'number'>;

const numberOf = (labelled: readonly Labelled[], bid: string): number =>
  labelled.find(({ commitment }) => commitment === bid)?.number ?? 0;

/**
 * Which bid lacks whom, of all that do: the bid by the number of its label, since the panel's rule is asked for each.
 * @param labelled the bids under review
 */
export const lackingFaults = (
  lacking: readonly Lacking[],
  labelled: readonly Labelled[],
  code: string = ChallengeCodes.UNJUDGEABLE,
): readonly Violation[] =>
  lacking.map(({ bid, stratum, missing }) =>
    violation(
      '',
      code,
      say`方案 ${numberOf(labelled, bid)}：无须回避的${WORDS[stratum] ?? stratum}还缺 ${missing} 名，不符合专家组的构成要求`,
    ),
  );
