import {
  CONTRACT_CLASSES,
  CONTRACT_SUBCLASSES,
  IP_KINDS,
  PLAN_SOURCES,
  TECH_FIELDS,
  DomainError,
  type Fen,
} from '@jihui/kernel';
import { ContractCodes } from './errors.js';
import { ABROAD } from './ledger.js';

export const DIMENSIONS = [
  'CLASS',
  'SUBCLASS',
  'MONTH',
  'TECH_FIELD',
  'IP_KIND',
  'PLAN_SOURCE',
  'REGISTRY',
  'SELLER_DIVISION',
  'BUYER_DIVISION',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What a figure asks: whole months, one registry or all. */
export interface StatisticsQuery {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly registryDivision: string | null;
}

export interface Sums {
  readonly count: number;
  readonly total: Fen;
  readonly technical: Fen;
}

export interface Figure extends Sums {
  readonly key: string;
  readonly label: string;
  /** Share of 成交额 in 1/100 of a percent, rounded down. */
  readonly shareBasisPoints: number;
}

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** @throws DomainError CONTRACT.BAD_PERIOD. */
export function checkQuery(query: StatisticsQuery): StatisticsQuery {
  const { fromMonth, toMonth, registryDivision } = query;
  const place = registryDivision === null || /^\d{6}$/.test(registryDivision);
  if (isMonth(fromMonth) && isMonth(toMonth) && fromMonth <= toMonth && place) return query;
  throw new DomainError(
    ContractCodes.BAD_PERIOD,
    '统计期间请写成2026-01至2026-12这样的月份，起月不晚于止月，登记机构为6位代码',
  );
}

const SEPARATOR = '_';
/** Names the question: whoever has the id asks the same again. */
export const queryIdOf = ({ fromMonth, toMonth, registryDivision }: StatisticsQuery): string =>
  ['S1', fromMonth, toMonth, registryDivision ?? 'all'].join(SEPARATOR);

/** @throws DomainError CONTRACT.UNKNOWN_QUERY for an id of no figure. */
export function queryOf(queryId: string): StatisticsQuery {
  const [format, fromMonth = '', toMonth = '', registry = '', ...rest] = queryId.split(SEPARATOR);
  const unknown = new DomainError(ContractCodes.UNKNOWN_QUERY, '没有这个统计口径，请从统计页面重新打开');
  if (format !== 'S1' || rest.length > 0) throw unknown;
  try {
    return checkQuery({ fromMonth, toMonth, registryDivision: registry === 'all' ? null : registry });
  } catch {
    throw unknown;
  }
}

/** Figures in the order of their table, with names; months by time, places by code. */
export function figuresOf(
  dimension: Dimension,
  rows: readonly (Sums & { readonly key: string })[],
  placeName: (code: string) => string | undefined,
): readonly Figure[] {
  const whole = rows.reduce((sum, row) => sum + row.total, 0);
  const labels: Readonly<Record<string, string>> = LABELS[dimension] ?? {};
  const place = dimension === 'REGISTRY' || dimension === 'SELLER_DIVISION' || dimension === 'BUYER_DIVISION';
  const label = (key: string): string =>
    labels[key] ?? (place ? (key === ABROAD ? '境外' : (placeName(key) ?? `市外（${key}）`)) : key);
  return [...rows]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, count, total, technical }) => ({
      key,
      label: label(key),
      count,
      total,
      technical,
      shareBasisPoints: whole === 0 ? 0 : Math.floor((total * 10_000) / whole),
    }));
}

const LABELS: { readonly [dimension in Dimension]?: Readonly<Record<string, string>> } = {
  CLASS: CONTRACT_CLASSES,
  SUBCLASS: CONTRACT_SUBCLASSES,
  TECH_FIELD: TECH_FIELDS,
  IP_KIND: { ...IP_KINDS, NONE: '未涉及知识产权' },
  PLAN_SOURCE: PLAN_SOURCES,
};

/** Why the figures are not the whole market (reference A8): said beside every one of them. */
export const COVERAGE =
  '只含在本市登记的合同（卖方在本市）；市外卖方输出到本市的合同由上级系统统计，未计入吸纳';
