import { say, Violations, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';

/** 绩效评价指标: how far the aims were reached, how the money was used, what came of it, how it was led. */
export const PERFORMANCE_CRITERIA = ['TARGETS', 'MONEY', 'BENEFIT', 'MANAGEMENT'] as const;
export type PerformanceCriterion = (typeof PERFORMANCE_CRITERIA)[number];

/** Most points of each criterion, in hundredths of a point: parameters, which make up a hundred points. */
export type PerformanceWeights = { readonly [criterion in PerformanceCriterion]: number };

/** Points of one criterion, with the ground on which they were given. */
export interface PerformancePoints {
  readonly criterion: PerformanceCriterion;
  /** Hundredths of a point. */
  readonly points: number;
  readonly note: string;
}

/** As it is kept: with the most that there was on that day. */
export interface PerformanceLine extends PerformancePoints {
  readonly most: number;
}

const WHOLE = 10_000;

/** Each criterion once, within its most, with its ground. */
export function performanceFaults(
  given: readonly PerformancePoints[],
  weights: PerformanceWeights,
): readonly Violation[] {
  const sum = PERFORMANCE_CRITERIA.reduce((all, criterion) => all + weights[criterion], 0);
  const found = new Violations().when(
    sum !== WHOLE,
    'performance',
    ChallengeCodes.SHEET,
    '绩效评价各项分值之和不是 100 分，请先由平台管理员修改参数',
  );
  found.when(
    PERFORMANCE_CRITERIA.some((criterion) => given.filter((one) => one.criterion === criterion).length !== 1),
    'performance',
    ChallengeCodes.SHEET,
    '绩效评价的每项指标各打一次分',
  );
  for (const [at, { criterion, points, note }] of given.entries())
    found
      .when(
        points < 0 || points > weights[criterion],
        `performance.${at}.points`,
        ChallengeCodes.SHEET,
        say`该项得分应在 0 与 ${weights[criterion] / 100} 之间`,
      )
      .text(`performance.${at}.note`, '评分依据', note, { min: 4, max: 1_000 });
  return found.found;
}

/** The sum, in hundredths of a point. */
export const performanceOf = (given: readonly PerformancePoints[]): number =>
  given.reduce((sum, { points }) => sum + points, 0);
