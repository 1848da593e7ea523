import {
  CONTRACT_CLASSES,
  CONTRACT_SUBCLASSES,
  INDUSTRY_SECTIONS,
  IP_KINDS,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_GOALS,
  TECH_FIELDS,
} from '@jihui/kernel';
import { LEDGER_KINDS } from '../ledger.js';
import { PARTY_TYPES } from './party-types.js';

type Table = Readonly<Record<string, string>>;

/** What stands for a head that nobody stated. */
export const NOT_REPORTED = 'NOT_REPORTED';
export const NOT_REPORTED_LABEL = '未填报';

export interface Dimension {
  /** The item of reference A8 that it belongs to; 0 for what every figure can be cut by. */
  readonly item: number;
  readonly title: string;
  /** Codes and their names; none for places, months and parties. */
  readonly labels?: Table;
  /** Under what a row is gathered. */
  readonly groupOf?: (key: string) => string | null;
  /** False where a contract may count under several heads or under none. */
  readonly additive: boolean;
  /** Names of parties with their amounts are the bureau's to see. */
  readonly access: 'PUBLIC' | 'OFFICER';
}

const coded = (item: number, title: string, labels: Table): Dimension => ({
  item,
  title,
  labels,
  additive: true,
  access: 'PUBLIC',
});
const plain = (item: number, title: string): Dimension => ({ item, title, additive: true, access: 'PUBLIC' });

const TYPE_NAMES: Table = Object.fromEntries(
  Object.entries(PARTY_TYPES).map(([type, { name }]) => [type, name]),
);
const typeGroup = (key: string): string | null =>
  (PARTY_TYPES as Readonly<Record<string, { readonly group: string }>>)[key]?.group ?? null;
const classOfSubclass = (key: string): string | null => (CONTRACT_CLASSES as Table)[key.slice(0, 1)] ?? null;

/** 国家、部门、省级、地市县、计划外: the first digit of a plan's code. */
const PLAN_LEVELS: Table = Object.fromEntries(
  Object.entries(PLAN_SOURCES).filter(([code]) => code.length === 1),
);
/** The level of a kind of plan that has kinds below it (reference A8, 4: 国家→detail). */
const planLevelOf = (key: string): string | null =>
  key.length > 1 && key !== NOT_REPORTED ? (PLAN_LEVELS[key.slice(0, 1)] ?? null) : null;

export const TAX_BENEFITS = {
  VAT: '增值税免税',
  CORPORATE_INCOME_TAX: '企业所得税减免',
  PERSONAL_INCOME_TAX: '现金奖励个人所得税',
  RND_SUPER_DEDUCTION: '研发费用加计扣除',
  NONE: '未申请',
} as const satisfies Table;

/** The sixteen items of reference A8, and the heads that cut across them. */
export const DIMENSIONS = {
  MONTH: plain(0, '按月'),
  QUARTER: plain(0, '按季'),
  YEAR: plain(0, '按年'),
  REGISTRY: plain(0, '按登记机构'),
  CLASS: coded(1, '按合同类别', CONTRACT_CLASSES),
  SUBCLASS: { ...coded(1, '按合同子类', CONTRACT_SUBCLASSES), groupOf: classOfSubclass },
  TECH_FIELD: coded(2, '按技术领域', TECH_FIELDS),
  IP_KIND: coded(3, '按知识产权类型', { ...IP_KINDS, NONE: '未涉及知识产权' }),
  PLAN_SOURCE: coded(4, '按计划来源', PLAN_LEVELS),
  PLAN_DETAIL: { ...coded(4, '按计划类别', PLAN_SOURCES), groupOf: planLevelOf },
  GOAL: coded(5, '按社会经济目标', SOCIO_ECONOMIC_GOALS),
  INDUSTRY: coded(6, '按服务的国民经济行业', INDUSTRY_SECTIONS),
  SELLER_TYPE: { ...coded(7, '输出：按卖方类型', TYPE_NAMES), groupOf: typeGroup },
  SELLER_DIVISION: plain(7, '输出：按卖方所在地'),
  BUYER_TYPE: { ...coded(8, '吸纳：按买方类型', TYPE_NAMES), groupOf: typeGroup },
  BUYER_DIVISION: plain(8, '吸纳：按买方所在地'),
  FLOW: plain(9, '流向：卖方所在地到买方所在地'),
  SIZE: coded(10, '按大额合同', { LARGE: '大额合同', ORDINARY: '其他合同' }),
  FOREIGN: coded(11, '按涉外', { NONE: '不涉外', IMPORT: '技术进口', EXPORT: '技术出口' }),
  TAX_BENEFIT: { ...coded(12, '按拟申请的税收优惠', TAX_BENEFITS), additive: false },
  BROKERED: coded(13, '按中介促成', { BROKERED: '有中介方', DIRECT: '无中介方' }),
  SELLER: { ...plain(14, '卖方前二十名'), additive: false, access: 'OFFICER' },
  BUYER: { ...plain(14, '买方前二十名'), additive: false, access: 'OFFICER' },
  KIND: coded(15, '登记、变更、注销与撤销', LEDGER_KINDS),
  IN_TIME: coded(16, '按办理时限', { IN_TIME: '期限内办结', LATE: '超期办结' }),
} as const satisfies Readonly<Record<string, Dimension>>;
export type DimensionName = keyof typeof DIMENSIONS;
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly DimensionName[];
export const dimension = (name: DimensionName): Dimension => DIMENSIONS[name];

/** Titles of the sheets of an export, by item of reference A8. */
export const ITEM_TITLES: Readonly<Record<number, string>> = {
  0: '时间与登记机构',
  1: '合同类别',
  2: '技术领域',
  3: '知识产权类型',
  4: '计划来源',
  5: '社会经济目标',
  6: '服务行业',
  7: '输出',
  8: '吸纳',
  9: '流向',
  10: '大额合同',
  11: '涉外',
  12: '税收优惠',
  13: '中介促成',
  14: '前列卖方与买方',
  15: '变更注销撤销',
  16: '办理时限',
};
