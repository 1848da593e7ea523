import { scryptAsync } from '@noble/hashes/scrypt.js';
import { canonical, hex, own, sameBytes, tagged, unhex, utf8, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { generateKeyPair, keyPairOf, PRIVATE_KEY, type KeyPair } from './hpke.js';

/**
 * A custodian's key for one call, as a file that the custodian keeps: the private key is encrypted with a passphrase
 * before it leaves the memory of the page that made it, and the platform only ever sees the public one.
 */
export interface CustodianKeyFile {
  readonly format: 'jihui-custodian-key/1';
  readonly call: string;
  readonly custodian: string;
  /** 32 bytes, hexadecimal. */
  readonly publicKey: string;
  /** scrypt (RFC 7914): N, r, p and 16 bytes of salt. */
  readonly kdf: {
    readonly name: 'scrypt';
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly salt: string;
  };
  /** AES-256-GCM: 12 bytes of nonce, then the encrypted private key. */
  readonly box: string;
}

/** 2^16 blocks of 8: 64 MiB and some tenths of a second for each guess of the passphrase. */
const COST = { N: 2 ** 16, r: 8, p: 1 };
/** What a file may ask for at most, so that a made-up one cannot exhaust the machine. */
const COST_LIMIT = { N: 2 ** 18, r: 16, p: 4 };

/** What a public key is called when people compare it by voice: five groups of four digits of a hash. */
export function fingerprint(publicKey: Uint8Array): string {
  const digits = hex(tagged('jihui/key-fingerprint/1', publicKey)).slice(0, 20).toUpperCase();
  return [0, 4, 8, 12, 16].map((start) => digits.slice(start, start + 4)).join(' ');
}

/** Makes a key in this memory and encrypts it at once. */
export async function makeCustodianKey(
  call: string,
  custodian: string,
  passphrase: string,
  cost: { readonly N: number; readonly r: number; readonly p: number } = COST,
): Promise<CustodianKeyFile> {
  const pair = await generateKeyPair();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const head = { format: 'jihui-custodian-key/1', call, custodian, publicKey: hex(pair.publicKey) } as const;
  const kdf = { name: 'scrypt', ...cost, salt: hex(salt) } as const;
  const cipher = await passphraseKey(passphrase, salt, cost, 'encrypt');
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: utf8(canonical({ ...head, kdf })) };
  const box = own(await crypto.subtle.encrypt(parameters, cipher, pair.privateKey));
  return { ...head, kdf, box: hex(nonce) + hex(box) };
}

/**
 * @throws Fault BAD_KEY_FILE where the file is no key of this format or was changed in a part that the passphrase does
 * not guard, WRONG_PASSPHRASE where the passphrase does not open it
 */
export async function openCustodianKey(file: CustodianKeyFile, passphrase: string): Promise<KeyPair> {
  const { box, kdf, ...head } = file;
  const bytes = readable(file) ? unhex(box) : undefined;
  if (bytes === undefined)
    throw new Fault(FAULTS.BAD_KEY_FILE, '密钥文件已损坏，或不是本平台的保管人密钥文件');
  const cipher = await passphraseKey(passphrase, unhex(kdf.salt), kdf, 'decrypt');
  const parameters = {
    name: 'AES-GCM',
    iv: bytes.slice(0, 12),
    additionalData: utf8(canonical({ ...head, kdf })),
  };
  const opened = await crypto.subtle.decrypt(parameters, cipher, bytes.slice(12)).catch(() => undefined);
  if (opened === undefined) throw new Fault(FAULTS.WRONG_PASSPHRASE, '口令不正确');
  const pair = keyPairOf(own(opened));
  if (!sameBytes(pair.publicKey, unhex(file.publicKey)))
    throw new Fault(FAULTS.BAD_KEY_FILE, '密钥文件中的公钥与私钥不符');
  return pair;
}

const HEX = /^(?:[0-9a-f]{2})+$/;

function readable(file: CustodianKeyFile): boolean {
  const { kdf } = file;
  return (
    file.format === 'jihui-custodian-key/1' &&
    kdf?.name === 'scrypt' &&
    (['N', 'r', 'p'] as const).every(
      (part) => Number.isInteger(kdf[part]) && kdf[part] >= 1 && kdf[part] <= COST_LIMIT[part],
    ) &&
    HEX.test(kdf.salt) &&
    HEX.test(file.publicKey) &&
    HEX.test(file.box) &&
    file.box.length === 2 * (12 + PRIVATE_KEY + 16)
  );
}

async function passphraseKey(
  passphrase: string,
  salt: Bytes,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // NFKC: the same passphrase typed with another keyboard is the same passphrase.
  const raw = await scryptAsync(utf8(passphrase.normalize('NFKC')), salt, { N, r, p, dkLen: 32 });
  return crypto.subtle.importKey('raw', own(raw), 'AES-GCM', false, [use]);
}
