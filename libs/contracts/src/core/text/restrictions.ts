import { labelAt, quoteOf, type Passages } from './passages.js';

/**
 * 非法垄断技术、妨碍技术进步: the six ways of the Supreme People's Court's interpretation on technology contracts,
 * article 10 (民法典第850、864条). What is found is words; whether they restrict is the reviewer's to read.
 */
export const RESTRICTIONS = {
  IMPROVEMENT: '限制改进或研究开发',
  GRANT_BACK: '要求无偿回授改进成果',
  OTHER_SOURCES: '限制从其他来源获得技术或参与竞争',
  EXPLOITATION: '限制产品价格、出口等实施行为',
  TIE_IN: '要求购买指定的设备、原材料或产品',
  NO_CHALLENGE: '禁止对权利的有效性提出异议',
} as const;
export type RestrictionKind = keyof typeof RESTRICTIONS;

const NOT = '(?:不得|禁止|不允许|无权)';
/** What is done to the research of the contract itself (handing it on, paying for it) restricts nobody. */
const OF_THE_CONTRACT =
  '(?!工作|任务|成果|经费|费用|资料|内容|方案|义务|项目|计划|数据|过程|人员|合同|活动的)';

const WORDS: readonly (readonly [RestrictionKind, RegExp])[] = [
  [
    'IMPROVEMENT',
    new RegExp(
      `${NOT}(?:自行|擅自|另行|再)?(?:(?:对|在|就|以|基于)[^。；;，,\\n]{1,24})?(?:自行|擅自|另行|再)?(?:进行|从事|开展|作|做)?(?:任何|新的|后续|再次|二次|进一步)*(?:改进|研究开发|研发)${OF_THE_CONTRACT}|${NOT}使用[^。；;，,\\n]{0,8}改进后?的?技术`,
    ),
  ],
  [
    'GRANT_BACK',
    /(?:改进|后续)[^。；;\n]{0,24}(?:无偿|免费)(?:提供|转让|让与|回授|归)|无偿回授|(?:无偿|免费)(?:归|让与|转让给)(?:许可|让与|转让)[人方]/,
  ],
  [
    'OTHER_SOURCES',
    new RegExp(
      `${NOT}(?:再)?(?:引进|采用|使用|获取|获得|购买|受让)[^。；;，,\\n]{0,12}(?:竞争性?|类似|同类)的?技术|${NOT}(?:从|向)[^。；;，,\\n]{1,12}(?:引进|获取|获得|取得|购买|受让)[^。；;，,\\n]{0,12}技术|${NOT}(?:参与|从事|与)[^。；;，,\\n]{0,14}竞争(?!对手|者)`,
    ),
  ],
  [
    'EXPLOITATION',
    new RegExp(
      `(?:产品|销售)(?:的)?(?:销售)?(?:价格|售价)[^。；;，,\\n]{0,6}(?:由|须经|应经)(?:许可|让与|转让|甲|乙|丙)[人方][^。；;，,\\n]{0,6}(?:确定|决定|批准|同意|制定)|${NOT}(?:自行)?(?:将[^。；;，,\\n]{0,10})?出口`,
    ),
  ],
  [
    'TIE_IN',
    /(?:必须|只能|须|应当?)(?:向|从)[^。；;，,\n]{1,12}(?:购买|采购|订购)[^。；;，,\n]{0,20}(?:设备|原材料|原料|零部件|产品|配件|耗材)|(?:必须|只能)(?:购买|采购|使用)[^。；;，,\n]{0,16}(?:设备|原材料|原料|零部件|产品|配件|耗材)/,
  ],
  [
    'NO_CHALLENGE',
    new RegExp(
      `${NOT}[^。；;\\n]{0,24}(?:专利|知识产权|权利|技术秘密|有效性)[^。；;\\n]{0,12}(?:异议|无效|质疑)|放弃[^。；;\\n]{0,16}(?:专利|知识产权|有效性)[^。；;\\n]{0,12}(?:异议|无效)`,
    ),
  ],
];

/** Words of a text that may restrict, with their place. */
interface Found {
  readonly kind: RestrictionKind;
  readonly start: number;
  readonly end: number;
}

/** The first of each kind, in the order of the text. */
function foundIn(text: string): readonly Found[] {
  return WORDS.flatMap(([kind, words]): Found[] => {
    const match = words.exec(text);
    return match === null ? [] : [{ kind, start: match.index, end: match.index + match[0].length }];
  }).toSorted((a, b) => a.start - b.start);
}

/** The first such words in a single clause; null where there are none. */
export function restrictiveWords(text: string): string | null {
  const [first] = foundIn(text);
  return first === undefined ? null : text.slice(first.start, first.end);
}

/** A clause of a contract that may restrict, as it is shown to applicant and reviewer. */
export interface Restriction {
  readonly kind: RestrictionKind;
  /** As people cite it; empty before the first heading. */
  readonly clause: string;
  readonly page: number;
  readonly quote: string;
}

/** Clauses of the whole text that may restrict, one of each kind. */
export const findRestrictions = (passages: Passages): readonly Restriction[] =>
  foundIn(passages.flow.text).map(({ kind, start, end }) => {
    const place = passages.flow.place(start, end);
    return {
      kind,
      clause: labelAt(passages, place),
      page: place.page,
      quote: quoteOf(passages, start, end),
    };
  });
