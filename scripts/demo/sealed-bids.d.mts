import type { SealingInstructions } from '@jihui/proofs';
import type { Person } from './person.mjs';

export interface Sealed {
  readonly bytes: Buffer;
  readonly commitment: string;
  readonly file: Buffer;
}
/** Asks, and where it is not answered as it sees fit asks again. */
export type Asking = <T>(ask: () => Promise<T>) => Promise<T>;

export function instructionsOf(person: Person, callId: string, asking?: Asking): Promise<SealingInstructions>;
export function sealed(instructions: SealingInstructions, bidder: string, size: number): Promise<Sealed>;
export function handIn(
  person: Person,
  callId: string,
  organisationId: string,
  bid: Sealed,
  asking?: Asking,
): Promise<{ readonly commitment: string; readonly receipts: readonly object[] }>;
export function release(
  person: Person,
  callId: string,
  keys: string,
  number: number,
  asking?: Asking,
): Promise<void>;
