import fc from 'fast-check';
import { bigrams, segment, tsqueryFrom, tsvectorLiteral } from './index.js';

describe('segment', () => {
  it('cuts Chinese into words for search, long and short', () => {
    const words = segment('高强高韧合金的热处理工艺');
    expect(words).toEqual(expect.arrayContaining(['合金', '热处理', '工艺']));
    expect(words).not.toContain('的');
  });
  it('reads full-width letters and digits as their ASCII selves', () => {
    expect(segment('ＬＥＤ外延片')).toContain('led');
    expect(segment('ＧａＮ')).toEqual(segment('gan'));
  });
  it('leaves punctuation out', () => {
    expect(segment('，。！？——《》')).toEqual([]);
  });
});

describe('bigrams', () => {
  it('pairs neighbouring Han characters and never crosses other text', () => {
    expect(bigrams('砷化镓LED芯片')).toEqual(['砷化', '化镓', '芯片']);
    expect(bigrams('A1')).toEqual([]);
  });
});

describe('tsvectorLiteral', () => {
  it('writes positions and weights', () => {
    const literal = tsvectorLiteral({ A: '光伏组件', C: '光伏' });
    expect(literal).toMatch(/'光伏':1A,\d+C/);
  });
  it('holds bigrams of the title that the dictionary does not cut', () => {
    expect(tsvectorLiteral({ A: '砷化镓衬底' })).toContain("'化镓'");
    expect(tsvectorLiteral({ C: '砷化镓衬底' })).not.toContain("'化镓'");
  });
  it('quotes whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = tsvectorLiteral({ A: text });
        expect(literal).toMatch(/^$|^'(?:[^'\\]|''|\\\\)+':[\d,A]+(?: '(?:[^'\\]|''|\\\\)+':[\d,A]+)*$/u);
      }),
    );
  });
});

describe('tsqueryFrom', () => {
  it('is null where there is nothing to look for', () => {
    expect(tsqueryFrom('  ，。')).toBeNull();
    expect(tsqueryFrom('')).toBeNull();
    expect(tsqueryFrom('  ，。', 'loose')).toBeNull();
  });
  it('joins parts by and, each by words or by bigrams', () => {
    expect(tsqueryFrom('光伏 LED')).toBe("('光伏') & ('led')");
  });
  it('takes either the words or the bigrams of a part', () => {
    expect(tsqueryFrom('砷化镓')).toMatch(/^\(\(.+\) \| \('砷化' & '化镓'\)\)$/);
  });
  it('lets one Han character stand for what begins with it', () => {
    expect(tsqueryFrom('铝')).toBe("('铝':*)");
  });
  it('takes any word when loose', () => {
    expect(tsqueryFrom('光伏 LED', 'loose')).toBe("'光伏' | 'led'");
    expect(tsqueryFrom('铝 光伏', 'loose')).toBe("'光伏'");
    expect(tsqueryFrom('铝', 'loose')).toBe("'铝':*");
  });
});
