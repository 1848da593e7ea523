import { canonical, concat, text, utf8, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import type { ShareSecrets } from './shares.js';

/** A file of a bid, as it is told inside the bid. */
export interface FileEntry {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** The first part of what is sealed; the files' bytes follow in this order, then zeros up to the padded length. */
export interface Manifest {
  readonly bidder: string;
  /** 32 bytes, hexadecimal: with it the head's bidderTag can be computed anew. */
  readonly bidderSalt: string;
  readonly sealing: ShareSecrets;
  /** The bid's form, as the domain defines it. */
  readonly form: unknown;
  readonly files: readonly FileEntry[];
}

/** A form with every text at its longest stays below; files are counted apart. */
export const LONGEST_MANIFEST = 8 * 1024 * 1024;

export function writeManifest(manifest: Manifest): Bytes {
  const body = utf8(canonical(manifest));
  if (body.length > LONGEST_MANIFEST) throw new Fault(FAULTS.IMPOSSIBLE, '投标文本超过 8 MB');
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  return concat(length, body);
}

/** @throws Fault BADLY_SEALED where the bytes are no manifest */
export function parseManifest(body: Uint8Array): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text(body));
  } catch {
    throw badly();
  }
  if (!isManifest(value)) throw badly();
  return value;
}

const badly = (): Fault => new Fault(FAULTS.BADLY_SEALED, '投标内容的格式有误');

const HASH = /^[0-9a-f]{64}$/;
const HEX = /^(?:[0-9a-f]{2})+$/;

function isManifest(value: unknown): value is Manifest {
  const manifest = value as Manifest;
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof manifest.bidder === 'string' &&
    HASH.test(manifest.bidderSalt) &&
    typeof manifest.sealing === 'object' &&
    manifest.sealing !== null &&
    [manifest.sealing.shares, manifest.sealing.ephemerals].every(
      (list) => Array.isArray(list) && list.every((entry) => typeof entry === 'string' && HEX.test(entry)),
    ) &&
    Array.isArray(manifest.files) &&
    manifest.files.every(isFile)
  );
}

const isFile = (file: FileEntry): boolean =>
  typeof file === 'object' &&
  file !== null &&
  typeof file.name === 'string' &&
  typeof file.type === 'string' &&
  Number.isSafeInteger(file.size) &&
  file.size >= 0 &&
  HASH.test(file.sha256);
