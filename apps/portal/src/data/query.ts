import { useMemo } from 'react';
import { useToday } from '../api/city.js';
import { useAddress } from '../design/address.js';
import type { StatisticsAxis } from '../gql/graphql.js';

/** How the period is chosen: a name that stays right as time goes on, or months of one's own. */
export const PERIODS = ['year', 'quarter', 'month', 'last', '12', 'own'] as const;
export type Period = (typeof PERIODS)[number];

export interface Question {
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly registryDivision: string | null;
  readonly sellerDivision: string | null;
  readonly axis: StatisticsAxis;
}

export interface DataState {
  readonly period: Period;
  readonly question: Question;
  /** The item of the reporting list that is shown; null for the overview. */
  readonly item: number | null;
  set(key: string, value: string): void;
  /** Several at once. */
  put(changes: Readonly<Record<string, string>>): void;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month that many months after it. */
const moved = (month: string, by: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};

/** The months of a period, `2026-01` to `2026-11`. */
function monthsOf(period: Period, today: string, params: URLSearchParams): readonly [string, string] {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'year':
      return [`${year}-01`, month];
    case 'quarter':
      return [
        `${year}-${String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}`,
        month,
      ];
    case 'month':
      return [month, month];
    case 'last':
      return [`${year - 1}-01`, `${year - 1}-12`];
    case '12':
      return [moved(month, -11), month];
    case 'own': {
      const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
      const first = MONTH.test(from) ? from : `${year}-01`;
      const last = MONTH.test(to) ? to : month;
      return first <= last ? [first, last] : [last, first];
    }
  }
}

/** What the page asks; all of it stands in the URL, so that a link shows the same figures. */
export function useDataState(): DataState {
  const today = useToday();
  const [params, change] = useAddress();
  const period = PERIODS.find((entry) => entry === params.get('period')) ?? 'year';
  const [fromMonth, toMonth] = monthsOf(period, today, params);
  const place = params.get('place') ?? '';
  const county = params.get('county') ?? '';
  const axis = params.get('axis') === 'SIGNING' ? 'SIGNING' : 'REGISTRATION';
  const item = /^\d{1,2}$/.test(params.get('item') ?? '') ? Number(params.get('item')) : null;
  return useMemo<DataState>(() => {
    const put: DataState['put'] = (changes) =>
      change((next) => {
        for (const [key, value] of Object.entries(changes))
          if (value) next.set(key, value);
          else next.delete(key);
      });
    return {
      period,
      item,
      question: {
        fromMonth,
        toMonth,
        registryDivision: place || null,
        sellerDivision: county || null,
        axis,
      },
      set: (key, value) => put({ [key]: value }),
      put,
    };
  }, [period, item, fromMonth, toMonth, place, county, axis, change]);
}

/** The same question as a file. */
export const exportAddress = (kind: 'xlsx' | 'csv', question: Question): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(question)) if (value) params.set(key, String(value));
  return `/files/contracts/exports/statistics.${kind}?${params.toString()}`;
};
