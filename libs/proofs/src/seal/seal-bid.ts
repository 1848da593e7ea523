import { hex, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { hashOfPieces } from '../file-hash.js';
import { CommitmentOf } from './commitment.js';
import { derived, encrypt } from './content.js';
import { bidderTag, headHash, shareContext, writeHead, type SealedHead } from './head.js';
import { writeManifest, type FileEntry } from './manifest.js';
import { paddedLength } from './padding.js';
import { shareOut, type Custodian } from './shares.js';

/** A file to be sealed; it is read twice, once for its hash. */
export interface BidFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface BidToSeal {
  readonly call: string;
  readonly round: number;
  /** The organisation's id. */
  readonly bidder: string;
  readonly custodians: readonly Custodian[];
  readonly threshold: number;
  readonly form: unknown;
  readonly files: readonly BidFile[];
}

export interface SealedBid {
  readonly head: SealedHead;
  /** The whole sealed file, to be read once and to its end. */
  readonly bytes: AsyncIterable<Bytes>;
  /** Known once the bytes were read to their end. */
  commitment(): string;
}

/**
 * Seals a bid: a key made for it alone encrypts text and files, and is then known only as shares sealed to the
 * custodians. Runs in a browser, in a worker or on the command line alike; nothing leaves but what it returns.
 * @throws Fault IMPOSSIBLE where threshold and custodians do not fit, or a file is not as long as it says
 */
export async function sealBid(bid: BidToSeal): Promise<SealedBid> {
  const key = random();
  const salt = random();
  const bound = {
    call: bid.call,
    round: bid.round,
    bidderTag: hex(bidderTag(bid.call, bid.round, bid.bidder, salt)),
  };
  const { sealed, secrets } = await shareOut(key, bid.custodians, bid.threshold, shareContext(bound));
  const head: SealedHead = {
    format: 'jihui-sealed-bid/1',
    ...bound,
    threshold: bid.threshold,
    shares: sealed,
    check: hex(derived(key, 'check')),
  };
  const files = await Promise.all(bid.files.map(entryOf));
  const manifest = writeManifest({
    bidder: bid.bidder,
    bidderSalt: hex(salt),
    sealing: secrets,
    form: bid.form,
    files,
  });
  const written = writeHead(head);
  const commitment = new CommitmentOf(written);
  return {
    head,
    bytes: sealedBytes(
      written,
      commitment,
      encrypt(derived(key, 'content'), headHash(written), plain(manifest, bid.files)),
    ),
    commitment: () => commitment.value(),
  };
}

const random = (): Bytes => crypto.getRandomValues(new Uint8Array(32));

async function entryOf(file: BidFile): Promise<FileEntry> {
  const { size, sha256 } = await hashOfPieces(file.read());
  if (size !== file.size) throw new Fault(FAULTS.IMPOSSIBLE, `文件 ${file.name} 在读取时发生了变化`);
  return { name: file.name, type: file.type, size, sha256 };
}

async function* plain(manifest: Bytes, files: readonly BidFile[]): AsyncGenerator<Uint8Array> {
  yield manifest;
  let length = manifest.length;
  for (const file of files) {
    yield* file.read();
    length += file.size;
  }
  for (let missing = paddedLength(length) - length; missing > 0; missing -= ZEROS.length)
    yield ZEROS.subarray(0, Math.min(missing, ZEROS.length));
}

const ZEROS = new Uint8Array(64 * 1024);

async function* sealedBytes(
  written: Bytes,
  commitment: CommitmentOf,
  pieces: AsyncIterable<Bytes>,
): AsyncGenerator<Bytes> {
  yield written;
  for await (const piece of pieces) {
    commitment.add(piece);
    yield piece;
  }
}
