import fc from 'fast-check';
import { highlighted } from './highlight.js';
import { spellings } from './pinyin.js';
import { compile, EMPTY_LEXICON, numberIn, partsOf, type Lexicon, type Term } from './query.js';
import { distance, meantBy } from './spelling.js';
import { tsvectorLiteral } from './tsvector.js';
import { bigrams, normaliseForSearch, normaliseNumber, segment } from './words.js';

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

describe('one writing for all', () => {
  it('reads traditional characters and the words of Taiwan as simplified ones', () => {
    expect(normaliseForSearch('石墨烯導電漿料')).toBe('石墨烯导电浆料');
    expect(normaliseForSearch('積體電路')).toBe('集成电路');
    expect(normaliseForSearch('导电浆料')).toBe('导电浆料');
  });
  it('keeps words of other scripts whole', () => {
    expect(segment('مرحبا بالعالم')).toEqual(['مرحبا', 'بالعالم']);
    expect(segment('😀😀')).toEqual([]);
  });
  it('compares numbers by letters and digits alone', () => {
    expect(normaliseNumber('ZL 2003 1010 0002.X')).toBe('200310100002X');
    expect(numberIn('91140900MA0GTTN38L')).toBe('91140900MA0GTTN38L');
    expect(numberIn('９１１４０９')).toBe('911409');
    expect(numberIn('光伏2024')).toBeUndefined();
    expect(numberIn('GaN')).toBeUndefined();
  });
  it('spells names from each syllable on, and by initials', () => {
    expect(spellings('中北大学')).toEqual(expect.arrayContaining(['zhongbeidaxue', 'zbdx', 'daxue', 'dx']));
  });
});

describe('tsvectorLiteral', () => {
  const title = (text: string, weight: 'A' | 'C' = 'A') => tsvectorLiteral([{ name: 'title', weight, text }]);

  it('writes positions and weights', () => {
    const literal = tsvectorLiteral([
      { name: 'summary', weight: 'C', text: '光伏' },
      { name: 'title', weight: 'A', text: '光伏组件' },
    ]);
    expect(literal).toMatch(/'光伏':1A,\d+C/);
  });
  it('holds bigrams and characters of the title that the dictionary does not cut', () => {
    expect(title('砷化镓衬底')).toContain("'化镓'");
    expect(title('砷化镓衬底')).toContain("'镓'");
    expect(title('砷化镓衬底', 'C')).not.toContain("'化镓'");
  });
  it('quotes whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(title(text)).toMatch(/^$|^'(?:[^'\\]|''|\\\\)+':[\d,A]+(?: '(?:[^'\\]|''|\\\\)+':[\d,A]+)*$/u);
      }),
    );
  });
});

/** A tree in brackets: & for all, | for any, ! for not, * for what begins so. */
function shown(term: Term | null): string {
  if (term === null) return '';
  switch (term.is) {
    case 'word':
      return `${term.lexeme}${term.prefix ? '*' : ''}`;
    case 'number':
      return `#${term.number}`;
    case 'phrase':
      return `"${term.text}"`;
    case 'not':
      return `!${shown(term.of)}`;
    default:
      return `(${term.of.map(shown).join(term.is === 'all' ? ' & ' : ' | ')})`;
  }
}
const strict = (text: string, lexicon: Lexicon = EMPTY_LEXICON): string =>
  shown(compile(partsOf(text), lexicon).strict);
const telling = (text: string): string[] => {
  const { words, pairs } = compile(partsOf(text), EMPTY_LEXICON);
  return [...words, ...pairs].map(({ term }) => shown(term));
};

describe('a query', () => {
  it('is nothing where there is nothing to look for', () => {
    for (const text of ['', '  ，。', '😀', '-', '""', '- "'])
      expect(compile(partsOf(text), EMPTY_LEXICON)).toMatchObject({ strict: null, words: [], pairs: [] });
  });
  it('takes all parts, the last by its beginning', () => {
    expect(strict('光伏 LE')).toBe('(光伏 & le*)');
    expect(strict('光伏 LED ')).toBe('(光伏 & (led | ~led*))');
  });
  it('takes either the words or the bigrams of a part', () => {
    expect(strict('砷化镓 ')).toBe('(砷化镓 | (砷化 & 化镓))');
  });
  it('lets one Han character stand for what begins with it', () => {
    expect(strict('铝 ')).toBe('铝*');
  });
  it('knows phrases and exclusions in any quotes', () => {
    expect(strict('"热处理 工艺" -镁 “光伏”')).toBe('(("热处理 工艺" & "光伏") & !镁*)');
    expect(strict('－镁')).toBe('!镁*');
  });
  it('takes a number by a piece, alone or set apart by blanks', () => {
    expect(strict('ZL 2003 1010 0002.X')).toMatch(/#200310100002X\)$/);
    expect(strict('CG2024000001 ')).toContain('#CG2024000001');
  });
  it('adds synonyms and leaves stop words out', () => {
    const lexicon = {
      ...EMPTY_LEXICON,
      synonyms: [['发光二极管', 'led']],
      stopWords: new Set(['技术']),
    };
    expect(strict('led ', lexicon)).toContain('发光');
    expect(strict('发光二极管芯片 ', lexicon)).toContain('led');
    expect(strict('光伏技术 ', lexicon)).toBe('光伏');
    expect(strict('技术 ', lexicon)).toBe('技术');
    const whole = { ...EMPTY_LEXICON, stopWords: new Set(['解决方案']) };
    expect(strict('光伏解决方案 ', whole)).toBe('光伏');
  });
  it('names the words that each find something, and still excludes', () => {
    expect(telling('光伏 风电 ')).toEqual(['光伏', '风电']);
    expect(telling('铝 光伏 ')).toEqual(['光伏']);
    expect(telling('铝 ')).toEqual(['铝*']);
    expect(telling('砷化镓 ')).toEqual(['砷化镓', '砷化', '化镓']);
    expect(telling('光伏 -风电')).toEqual(['光伏']);
    expect(compile(partsOf('光伏 -风电'), EMPTY_LEXICON).unwanted.map(shown)).toEqual(['!风电']);
  });
});

describe('spelling', () => {
  it('counts letters added, left out, changed and swapped', () => {
    expect(distance('graphene', 'grphene')).toBe(1);
    expect(distance('graphene', 'garphene')).toBe(1);
    expect(distance('laser', 'loser')).toBe(1);
    expect(distance('', 'abc')).toBe(3);
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });
  it('takes the nearest, then the commonest', () => {
    const known = [
      { word: 'laser', documents: 3 },
      { word: 'later', documents: 9 },
      { word: 'laserdisc', documents: 99 },
    ];
    expect(meantBy('lazer', known)).toEqual(['later', 'laser']);
    expect(meantBy('laser', known)).toEqual(['later']);
  });
});

describe('marks', () => {
  const bold = (text: string, ...marks: string[]): string | undefined =>
    highlighted(text, marks)
      ?.map(({ text: part, matched }) => (matched ? `[${part}]` : part))
      .join('');
  it('stand where the text itself is written otherwise', () => {
    expect(bold('ＬＥＤ導電漿料', 'led', '导电')).toBe('[ＬＥＤ導電]漿料');
    expect(bold('专利 ZL2003.10', '200310')).toBe('专利 ZL[2003.10]');
    expect(bold('光伏', '风电')).toBeUndefined();
    // What becomes several characters, takes two places or is left out does not move what stands behind it.
    expect(bold('℃与½处…𠮷野导电', '导电')).toBe('℃与½处…𠮷野[导电]');
    expect(bold('至90℃', '90°c')).toBe('至[90℃]');
    expect(bold('\ud800导电', '导电')).toBe('\ud800[导电]');
  });
  it('are whole figures and beginnings of words', () => {
    expect(bold('2025年建成5条线，产能15万吨', '5')).toBe('2025年建成[5]条线，产能15万吨');
    expect(bold('graphene 与 polygraph', 'graph')).toBe('[graph]ene 与 polygraph');
    expect(bold('PM2.5、PM10', 'pm')).toBeUndefined();
    expect(bold('2.5 与 5.2', '5')).toBeUndefined();
    expect(bold('共5.', '5')).toBe('共[5].');
    expect(bold('第90批', '90')).toBe('第[90]批');
  });
  it('keep every character of a short text, and cut a long one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ minLength: 1, maxLength: 2 }),
        (text, mark) => {
          const parts = highlighted(text, [mark]);
          if (parts !== null) expect(parts.map((part) => part.text).join('')).toBe(text);
        },
      ),
    );
    const long = highlighted(`${'前'.repeat(500)}光伏${'后'.repeat(500)}`, ['光伏']);
    expect(long?.map(({ text }) => text).join('').length).toBeLessThan(130);
    expect(long?.find(({ matched }) => matched)?.text).toBe('光伏');
  });
});
