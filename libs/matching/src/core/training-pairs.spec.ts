import fc from 'fast-check';
import { isWorthTraining, LEAST_PAIRS } from './model.js';
import { isHeldOut, outcomePairs, ownPairs, passagesOf } from './training-pairs.js';

describe('pairs to train from', () => {
  it('are passages and keywords with the title, and both halves of the title', () => {
    expect(
      ownPairs({ title: '煤矸石制备陶瓷滤料', keywords: ['煤矸石', '滤料'], body: '第一句话。第二句话。' }),
    ).toEqual([
      { left: '煤矸石 滤料', right: '煤矸石制备陶瓷滤料' },
      { left: '第一句话。第二句话。', right: '煤矸石制备陶瓷滤料' },
      { left: '煤矸石制', right: '备陶瓷滤料' },
    ]);
  });
  it('are neighbouring passages where nothing has a title', () => {
    const body = `${'甲'.repeat(119)}。${'乙'.repeat(119)}。${'丙'.repeat(119)}。`;
    expect(
      ownPairs({ title: '', keywords: [], body }).map(({ left, right }) => left[0]! + right[0]!),
    ).toEqual(['甲乙', '乙丙']);
  });
  it('count a contract more than a useful verdict', () => {
    const text = { title: '标题', keywords: [], body: '' };
    const times = (kind: Parameters<typeof outcomePairs>[2]): number => outcomePairs(text, text, kind).length;
    expect([times('USEFUL'), times('ACCEPTED'), times('SIGNED'), times('CONTRACTED')]).toEqual([3, 3, 4, 6]);
  });
  it('come of any text, in passages of a bounded length', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) =>
        passagesOf(text).every((passage) => passage.length <= 480),
      ),
    ));
});

describe('outcomes kept for comparing', () => {
  it('are those of about every fourth need, always the same', () => {
    const ids = Array.from(
      { length: 400 },
      (_, at) => `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
    );
    expect(ids.filter(isHeldOut)).toHaveLength(100);
    expect(ids.filter(isHeldOut)).toEqual(ids.filter(isHeldOut));
  });
});

describe('training', () => {
  const from = (ownPairs: number, useful = 0) => ({ listings: 0, ownPairs, outcomes: { USEFUL: useful } });
  it('waits for enough pairs, and for something new', () => {
    expect(isWorthTraining(from(LEAST_PAIRS - 1), undefined, 0)).toBe(false);
    expect(isWorthTraining(from(LEAST_PAIRS), undefined, 0)).toBe(true);
    expect(isWorthTraining(from(1_000), from(1_000), 0)).toBe(false);
    expect(isWorthTraining(from(1_100), from(1_000), 0)).toBe(true);
    expect(isWorthTraining(from(1_000, 20), from(1_000), 0)).toBe(true);
  });
  it('is worth it where a tenth of a market that is full came after the last version', () => {
    const full = { ...from(200_000), listings: 35_000 };
    expect(isWorthTraining(full, full, 3_499)).toBe(false);
    expect(isWorthTraining(full, full, 3_500)).toBe(true);
  });
});
