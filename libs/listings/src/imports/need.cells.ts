import type { CellReader, ColumnNames, PlaceNames } from '@jihui/platform';
import type { NeedForm } from '../core/need.form.js';
import type { NeedIndicator } from '../core/types.js';
import { COOPERATION_MODES, NEED_TYPES, URGENCIES } from '../core/vocabulary.js';
import { classificationFrom, offerFrom } from './listing.cells.js';

/** Columns of a needs file, by the names under which they may stand. Amounts without a unit in their name are 分. */
export const NEED_COLUMNS = {
  externalId: ['外部编号', '编号', '需求编号', 'id'],
  owner: ['需求单位', '单位名称', '企业名称', '统一社会信用代码', 'ownerName'],
  title: ['需求名称', '名称', '标题'],
  description: ['现状与难点', '需求描述', '需求内容', '描述'],
  keywords: ['关键词', '标签', 'tags'],
  needType: ['需求类型'],
  indicators: ['指标', '拟达到的指标', '技术指标'],
  foundation: ['已有基础'],
  cooperationModes: ['合作方式', '期望合作方式'],
  budgetNegotiable: ['预算面议', '是否面议'],
  budgetMin: [],
  budgetMax: [],
  budgetMinWan: ['预算下限'],
  budgetMaxWan: ['预算上限', '预算'],
  payment: ['付款方式'],
  neededBy: ['期望完成日期', '期限', '完成期限'],
  urgency: ['紧急度', '紧急程度'],
  cluster: ['产业集群', '集群'],
  techField: ['技术领域'],
  ipc: ['国际专利分类号', 'IPC分类号'],
  industry: ['行业', '国民经济行业'],
  ownerScale: ['企业规模', '规模'],
  anonymous: ['是否匿名', '匿名'],
  wantsChallenge: ['是否申请揭榜', '申请揭榜'],
  contact: [],
  contactName: ['联系人', '联系人姓名'],
  contactPhone: ['联系电话', '电话'],
  contactEmail: ['电子邮箱', '邮箱'],
  visibility: ['公开范围', '密级'],
  validUntil: ['有效期', '有效期至'],
  divisionCode: ['县区', '县(市、区)', '行政区划', 'division'],
} as const satisfies ColumnNames<string>;
export type NeedColumn = keyof typeof NEED_COLUMNS;

const OPERATORS: readonly (readonly [RegExp, NeedIndicator['operator']])[] = [
  [/^(.+?)\s*(?:≥|>=|不低于|不小于|不少于)\s*(.+)$/u, 'AT_LEAST'],
  [/^(.+?)\s*(?:≤|<=|不高于|不大于|不超过)\s*(.+)$/u, 'AT_MOST'],
  [/^(.+?)\s*(?:>|大于|高于)\s*(.+)$/u, 'MORE_THAN'],
  [/^(.+?)\s*(?:<|小于|低于)\s*(.+)$/u, 'LESS_THAN'],
  [/^(.+?)\s*(?:=|:|为)\s*(\d.*[–~～-].*\d.*)$/u, 'RANGE'],
  [/^(.+?)\s*(?:=|:|为)\s*(\d.*)$/u, 'EQUAL'],
];

/** An indicator as people write it in one cell, e.g. 转换效率≥24%. */
export function indicatorFrom(text: string): NeedIndicator {
  for (const [pattern, operator] of OPERATORS) {
    const [, name = '', rest = ''] = pattern.exec(text.normalize('NFKC')) ?? [];
    if (name === '') continue;
    const [, target = rest, unit = ''] = /^([\d.,+–~-]+)\s*(\D{0,30})$/u.exec(rest) ?? [];
    return { name, operator, target, unit, testMethod: '' };
  }
  return { name: text, operator: 'QUALITATIVE', target: '', unit: '', testMethod: '' };
}

const OPERATOR_NAMES = {
  AT_LEAST: '≥',
  AT_MOST: '≤',
  EQUAL: '=',
  MORE_THAN: '>',
  LESS_THAN: '<',
  RANGE: '区间',
  QUALITATIVE: '定性',
} as const;

/** Objects in JSONL; in a table one cell with the indicators set apart by semicolons. */
function indicatorsFrom(cells: CellReader<NeedColumn>): NeedForm['indicators'] {
  if (!cells.holdsObjects('indicators')) return (cells.list('indicators') ?? []).map(indicatorFrom);
  return cells.each('indicators', (one: CellReader<keyof NeedIndicator>) => ({
    name: one.text('name'),
    operator: one.requiredCode('operator', OPERATOR_NAMES, 'QUALITATIVE'),
    target: one.text('target'),
    unit: one.text('unit'),
    testMethod: one.text('testMethod'),
  }));
}

/** A row of a needs file as a form. */
export function needFormFrom(cells: CellReader<NeedColumn>, places: PlaceNames): NeedForm {
  return {
    title: cells.text('title'),
    description: cells.text('description'),
    keywords: cells.list('keywords'),
    needType: cells.code('needType', NEED_TYPES),
    indicators: indicatorsFrom(cells),
    foundation: cells.text('foundation'),
    cooperationModes: cells.codes('cooperationModes', COOPERATION_MODES),
    budgetNegotiable: cells.yesNo('budgetNegotiable'),
    budgetMin: cells.fen('budgetMin') ?? cells.wan('budgetMinWan'),
    budgetMax: cells.fen('budgetMax') ?? cells.wan('budgetMaxWan'),
    payment: cells.text('payment'),
    neededBy: cells.day('neededBy'),
    urgency: cells.code('urgency', URGENCIES),
    ...classificationFrom(cells, places),
    ownerScale: cells.text('ownerScale'),
    anonymous: cells.yesNo('anonymous'),
    wantsChallenge: cells.yesNo('wantsChallenge'),
    ...offerFrom(cells, places),
  };
}
