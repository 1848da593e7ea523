import { hex, own, sameBytes, unhex, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { portableHash, type Hashing, type NewHash } from '../hashing.js';
import { CommitmentOf } from './commitment.js';
import { decrypt, derived } from './content.js';
import { bidderTag, headHash, readHead, shareContext, type SealedHead } from './head.js';
import { LONGEST_MANIFEST, parseManifest, type FileEntry, type Manifest } from './manifest.js';
import { paddedLength } from './padding.js';
import { isFairlyShared, secretOf, type ReleasedShare } from './shares.js';

/** Where the opened files go. */
export interface Taker {
  /** Called once before the first file. */
  manifest?(manifest: Manifest): Promise<void> | void;
  /** A file's bytes, in order; each file ends where the next begins. */
  bytes(file: FileEntry, at: number, chunk: Uint8Array): Promise<void> | void;
}

export interface OpenedBid {
  readonly head: SealedHead;
  readonly manifest: Manifest;
  readonly commitment: string;
}

/**
 * Opens a sealed bid with the custodians' shares and checks everything that can be: each share against its hash, the
 * key, every piece, the bidder, the files' hashes, and that the bid was sealed fairly to all custodians.
 * @param bidder who handed it in
 * @throws Fault with the code of the first thing that is wrong; nothing that was taken before then may be used
 */
export async function openBid(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  released: readonly ReleasedShare[],
  bidder: string,
  taker: Taker,
  newHash: NewHash = portableHash,
): Promise<OpenedBid> {
  const { head, written, rest } = await readHead(source);
  const context = shareContext(head);
  const key = await secretOf(head.shares, released, head.threshold, context);
  if (hex(derived(key, 'check')) !== head.check)
    throw new Fault(FAULTS.BADLY_SEALED, '份额均有效，但拼出的密钥与投标声明的不符：投标封装不符合要求');
  const commitment = new CommitmentOf(written, newHash);
  const pieces = decrypt(derived(key, 'content'), headHash(written), counted(rest, commitment));
  const manifest = await take(pieces, taker, newHash);
  await checkSealing(head, manifest, key, bidder);
  return { head, manifest, commitment: commitment.value() };
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  commitment: CommitmentOf,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    commitment.add(chunk);
    yield chunk;
  }
}

async function checkSealing(head: SealedHead, manifest: Manifest, key: Bytes, bidder: string): Promise<void> {
  const salt = unhex(manifest.bidderSalt, 32);
  const tag = bidderTag(head.call, head.round, manifest.bidder, salt);
  if (manifest.bidder !== bidder || !sameBytes(tag, unhex(head.bidderTag)))
    throw new Fault(FAULTS.OTHER_BIDDER, '投标由其他单位或为其他榜单封装');
  const fair = await isFairlyShared(
    key,
    head.shares,
    head.threshold,
    manifest.sealing,
    shareContext(head),
  ).catch(() => false);
  if (!fair) throw new Fault(FAULTS.BADLY_SEALED, '投标未按要求向每位保管人封装同一密钥');
}

/** Reads manifest, files and padding off the decrypted stream. */
async function take(pieces: AsyncIterable<Bytes>, taker: Taker, newHash: NewHash): Promise<Manifest> {
  const plain = new Reader(pieces);
  const length = new DataView((await plain.exactly(4)).buffer).getUint32(0);
  if (length > LONGEST_MANIFEST) throw new Fault(FAULTS.BADLY_SEALED, '投标内容的格式有误');
  const manifest = parseManifest(await plain.exactly(length));
  await taker.manifest?.(manifest);
  for (const file of manifest.files) await takeFile(plain, file, taker, newHash());
  const told = manifest.files.reduce((sum, { size }) => sum + size, 4 + length);
  await expectPadding(plain, paddedLength(told) - told);
  return manifest;
}

async function takeFile(plain: Reader, file: FileEntry, taker: Taker, hash: Hashing): Promise<void> {
  let at = 0;
  for await (const chunk of plain.upTo(file.size)) {
    hash.update(chunk);
    await taker.bytes(file, at, chunk);
    at += chunk.length;
  }
  if (hex(own(hash.digest())) !== file.sha256)
    throw new Fault(FAULTS.BADLY_SEALED, `文件 ${file.name} 与投标中记录的摘要不符`);
}

async function expectPadding(plain: Reader, length: number): Promise<void> {
  for await (const chunk of plain.upTo(length))
    if (chunk.some((byte) => byte !== 0)) throw new Fault(FAULTS.BADLY_SEALED, '投标的填充内容不为零');
  if (!(await plain.atEnd())) throw new Fault(FAULTS.BADLY_SEALED, '投标末尾有多余内容');
}

/** Takes given numbers of bytes off a stream. */
class Reader {
  private readonly source: AsyncIterator<Uint8Array>;
  private kept: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async *upTo(length: number): AsyncGenerator<Uint8Array> {
    for (let missing = length; missing > 0;) {
      if (await this.atEnd()) throw new Fault(FAULTS.TRUNCATED, '密封投标不完整');
      const chunk = this.kept.subarray(0, missing);
      this.kept = this.kept.subarray(chunk.length);
      missing -= chunk.length;
      yield chunk;
    }
  }

  async exactly(length: number): Promise<Bytes> {
    const bytes = new Uint8Array(length);
    let at = 0;
    for await (const chunk of this.upTo(length)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  async atEnd(): Promise<boolean> {
    while (this.kept.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return true;
      this.kept = next.value;
    }
    return false;
  }
}
