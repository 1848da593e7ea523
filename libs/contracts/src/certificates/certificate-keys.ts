import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { legalDayOf } from '@jihui/kernel';
import { Config, uuidv7 } from '@jihui/platform';
import type { CertificatePublicKey, Sign } from '../core/certificate.js';

/** A key file: the private part never leaves this folder. */
interface KeyFile extends CertificatePublicKey {
  readonly privateKey: string;
}

export interface SigningKey {
  readonly kid: string;
  readonly sign: Sign;
}

const FIRST = 'certificate-1.json';

/** Short, and the same for the same key wherever it is computed. */
const kidOf = (x: string): string => `c${createHash('sha256').update(x).digest('hex').slice(0, 15)}`;

function newKey(): KeyFile {
  const pair = generateKeyPairSync('ed25519');
  const { x } = pair.publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('a public key without x');
  return {
    kid: kidOf(x),
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    // The machine's own day: business time never runs behind it, so no certificate is dated before its key.
    validFrom: legalDayOf(new Date()),
    validTo: null,
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/**
 * The keys that sign certificates, in `<dataDir>/keys`, readable by the server's account alone. The one
 * with the latest first day signs; all of them are published, with their validity.
 */
@Injectable()
export class CertificateKeys implements OnModuleInit {
  private keys: readonly KeyFile[] = [];

  constructor(private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.createFirst();
    const names = (await readdir(this.folder)).filter((name) => /^certificate-.+\.json$/.test(name));
    const files = await Promise.all(names.map((name) => readFile(join(this.folder, name), 'utf8')));
    this.keys = files
      .map((text) => JSON.parse(text) as KeyFile)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  }

  published(): readonly CertificatePublicKey[] {
    return this.keys.map(({ kid, kty, crv, x, validFrom, validTo }) => ({
      kid,
      kty,
      crv,
      x,
      validFrom,
      validTo,
    }));
  }

  /** The key that signs on that day. @throws Error when none is in force. */
  signing(day: string): SigningKey {
    const key = this.keys.find(
      ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
    );
    if (key === undefined) throw new Error(`no certificate key is in force on ${day}`);
    const privateKey: KeyObject = createPrivateKey(key.privateKey);
    return { kid: key.kid, sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)) };
  }

  /** Written whole under another name, then linked: of several processes starting at once one wins. */
  private async createFirst(): Promise<void> {
    const part = join(this.folder, `.${uuidv7()}`);
    await writeFile(part, JSON.stringify(newKey(), null, 2), { mode: 0o600, flag: 'wx' });
    try {
      await link(part, join(this.folder, FIRST));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(part, { force: true });
    }
  }

  private get folder(): string {
    return join(this.config.dataDir, 'keys');
  }
}
