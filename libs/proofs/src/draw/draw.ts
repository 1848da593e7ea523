import { at as entryAt, of } from '../list.js';
import { hex, tagged, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { checkCriteria, type DrawCriteria, type PoolRow } from './pool.js';
import { allOpen, canFill } from './seats.js';

/** A seat of the panel: the row that was drawn for a stratum. */
export interface Seat {
  readonly stratum: string;
  readonly row: number;
}

export interface DrawResult {
  readonly panel: readonly Seat[];
  /** For each stratum the rows that step in, in this order. */
  readonly replacements: readonly { readonly stratum: string; readonly rows: readonly number[] }[];
}

/**
 * The lot of a row: whoever has the seed computes the same, and without it no row's lot can be foreseen. Rows are drawn
 * by ascending lot.
 */
const lot = (seed: Bytes, { row }: PoolRow): string => hex(tagged('jihui/draw-lot/1', seed, row));

/** Eligible rows of a stratum in the order of their lots. */
export function orderOf(seed: Bytes, rows: readonly PoolRow[], stratum: string): readonly PoolRow[] {
  return rows
    .filter((row) => row.eligible && row.stratum === stratum)
    .map((row) => ({ row, key: lot(seed, row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

/**
 * Draws a panel. Stratum by stratum, each eligible row in the order of the lots gets a seat unless its unit is full or
 * the remaining seats could then no longer all be filled; so where a full panel exists one is drawn, and it is the first
 * in the order of the lots.
 * @throws Fault IMPOSSIBLE where no panel of the pool meets the criteria
 */
export function drawPanel(seed: Bytes, criteria: DrawCriteria, rows: readonly PoolRow[]): DrawResult {
  checkCriteria(criteria);
  const eligible = rows.filter((row) => row.eligible);
  if (!canFill(eligible, allOpen(criteria)))
    throw new Fault(FAULTS.IMPOSSIBLE, '符合条件的专家不足以组成满足条件的专家组，请扩大专家池后重新抽取');
  const panel: Seat[] = [];
  criteria.strata.forEach((stratum, place) => seatStratum(stratum, place, seed, criteria, eligible, panel));
  const seated = new Set(panel.map(({ row }) => row));
  const replacements = criteria.strata.map(({ code, seats }) => ({
    stratum: code,
    rows: orderOf(seed, rows, code)
      .filter(({ row }) => !seated.has(row))
      .slice(0, seats * criteria.replacements)
      .map(({ row }) => row),
  }));
  return { panel, replacements };
}

function seatStratum(
  { code, seats }: { readonly code: string; readonly seats: number },
  place: number,
  seed: Bytes,
  criteria: DrawCriteria,
  eligible: readonly PoolRow[],
  panel: Seat[],
): void {
  const order = orderOf(seed, eligible, code);
  const later = criteria.strata.slice(place + 1);
  let open = seats;
  for (let at = 0; open > 0; at += 1) {
    const row = entryAt(order, at);
    const seated = [...panel, { stratum: code, row: row.row }];
    const remaining = new Map([[code, open - 1], ...later.map((one) => [one.code, one.seats] as const)]);
    // What was passed over before stays out: the seats that are open only become fewer.
    const candidates = [...order.slice(at + 1), ...eligible.filter((one) => one.stratum !== code)];
    const room = roomIn(seated, eligible, criteria.perUnit);
    if (room(row.unit) < 0 || !canFill(candidates, { seats: remaining, room })) continue;
    panel.push({ stratum: code, row: row.row });
    open -= 1;
  }
}

/** How many more of a unit may be seated. */
function roomIn(
  seated: readonly Seat[],
  rows: readonly PoolRow[],
  perUnit: number,
): (unit: string) => number {
  const units = new Map(rows.map(({ row, unit }) => [row, unit]));
  const counts = new Map<string, number>();
  for (const { row } of seated) counts.set(of(units, row), (counts.get(of(units, row)) ?? 0) + 1);
  return (unit) => perUnit - (counts.get(unit) ?? 0);
}

/**
 * Who steps in for a row that cannot come: the first of its stratum's replacements that was not asked before and whose
 * unit has room among those who stay.
 * @param gone rows that declined, did not come or were found to be in conflict, this one included
 * @returns nothing where the replacements are used up: a supplementary draw is due
 */
export function stepsIn(
  leaving: Seat,
  panel: readonly Seat[],
  result: DrawResult,
  rows: readonly PoolRow[],
  criteria: DrawCriteria,
  gone: ReadonlySet<number>,
): Seat | undefined {
  const staying = panel.filter(({ row }) => row !== leaving.row && !gone.has(row));
  const room = roomIn(staying, rows, criteria.perUnit);
  const taken = new Set(panel.map(({ row }) => row));
  const list = result.replacements.find(({ stratum }) => stratum === leaving.stratum)?.rows ?? [];
  const unitOf = new Map(rows.map(({ row, unit }) => [row, unit]));
  const next = list.find((row) => !taken.has(row) && !gone.has(row) && room(of(unitOf, row)) > 0);
  return next === undefined ? undefined : { stratum: leaving.stratum, row: next };
}
