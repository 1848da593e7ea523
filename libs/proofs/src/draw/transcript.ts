import { hex, type Bytes } from '../bytes.js';
import {
  standingPairs,
  turnFaults,
  type AllotmentRule,
  type Member,
  type Pair,
  type Turn,
} from './allotment.js';
import { drawPanel, stepsIn, type DrawResult, type Seat } from './draw.js';
import {
  criteriaHash,
  poolHash,
  rowCommitment,
  type DrawCriteria,
  type PoolRow,
  type RowOpening,
} from './pool.js';
import { tieFaults } from './tie.js';
import { seedOf, seedPartValue, type SeedPart, type SeedReveal } from './seed.js';

/** A draw as it is published: everything that is needed to draw again and compare. */
export interface DrawTranscript {
  /** The second has an allotment, and binds the rows' fits. */
  readonly format: 'jihui-draw/1' | 'jihui-draw/2';
  readonly draw: string;
  readonly call: string;
  readonly criteria: DrawCriteria;
  readonly rows: readonly PoolRow[];
  /** Published before the parts of the seed were committed to: hexadecimal, both. */
  readonly criteriaHash: string;
  readonly poolHash: string;
  readonly parts: readonly SeedPart[];
  readonly reveals: readonly SeedReveal[];
  readonly seed: string;
  readonly result: DrawResult;
  /** Rows that left after the draw and who stepped in, in order. */
  readonly changes: readonly SeatChange[];
  /** Drawn rows that were opened after the review. */
  readonly opened: readonly RowOpening[];
  /** Who judges which bid, as it was given out; told with the rows that it is of, after the review. */
  readonly turns?: readonly Turn[];
  /** Tied bids on which no member might vote, in the order of their lots; told with the turns. */
  readonly ties?: readonly (readonly string[])[];
}

export interface SeatChange {
  readonly leaves: number;
  readonly reason: 'DECLINED' | 'ABSENT' | 'CONFLICT';
  /** The row that stepped in, or null where the replacements were used up. */
  readonly stepsIn: number | null;
}

export interface DrawFault {
  readonly code:
    | 'POOL_NOT_AS_PUBLISHED'
    | 'CRITERIA_NOT_AS_PUBLISHED'
    | 'TOO_FEW_PARTIES'
    | 'PART_NOT_AS_COMMITTED'
    | 'SEED_DIFFERS'
    | 'NO_PANEL'
    | 'RESULT_DIFFERS'
    | 'CHANGE_DIFFERS'
    | 'OPENING_DIFFERS'
    | 'ALLOTMENT_DIFFERS'
    | 'TOO_FEW_JUDGES'
    | 'TIE_DIFFERS';
  /** The row, party, turn, tie, bid or draw that it concerns. */
  readonly at: number | string;
}

/** What a verifier is told: what is wrong, and the panel that the transcript leads to. */
export interface DrawVerdict {
  readonly faults: readonly DrawFault[];
  readonly panel: readonly Seat[];
}

/** With fewer, one party alone would decide the seed. */
const FEWEST_PARTIES = 2;

/** Draws again from what is published and compares every step. */
export async function verifyDraw(transcript: DrawTranscript): Promise<DrawVerdict> {
  const { draw, criteria, rows } = transcript;
  const is = (right: boolean, code: DrawFault['code'], at: DrawFault['at'] = draw): readonly DrawFault[] =>
    right ? [] : [{ code, at }];
  const numbered = rows.every(({ row }, place) => row === place);
  const { seed, faults: seedFaults } = await seedAgain(transcript);
  const again = seed === undefined ? undefined : drawnAgain(seed, criteria, rows);
  const { panel, faults: changeFaults } = changesAgain(transcript);
  return {
    faults: [
      ...is(numbered && poolHash(draw, rows) === transcript.poolHash, 'POOL_NOT_AS_PUBLISHED'),
      ...is(criteriaHash(draw, criteria) === transcript.criteriaHash, 'CRITERIA_NOT_AS_PUBLISHED'),
      ...is(new Set(transcript.parts.map(({ party }) => party)).size >= FEWEST_PARTIES, 'TOO_FEW_PARTIES'),
      ...seedFaults,
      ...is(seed === undefined || hex(seed) === transcript.seed, 'SEED_DIFFERS'),
      ...is(seed === undefined || again !== undefined, 'NO_PANEL'),
      ...is(again === undefined || sameResult(again, transcript.result), 'RESULT_DIFFERS'),
      ...changeFaults,
      ...openingFaults(transcript),
      ...(seed === undefined ? [] : allotmentFaults(seed, transcript)),
      ...judgingFaults(transcript),
      ...(seed === undefined ? [] : lotFaults(seed, transcript, panel)),
    ],
    panel,
  };
}

async function seedAgain(
  transcript: DrawTranscript,
): Promise<{ seed?: Bytes; faults: readonly DrawFault[] }> {
  const { draw, parts, reveals } = transcript;
  const values = new Map<string, Bytes>();
  const faults: DrawFault[] = [];
  for (const part of parts) {
    const reveal = reveals.find(({ party }) => party === part.party);
    const value = reveal && (await seedPartValue(draw, part, reveal).catch(() => undefined));
    if (value === undefined) faults.push({ code: 'PART_NOT_AS_COMMITTED', at: part.party });
    else values.set(part.party, value);
  }
  if (faults.length > 0) return { faults };
  const published = { pool: transcript.poolHash, criteria: transcript.criteriaHash };
  try {
    return { seed: seedOf(draw, published, values), faults };
  } catch {
    return { faults: [{ code: 'SEED_DIFFERS', at: draw }] };
  }
}

function drawnAgain(seed: Bytes, criteria: DrawCriteria, rows: readonly PoolRow[]): DrawResult | undefined {
  try {
    return drawPanel(seed, criteria, rows);
  } catch {
    return undefined;
  }
}

const sameResult = (a: DrawResult, b: DrawResult): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));
const plain = ({ panel, replacements }: DrawResult) => [
  panel.map(({ stratum, row }) => [stratum, row]),
  replacements.map(({ stratum, rows }) => [stratum, rows]),
];

/** The panel after every change, each compared with who should have stepped in. */
function changesAgain(transcript: DrawTranscript): DrawVerdict {
  const { result, rows, criteria } = transcript;
  const known = new Set(rows.map(({ row }) => row));
  const named = [
    ...result.panel,
    ...result.replacements.flatMap((list) => list.rows.map((row) => ({ row }))),
  ];
  // Who stands in no row of the pool has no unit, so nobody can say who should have stepped in.
  if (!named.every(({ row }) => known.has(row)))
    return {
      panel: result.panel,
      faults: transcript.changes.map(({ leaves }) => ({ code: 'CHANGE_DIFFERS', at: leaves })),
    };
  const gone = new Set<number>();
  const faults: DrawFault[] = [];
  let panel = result.panel;
  for (const change of transcript.changes) {
    const leaving = panel.find(({ row }) => row === change.leaves);
    gone.add(change.leaves);
    const next = leaving && stepsIn(leaving, panel, result, rows, criteria, gone);
    if (leaving === undefined || (next?.row ?? null) !== change.stepsIn)
      faults.push({ code: 'CHANGE_DIFFERS', at: change.leaves });
    panel = [...panel.filter(({ row }) => row !== change.leaves), ...(next ? [next] : [])];
  }
  return { panel, faults };
}

function openingFaults({ draw, rows, opened }: DrawTranscript): readonly DrawFault[] {
  return opened.flatMap((opening): DrawFault[] => {
    const row = rows[opening.row];
    const right = row !== undefined && rowCommitment(draw, row, opening) === row.commitment;
    return right ? [] : [{ code: 'OPENING_DIFFERS', at: opening.row }];
  });
}

/** Each time that bids were given out, again: by the seed, the rule and the rows that are opened, none of them excluded. */
function allotmentFaults(seed: Bytes, transcript: DrawTranscript): readonly DrawFault[] {
  const { criteria, turns = [], opened, rows, result, changes } = transcript;
  const { allotment } = criteria;
  const differs = (at: number): DrawFault => ({ code: 'ALLOTMENT_DIFFERS', at });
  if (allotment === undefined) return turns.map((_, at) => differs(at));
  const seated = new Set([
    ...result.panel.map(({ row }) => row),
    ...changes.flatMap(({ stepsIn: next }) => next ?? []),
  ]);
  const memberOf = (row: number): Member | undefined => {
    const fits = opened.find((opening) => opening.row === row)?.fits;
    const stratum = rows[row]?.stratum;
    return fits === undefined || stratum === undefined || !seated.has(row)
      ? undefined
      : { row, stratum, fits };
  };
  return turnFaults(seed, allotment, turns, memberOf).map(differs);
}

/** Each tie that lots have decided: in their order, and only where nobody of the panel might have voted. */
function lotFaults(seed: Bytes, transcript: DrawTranscript, panel: readonly Seat[]): readonly DrawFault[] {
  const { criteria, opened, rows, ties = [], turns = [] } = transcript;
  const { allotment } = criteria;
  const differs = (at: number): DrawFault => ({ code: 'TIE_DIFFERS', at });
  const members = panel.flatMap(({ row }): readonly Member[] => {
    const fits = opened.find((opening) => opening.row === row)?.fits;
    return fits === undefined ? [] : [{ row, stratum: rows[row]?.stratum ?? '', fits }];
  });
  if (allotment === undefined || members.length < panel.length) return ties.map((_, at) => differs(at));
  const recused = turns.flatMap((turn) => turn.recused);
  return tieFaults(seed, ties, allotment, members, recused).map(differs);
}

/** Rows are opened once the review is over: by then each bid had all the judges that the rule asks for, each counted once. */
function judgingFaults(transcript: DrawTranscript): readonly DrawFault[] {
  const { criteria, opened, rows } = transcript;
  const { allotment } = criteria;
  if (allotment === undefined || opened.length === 0) return [];
  const pairs = pairsOf(transcript);
  const many = (bid: string, stratum: string): number =>
    new Set(
      pairs.filter((pair) => pair.bid === bid && rows[pair.row]?.stratum === stratum).map(({ row }) => row),
    ).size;
  return allotment.bids
    .filter((bid) => allotment.judges.some(({ code, judges }) => many(bid, code) < judges))
    .map((bid) => ({ code: 'TOO_FEW_JUDGES', at: bid }));
}

/** Who judges which bid as the transcript ends. */
export const pairsOf = ({ turns = [] }: Pick<DrawTranscript, 'turns'>) =>
  standingPairs(turns, turns[turns.length - 1]?.panel ?? []);

/** The value as a transcript, where it has the shape of one: a verifier is handed whatever a stranger saved. */
export function asTranscript(value: unknown): DrawTranscript | undefined {
  const one = value as DrawTranscript;
  const right =
    isRecord(value) &&
    FORMATS.includes(one.format) &&
    [one.draw, one.call, one.criteriaHash, one.poolHash, one.seed].every(isText) &&
    isRecord(one.criteria) &&
    (one.criteria.allotment === undefined || isRule(one.criteria.allotment)) &&
    (one.turns === undefined || isListOf(one.turns, isTurn)) &&
    (one.ties === undefined || (Array.isArray(one.ties) && one.ties.every(isTie))) &&
    isListOf(one.criteria.strata, ({ code, seats }) => isText(code) && isNumber(seats)) &&
    isListOf(one.rows, (row) => isNumber(row.row) && [row.stratum, row.unit, row.commitment].every(isText)) &&
    isListOf(
      one.parts,
      (part) => isText(part.party) && isText(part.commitment) && isListOf(part.shares, isShare),
    ) &&
    isListOf(one.reveals, (reveal) => isText(reveal.party) && isReveal(reveal)) &&
    isRecord(one.result) &&
    isListOf(one.result.panel, isSeat) &&
    isListOf(
      one.result.replacements,
      ({ stratum, rows }) => isText(stratum) && Array.isArray(rows) && rows.every(isNumber),
    ) &&
    isListOf(one.changes, ({ leaves }) => isNumber(leaves)) &&
    isListOf(one.opened, isOpening);
  return right ? one : undefined;
}

const FORMATS: readonly unknown[] = ['jihui-draw/1', 'jihui-draw/2'];

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value);
const isListOf = <T>(value: readonly T[], is: (entry: T) => boolean): boolean =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && is(entry as T));
const isSeat = ({ stratum, row }: Seat): boolean => isText(stratum) && isNumber(row);
const isShare = ({ id, sealed, hash }: SeedPart['shares'][number]): boolean =>
  [id, sealed, hash].every(isText);
const isReveal = (reveal: SeedReveal): boolean =>
  'value' in reveal
    ? isText(reveal.value)
    : isListOf(reveal.shares, ({ custodian, share }) => isText(custodian) && isText(share));
const isOpening = ({ row, person, salt, fits = [] }: RowOpening): boolean =>
  isNumber(row) && isText(person) && isText(salt) && Array.isArray(fits) && fits.every(isFit);
const isFit = (fit: unknown): boolean => fit === null || isNumber(fit);
const isRule = (rule: AllotmentRule): boolean =>
  isRecord(rule) &&
  Array.isArray(rule.bids) &&
  rule.bids.every(isText) &&
  isListOf(rule.judges, ({ code, judges }) => isText(code) && isNumber(judges));
const isTurn = ({ panel, recused, given }: Turn): boolean =>
  Array.isArray(panel) && panel.every(isNumber) && isListOf(recused, isPair) && isListOf(given, isPair);
const isTie = (tie: readonly string[]): boolean => Array.isArray(tie) && tie.every(isText);
const isPair = ({ bid, row }: Pair): boolean => isText(bid) && isNumber(row);
