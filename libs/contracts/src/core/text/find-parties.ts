import { isPatentNumber, isUscc, normalisePatentNumber, normaliseUscc, patentKindOf } from '@jihui/kernel';
import { before, propose, type Passages } from './passages.js';
import type { Proposal } from './proposals.js';

type Side = 'sellers' | 'buyers';

const SELLER_ROLES =
  /受托|受委托|研究开发|研发方|开发方|承担(单位|方)|让与|转让(方|人)|出让|(?<!被)许可(方|人)|咨询方|顾问方|服务(方|人|单位)|培训(方|人|单位)|中介(方|人)|居间(方|人)|供方|卖方|技术(提供|输出)方/;
const BUYER_ROLES = /委托|受让|被许可|引进|需方|技术(接受|吸纳|使用)方|买方|投资方|目标公司|受训/;
const sideOfRole = (role: string): Side | null =>
  /受托|受委托/.test(role)
    ? 'sellers'
    : BUYER_ROLES.test(role)
      ? 'buyers'
      : SELLER_ROLES.test(role)
        ? 'sellers'
        : null;

/** 甲方（委托方）：某某有限公司; 受让人（乙方）: …; 委托方（甲方）… */
const PARTY =
  /(?:^|\n)\s*(?:\d[.、])?\s*([甲乙丙丁戊]方|[\u4e00-\u9fa5]{1,6}?[方人]|[\u4e00-\u9fa5]{0,4}单位)?\s*(?:[（(]([^()（）\n]{1,16})[)）])?\s*(?:名称|全称)?[:：]\s*([\u4e00-\u9fa5A-Za-z0-9（）()·&.\-—]{2,50}?)(?=[\s\n,，;；。]|$|[（(](?:以下|盖章|公章|简称)|法定|统一|住所|地址)/g;
const ORGANISATION =
  /(公司|大学|学院|研究院|研究所|中心|医院|厂|集团|局|合作社|事务所|实验室|学校|协会|基金会|站|农场|企业|研究会|推广站|委员会|政府|场)(（[^）]{1,12}）)?$/;
const CODE = /(?:统一社会信用代码|信用代码|税号|纳税人识别号)[^0-9A-Z\n]{0,8}([0-9A-HJ-NPQRTUWXY]{18})/;

interface Named {
  readonly key: string;
  readonly role: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function namesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  for (const match of text.matchAll(PARTY)) {
    const [all, first = '', second = '', name = ''] = match;
    if (!ORGANISATION.test(name)) continue;
    const words = `${first} ${second}`;
    const key = /[甲乙丙丁戊]方/.exec(words)?.[0] ?? '';
    const start = match.index + all.lastIndexOf(name);
    found.push({ key, role: words.replace(key, ''), name, start, end: start + name.length });
  }
  // A party is named again beside its seal; the first place counts.
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

/** Who does what to whom, where the head of the contract gives no roles. */
const ACTS: readonly (readonly [RegExp, Side])[] = [
  [
    /甲方[^。\n]{0,10}委托乙方|乙方[^。\n]{0,12}接受甲方[^。\n]{0,6}委托|乙方为甲方(提供|开发|研制|进行)|甲方(聘请|邀请)乙方/,
    'buyers',
  ],
  [
    /甲方[^。\n]{0,30}(转让|许可|让与)[^。\n]{0,8}乙方|甲方许可乙方|甲方为乙方(提供|开发|研制|进行)|乙方[^。\n]{0,8}委托甲方|乙方受让甲方/,
    'sellers',
  ],
];
const sideOfA = (text: string): Side | null => ACTS.find(([words]) => words.test(text))?.[1] ?? null;

/** Parties with their side: by the role beside the name, otherwise by what the contract has 甲方 do. */
export function findParties(passages: Passages): readonly Proposal[] {
  const { text } = passages.flow;
  const names = namesIn(text);
  const roleOf = new Map<string, Side>();
  for (const { key, role } of names) {
    const side = sideOfRole(role);
    if (key !== '' && side !== null) roleOf.set(key, side);
  }
  const a = roleOf.get('甲方') ?? sideOfA(text);
  const other: { readonly [side in Side]: Side } = { sellers: 'buyers', buyers: 'sellers' };
  return names.flatMap(({ key, role, name, start, end }, index) => {
    const bySign =
      key === '甲方' ? a : key === '乙方' && a !== null ? (roleOf.get('乙方') ?? other[a]) : null;
    const side = sideOfRole(role) ?? bySign;
    if (side === null) return [];
    const reach = text.slice(end, names[index + 1]?.start ?? end + 400);
    const code = normaliseUscc(CODE.exec(reach.slice(0, 400))?.[1] ?? '');
    return [propose(passages, side, { name, identifier: isUscc(code) ? code : null }, start, end)];
  });
}

const PATENT = /(?<![\dA-Z.])(ZL)?\s?(\d{12}(\.)?[\dX])(?![\dA-Z])/g;
const TITLE_NEAR =
  /[《“"]([^《》“”"\n]{4,60})[》”"]|(?:名称|专利)(?:为)?[:：]\s*([\u4e00-\u9fa5A-Za-z0-9（）()\-—、]{4,60})/g;

/** Patents by their number, which has a check character and so is hardly ever anything else. */
export function findRights(passages: Passages): readonly Proposal[] {
  const { text } = passages.flow;
  const seen = new Set<string>();
  return [...text.matchAll(PATENT)].flatMap((found) => {
    const [, sign, digits = '', dot] = found;
    const called = /专利|申请号|ZL/.test(before(text, found.index, 24));
    const number = normalisePatentNumber(digits);
    const meant = sign !== undefined || dot !== undefined || called;
    const kind = meant && isPatentNumber(number) ? patentKindOf(number) : undefined;
    if (kind === undefined || seen.has(number)) return [];
    seen.add(number);
    const near = text.slice(Math.max(0, found.index - 120), found.index);
    const named = [...near.matchAll(TITLE_NEAR)].at(-1);
    const title = named?.[1] ?? named?.[2] ?? '';
    return [
      propose(
        passages,
        'content.ipRights',
        { kind, title, number },
        found.index,
        found.index + found[0].length,
      ),
    ];
  });
}

const PROJECT = /(?:项目|课题|任务)编号[:：]\s*([A-Za-z0-9\-—_.()（）]{5,40})/;

export function findProject(passages: Passages): readonly Proposal[] {
  const found = PROJECT.exec(passages.flow.text);
  const value = found?.[1];
  if (found === null || value === undefined) return [];
  const start = found.index + found[0].lastIndexOf(value);
  return [propose(passages, 'content.projectNumber', value, start, start + value.length)];
}

const NAMED = /(?:^|\n)\s*(?:合同)?(?:项目|课题)名称[:：]\s*([^\n]{4,100})/;
const HEAD = /^[^\n，。；]{4,60}(?:合同|协议|协议书|合同书|任务书)(?:书)?$/m;

/** The project's name where the contract gives it, otherwise its heading. */
export function findTitle(passages: Passages): readonly Proposal[] {
  const { text } = passages.flow;
  const head = text.slice(0, 800);
  const found = NAMED.exec(head) ?? HEAD.exec(head.slice(0, 200));
  if (found === null) return [];
  const value = (found[1] ?? found[0]).trim();
  const start = found.index + found[0].lastIndexOf(value);
  return [propose(passages, 'title', value, start, start + value.length)];
}
