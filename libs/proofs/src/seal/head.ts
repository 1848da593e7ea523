import { canonical, concat, tagged, text, utf8, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import type { SealedShare, ShareContext } from './shares.js';

/** What stands before the encrypted pieces: what custodians and verifiers need, and nothing of the bid. */
export interface SealedHead {
  readonly format: 'jihui-sealed-bid/1';
  readonly call: string;
  /** 1 for the first publication of the call, 2 after a failed one (流标). */
  readonly round: number;
  /** Binds the bidder without naming them: nobody can hand in another's sealed bid as their own. */
  readonly bidderTag: string;
  readonly threshold: number;
  readonly shares: readonly SealedShare[];
  /** Told by the key: a key that gives another check opens nothing. */
  readonly check: string;
}

const MAGIC = utf8('JHSB1\n');
/** A head of 255 custodians stays far below. */
const LONGEST_HEAD = 256 * 1024;

export const shareContext = ({
  call,
  round,
  bidderTag,
}: Pick<SealedHead, 'call' | 'round' | 'bidderTag'>): ShareContext => ({
  purpose: 'sealed-bid',
  subject: `${call}/${round}/${bidderTag}`,
});

/** @param salt 32 random bytes, kept inside the bid */
export const bidderTag = (call: string, round: number, bidder: string, salt: Bytes): Bytes =>
  tagged('jihui/bidder/1', call, round, bidder, salt);

export function writeHead(head: SealedHead): Bytes {
  const body = utf8(canonical(head));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return concat(MAGIC, length, body);
}

/** What each encrypted piece is bound to. */
export const headHash = (written: Bytes): Bytes => tagged('jihui/sealed-bid-head/1', written);

/**
 * Takes the head off a stream; the rest of the stream follows.
 * @throws Fault NOT_A_SEALED_BID
 */
export async function readHead(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly head: SealedHead; readonly written: Bytes; readonly rest: AsyncIterable<Uint8Array> }> {
  const reader = chunks(source);
  let buffer: Bytes = new Uint8Array(0);
  const reach = async (length: number): Promise<void> => {
    while (buffer.length < length) {
      const next = await reader.next();
      if (next.done === true) throw notASealedBid();
      buffer = concat(buffer, next.value);
    }
  };
  const start = MAGIC.length + 4;
  await reach(start);
  if (!MAGIC.every((byte, at) => buffer[at] === byte)) throw notASealedBid();
  const length = new DataView(buffer.buffer).getUint32(MAGIC.length);
  if (length > LONGEST_HEAD) throw notASealedBid();
  await reach(start + length);
  const head = parsed(buffer.slice(start, start + length));
  const written = writeHead(head);
  // Written otherwise than canonically it would have two hashes.
  if (written.length !== start + length || !written.every((byte, at) => byte === buffer[at]))
    throw notASealedBid();
  return { head, written, rest: following(buffer.slice(start + length), reader) };
}

async function* chunks(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

async function* following(first: Bytes, reader: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* reader;
}

const notASealedBid = (): Fault => new Fault(FAULTS.NOT_A_SEALED_BID, '不是密封投标文件，或文件已损坏');

function parsed(bytes: Bytes): SealedHead {
  let value: unknown;
  try {
    value = JSON.parse(text(bytes));
  } catch {
    throw notASealedBid();
  }
  if (!isHead(value)) throw notASealedBid();
  return value;
}

const HASH = /^[0-9a-f]{64}$/;
const HEX = /^(?:[0-9a-f]{2})+$/;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 200;

function isHead(value: unknown): value is SealedHead {
  const head = value as SealedHead;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 7 &&
    head.format === 'jihui-sealed-bid/1' &&
    isText(head.call) &&
    Number.isInteger(head.round) &&
    head.round >= 1 &&
    Number.isInteger(head.threshold) &&
    HASH.test(head.bidderTag) &&
    HASH.test(head.check) &&
    Array.isArray(head.shares) &&
    head.threshold >= 2 &&
    head.threshold <= head.shares.length &&
    head.shares.length <= 255 &&
    head.shares.every(isShare)
  );
}

const isShare = (share: SealedShare): boolean =>
  typeof share === 'object' &&
  share !== null &&
  Object.keys(share).length === 4 &&
  isText(share.id) &&
  HASH.test(share.publicKey) &&
  HASH.test(share.hash) &&
  HEX.test(share.sealed);
