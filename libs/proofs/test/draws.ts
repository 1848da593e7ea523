import { hex } from '../src/bytes.js';
import { allot, standingPairs, type Turn } from '../src/draw/allotment.js';
import { drawPanel, stepsIn } from '../src/draw/draw.js';
import { criteriaHash, poolHash, snapshot, type DrawCriteria } from '../src/draw/pool.js';
import { makeSeedPart, seedContext, seedOf, seedPartValue } from '../src/draw/seed.js';
import type { DrawTranscript } from '../src/draw/transcript.js';
import { releaseShare } from '../src/seal/shares.js';
import { aBoard } from './bids.js';

const DRAW = 'draw-1';
const PARTIES = ['bureau', 'notary', 'supervision'];

const BIDS = ['bid-1', 'bid-2', 'bid-3', 'bid-4'];

/**
 * A draw as it runs: pool, parts, reveals (the notary stays silent), panel, one absence, openings.
 * @param apart each bid is judged by three of the five, given out before the absence and again after it
 */
export async function aDraw(
  apart = false,
): Promise<{ transcript: DrawTranscript; values: Map<string, string> }> {
  const board = await aBoard(3, 2);
  const candidates = Array.from({ length: 20 }, (_, at) => ({
    person: `expert-${at}`,
    unit: `unit-${at % 9}`,
    stratum: at % 2 ? 'TECH' : 'FINANCE',
    reasons: at % 4 ? [] : ['SAME_UNIT'],
    ...(apart
      ? { fits: BIDS.map((_, bid) => (at % 2 || (at + bid) % 7 ? (at * bid * 31) % 1_000 : null)) }
      : {}),
  }));
  const criteria: DrawCriteria = {
    rule: 'jihui-draw/1',
    strata: [
      { code: 'TECH', seats: 3 },
      { code: 'FINANCE', seats: 2 },
    ],
    perUnit: 1,
    replacements: 3,
    ...(apart
      ? {
          allotment: {
            rule: 'jihui-allotment/1',
            bids: BIDS,
            judges: [
              { code: 'TECH', judges: 2 },
              { code: 'FINANCE', judges: 1 },
            ],
          },
        }
      : {}),
  };
  const { rows, openings } = snapshot(DRAW, candidates);
  const made = await Promise.all(
    PARTIES.map((party) => makeSeedPart(DRAW, party, board.custodians, board.threshold)),
  );
  const parts = made.map(({ part }) => part);
  const notary = parts[1]!;
  const shares = await Promise.all(
    [0, 2].map((at) =>
      releaseShare(notary.shares[at]!, board.keys[at]!.privateKey, seedContext(DRAW, 'notary')),
    ),
  );
  const reveals = [
    { party: 'bureau', value: made[0]!.value },
    { party: 'notary', shares },
    { party: 'supervision', value: made[2]!.value },
  ];
  const published = { pool: poolHash(DRAW, rows), criteria: criteriaHash(DRAW, criteria) };
  const values = new Map(
    await Promise.all(
      parts.map(async (part, at) => [part.party, await seedPartValue(DRAW, part, reveals[at]!)] as const),
    ),
  );
  const seed = seedOf(DRAW, published, values);
  const result = drawPanel(seed, criteria, rows);
  const leaving = result.panel[0]!;
  const next = stepsIn(leaving, result.panel, result, rows, criteria, new Set([leaving.row]));
  const changes = [{ leaves: leaving.row, reason: 'ABSENT' as const, stepsIn: next?.row ?? null }];
  const seats = [...result.panel, ...(next ? [next] : [])];
  const opened = seats.map(({ row }) => openings[row]!);
  const turns: Turn[] = [];
  for (const gone of apart ? [next?.row, leaving.row] : []) {
    const members = seats
      .filter(({ row }) => row !== gone)
      .map(({ row, stratum }) => ({
        ...{ row, stratum, fits: openings[row]?.fits ?? [] },
      }));
    const panel = members.map(({ row }) => row);
    const standing = standingPairs(turns, panel);
    const { given } = allot(seed, criteria.allotment!, members, standing, []);
    turns.push({ panel, recused: [], given });
  }
  return {
    transcript: {
      format: apart ? 'jihui-draw/2' : 'jihui-draw/1',
      draw: DRAW,
      call: 'call-1',
      criteria,
      rows,
      criteriaHash: published.criteria,
      poolHash: published.pool,
      parts,
      reveals,
      seed: hex(seed),
      result,
      changes,
      opened,
      ...(apart ? { turns } : {}),
    },
    values: new Map(made.map(({ value }, at) => [PARTIES[at]!, value])),
  };
}

export const aTranscript = async (): Promise<DrawTranscript> => (await aDraw()).transcript;
