import { TECHNOLOGIES, type Technology } from './technologies.js';
import { TEMPLATES, type Particulars, type Template } from './templates.js';
import { labelledTexts, type Half } from './texts.js';

/** Two texts, and whether one was made from the other. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly duplicate: boolean;
  /** What was done to the second, for who looks at a miss. */
  readonly how: string;
}

/** The same numbers for the same seed, everywhere (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
type Chance = () => number;
const pick = <T>(items: readonly T[], random: Chance): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
function shuffled<T>(items: readonly T[], random: Chance): readonly T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

const CLIENTS = ['定襄县恒泰机械制造有限公司', '神池县惠民农牧开发有限公司', '忻州经开区绿源科技有限公司', '原平市同川矿业有限责任公司', '五寨县天润新能源有限公司', '偏关县晋源食品股份有限公司', '代县雁门新材料有限公司', '静乐县汾河生态产业有限公司'] as const; // prettier-ignore
const CONTRACTORS = ['晋北理工学院', '塞上大学', '太行应用技术研究院', '河朔自动化研究院', '云中科技职业学院', '并州产业技术研究院有限公司', '雁门农业科学研究中心', '滹沱高新技术研究所'] as const; // prettier-ignore
const TOTALS = ['叁拾陆万元整', '￥480,000.00元', '壹佰贰拾万元整（¥1,200,000.00）', '85万元', '人民币陆拾柒万伍仟元整', '2,600,000元', '58.5万元'] as const; // prettier-ignore

const day = (random: Chance): string =>
  `${2025 + Math.floor(random() * 4)}年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日`;
const particulars = (random: Chance): Particulars => ({
  client: pick(CLIENTS, random),
  contractor: pick(CONTRACTORS, random),
  total: pick(TOTALS, random),
  days: [day(random), day(random)],
});

const NUMBERS = '一二三四五六七八九十';
const ordinal = (index: number): string =>
  index < 10 ? (NUMBERS[index] ?? '') : `十${index === 10 ? '一' : (NUMBERS[index - 10] ?? '')}`;

/** Clauses with numbers of one kind before them; the head has none. */
function written([head = '', ...clauses]: readonly string[], style: number): string {
  const number = [
    (index: number) => `第${ordinal(index)}条 `,
    (index: number) => `${ordinal(index)}、`,
    (index: number) => `${index + 1}. `,
  ][style % 3];
  return [head, ...clauses.map((clause, index) => `${number?.(index) ?? ''}${clause}`)].join('\n');
}

/** A text in clauses without numbers: a contract of the labelled set, or a template filled in. */
interface Base {
  readonly clauses: readonly string[];
  readonly names: readonly string[];
}

const NUMBER =
  /^(第[一二三四五六七八九十]+[条部分]+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、）)]|第[一二三四五六七八九十]+，|\d+ )\s*/;
function baseOf(text: string): Base {
  const clauses: string[] = [''];
  for (const line of text.split('\n'))
    if (NUMBER.test(line)) clauses.push(line.replace(NUMBER, ''));
    else clauses.push([clauses.pop(), line].filter((part) => part !== '').join('\n'));
  const names = [
    ...text.matchAll(
      /[：\u3000 ]([\u4e00-\u9fa5]{4,20}(?:公司|大学|学院|研究院|研究所|中心|厂|合作社|管理局|集团))/g,
    ),
  ].map(([, name]) => name ?? '');
  return { clauses, names: [...new Set(names)] };
}

const filledIn = (template: Template, technology: Technology, random: Chance): Base => {
  const of = particulars(random);
  return { clauses: template.clauses(technology, of), names: [of.client, of.contractor] };
};

/** What a cheat does to a text. */
type Edit = (base: Base, random: Chance) => Base;
const overText =
  (change: (text: string, random: Chance) => string): Edit =>
  (base, random) => ({ ...base, clauses: base.clauses.map((clause) => change(clause, random)) });

const renameParties: Edit = ({ clauses, names }, random) => {
  const others = shuffled([...CLIENTS, ...CONTRACTORS], random);
  const renamed = (clause: string): string =>
    names.reduce((text, name, index) => text.replaceAll(name, others[index % others.length] ?? name), clause);
  return { clauses: clauses.map(renamed), names };
};
const changeAmounts = overText((text, random) =>
  text
    .replaceAll(/[壹贰叁肆伍陆柒捌玖拾佰仟万]{2,}元/g, () =>
      pick(['叁佰万元', '肆拾贰万元', '柒万捌仟元'], random),
    )
    .replaceAll(/\d[\d,.]*(?=万?元)/g, () => String(Math.round(10 + random() * 900))),
);
const changeDates = overText((text, random) =>
  text.replaceAll(/(20\d{2}|二〇[一二三四五六七八九〇]{2})年[^，。；\n]{1,4}月([^，。；\n]{1,3}日)?/g, () =>
    day(random),
  ),
);
const reorder: Edit = ({ clauses: [head = '', ...clauses], names }, random) => ({
  clauses: [head, ...shuffled(clauses, random)],
  names,
});
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['应当', '须'], ['提交', '递交'], ['费用', '款项'], ['支付', '给付'], ['期限', '时限'], ['完成', '做完'], ['提供', '给予'],
  ['进行', '开展'], ['降低', '减少'], ['提高', '提升'], ['不低于', '至少为'], ['小于', '低于'], ['大于', '高于'], ['以及', '和'],
  ['系统', '体系'], ['装置', '设备'], ['工艺', '流程'], ['试验', '实验'], ['方法', '办法'], ['研究', '研讨'], ['控制', '调控'],
  ['设计', '规划'], ['检测', '测定'], ['优化', '改善'], ['验收', '查验'], ['资料', '材料'], ['约定', '商定'], ['负责', '承担'],
  ['甲方', '委托一方'], ['乙方', '承接一方'], ['合同', '契约'], ['技术指标', '技术参数'], ['报告', '文本'],
]; // prettier-ignore
const synonyms = overText((text, random) =>
  SYNONYMS.reduce(
    (changed, [word, other]) => changed.replaceAll(word, (found) => (random() < 0.35 ? other : found)),
    text,
  ),
);
const FILLERS = [
  '双方确认在签署本文件之前已经充分协商，对各自的权利义务有清楚的认识，不存在重大误解和显失公平的情形。',
  '本文件的任何条款被认定无效的，不影响其他条款的效力，双方应当以最接近原意的有效条款代替。',
  '任何一方未行使或者迟延行使权利，不视为对该权利的放弃；单独或者部分行使权利，不妨碍其再次行使。',
  '未经对方事先书面同意，任何一方不得将其在本文件项下的权利义务全部或者部分转让给第三人。',
  '双方均应遵守反商业贿赂的规定，不得以任何名义向对方工作人员提供回扣、礼金或者其他不正当利益。',
  '本文件中的标题仅为阅读方便而设，不影响对条款内容的解释。附件与正文不一致的，以正文为准。',
  '一方的联系人、地址、电话发生变更的，应当自变更之日起七日内书面通知另一方，否则承担由此产生的后果。',
  '双方应当妥善保存与履行有关的凭证和往来函件，保存期限不少于十年，以备有关部门核查。',
] as const;
const addBoilerplate: Edit = ({ clauses, names }, random) => ({
  clauses: [...clauses, ...shuffled(FILLERS, random).slice(0, 4 + Math.floor(random() * 4))],
  names,
});
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['已', '己'], ['未', '末'], ['土', '士'], ['日', '曰'], ['人', '入'], ['大', '太'], ['干', '千'], ['天', '夫'], ['力', '刀'],
  ['面', '而'], ['设', '没'], ['技', '枝'], ['术', '木'], ['研', '硏'], ['期', '斯'], ['料', '科'], ['温', '湿'], ['度', '废'],
]; // prettier-ignore
const SWAPPED = new Map(LOOKALIKES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
const ocrNoise = overText((text, random) =>
  [...text]
    .map((character) => {
      const roll = random();
      if (character === '\n' || roll > 0.035) return character;
      if (roll < 0.01) return '';
      return SWAPPED.get(character) ?? (roll < 0.02 ? '口' : character);
    })
    .join(''),
);
const dropClause: Edit = ({ clauses, names }, random) => ({
  clauses: clauses.filter((_, index) => index === 0 || random() > 0.12),
  names,
});

const EDITS: readonly (readonly [string, Edit])[] = [
  ['renamed parties', renameParties],
  ['other amounts', changeAmounts],
  ['other dates', changeDates],
  ['clauses reordered', reorder],
  ['synonyms', synonyms],
  ['boilerplate added', addBoilerplate],
  ['OCR noise', ocrNoise],
  ['a clause dropped', dropClause],
];

function duplicated(base: Base, random: Chance): Pair {
  const chosen = shuffled(EDITS, random).slice(0, 3 + Math.floor(random() * 4));
  const edited = chosen.reduce((now, [, edit]) => edit(now, random), base);
  const style = Math.floor(random() * 3);
  return {
    first: written(base.clauses, style),
    second: written(edited.clauses, style + Math.floor(random() * 2)),
    duplicate: true,
    how: chosen.map(([name]) => name).join(', '),
  };
}

/** The same template, often the same parties and amounts, and another technology. */
function sameTemplate(half: Half, random: Chance): Pair {
  const template = pick(
    TEMPLATES.filter((each) => each.half === half),
    random,
  );
  const [one, other] = shuffled(
    TECHNOLOGIES.filter((each) => each.half === half),
    random,
  );
  if (one === undefined || other === undefined) throw new Error('two technologies are needed');
  const of = particulars(random);
  const parties = random() < 0.5 ? of : particulars(random);
  const style = Math.floor(random() * 3);
  return {
    first: written(template.clauses(one, of), style),
    second: written(template.clauses(other, parties), style),
    duplicate: false,
    how: `${one.name} / ${other.name}`,
  };
}

/** Two contracts of the labelled set: alike in kind at most. */
function unrelated(texts: readonly string[], random: Chance): Pair {
  const [first = '', second = ''] = shuffled(texts, random);
  return { first, second, duplicate: false, how: 'unrelated' };
}

/** So many pairs from one half of the material: one in two a duplicate, most of the others of one template. */
export function seededPairs(half: Half, count: number, seed: number): readonly Pair[] {
  const random = chance(seed);
  const texts = labelledTexts(half).map(({ text }) => text);
  const templates = TEMPLATES.filter((each) => each.half === half);
  const technologies = TECHNOLOGIES.filter((each) => each.half === half);
  return Array.from({ length: count }, (_, index) => {
    if (index % 2 === 1) return index % 10 === 9 ? unrelated(texts, random) : sameTemplate(half, random);
    const base =
      index % 4 === 0
        ? baseOf(pick(texts, random))
        : filledIn(pick(templates, random), pick(technologies, random), random);
    return duplicated(base, random);
  });
}
