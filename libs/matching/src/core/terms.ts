/** Words of needs that say nothing about their subject; used until the deployment has needs of its own. */
export const STARTING_BOILERPLATE: readonly string[] = [
  '研发',
  '技术',
  '系统',
  '需求',
  '开发',
  '研究',
  '产业化',
  '项目',
  '公司',
  '企业',
  '产品',
  '关键技术',
  '关键',
  '应用',
  '问题',
  '解决',
  '示范',
  '集成',
  '方案',
  '寻求',
  '合作',
  '目前',
  '现有',
  '实现',
  '提高',
  '进行',
  '要求',
  '希望',
  '相关',
  '攻关',
  '难题',
  '技术难题',
  '技术需求',
  '改进',
  '创新',
];

/** How the deployment's own boilerplate is found. */
export interface BoilerplateRule {
  /** Needs that must be there before their own counts are trusted. */
  readonly minimumNeeds: number;
  /** Share of the needs that hold the word. */
  readonly minimumShare: number;
  /** At most so many words. */
  readonly limit: number;
}
export const BOILERPLATE_RULE: BoilerplateRule = { minimumNeeds: 200, minimumShare: 0.06, limit: 60 };

/** Counts in how many needs each word stands, over all and by technical field. */
export class WordCounts {
  needs = 0;
  private readonly words = new Map<string, Map<string, number>>();
  private readonly fields = new Map<string, number>();

  /** @param field technical field, or an empty text where none is given. */
  add(words: readonly string[], field: string): void {
    this.needs += 1;
    this.fields.set(field, (this.fields.get(field) ?? 0) + 1);
    for (const word of new Set(words)) {
      const byField = this.words.get(word) ?? new Map<string, number>();
      byField.set(field, (byField.get(field) ?? 0) + 1);
      this.words.set(word, byField);
    }
  }

  /**
   * The words that are frequent among all needs and not only in one field: 煤矿 in a coal county is
   * frequent as well, but it is what those needs are about.
   */
  boilerplate(rule: BoilerplateRule = BOILERPLATE_RULE): { word: string; share: number }[] {
    if (this.needs < rule.minimumNeeds) return [];
    return [...this.words]
      .filter(([word]) => [...word].length >= 2 && /\p{Script=Han}/u.test(word))
      .map(([word, byField]) => ({ word, byField, share: sum(byField.values()) / this.needs }))
      .filter(({ share, byField }) => share >= rule.minimumShare && this.isSpread(byField, share))
      .sort((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
      .slice(0, rule.limit)
      .map(({ word, share }) => ({ word, share }));
  }

  /** In more than half of the fields that hold enough needs, at least half as frequent as over all. */
  private isSpread(byField: ReadonlyMap<string, number>, share: number): boolean {
    const large = [...this.fields].filter(([, count]) => count >= 20);
    if (large.length < 2) return true;
    const holding = large.filter(([field, count]) => (byField.get(field) ?? 0) / count >= share / 2);
    return holding.length > large.length / 2;
  }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** The words of a listing. */
export interface ListingWords {
  /** Of its title and keywords: what it says it is about. */
  readonly leading: readonly string[];
  /** Of all of it. */
  readonly all: readonly string[];
}

/** The words that both texts hold and that name something. A word inside another shared word is left out. */
export function sharedWords(
  need: ListingWords,
  result: ListingWords,
  boilerplate: ReadonlySet<string>,
): string[] {
  const inResult = new Set(result.all);
  const shared = [...new Set(need.all)].filter(
    (word) => inResult.has(word) && !boilerplate.has(word) && isTelling(word),
  );
  return shared.filter((word) => !shared.some((other) => other !== word && other.includes(word)));
}

/** From so many characters on a word names a thing wherever it stands. */
const LONG_WORD = 3;

/**
 * The most telling of the shared words: first those that lead both texts, then those that lead one, each the rarest
 * first. A short Chinese word that leads neither (温度, 适合) stands in the course of both and says nothing of either.
 * @param rarity how rare a word is in the market.
 */
export function sharedTerms(
  shared: readonly string[],
  texts: readonly ListingWords[],
  rarity: (word: string) => number,
  limit = 8,
): string[] {
  const leads = texts.map(({ leading }) => new Set(leading));
  return shared
    .map((word) => ({ word, leading: leads.filter((words) => words.has(word)).length, rarity: rarity(word) }))
    .filter(({ word, leading }) => leading > 0 || isLong(word))
    .sort((a, b) => b.leading - a.leading || b.rarity - a.rarity || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

const isLong = (word: string): boolean => !/\p{Script=Han}/u.test(word) || [...word].length >= LONG_WORD;

const NUMERAL = /^[零〇一二两三四五六七八九十百千万亿几半数第多余成]+[个种项台套次年月日天时分元吨倍]?$/u;
/** Words that measure, compare, connect or say that something gets better: shared by any two texts with figures in them. */
const MEASURES = new Set(
  (
    '毫米 厘米 分米 公里 千米 平方米 立方米 公斤 千克 公吨 摄氏度 百分之 百分点 小时 分钟 以上 以下 以内 以外 超过 达到 低于 高于 ' +
    '大于 小于 不低于 不高于 不超过 不足 左右 大约 平均 之间 至少 最大 最高 最小 最低 其中 同时 因此 但是 由于 没有 需要 可以 能够 ' +
    '使用 采用 完成 保证 满足 每年 每月 每天 目标 情况 条件 过程 方面 部分 主要 进一步 以及 我们 我公司 本项目 本成果 利用 降低 减少 提升 改善 增加 增强 优化 适合 适用'
  ).split(' '),
);

/** Two Han characters or more that name something, or a Latin word; a lone digit or letter tells nothing. */
function isTelling(word: string): boolean {
  if (!/\p{Script=Han}/u.test(word)) return /[\p{L}]/u.test(word) && word.length >= 2;
  return [...word].length >= 2 && !MEASURES.has(word) && !NUMERAL.test(word);
}
