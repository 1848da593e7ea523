import fc from 'fast-check';
import { Best } from './best.js';
import { bestOf, type Candidates } from './candidates.js';
import { markBest } from './mark-best.js';
import { ndcg, pairAuc, recall, reciprocalRank } from './metrics.js';
import { prepareQuery, withoutBoilerplate } from './query.js';
import { buildSegment, MAX_BATCH } from './segment.js';
import { scoreTexts } from './score-texts.js';
import { signalWeights, type Part } from './signals.js';
import { TextStatistics } from './statistics.js';
import { TextIndex } from './text-index.js';
import { BREAK, unitsOf } from './units.js';

const NONE = new Set<string>();
const ask = (text: string): ReturnType<typeof prepareQuery> =>
  prepareQuery({ title: text, content: '' }, NONE);

describe('units', () => {
  it('are Han characters and their pairs across blanks and punctuation, Latin words and numbers whole', () => {
    expect(unitsOf('砷化，镓 GaAs-10 3.5').singles).toHaveLength(5);
    expect(unitsOf('砷化，镓').pairs).toEqual(unitsOf('砷化镓').pairs);
    expect(unitsOf('ＬＥＤ芯片')).toEqual(unitsOf('led芯片'));
    expect(unitsOf('LED芯片').singles[0]).toBe('led');
  });
  it('never pair across a break', () => expect(unitsOf(`太阳${BREAK}能源`).pairs).toHaveLength(2));
  it('come of any text without an error', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unitsOf(text).singles.length >= 0)));
});

describe('a query', () => {
  it('weighs its title six times its content', () => {
    const { singles } = prepareQuery({ title: '煤', content: '矿' }, NONE);
    expect(singles.map(({ weight }) => weight / Math.log(2))).toEqual([6, 1]);
    expect(singles.map(({ inTitle }) => inTitle)).toEqual([true, false]);
  });
  it('leaves boilerplate out, the longest first, unless nothing else is there', () => {
    const words = new Set(['技术', '关键技术']);
    expect(withoutBoilerplate('储能关键技术', words)).toBe(`储能${BREAK}`);
    expect(withoutBoilerplate('关键技术', words)).toBe('关键技术');
  });
  it('reads only the beginning of an endless text', () =>
    expect(ask('煤'.repeat(100_000)).singles).toHaveLength(1));
});

describe('Best', () => {
  it('keeps what sorting would keep, ties to the earlier', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 })),
        fc.integer({ min: 0, max: 10 }),
        (scores, limit) => {
          const best = new Best(limit);
          scores.forEach((score, position) => best.offer(position, score));
          const sorted = scores
            .map((score, position) => ({ score, position }))
            .sort((a, b) => b.score - a.score || a.position - b.position);
          expect(best.ranked()).toEqual(sorted.slice(0, limit).map(({ position }) => position));
        },
      ),
    ));

  it('is of what is admitted, however much is not', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 600, size: 'max' }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 12 }),
        (given, every, limit) => {
          const admit = (id: string): boolean => Number(id) % every === 0;
          const kept: Candidates = new Map();
          const part = partOf(given.map(() => ({ alive: 1 })));
          bestOf([part], [Float32Array.from(given)], limit, admit, kept);
          const sorted = given
            .map((score, number) => ({ score, number }))
            .filter(({ score, number }) => score > 0 && admit(String(number)))
            .sort((a, b) => b.score - a.score || a.number - b.number);
          expect([...kept.values()].map(({ number }) => number)).toEqual(
            sorted.slice(0, limit).map(({ number }) => number),
          );
        },
      ),
    ));

  it('is marked by counting as it is kept in a heap, over several parts, the dead left out', () => {
    const score = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.float({ min: 0, max: 6, noNaN: true }));
    const document = fc.record({ score, alive: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(fc.array(document)), fc.integer({ min: 1, max: 12 }), (found, limit) => {
        const parts = found.map(partOf);
        const scores = found.map((part) => Float32Array.from(part, (one) => one.score));
        const marks = found.map(({ length }) => new Uint8Array(length));
        markBest(parts, scores, limit, marks);
        const kept: Candidates = new Map();
        bestOf(parts, scores, limit, undefined, kept);
        const marked = marks.flatMap((part, at) =>
          [...part].flatMap((mark, number) => (mark === 1 ? [`${at}:${number}`] : [])),
        );
        const inHeap = [...kept.values()].map(({ part, number }) => `${part}:${number}`);
        expect(marked.sort()).toEqual(inHeap.sort());
      }),
    );
  });
});

function partOf(documents: readonly { readonly alive: number }[]): Part {
  const nothing = buildSegment([]);
  return {
    ids: documents.map((_, number) => String(number)),
    alive: Uint8Array.from(documents, ({ alive }) => alive),
    live: documents.reduce((sum, { alive }) => sum + alive, 0),
    ...{ singles: nothing, pairs: nothing, vectors: [] },
  };
}

const text = fc.string({
  unit: fc.constantFrom(
    '煤',
    '矿',
    '井',
    '水',
    '处',
    '理',
    '光',
    '伏',
    '组',
    '件',
    '储',
    '能',
    '合',
    '金',
    ' ',
  ),
  maxLength: 12,
});
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const change = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    documents: fc.array(fc.record({ id, text }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('remove' as const), ids: fc.array(id, { maxLength: 3 }) }),
);

describe('TextIndex', () => {
  it('answers after any changes as if it had been built from what is left', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), text, (changes, question) => {
        const changed = new TextIndex();
        const left = new Map<string, string>();
        for (const one of changes) {
          if (one.kind === 'put') {
            changed.put(one.documents);
            for (const document of one.documents) left.set(document.id, document.text);
          } else {
            changed.remove(one.ids);
            for (const gone of one.ids) left.delete(gone);
          }
        }
        const built = new TextIndex();
        built.put([...left].map(([key, value]) => ({ id: key, text: value })));
        expect(changed.size).toBe(left.size);
        const round = (index: TextIndex): unknown[] =>
          index.search(ask(question), { limit: 10 }).map((hit) => [hit.id, hit.ratio.toFixed(4)]);
        expect(round(changed)).toEqual(round(built));
      }),
      { numRuns: 300 },
    ));

  const index = new TextIndex();
  index.put([
    { id: 'ceramic', text: '煤矸石制备多孔陶瓷滤料' },
    { id: 'water', text: '煤矿矿井水处理回用' },
    { id: 'steel', text: '取向硅钢退火' },
    { id: 'led', text: 'LED 芯片封装' },
  ]);

  it('finds what shares the rare words, and Latin words in any width', () => {
    expect(index.search(ask('煤矸石陶瓷'), { limit: 3 })[0]?.id).toBe('ceramic');
    expect(index.search(ask('ｌｅｄ'), { limit: 3 })[0]?.id).toBe('led');
  });
  it('gives a ratio of one to the text itself and less to others', () => {
    const [same, ...others] = index.search(ask('取向硅钢退火'), { limit: 4, include: ['led', 'water'] });
    expect(same?.id).toBe('steel');
    expect(same?.ratio).toBeCloseTo(1, 6);
    for (const other of others) expect(other.ratio).toBeLessThan(0.2);
  });
  it('still knows the text again when the market is full of copies of it', () => {
    const copies = new TextIndex();
    copies.put(Array.from({ length: 50 }, (_, number) => ({ id: String(number), text: '取向硅钢退火' })));
    copies.put([{ id: 'water', text: '煤矿矿井水处理回用' }]);
    const [first] = copies.search(ask('冷轧取向硅钢退火'), { limit: 1 });
    expect(first?.ratio).toBeGreaterThan(0.3);
  });
  it('answers only what is admitted, and always what is included', () => {
    const admit = (key: string): boolean => key !== 'ceramic';
    expect(index.search(ask('煤矸石'), { limit: 3, admit }).map((hit) => hit.id)).toEqual(['water']);
    expect(index.search(ask('煤矸石'), { limit: 3, admit, include: ['ceramic'] })[0]?.id).toBe('ceramic');
  });
  it.each(['', '🙂🙂', "'; drop table x --", '(a+)+$', 'x'.repeat(10_000), '\u202eתירבע'])(
    'answers %j without an error',
    (question) => {
      expect(index.search(ask(question), { limit: 3 }).length).toBeLessThanOrEqual(4);
    },
  );
  it('measures by the market that it is a part of, where it is told', () => {
    const market = new TextStatistics();
    for (let at = 0; at < 100; at += 1) market.add(at < 90 ? '煤矿矿井水处理' : '取向硅钢退火');
    expect([market.documents, market.average('singles')]).toEqual([100, 6.9]);
    const part = new TextIndex(market);
    part.put([
      { id: 'water', text: '煤矿矿井水' },
      { id: 'steel', text: '取向硅钢带' },
    ]);
    // Both are in the part alike; in the market steel is the rarer.
    expect(part.search(ask('煤矿硅钢'), { limit: 2 }).map(({ id }) => id)).toEqual(['steel', 'water']);
    expect(part.rarity('硅钢')).toBeGreaterThan(part.rarity('煤矿'));
  });
  it('gives a few texts the same scores without making an index of them', () => {
    const texts = fc.array(fc.stringMatching(/^[煤矿瓦斯抽采光伏组件清洗led ]{1,60}$/), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(texts, fc.stringMatching(/^[煤矿瓦斯光伏清洗led ]{1,12}$/), (written, asked) => {
        const documents = written.map((text, at) => ({ id: String(at), text }));
        const market = new TextStatistics();
        for (const text of [...written, '煤矿瓦斯抽采', '光伏组件清洗机器人']) market.add(text);
        const index = new TextIndex(market);
        index.put(documents);
        const include = documents.map(({ id }) => id);
        const scores = scoreTexts(documents, ask(asked), market);
        for (const { id, fused } of index.search(ask(asked), { limit: 0, include }))
          expect(scores.get(id)).toBeCloseTo(fused, 3);
      }),
      { numRuns: 60 },
    );
  });
  it('takes texts for equal whose words are the same in another order', () => {
    const documents = [
      { id: 'a', text: '光伏伏煤斯光件' },
      { id: 'b', text: '矿伏伏煤光组矿' },
    ];
    const market = new TextStatistics();
    for (const text of [...documents.map((one) => one.text), '煤矿瓦斯抽采', '光伏组件清洗机器人'])
      market.add(text);
    const scores = scoreTexts(documents, ask('斯光光矿伏伏'), market);
    const index = new TextIndex(market);
    index.put(documents);
    for (const { id, fused } of index.search(ask('斯光光矿伏伏'), { limit: 0, include: ['a', 'b'] }))
      expect(scores.get(id)).toBeCloseTo(fused, 3);
  });
  it('knows rare words from common ones', () => {
    expect(index.rarity('煤矸石')).toBeGreaterThan(index.rarity('煤'));
    expect(new TextIndex().rarity('煤')).toBeGreaterThanOrEqual(0);
    expect(new TextIndex().search(ask('煤'), { limit: 3 })).toEqual([]);
  });
  it('takes more documents than a batch holds', () => {
    const large = new TextIndex();
    large.put(
      Array.from({ length: MAX_BATCH + 5 }, (_, number) => ({ id: String(number), text: `光伏${number}` })),
    );
    expect(large.size).toBe(MAX_BATCH + 5);
    expect(large.search(ask(`光伏${MAX_BATCH}`), { limit: 1 })[0]?.id).toBe(String(MAX_BATCH));
    expect(() => buildSegment(Array.from({ length: MAX_BATCH + 1 }, () => []))).toThrow(RangeError);
  });
  it('leads with single characters on bare titles and with pairs on longer text', () => {
    expect(signalWeights(10)).toEqual({ singles: 1, pairs: 0.5 });
    expect(signalWeights(32)).toEqual({ singles: 0.75, pairs: 0.75 });
    expect(signalWeights(200)).toEqual({ singles: 0.5, pairs: 1 });
  });
});

describe('metrics', () => {
  const judged = new Map([
    ['a', 2],
    ['b', 1],
    ['c', 0],
  ]);
  it('reward good documents at the top', () => {
    expect(ndcg(['a', 'b', 'c'], judged)).toBe(1);
    expect(ndcg(['b', 'a'], judged)).toBeCloseTo((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)), 10);
    expect(ndcg([], judged)).toBe(0);
    expect(ndcg(['x'], new Map())).toBe(0);
    expect(recall(['c', 'b'], judged, 2)).toBe(0.5);
    expect(recall(['c'], new Map(), 2)).toBe(0);
    expect([reciprocalRank(['c', 'b'], judged), reciprocalRank(['c'], judged)]).toEqual([0.5, 0]);
  });
  it('count pairs in the right order, ties half', () => {
    expect(
      pairAuc(
        new Map([
          ['a', 3],
          ['b', 2],
          ['c', 1],
        ]),
        judged,
      ),
    ).toBe(1);
    expect(
      pairAuc(
        new Map([
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ]),
        judged,
      ),
    ).toBe(0.5);
    expect(pairAuc(new Map(), new Map([['a', 1]]))).toBeUndefined();
  });
});
