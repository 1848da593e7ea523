import { splitFen, type Fen } from '@jihui/kernel';
import { dimension, NOT_REPORTED, NOT_REPORTED_LABEL, type DimensionName } from './dimensions.js';
import { partyTypeOf } from './party-types.js';
import { placeOf, regionName, regionOf, type Home } from './regions.js';

export interface Sums {
  readonly count: number;
  readonly total: Fen;
  readonly technical: Fen;
}

/** What the store answers of one head: net, gross, and the year before. */
export interface RawFigure {
  readonly key: string | null;
  /** Of a party; null elsewhere. */
  readonly name?: string | null;
  readonly net: Sums;
  readonly gross: Sums;
  readonly previous: Sums;
}

/** One row of the statistics. */
export interface Figure extends Sums {
  readonly key: string;
  readonly label: string;
  readonly group: string | null;
  /** Share of 成交额 in 1/100 of a percent; null where the whole is nothing. */
  readonly shareBasisPoints: number | null;
  /** Before cancellations and revocations. */
  readonly gross: Sums;
  /** The same months of the year before; null where they were not reported here. */
  readonly previous: Sums | null;
  /** Growth of 成交额 over a year in 1/100 of a percent; null where there is nothing to compare with. */
  readonly yoyBasisPoints: number | null;
}

export const NOTHING: Sums = { count: 0, total: 0, technical: 0 };
const add = (a: Sums, b: Sums): Sums => ({
  count: a.count + b.count,
  total: a.total + b.total,
  technical: a.technical + b.technical,
});

/** Rows whose keys come to the same head, as one. */
function gathered(rows: readonly RawFigure[], headOf: (key: string | null) => string | null): RawFigure[] {
  const heads = new Map<string | null, RawFigure>();
  for (const row of rows) {
    const key = headOf(row.key);
    const so = heads.get(key);
    heads.set(
      key,
      so === undefined
        ? { ...row, key }
        : {
            ...so,
            net: add(so.net, row.net),
            gross: add(so.gross, row.gross),
            previous: add(so.previous, row.previous),
          },
    );
  }
  return [...heads.values()];
}

const FLOW = '>';
/** `140902>PROVINCE`. */
export const flowKey = (seller: string | null, buyer: string | null): string =>
  `${seller ?? NOT_REPORTED}${FLOW}${buyer ?? NOT_REPORTED}`;
export function flowEnds(key: string): readonly [seller: string, buyer: string] {
  const [seller = NOT_REPORTED, buyer = NOT_REPORTED] = key.split(FLOW);
  return [seller, buyer];
}

/** The head under which what the ledger holds is shown. */
function headOf(name: DimensionName, home: Home): (key: string | null) => string | null {
  switch (name) {
    case 'SELLER_TYPE':
    case 'BUYER_TYPE':
      return partyTypeOf;
    case 'SELLER_DIVISION':
    case 'BUYER_DIVISION':
      return (key) => placeOf(key, home);
    case 'FLOW':
      return (key) => {
        const [seller, buyer] = (key ?? FLOW).split(FLOW).map((end) => regionOf(end || null, home));
        return flowKey(seller ?? null, buyer ?? null);
      };
    default:
      return (key) => key;
  }
}

function labelOf(name: DimensionName, row: RawFigure, home: Home): string {
  const { key } = row;
  if (key === null || key === NOT_REPORTED) return NOT_REPORTED_LABEL;
  if (name === 'FLOW')
    return flowEnds(key)
      .map((end) => (end === NOT_REPORTED ? NOT_REPORTED_LABEL : regionName(end, home)))
      .join(' → ');
  if (name === 'SELLER_DIVISION' || name === 'BUYER_DIVISION' || name === 'REGISTRY')
    return regionName(key, home);
  return dimension(name).labels?.[key] ?? row.name ?? key;
}

/** Codes by their order, words by that of their table, parties by their amount, the unstated last. */
function ordered(name: DimensionName, rows: readonly RawFigure[]): readonly RawFigure[] {
  if (name === 'SELLER' || name === 'BUYER') return [...rows].sort((a, b) => b.net.total - a.net.total);
  const table = Object.keys(dimension(name).labels ?? {});
  const rank = ({ key }: RawFigure): readonly [number, string] => [
    key === null || key === NOT_REPORTED ? Infinity : /^\d/.test(key) ? -1 : table.indexOf(key),
    key ?? '',
  ];
  return [...rows].sort((a, b) => {
    const [[one, first], [other, second]] = [rank(a), rank(b)];
    return one === other ? (first < second ? -1 : 1) : one - other;
  });
}

const WHOLE = 10_000;
/** Shares of the whole that sum to exactly 100 % where every part is one; negative parts stand by themselves. */
function shares(totals: readonly Fen[], whole: Fen, additive: boolean): readonly (number | null)[] {
  if (whole <= 0) return totals.map(() => null);
  if (additive && totals.every((total) => total >= 0) && totals.reduce((a, b) => a + b, 0) === whole)
    return splitFen(WHOLE, totals);
  return totals.map((total) => Math.round((total * WHOLE) / whole));
}

const yoy = (now: Fen, before: Fen): number | null =>
  before > 0 ? Math.round(((now - before) * WHOLE) / before) : null;

/** What the rows of a breakdown are measured against. */
export interface Against {
  readonly whole: Fen;
  /** Whether the same months of the year before are in this ledger. */
  readonly previousKnown: boolean;
  readonly home: Home;
}

export function figuresOf(
  name: DimensionName,
  raw: readonly RawFigure[],
  against: Against,
): readonly Figure[] {
  const { groupOf, additive } = dimension(name);
  const rows = ordered(name, gathered(raw, headOf(name, against.home)));
  const parts = shares(
    rows.map(({ net }) => net.total),
    against.whole,
    additive,
  );
  return rows.map((row, index) => ({
    key: row.key ?? NOT_REPORTED,
    label: labelOf(name, row, against.home),
    group: row.key === null ? null : (groupOf?.(row.key) ?? null),
    ...row.net,
    shareBasisPoints: parts[index] ?? null,
    gross: row.gross,
    previous: against.previousKnown ? row.previous : null,
    yoyBasisPoints: against.previousKnown ? yoy(row.net.total, row.previous.total) : null,
  }));
}

export const totalsOf = (row: RawFigure | undefined, against: Omit<Against, 'whole'>): Figure => {
  const net = row?.net ?? NOTHING;
  const previous = row?.previous ?? NOTHING;
  return {
    key: 'total',
    label: '合计',
    group: null,
    ...net,
    shareBasisPoints: net.total > 0 ? WHOLE : null,
    gross: row?.gross ?? NOTHING,
    previous: against.previousKnown ? previous : null,
    yoyBasisPoints: against.previousKnown ? yoy(net.total, previous.total) : null,
  };
};
