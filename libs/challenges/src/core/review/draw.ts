import {
  allot,
  standingPairs,
  stepsIn,
  type AllotmentRule,
  type DrawCriteria,
  type DrawResult,
  type DrawTranscript,
  type Fits,
  type Lacking,
  type Member,
  type Pair,
  type PoolRow,
  type ReleasedShare,
  type RowOpening,
  type Seat as DrawnSeat,
  type SealedShare,
  type SeatChange,
  type SeedPart,
  type SeedReveal,
  type Turn,
} from '@jihui/proofs';
import type { PoolEntry } from './pool.js';

/** 专家抽取: parties commit, then reveal, then the seed decides; void where the round's bids changed after it. */
export type DrawState = 'COMMITTING' | 'REVEALING' | 'DRAWN' | 'VOID';

/** A party of the seed: a custodian of the call, with the key that parts are shared to. */
export interface DrawParty {
  readonly id: string;
  readonly publicKey: string;
}

/** A share of a withheld part that a custodian released. */
export interface PartShare extends ReleasedShare {
  /** Whose part it is of. */
  readonly party: string;
}

export interface Draw {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly round: number;
  readonly state: DrawState;
  readonly parties: readonly DrawParty[];
  readonly threshold: number;
  readonly criteria: DrawCriteria;
  readonly criteriaHash: string;
  readonly rows: readonly PoolRow[];
  readonly poolHash: string;
  readonly parts: readonly SeedPart[];
  readonly reveals: readonly SeedReveal[];
  readonly shares: readonly PartShare[];
  readonly seed: string | null;
  readonly result: DrawResult | null;
  readonly changes: readonly SeatChange[];
  /** Each time that bids were given to members; nobody reads it before the review is over. */
  readonly turns: readonly Turn[];
  /** Pairs that a conflict closed and no turn has told of yet. */
  readonly recused: readonly Pair[];
  /** What the panel as it stands cannot judge. */
  readonly lacking: readonly Lacking[];
  readonly voidReason: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Who stands behind a row: opened after the review where it was drawn, told to the supervisor alone where excluded. */
export interface DrawRow extends RowOpening {
  readonly fits: Fits;
  readonly expertId: string;
  readonly evidence: PoolEntry['evidence'];
}

/** Parties that have not committed, or not revealed. */
export const partiesWaiting = ({ state, parties, parts, reveals }: Draw): readonly string[] => {
  const done = state === 'COMMITTING' ? parts : reveals;
  return state === 'COMMITTING' || state === 'REVEALING'
    ? parties.filter(({ id }) => !done.some(({ party }) => party === id)).map(({ id }) => id)
    : [];
};

/** Whether a part is shared to exactly the parties of the draw, with its threshold. */
export const isPartOf = (
  part: SeedPart,
  { parties, threshold }: Pick<Draw, 'parties' | 'threshold'>,
): boolean =>
  part.threshold === threshold &&
  part.shares.length === parties.length &&
  parties.every(({ id, publicKey }) =>
    part.shares.some((share) => share.id === id && share.publicKey === publicKey),
  );

const HEX = /^[0-9a-f]{64}$/;
const isText = (value: unknown): value is string => typeof value === 'string';
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** What a page sent as a party's part, where it has the shape of one. */
export function seedPartOf(value: unknown, party: string): SeedPart | undefined {
  const { commitment, threshold, shares } = fieldsOf(value);
  if (!isText(commitment) || !HEX.test(commitment) || !Number.isSafeInteger(threshold)) return undefined;
  if (!Array.isArray(shares) || shares.length > 20) return undefined;
  const read = shares.map((share): SealedShare | undefined => {
    const { id, publicKey, sealed, hash } = fieldsOf(share);
    return [id, publicKey, sealed, hash].every((text) => isText(text) && text.length <= 1_000)
      ? ({ id, publicKey, sealed, hash } as SealedShare)
      : undefined;
  });
  if (read.includes(undefined)) return undefined;
  return { party, commitment, threshold: Number(threshold), shares: read as SealedShare[] };
}

/** The panel after every change, and the rows that left it. */
export function panelNow({ result, changes }: Pick<Draw, 'result' | 'changes'>): {
  readonly panel: readonly DrawnSeat[];
  readonly gone: ReadonlySet<number>;
} {
  let panel = result?.panel ?? [];
  for (const { leaves, stepsIn: next } of changes) {
    const leaving = panel.find(({ row }) => row === leaves);
    const staying = panel.filter(({ row }) => row !== leaves);
    panel =
      leaving === undefined || next === null
        ? staying
        : [...staying, { stratum: leaving.stratum, row: next }];
  }
  return { panel, gone: new Set(changes.map(({ leaves }) => leaves)) };
}

/** What it changes that a row leaves the panel: who steps in, and nobody where the replacements are used up. */
export function leaving(draw: Draw, row: number, reason: SeatChange['reason']): SeatChange {
  const { panel, gone } = panelNow(draw);
  const seat = panel.find((one) => one.row === row);
  if (draw.result === null || seat === undefined) throw new Error(`row ${row} has no seat`);
  const next = stepsIn(seat, panel, draw.result, draw.rows, draw.criteria, new Set([...gone, row]));
  return { leaves: row, reason, stepsIn: next?.row ?? null };
}

/**
 * The file that `jihui verify-draw` reads.
 * @param ties commitments of tied bids that lots have put in order
 */
export const transcriptOf = (
  draw: Draw,
  opened: readonly RowOpening[],
  ties: readonly (readonly string[])[],
): DrawTranscript | undefined =>
  draw.seed === null || draw.result === null
    ? undefined
    : {
        ...{ format: draw.criteria.allotment === undefined ? 'jihui-draw/1' : 'jihui-draw/2' },
        ...{ draw: draw.id, call: draw.callId, criteria: draw.criteria },
        ...{ rows: draw.rows, criteriaHash: draw.criteriaHash, poolHash: draw.poolHash },
        ...{ parts: draw.parts, reveals: draw.reveals, seed: draw.seed, result: draw.result },
        ...{ changes: draw.changes, opened },
        ...(draw.criteria.allotment === undefined || opened.length === 0 ? {} : { turns: draw.turns, ties }),
      };

/** The rule by which bids are given out; draws of before there was one: every member judges every bid. */
export const allotmentOf = (criteria: DrawCriteria, bids: readonly string[]): AllotmentRule =>
  criteria.allotment ?? {
    rule: 'jihui-allotment/1',
    bids,
    judges: criteria.strata.map(({ code, seats }) => ({ code, judges: seats })),
  };

/**
 * Bids given to the rows that judge from now on: what others have stays theirs.
 * @param rows of the panel, with what each is to the bids
 */
export function nextTurn(
  draw: Pick<Draw, 'seed' | 'rows' | 'turns' | 'recused'>,
  rule: AllotmentRule,
  rows: readonly Pick<DrawRow, 'row' | 'fits'>[],
): { readonly turn: Turn; readonly lacking: readonly Lacking[] } {
  const panel = rows.map(({ row }) => row);
  const asked: Turn = { panel, recused: draw.recused, given: [] };
  const members = rows.map(({ row, fits }): Member => ({
    ...{ row, stratum: draw.rows[row]?.stratum ?? '' },
    // Of draws of before there was an allotment nobody is kept from a bid.
    fits: fits.length === 0 ? rule.bids.map(() => 0) : fits,
  }));
  const closed = [...draw.turns, asked].flatMap(({ recused }) => recused);
  const standing = standingPairs([...draw.turns, asked], panel);
  const { given, lacking } = allot(seedBytes(draw), rule, members, standing, closed);
  return { turn: { ...asked, given }, lacking };
}

function seedBytes({ seed }: Pick<Draw, 'seed'>): Uint8Array<ArrayBuffer> {
  if (seed === null) throw new Error('a draw without its seed gives nothing out');
  return new Uint8Array(Buffer.from(seed, 'hex'));
}
