import type { DrawCriteria, PoolRow } from './pool.js';

/** What is still to be filled: seats by stratum, and how many more each unit may send. */
export interface Open {
  readonly seats: ReadonlyMap<string, number>;
  readonly room: (unit: string) => number;
}

/**
 * Whether rows can still fill every open seat without any unit having more than it may: a flow from strata to units,
 * grown one seat at a time along alternating paths (Ford and Fulkerson). Exact, so that a draw never stops half way
 * where a full panel exists.
 */
export function canFill(rows: readonly PoolRow[], open: Open): boolean {
  const supply = countBy(rows);
  const flow = new Map<string, Map<string, number>>();
  for (const [stratum, seats] of open.seats)
    for (let seat = 0; seat < seats; seat += 1)
      if (!grow(stratum, supply, flow, open.room, new Set())) return false;
  return true;
}

type Table = Map<string, Map<string, number>>;

function countBy(rows: readonly PoolRow[]): Table {
  const table: Table = new Map();
  for (const { stratum, unit } of rows) add(table, stratum, unit, 1);
  return table;
}

function add(table: Table, stratum: string, unit: string, by: number): void {
  const row = table.get(stratum) ?? new Map<string, number>();
  row.set(unit, (row.get(unit) ?? 0) + by);
  table.set(stratum, row);
}

const at = (table: Table, stratum: string, unit: string): number => table.get(stratum)?.get(unit) ?? 0;

/** One seat more for the stratum, if need be by moving seats of other strata to other units. */
function grow(
  stratum: string,
  supply: Table,
  flow: Table,
  room: (unit: string) => number,
  seen: Set<string>,
): boolean {
  for (const [unit, available] of supply.get(stratum) ?? []) {
    if (seen.has(unit) || at(flow, stratum, unit) >= available) continue;
    seen.add(unit);
    if (used(flow, unit) < room(unit) || givesWay(unit, supply, flow, room, seen)) {
      add(flow, stratum, unit, 1);
      return true;
    }
  }
  return false;
}

/** Another stratum takes somebody of another unit instead. */
function givesWay(
  unit: string,
  supply: Table,
  flow: Table,
  room: (unit: string) => number,
  seen: Set<string>,
): boolean {
  for (const [other, units] of flow) {
    if ((units.get(unit) ?? 0) === 0) continue;
    if (grow(other, supply, flow, room, seen)) {
      add(flow, other, unit, -1);
      return true;
    }
  }
  return false;
}

const used = (flow: Table, unit: string): number =>
  [...flow.values()].reduce((sum, units) => sum + (units.get(unit) ?? 0), 0);

/** All seats, with nobody seated yet. */
export const allOpen = (criteria: DrawCriteria): Open => ({
  seats: new Map(criteria.strata.map(({ code, seats }) => [code, seats])),
  room: () => criteria.perUnit,
});
