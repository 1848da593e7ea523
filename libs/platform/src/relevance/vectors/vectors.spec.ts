import fc from 'fast-check';
import { ProfileIndex } from '../profile-index.js';
import { prepareQuery } from '../query.js';
import { TextIndex } from '../text-index.js';
import { bytesOf, meanOf } from './dense.js';
import { encode, encodeQuery, type VectorModel } from './model.js';
import { BE, BE_OWN, type TrainingParameters } from './parameters.js';
import { train, type TrainingPair } from './training.js';

/** Ten subjects, each with words of the need's side and others of the result's side: only training joins them. */
const SUBJECTS = [
  ['煤矸石废渣', '陶瓷滤料'],
  ['光伏热斑', '无人机巡检'],
  ['沙棘果皮', '黄酮饮品'],
  ['钢板铁损', '退火制度'],
  ['晶圆划痕', '抛光液'],
  ['藜麦口感', '挤压膨化'],
  ['法兰裂纹', '环锻控制'],
  ['矿井涌水', '反渗透膜'],
  ['电池鼓包', '热管理'],
  ['药茶沉淀', '超声提取'],
] as const;
const SMALL = { dimensions: 32, minimumCount: 1, epochs: 40, batch: 16 };
const small = (of: TrainingParameters): TrainingParameters => ({ ...of, ...SMALL });
const pairs: TrainingPair[] = SUBJECTS.flatMap(([left, right]) => [
  { left: `希望解决${left}`, right: `一种${right}` },
  { left: `${left}难题`, right: `${right}方法` },
]);
const cosineOf = (model: VectorModel, left: string, right: string): number => {
  const [a, b] = [encode(model, left), encode(model, right)];
  return a === undefined || b === undefined ? 0 : a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
};
const NONE = new Set<string>();

describe.each([
  ['characters and pairs', small(BE)],
  ['characters alone', small(BE_OWN)],
])('a model of %s', (_name, parameters) => {
  const model = train(pairs, parameters);

  it('brings texts near each other that share no word but the pairs that it learnt from', () => {
    for (const [left, right] of SUBJECTS)
      for (const [, other] of SUBJECTS)
        if (other !== right)
          expect(cosineOf(model, left, right)).toBeGreaterThan(cosineOf(model, left, other));
  });
  it('is the same for the same pairs', () => {
    expect(train(pairs, parameters)).toEqual(model);
  });
  it('knows nothing of what it never saw', () => {
    expect(encode(model, '')).toBeUndefined();
    expect(encode(model, '🙂 xyz')).toBeUndefined();
    expect(encodeQuery(model, '🙂', '')).toBeUndefined();
    expect(encodeQuery(model, '🙂', '陶瓷')).toEqual(encode(model, '陶瓷'));
  });
  it('tells how far it is', () => {
    const told: number[] = [];
    train(pairs, { ...parameters, epochs: 2 }, (done, total) => told.push(done / total));
    expect(told).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

describe('an index with vectors', () => {
  const model = train(pairs, small(BE_OWN));
  const adopt = (index: TextIndex, models: readonly VectorModel[] = [model]): TextIndex => {
    for (const steps = index.adopt(models); steps.next().done !== true;);
    return index;
  };
  const ask = (title: string): ReturnType<typeof prepareQuery> => prepareQuery({ title, content: '' }, NONE);
  const results = SUBJECTS.map(([, right], at) => ({ id: String(at), text: `一种${right}方法` }));

  it('finds what shares no word with the question', () => {
    const without = new TextIndex();
    without.put(results);
    expect(without.search(ask('矿井涌水'), { limit: 3 })).toEqual([]);
    expect(adopt(without).search(ask('矿井涌水'), { limit: 3 })[0]?.id).toBe('7');
    expect(adopt(without, []).search(ask('矿井涌水'), { limit: 3 })).toEqual([]);
  });
  it('searches with the models of before until the last part has its vectors', () => {
    const index = new TextIndex();
    index.put(results);
    const steps = index.adopt([model]);
    steps.next();
    index.put([{ id: 'new', text: '反渗透膜的清洗' }]);
    expect(index.search(ask('矿井涌水'), { limit: 3 })).toEqual([]);
    while (steps.next().done !== true);
    expect(index.search(ask('矿井涌水'), { limit: 3 }).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['7', 'new']),
    );
  });
  it('holds the same vectors whichever way its documents came in', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
            text: fc.constantFrom(...results.map(({ text }) => text)),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.nat(12),
        (documents, when) => {
          const changed = new TextIndex();
          documents.forEach((document, at) => {
            if (at === when) adopt(changed);
            changed.put([document]);
          });
          adopt(changed);
          const built = adopt(new TextIndex());
          built.put([...new Map(documents.map((document) => [document.id, document])).values()]);
          const round = (index: TextIndex): unknown[] =>
            index
              .search(ask('矿井涌水'), { limit: 0, include: ['a', 'b', 'c', 'd', 'e'] })
              .map(({ id, shares }) => [id, shares.map((share) => share.toFixed(4))]);
          expect(round(changed)).toEqual(round(built));
        },
      ),
    ));
  it('ranks people by the best of what they did', () => {
    const people = new ProfileIndex();
    people.put([
      { id: 'water', works: ['环锻控制'] },
      { id: 'tea', works: ['超声提取方法'] },
    ]);
    const adopting = people.adopt([model]);
    adopting.next();
    // Who comes or changes while models are being adopted has vectors too.
    people.put([
      { id: 'water', works: ['反渗透膜方法', '环锻控制'] },
      { id: 'nothing', works: [] },
    ]);
    while (adopting.next().done !== true);
    const found = people.search(ask('矿井涌水'), { limit: 10 });
    expect(found[0]?.id).toBe('water');
    expect(found.map(({ ratio }) => ratio)).toEqual(
      [...found.map(({ ratio }) => ratio)].sort((a, b) => b - a),
    );
    expect(people.search(ask('超声提取'), { limit: 1 }).map(({ id }) => id)).toEqual(['tea']);
    expect(
      people.search(ask('超声提取'), { limit: 9, admit: (id) => id !== 'tea' }).map(({ id }) => id),
    ).not.toContain('tea');
    people.remove(['tea']);
    expect(people.search(ask('超声提取'), { limit: 9 }).map(({ id }) => id)).not.toContain('tea');
  });

  it('takes what the works are about for more than what they mention', () => {
    const people = new ProfileIndex();
    const works = ['环锻控制\n也提到退火制度', '退火制度\n也提到环锻控制'];
    people.put([
      { id: 'forging', works: works.slice(0, 1), headings: ['环锻控制'] },
      { id: 'annealing', works: works.slice(1), headings: ['退火制度'] },
      { id: 'neither', works: ['超声提取'] },
    ]);
    expect(people.search(ask('退火制度'), { limit: 1 }).map(({ id }) => id)).toEqual(['annealing']);
    expect(people.search(ask('环锻控制'), { limit: 1 }).map(({ id }) => id)).toEqual(['forging']);
  });

  it('ranks people by vectors of their works from elsewhere as well, who has none as the average', () => {
    const people = new ProfileIndex();
    const towards = (...numbers: number[]): Int8Array => bytesOf(numbers) ?? new Int8Array(0);
    people.put([
      { id: 'far', works: ['环锻控制'], embeddings: [towards(0, 1, 0)] },
      {
        id: 'near',
        works: ['环锻控制'],
        embeddings: [towards(0, 1, 0), towards(1, 0, 0), towards(1, 0.2, 0)],
      },
      { id: 'none', works: ['环锻控制'] },
      { id: 'other model', works: ['环锻控制'], embeddings: [towards(1, 0)] },
    ]);
    const order = (embedding: Int8Array | null): string[] =>
      people.search(ask('环锻'), { limit: 9, embedding }).map(({ id }) => id);
    expect(order(towards(1, 0, 0))).toEqual(['near', 'none', 'other model', 'far']);
    expect(order(null)).toEqual(['far', 'near', 'none', 'other model']);
    expect(meanOf([towards(1, 0, 0), towards(0, 1, 0), towards(1, 0)])).toEqual(towards(1, 1, 0));
    expect(meanOf([])).toBeNull();
  });
});
