import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, legalDayOf, type LegalDay } from '@jihui/kernel';
import { Config, uuidv7 } from '@jihui/platform';
import {
  inForce,
  type CertificatePublicKey,
  type Ed25519PublicKey,
  type Signer,
  type Signers,
  type Sm2PublicKey,
} from '../core/certificates/keys.js';
import { generateSm2, sm2Signer } from './sm2.js';

/** A key file: the private part never leaves this folder, and goes when the key signs no more. */
type KeyFile = CertificatePublicKey & { readonly privateKey: string | null };
type Kind = CertificatePublicKey['crv'];

const NAME = /^certificate-(?:sm2-)?(\d+)\.json$/;
const nameOf = (kind: Kind, number: number): string =>
  kind === 'SM2' ? `certificate-sm2-${number}.json` : `certificate-${number}.json`;

/** Short, and the same for the same key wherever it is computed. */
const kidOf = (letter: string, x: string): string =>
  `${letter}${createHash('sha256').update(x).digest('hex').slice(0, 15)}`;

function newEd25519(validFrom: LegalDay): Ed25519PublicKey & { privateKey: string } {
  const pair = generateKeyPairSync('ed25519');
  const { x } = pair.publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('a public key without x');
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { kid: kidOf('c', x), kty: 'OKP', crv: 'Ed25519', x, validFrom, validTo: null, privateKey };
}

function newSm2(validFrom: LegalDay): Sm2PublicKey & { privateKey: string } {
  const { privateKey, x, y } = generateSm2();
  return { kid: kidOf('s', x), kty: 'EC', crv: 'SM2', x, y, validFrom, validTo: null, privateKey };
}

const newKey = (kind: Kind, validFrom: LegalDay): KeyFile =>
  kind === 'SM2' ? newSm2(validFrom) : newEd25519(validFrom);

function signerOf({ kid, crv, privateKey }: KeyFile): Signer {
  if (privateKey === null) throw new Error(`the key ${kid} signs no more`);
  if (crv === 'SM2') return { kid, sign: sm2Signer(privateKey) };
  const key = createPrivateKey(privateKey);
  return { kid, sign: (bytes) => new Uint8Array(sign(null, bytes, key)) };
}

const publicPart = ({ privateKey: _, ...key }: KeyFile): CertificatePublicKey => key;

/**
 * The keys that sign certificates, in `<dataDir>/keys`, readable by the server's account alone. Of each kind
 * the one with the latest first day signs; all of them are published, with their validity. A rotation by the
 * command line is seen at the next use.
 */
@Injectable()
export class CertificateKeys implements OnModuleInit {
  private loaded: { readonly at: number; readonly keys: readonly KeyFile[] } | null = null;

  constructor(private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // The machine's own day: business time never runs behind it, so no certificate is dated before its key.
    const today = legalDayOf(new Date());
    for (const kind of this.kinds) await this.create(nameOf(kind, 1), newKey(kind, today));
  }

  async published(): Promise<readonly CertificatePublicKey[]> {
    return (await this.keys()).map(publicPart);
  }

  /** Who signs on that day. @throws Error when no key is in force. */
  async signers(day: LegalDay): Promise<Signers> {
    const keys = await this.keys();
    const of = (kind: Kind): Signer => {
      const key = keys.find((each) => each.crv === kind && inForce(each, day));
      if (key === undefined) throw new Error(`no ${kind} certificate key is in force on ${day}`);
      return signerOf(key);
    };
    return { ed25519: of('Ed25519'), sm2: this.config.certificateSm2 ? of('SM2') : null };
  }

  /**
   * New keys from that day on, published at once so that whoever verifies has them before they sign; the
   * present ones end the day before, and those that ended lose their private part. Done twice, it is done once.
   */
  async rotate(from: LegalDay, today: LegalDay): Promise<readonly CertificatePublicKey[]> {
    for (const kind of this.kinds) {
      const numbers = [...(await this.files()).keys()].filter(
        (name) => name === nameOf(kind, numberIn(name)),
      );
      const newest = (await this.keys()).find(({ crv }) => crv === kind);
      if (newest === undefined || newest.validFrom < from)
        await this.create(nameOf(kind, Math.max(0, ...numbers.map(numberIn)) + 1), newKey(kind, from));
    }
    await this.endOlder(today);
    return this.published();
  }

  /** Where keys of a kind follow each other, the earlier one ends the day before the later begins. */
  private async endOlder(today: LegalDay): Promise<void> {
    const files = await this.files();
    for (const [name, key] of files) {
      const next = [...files.values()]
        .filter(({ crv, validFrom }) => crv === key.crv && validFrom > key.validFrom)
        .map(({ validFrom }) => validFrom)
        .sort()[0];
      const validTo = next === undefined ? key.validTo : addDays(next, -1);
      const privateKey = validTo !== null && validTo < today ? null : key.privateKey;
      if (validTo !== key.validTo || privateKey !== key.privateKey)
        await this.replace(name, { ...key, validTo, privateKey });
    }
  }

  private get kinds(): readonly Kind[] {
    return this.config.certificateSm2 ? ['Ed25519', 'SM2'] : ['Ed25519'];
  }

  /** Newest first; read again when the folder changed. */
  private async keys(): Promise<readonly KeyFile[]> {
    const { mtimeMs: at } = await stat(this.folder);
    if (this.loaded?.at !== at) {
      const files = [...(await this.files()).values()];
      this.loaded = { at, keys: files.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1)) };
    }
    return this.loaded.keys;
  }

  private async files(): Promise<Map<string, KeyFile>> {
    const names = (await readdir(this.folder)).filter((name) => NAME.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(this.folder, name), 'utf8')));
    return new Map(names.map((name, index) => [name, JSON.parse(texts[index] ?? '') as KeyFile]));
  }

  /** Written whole under another name, then linked: of several processes one wins, and no half file is read. */
  private async create(name: string, key: KeyFile): Promise<void> {
    const part = await this.written(key);
    try {
      await link(part, join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(part, { force: true });
    }
  }

  private async replace(name: string, key: KeyFile): Promise<void> {
    await rename(await this.written(key), join(this.folder, name));
  }

  private async written(key: KeyFile): Promise<string> {
    const part = join(this.folder, `.${uuidv7()}`);
    await writeFile(part, JSON.stringify(key, null, 2), { mode: 0o600, flag: 'wx' });
    return part;
  }

  private get folder(): string {
    return join(this.config.dataDir, 'keys');
  }
}

const numberIn = (name: string): number => Number(NAME.exec(name)?.[1] ?? 0);
