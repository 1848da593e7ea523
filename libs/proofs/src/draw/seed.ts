import { of } from '../list.js';
import { hex, tagged, unhex, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import {
  secretOf,
  shareOut,
  type Custodian,
  type ReleasedShare,
  type SealedShare,
  type ShareContext,
} from '../seal/shares.js';

/**
 * One party's part of a draw's seed. It is committed to while nobody knows the others', and shared among custodians, so
 * that whoever does not like the outcome cannot change it by staying silent.
 */
export interface SeedPart {
  readonly party: string;
  /** Hexadecimal. */
  readonly commitment: string;
  readonly threshold: number;
  readonly shares: readonly SealedShare[];
}

/** How a part became known: by the party itself, or by the custodians. */
export type SeedReveal =
  | { readonly party: string; readonly value: string }
  | { readonly party: string; readonly shares: readonly ReleasedShare[] };

export const seedContext = (draw: string, party: string): ShareContext => ({
  purpose: 'draw-seed',
  subject: `${draw}/${party}`,
});

const partCommitment = (draw: string, party: string, value: Bytes): string =>
  hex(tagged('jihui/draw-seed-part/1', draw, party, value));

/** Makes a part; the value stays with the party until it reveals it. */
export async function makeSeedPart(
  draw: string,
  party: string,
  custodians: readonly Custodian[],
  threshold: number,
): Promise<{ readonly part: SeedPart; readonly value: string }> {
  const value = crypto.getRandomValues(new Uint8Array(32));
  const { sealed } = await shareOut(value, custodians, threshold, seedContext(draw, party));
  const part = { party, commitment: partCommitment(draw, party, value), threshold, shares: sealed };
  return { part, value: hex(value) };
}

/**
 * The value of a part, revealed or recovered.
 * @throws Fault WRONG_SHARE where a revealed value is not the one committed to, TOO_FEW_SHARES, BADLY_SEALED where good
 * shares give another value: the party then dealt them wrongly, and the draw is made anew without it
 */
export async function seedPartValue(draw: string, part: SeedPart, reveal: SeedReveal): Promise<Bytes> {
  const context = seedContext(draw, part.party);
  const revealed = 'value' in reveal;
  const value = revealed
    ? unhex(reveal.value, 32)
    : await secretOf(part.shares, reveal.shares, part.threshold, context);
  if (partCommitment(draw, part.party, value) !== part.commitment)
    throw new Fault(
      revealed ? FAULTS.WRONG_SHARE : FAULTS.BADLY_SEALED,
      `${part.party} 的随机数与其事先公布的承诺不符`,
    );
  return value;
}

/** The seed: of the draw, what was published before, and every party's part in the order of the parties' names. */
export function seedOf(
  draw: string,
  published: { readonly pool: string; readonly criteria: string },
  values: ReadonlyMap<string, Bytes>,
): Bytes {
  const parties = [...values.keys()].sort();
  const parts = parties.flatMap((party) => [party, of(values, party)]);
  return tagged(
    'jihui/draw-seed/1',
    draw,
    unhex(published.pool, 32),
    unhex(published.criteria, 32),
    ...parts,
  );
}
