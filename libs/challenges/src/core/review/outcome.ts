import { say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import { ChallengeCodes } from '../errors.js';
import type { Standing } from './scoring.js';
import type { Stage } from './stages.js';

/** What the review of a round came to. */
export interface ReviewResult {
  readonly standings: readonly Standing[];
  /** Those who passed, best first. */
  readonly places: readonly { readonly bid: string; readonly place: number }[];
  /** Tied bids on which no member might vote, in the order of their lots; results of before there were lots have none. */
  readonly lots?: readonly (readonly string[])[];
}

/** 评审纪要 as data: what its hash is taken of, and every member of the panel signs. */
export interface Minutes {
  readonly format: 'jihui-review-minutes/1';
  readonly call: string;
  readonly code: string;
  readonly title: string;
  readonly round: number;
  readonly draw: string;
  readonly panel: readonly {
    readonly seat: string;
    readonly name: string;
    readonly unit: string;
    readonly stratum: string;
    readonly lead: boolean;
  }[];
  readonly bids: readonly {
    readonly bid: string;
    readonly label: string;
    readonly organisation: string;
    /** Hundredths of a point. */
    readonly score: number | null;
    readonly outcome: string;
    readonly place: number | null;
    /** Tied with others, and put in its place by lot, since no member might vote. */
    readonly byLot?: true;
    /** How many judged it, where members judged some of the bids each. */
    readonly judges?: number;
    /** Hundredths of a point, where there were two stages. */
    readonly written?: number | null;
    readonly defence?: number | null;
  }[];
  readonly opinion: string;
  readonly concludedAt: string;
}

/** 现场考察 (reference B5: between the ranking and the deliberation, where the bureau wants it). */
export interface SiteCheck {
  readonly bid: string;
  readonly day: LegalDay;
  /** 考察人员. */
  readonly people: string;
  readonly findings: string;
  /** Whether what the bid says was found on the spot. */
  readonly confirmed: boolean;
  readonly personId: string;
  readonly at: string;
}

/** What was found last of each bid that was looked at. */
export const lastChecks = (checks: readonly SiteCheck[]): ReadonlyMap<string, SiteCheck> =>
  new Map(checks.map((check) => [check.bid, check]));

/** 审议: what the bureau's meeting decided. */
export interface Decision {
  readonly document: string;
  readonly day: LegalDay;
  readonly opinion: string;
  /** Bids that are awarded, in the order of their places. */
  readonly awards: readonly string[];
  readonly personId: string;
  readonly at: string;
}

export interface Outcome {
  readonly opinion: string;
  /** Bids that go on to the defence; null before it, and where there is none. */
  readonly advanced: readonly string[] | null;
  readonly result: ReviewResult | null;
  readonly minutes: Minutes | null;
  readonly minutesSha256: string | null;
  readonly concludedAt: Date | null;
  /** In the order in which they were recorded. */
  readonly siteChecks: readonly SiteCheck[];
  readonly decision: Decision | null;
}

/** The stage at which a review is: with the defence everything else begins anew. */
export const stageOf = (outcome: Pick<Outcome, 'advanced'> | undefined): Stage =>
  outcome?.advanced == null ? 1 : 2;

/** How a bid is called before the panel: without its bidder. */
export const labelOf = ({ number }: { readonly number: number }): string => `方案 ${number}`;

/** What of a result may be awarded: an award that became a project and lapsed is not given again. */
export const awardable = (result: ReviewResult, given: Pick<ReadonlySet<string>, 'has'>): ReviewResult => ({
  ...result,
  places: result.places.filter(({ bid }) => !given.has(bid)),
});

/** Whether awards leave the ranking: somebody behind is taken while somebody before is not. */
export const isOutOfOrder = (awards: readonly string[], { places }: ReviewResult): boolean => {
  const taken = places.filter(({ bid }) => awards.includes(bid)).map(({ place }) => place);
  const worst = Math.max(...taken, 0);
  return places.some(({ bid, place }) => place < worst && !awards.includes(bid));
};

/** What is wrong with a decision: bids that did not pass, more than the plan funds, or without a reason against the ranking or what was found on the spot. */
export function awardFaults(
  { plan }: Pick<Call, 'plan'>,
  asked: readonly string[],
  awards: readonly string[],
  result: ReviewResult,
  opinion: string,
  checks: readonly SiteCheck[] = [],
): readonly Violation[] {
  const last = lastChecks(checks);
  const { AWARDS } = ChallengeCodes;
  return new Violations()
    .when(
      asked.length === 0 || new Set(asked).size !== awards.length,
      'awards',
      AWARDS,
      '请从通过评审的方案中选择拟立项的方案',
    )
    .when(asked.length > plan.winners, 'awards', AWARDS, say`该榜单最多立项 ${plan.winners} 家`)
    .when(
      isOutOfOrder(awards, result) && opinion.length < 10,
      'opinion',
      AWARDS,
      '没有按排名选择的，须说明理由',
    )
    .when(
      awards.some((bid) => last.get(bid)?.confirmed === false) && opinion.length < 10,
      'opinion',
      AWARDS,
      '现场考察与方案不符仍拟立项的，须说明理由',
    )
    .text('opinion', '审议意见', opinion, { min: 0, max: 3_000 }).found;
}

/** The rules by which a published call is scored. */
export const scoringRuleOf = ({ plan, fixed }: Pick<Call, 'plan' | 'fixed'>) => {
  if (fixed === null) throw new Error('a call without fixed rules is reviewed');
  return {
    ...{ criteria: plan.criteria, dropFrom: fixed.dropFrom, passLine: fixed.passLine },
    ...{ deviation: fixed.deviation, against: { numerator: 1, denominator: fixed.against } },
  };
};
