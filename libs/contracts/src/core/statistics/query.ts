import { DomainError } from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import { addMonths, isMonth, type Month } from './months.js';

/** By which day a row counts: that of registration (登记统计), or that of signing. */
export const AXES = ['REGISTRATION', 'SIGNING'] as const;
export type StatisticsAxis = (typeof AXES)[number];

/** What a figure asks: whole months, one registry or all, one county of sellers or all. */
export interface StatisticsQuery {
  readonly fromMonth: Month;
  readonly toMonth: Month;
  readonly registryDivision: string | null;
  /** County of the first seller (输出). */
  readonly sellerDivision: string | null;
  readonly axis: StatisticsAxis;
}

const isPlace = (code: string | null): boolean => code === null || /^\d{6}$/.test(code);

/** @throws DomainError CONTRACT.BAD_PERIOD. */
export function checkQuery(query: StatisticsQuery): StatisticsQuery {
  const { fromMonth, toMonth, registryDivision, sellerDivision } = query;
  const places = isPlace(registryDivision) && isPlace(sellerDivision);
  if (isMonth(fromMonth) && isMonth(toMonth) && fromMonth <= toMonth && places) return query;
  throw new DomainError(
    ContractCodes.BAD_PERIOD,
    '统计期间请写成2026-01至2026-12这样的月份，起月不晚于止月，登记机构和县区为6位代码',
  );
}

/** The same months of the year before, against which YoY is told (同比). */
export const yearBefore = ({
  fromMonth,
  toMonth,
}: StatisticsQuery): { readonly from: Month; readonly to: Month } => ({
  from: addMonths(fromMonth, -12),
  to: addMonths(toMonth, -12),
});

const SEPARATOR = '_';
const FORMAT = 'S2';

/** Names the question: whoever has the id asks the same again. */
export const queryIdOf = (query: StatisticsQuery): string =>
  [
    FORMAT,
    query.fromMonth,
    query.toMonth,
    query.registryDivision ?? 'all',
    query.sellerDivision ?? 'all',
    query.axis === 'REGISTRATION' ? 'R' : 'S',
  ].join(SEPARATOR);

/** @throws DomainError CONTRACT.UNKNOWN_QUERY for an id of no figure. */
export function queryOf(queryId: string): StatisticsQuery {
  const [format, fromMonth = '', toMonth = '', registry = '', seller = '', axis, ...rest] =
    queryId.split(SEPARATOR);
  const unknown = new DomainError(ContractCodes.UNKNOWN_QUERY, '没有这个统计口径，请从统计页面重新打开');
  if (format !== FORMAT || rest.length > 0 || (axis !== 'R' && axis !== 'S')) throw unknown;
  try {
    return checkQuery({
      fromMonth,
      toMonth,
      registryDivision: registry === 'all' ? null : registry,
      sellerDivision: seller === 'all' ? null : seller,
      axis: axis === 'R' ? 'REGISTRATION' : 'SIGNING',
    });
  } catch {
    throw unknown;
  }
}

/** Why the figures are not the whole market (reference A8): said beside every one of them. */
export const COVERAGE =
  '只含在本市登记的合同（卖方在本市）；市外卖方输出到本市的合同由上级系统统计，未计入吸纳';
