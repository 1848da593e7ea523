import { isFen, type Fen } from '@jihui/kernel';

/** An amount as it stands in the text; `start` and `end` count characters of the flow. */
export interface MoneyMention {
  readonly start: number;
  readonly end: number;
  readonly amount: Fen;
  /** 小写 or 大写. */
  readonly writing: 'FIGURES' | 'CAPITALS';
}

const FIGURES =
  /(人民币|RMB|CNY|[¥￥])?:?\s*(?<![\d.,])(\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,16})(\.\d{1,6})?\s*(亿|千万|百万|万)?(元|圆)?(?![%％\d])(?!\s*\/|[台套件吨年月日])/g;
const CAPITALS =
  /[零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億一二两三四五六七八九十百千]{1,24}[元圆](?:[整正]|(?:[零〇壹贰叁肆伍陆柒捌玖一二三四五六七八九]+角)?(?:零?[壹贰叁肆伍陆柒捌玖一二三四五六七八九]分)?[整正]?)/g;

const FACTOR: Readonly<Record<string, bigint>> = {
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
};

/** 1,234.56 with a factor, exactly, in 分; null for a fraction of a 分 or more than is accepted anywhere. */
function figures(whole: string, fraction: string, factor: string): Fen | null {
  const digits = BigInt(whole.replaceAll(/[,，]/g, '') + fraction.slice(1).padEnd(6, '0'));
  const scaled = digits * (FACTOR[factor] ?? 1n) * 100n;
  if (scaled % 1_000_000n !== 0n) return null;
  const amount = Number(scaled / 1_000_000n);
  return isFen(amount) ? amount : null;
}

const VALUES: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9,
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1_000, 千: 1_000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

/** 壹佰贰拾万 → 1,200,000. */
function whole(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const place = PLACES[character];
    const group = GROUPS[character];
    if (place !== undefined) {
      section += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    } else if (group !== undefined) {
      // 亿 closes what 万 had closed below it: 壹万亿.
      const closed = section + digit;
      total = group > 10_000 ? (total + closed) * group : total + closed * group;
      section = 0;
      digit = 0;
    } else digit = VALUES[character] ?? 0;
  }
  return total + section + digit;
}

/** 人民币大写 → 分; the reverse of `amountInWords`. Null for what is no amount. */
export function amountOfWords(text: string): Fen | null {
  const parts =
    /^(.+?)[元圆](?:(.*?)([壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?(?:零?([壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?[整正]?$/.exec(
      text,
    );
  if (parts === null) return null;
  const [, yuan = '', , jiao = '', fen = ''] = parts;
  const amount = whole(yuan) * 100 + (VALUES[jiao] ?? 0) * 10 + (VALUES[fen] ?? 0);
  return isFen(amount) ? amount : null;
}

/** Every amount of the text, in order; figures without a unit or a sign of currency are none. */
export function moneyIn(text: string): readonly MoneyMention[] {
  const mentions: MoneyMention[] = [];
  for (const found of text.matchAll(FIGURES)) {
    const [all, sign, digits = '', fraction = '', factor = '', unit] = found;
    const isMoney = unit !== undefined || (sign !== undefined && (sign !== '人民币' || factor !== ''));
    if (!isMoney) continue;
    const amount = figures(digits, fraction, factor);
    if (amount === null) continue;
    mentions.push({ start: found.index, end: found.index + all.length, amount, writing: 'FIGURES' });
  }
  for (const found of text.matchAll(CAPITALS)) {
    const amount = amountOfWords(found[0]);
    if (amount === null || amount === 0) continue;
    mentions.push({ start: found.index, end: found.index + found[0].length, amount, writing: 'CAPITALS' });
  }
  return mentions.toSorted((a, b) => a.start - b.start);
}

/** 大写 and 小写 of one amount stand side by side, with nothing between but brackets and the words for them. */
const BETWEEN =
  /^[\s（()）[\]【】,，:：、。.]*(?:(?:大写|小写|人民币|即|整|RMB|CNY|[¥￥])[\s（()）[\]【】,，:：、]*)*$/;

/** One amount of the contract, as written once or in both ways. */
export interface StatedAmount {
  readonly start: number;
  readonly end: number;
  readonly amount: Fen;
  /** The two writings do not agree: by custom 大写 holds, but the parties should say. */
  readonly disagrees: boolean;
}

/** Amounts with their two writings joined. */
export function statedAmounts(text: string): readonly StatedAmount[] {
  const mentions = moneyIn(text);
  const stated: StatedAmount[] = [];
  for (let index = 0; index < mentions.length; index += 1) {
    const first = mentions[index];
    const second = mentions[index + 1];
    if (first === undefined) break;
    const pair =
      second !== undefined &&
      first.writing !== second.writing &&
      second.start >= first.end &&
      BETWEEN.test(text.slice(first.end, second.start));
    if (!pair) {
      stated.push({ start: first.start, end: first.end, amount: first.amount, disagrees: false });
      continue;
    }
    const capitals = first.writing === 'CAPITALS' ? first : second;
    stated.push({
      start: first.start,
      end: second.end,
      amount: capitals.amount,
      disagrees: first.amount !== second.amount,
    });
    index += 1;
  }
  return stated;
}
