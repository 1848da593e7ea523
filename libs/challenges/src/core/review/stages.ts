import type { SecondStage } from '../calls/call.js';
import { outcomeOf, ranked, type Points, type ScoringRule, type Standing } from './scoring.js';

/** 书面评审, and 答辩 where the plan has a second stage. */
export type Stage = 1 | 2;

/**
 * 进入答辩: bids that passed on paper, above the line where there is one, the best so many; whoever is level with the
 * last of them comes along, since a second stage needs no ballot.
 */
export function advancing(
  written: readonly Standing[],
  { advance, line }: Pick<SecondStage, 'advance' | 'line'>,
): readonly string[] {
  const able = written.filter(({ score }) => line === null || (score ?? 0) >= line);
  return ranked(able)
    .places.filter(({ place }) => place <= advance)
    .map(({ bid }) => bid);
}

/** 综合得分: the defence counts with its weight, paper with the rest; hundredths, half up. */
export const weighed = (written: Points, defence: Points, weight: number): Points =>
  Math.floor((2 * (written * (100 - weight) + defence * weight) + 100) / 200);

/**
 * Where bids stand after both stages. Who did not advance stays where paper left them and is not ranked; who did is
 * judged by the score of both, and by what the defence's sheets advise.
 */
export const afterDefence = (
  written: readonly Standing[],
  defence: readonly Standing[],
  advanced: readonly string[],
  { weight }: Pick<SecondStage, 'weight'>,
  rule: ScoringRule,
): readonly Standing[] =>
  written.map((paper): Standing => {
    const spoken = defence.find(({ bid }) => bid === paper.bid);
    const stages = { written: paper.score, defence: null };
    if (!advanced.includes(paper.bid))
      return { ...paper, stages, outcome: paper.outcome === 'PASSED' ? 'NOT_ADVANCED' : paper.outcome };
    if (spoken?.score == null || paper.score === null || paper.first === null || spoken.first === null)
      return { ...paper, stages, outcome: 'NOT_SCORED' };
    const score = weighed(paper.score, spoken.score, weight);
    return {
      ...spoken,
      stages: { written: paper.score, defence: spoken.score },
      score,
      first: weighed(paper.first, spoken.first, weight),
      outcome: outcomeOf(score, spoken.sheets - spoken.recommended, spoken.sheets, rule),
    };
  });
