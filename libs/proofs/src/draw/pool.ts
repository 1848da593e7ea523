import { at, of } from '../list.js';
import { hex, taggedJson } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import type { AllotmentRule, Fits } from './allotment.js';

/** What is asked of a draw, fixed and published before anybody can know the seed. */
export interface DrawCriteria {
  readonly rule: 'jihui-draw/1';
  /** In the order in which they are drawn. */
  readonly strata: readonly { readonly code: string; readonly seats: number }[];
  /** How many seated experts may be of one unit. */
  readonly perUnit: number;
  /** Replacement candidates for each seat. */
  readonly replacements: number;
  /** Who judges which bid; in draws of before there was one, every member judges every bid. */
  readonly allotment?: AllotmentRule;
}

/** A row of the pool as it is published: no name, and in an order that tells nothing. */
export interface PoolRow {
  /** Its place in the published list, from 0. */
  readonly row: number;
  readonly stratum: string;
  /** A label of the expert's unit within this draw alone: two rows of one unit bear the same. */
  readonly unit: string;
  /** Whether the row may be drawn; why not is told to the supervisor alone. */
  readonly eligible: boolean;
  /** Hexadecimal: binds the row to the person and the reasons behind it. */
  readonly commitment: string;
}

/** Who stands behind a row; a drawn row's is published after the review, an excluded one's goes to the supervisor. */
export interface RowOpening {
  readonly row: number;
  readonly person: string;
  /** Why the row may not be drawn; empty for an eligible one. */
  readonly reasons: readonly string[];
  /** 32 random bytes, hexadecimal. */
  readonly salt: string;
  /** Where the criteria have an allotment. */
  readonly fits?: Fits;
}

export const rowCommitment = (draw: string, row: Omit<PoolRow, 'commitment'>, opening: RowOpening): string =>
  hex(
    taggedJson('jihui/draw-row/1', {
      draw,
      row: row.row,
      stratum: row.stratum,
      unit: row.unit,
      eligible: row.eligible,
      person: opening.person,
      reasons: opening.reasons,
      salt: opening.salt,
      ...(opening.fits === undefined ? {} : { fits: opening.fits }),
    }),
  );

/** Someone of the pool, before the snapshot. */
export interface Candidate {
  readonly person: string;
  readonly unit: string;
  readonly stratum: string;
  readonly reasons: readonly string[];
  readonly fits?: Fits;
}

/**
 * The published pool and what stays closed: rows in random order, units under labels of their own, each row committed
 * to with a salt. An expert is eligible where nothing speaks against it.
 */
export function snapshot(
  draw: string,
  candidates: readonly Candidate[],
): { readonly rows: readonly PoolRow[]; readonly openings: readonly RowOpening[] } {
  if (new Set(candidates.map(({ person }) => person)).size !== candidates.length)
    throw new Fault(FAULTS.IMPOSSIBLE, '同一专家在专家池中出现两次');
  const order = shuffled(candidates);
  const labels = new Map(
    shuffled([...new Set(order.map(({ unit }) => unit))]).map((unit, place) => [unit, `U${place + 1}`]),
  );
  const openings = order.map(({ person, reasons, fits }, row) => ({
    ...{ row, person, reasons, salt: randomHex() },
    ...(fits === undefined ? {} : { fits }),
  }));
  const rows = order.map(({ stratum, unit, reasons }, row) => {
    const shown = { row, stratum, unit: of(labels, unit), eligible: reasons.length === 0 };
    return { ...shown, commitment: rowCommitment(draw, shown, at(openings, row)) };
  });
  return { rows, openings };
}

const randomHex = (): string => hex(crypto.getRandomValues(new Uint8Array(32)));

/** By 128 random bits each: the order tells nothing of where somebody stood before. */
function shuffled<T>(list: readonly T[]): readonly T[] {
  const keyed = list.map((entry) => ({ entry, key: hex(crypto.getRandomValues(new Uint8Array(16))) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

export const criteriaHash = (draw: string, criteria: DrawCriteria): string =>
  hex(taggedJson('jihui/draw-criteria/1', { draw, criteria }));
export const poolHash = (draw: string, rows: readonly PoolRow[]): string =>
  hex(taggedJson('jihui/draw-pool/1', { draw, rows }));

/** @throws Fault IMPOSSIBLE where the criteria contradict themselves */
export function checkCriteria(criteria: DrawCriteria): void {
  const { strata, perUnit, replacements, allotment } = criteria;
  const whole = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;
  const codes = new Set(strata.map(({ code }) => code));
  if (
    criteria.rule !== 'jihui-draw/1' ||
    strata.length === 0 ||
    codes.size !== strata.length ||
    !strata.every(({ seats }) => whole(seats, 1)) ||
    !whole(perUnit, 1) ||
    !whole(replacements, 0)
  )
    throw new Fault(FAULTS.IMPOSSIBLE, '抽取条件有误：每个层次至少一席且不得重复，同一单位上限至少为一');
  if (allotment !== undefined && !isAllotment(allotment, criteria))
    throw new Fault(FAULTS.IMPOSSIBLE, '评审分派条件有误：每份方案在每个层次的评审专家不得多于该层次的席位');
}

/** Each bid named once, and in each stratum no more judges than seats, by whole numbers. */
const isAllotment = ({ rule, bids, judges }: AllotmentRule, { strata }: DrawCriteria): boolean =>
  rule === 'jihui-allotment/1' &&
  new Set(bids).size === bids.length &&
  judges.length === strata.length &&
  judges.every(({ code, judges: many }) =>
    strata.some(
      (stratum) => stratum.code === code && Number.isInteger(many) && many >= 1 && many <= stratum.seats,
    ),
  );
