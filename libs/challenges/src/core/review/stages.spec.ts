import fc from 'fast-check';
import { ranked, type ScoringRule, type Standing } from './scoring.js';
import { advancing, afterDefence, weighed } from './stages.js';

const RULE: ScoringRule = {
  ...{ criteria: [{ code: 'A', weight: 10_000 }], dropFrom: 6, passLine: 6_000, deviation: 2_000 },
  against: { numerator: 1, denominator: 3 },
};
const standing = (bid: string, score: number, change: Partial<Standing> = {}): Standing => ({
  ...{ bid, score, first: score, recommended: 5, sheets: 5, deviating: [] },
  outcome: score >= RULE.passLine ? 'PASSED' : 'BELOW_THE_LINE',
  ...change,
});

describe('the way to the defence', () => {
  const written = [standing('a', 9_000), standing('b', 8_000), standing('c', 8_000), standing('d', 7_000)];

  it('is for the best so many, whoever is level with the last of them, and nobody below a line', () => {
    expect(advancing(written, { advance: 1, line: null })).toEqual(['a']);
    expect(advancing(written, { advance: 2, line: null })).toEqual(['a', 'b', 'c']);
    expect(advancing(written, { advance: 9, line: 7_500 })).toEqual(['a', 'b', 'c']);
    const low = [standing('e', 5_900), standing('f', 9_900, { outcome: 'ADVISED_AGAINST' })];
    expect(advancing([...written, ...low], { advance: 9, line: null })).toEqual(['a', 'b', 'c', 'd']);
    expect(advancing(low, { advance: 3, line: null })).toEqual([]);
  });

  it('never passes over a better bid, whatever the scores', () => {
    const anyScores = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 1, max: 6 }), (scores, advance) => {
        const all = scores.map((score, at) => standing(String(at), score));
        const chosen = advancing(all, { advance, line: null });
        const worst = Math.min(...chosen.map((bid) => scores[Number(bid)]!));
        const passed = scores.filter((score) => score >= RULE.passLine);
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(advance, passed.length));
        for (const [at, score] of scores.entries())
          if (!chosen.includes(String(at)) && score >= RULE.passLine) expect(score).toBeLessThan(worst);
      }),
    );
  });
});

describe('the score of both stages', () => {
  it('weighs the defence, half up', () => {
    expect(weighed(8_000, 9_000, 40)).toBe(8_400);
    expect(weighed(8_001, 8_000, 50)).toBe(8_001);
    expect(weighed(8_000, 9_000, 0)).toBe(8_000);
    expect(weighed(8_000, 9_000, 100)).toBe(9_000);
  });

  it('ranks those who advanced, and leaves the others where paper left them', () => {
    const written = [standing('a', 9_000), standing('b', 8_000), standing('c', 7_000), standing('d', 5_000)];
    const defence = [standing('a', 7_000), standing('b', 9_000)];
    const both = afterDefence(written, defence, ['a', 'b'], { weight: 60 }, RULE);
    expect(both.map(({ bid, score, outcome }) => [bid, score, outcome])).toEqual([
      ['a', 7_800, 'PASSED'],
      ['b', 8_600, 'PASSED'],
      ['c', 7_000, 'NOT_ADVANCED'],
      ['d', 5_000, 'BELOW_THE_LINE'],
    ]);
    expect(both[1]?.stages).toEqual({ written: 8_000, defence: 9_000 });
    expect(ranked(both).places).toEqual([
      { bid: 'b', place: 1 },
      { bid: 'a', place: 2 },
    ]);
  });

  it('fails a bid against which more than a third of the defence’s sheets advise, and waits for sheets', () => {
    const written = [standing('a', 9_000), standing('b', 9_000)];
    const defence = [standing('a', 9_000, { recommended: 3 })];
    expect(
      afterDefence(written, defence, ['a', 'b'], { weight: 50 }, RULE).map(({ outcome }) => outcome),
    ).toEqual(['ADVISED_AGAINST', 'NOT_SCORED']);
  });
});
