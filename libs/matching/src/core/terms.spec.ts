import { sharedTerms, sharedWords, WordCounts, type ListingWords } from './terms.js';

describe('shared terms', () => {
  const rarity = (word: string): number => word.length;
  const saying = (all: string[], leading: string[] = []): ListingWords => ({ all, leading });
  const shared = (need: ListingWords, result: ListingWords, boilerplate = new Set<string>()): string[] =>
    sharedTerms(sharedWords(need, result, boilerplate), [need, result], rarity);

  it('are the telling words of both texts, the rarest first, without words inside others', () => {
    const words = [
      '煤矸石',
      '矸石',
      '多孔',
      '多孔陶瓷',
      '技术',
      '孔',
      'sic',
      '3',
      'a',
      '毫米',
      '二十',
      '九个',
    ];
    expect(shared(saying(words), saying([...words, '滤料']), new Set(['技术']))).toEqual([
      '多孔陶瓷',
      'sic',
      '煤矸石',
    ]);
  });
  it('begin with what leads both texts, then one', () => {
    const words = ['闭环控制', '法兰', '测量', '台车'];
    expect(shared(saying(words, ['法兰', '测量']), saying(words, ['法兰', '台车']))).toEqual([
      '法兰',
      '台车',
      '测量',
      '闭环控制',
    ]);
  });
  it('leave out what says no more than that something gets better, wherever it stands', () => {
    const words = ['余热', '利用', '能耗', '降低'];
    expect(shared(saying(words, words), saying(words, words))).toEqual(['余热', '能耗']);
  });
  it('leave out short words that lead neither text', () => {
    const words = ['温度', '适合', '煤矸石', 'sic', '滤料'];
    expect(shared(saying(words, ['滤料']), saying(words))).toEqual(['滤料', 'sic', '煤矸石']);
  });
  it('are at most as many as asked for', () => {
    const words = Array.from({ length: 20 }, (_, index) => `词语${String.fromCharCode(0x4e00 + index)}`);
    expect(shared(saying(words), saying(words))).toHaveLength(8);
  });
});

describe('boilerplate', () => {
  const needs = (
    count: number,
    words: (index: number) => string[],
    field: (index: number) => string,
  ): WordCounts => {
    const counts = new WordCounts();
    for (let index = 0; index < count; index += 1) counts.add(words(index), field(index));
    return counts;
  };

  it('is what many needs of most fields hold', () => {
    const counts = needs(
      300,
      (index) => ['研发', `词${index}`, index % 3 === 0 ? '煤矿' : '其他'],
      (index) => String(index % 3),
    );
    const words = counts.boilerplate().map(({ word }) => word);
    expect(words).toContain('研发');
    expect(words).not.toContain('煤矿');
    expect(words).not.toContain('词7');
  });
  it('is not derived from few needs', () =>
    expect(
      needs(
        199,
        () => ['研发'],
        () => '',
      ).boilerplate(),
    ).toEqual([]));
  it('counts a need once for a word, however often it stands there', () => {
    const counts = needs(
      200,
      () => ['研发', '研发'],
      () => '',
    );
    expect(counts.boilerplate()).toEqual([{ word: '研发', share: 1 }]);
  });
  it('is limited', () => {
    const counts = needs(
      200,
      () => Array.from({ length: 100 }, (_, index) => `常用${index}`),
      () => '',
    );
    expect(counts.boilerplate()).toHaveLength(60);
  });
});
