import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from '@jihui/kernel';
import { uuidv7 } from '../db/identifiers.js';
import { GENESIS, sha256 } from './chain.js';

/** `<domain>/<stream>` → [length, hash of the last entry]. */
export type Heads = Readonly<Record<string, readonly [number, string]>>;

interface Body {
  readonly number: number;
  readonly at: string;
  /** Hash of the file before, which chains the files to each other. */
  readonly previous: string;
  /** The streams that moved since the file before. */
  readonly heads: Heads;
}
interface SignedBody {
  readonly body: Body;
  readonly signature: string;
}
export interface CheckedFile {
  readonly number: number;
  readonly heads: Heads;
  readonly problems: readonly string[];
}

/** Numbered files outside the database, each signed and chained to the one before. */
export class HeadsFiles {
  constructor(private readonly dataDir: string) {}

  /** Writes the next file. @returns false when another process wrote it meanwhile: what moved is to be looked at anew. */
  async append(at: Date, last: string | undefined, heads: Heads): Promise<boolean> {
    const before = last === undefined ? undefined : await this.read(last);
    const body: Body = {
      number: (before?.body.number ?? 0) + 1,
      at: at.toISOString(),
      previous: before === undefined ? GENESIS : sha256(canonical(before)),
      heads,
    };
    const { privateKey } = await this.keys();
    const signature = sign(null, Buffer.from(canonical(body)), privateKey).toString('base64');
    const name = join(this.directory, `heads-${String(body.number).padStart(8, '0')}.json`);
    const part = `${name}.${uuidv7()}.part`;
    await writeFile(part, JSON.stringify({ body, signature } satisfies SignedBody));
    try {
      // Unlike a rename, a link never replaces what another signer has written.
      await link(part, name);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Names of the files, oldest first. */
  async names(): Promise<string[]> {
    await mkdir(this.directory, { recursive: true });
    return (await readdir(this.directory)).filter((name) => /^heads-\d+\.json$/.test(name)).sort();
  }

  async headsIn(name: string): Promise<Heads> {
    return (await this.read(name)).body.heads;
  }

  /** How many files there are, and when the newest was signed, as it says itself. */
  async coverage(): Promise<{ readonly files: number; readonly signedAt: string | null }> {
    const names = await this.names();
    const last = names.at(-1);
    const newest = last === undefined ? undefined : await this.read(last).catch(() => undefined);
    return { files: names.length, signedAt: newest?.body.at ?? null };
  }

  /** Every file, oldest first, with what is wrong with it; one at a time, so that memory does not grow with the years. */
  async *checked(): AsyncGenerator<CheckedFile> {
    const publicKey = await this.existingKey();
    let previous = GENESIS;
    let number = 0;
    for (const name of await this.names()) {
      number += 1;
      let file: SignedBody;
      try {
        file = await this.read(name);
      } catch {
        yield { number, heads: {}, problems: ['签名文件无法读取'] };
        continue;
      }
      const problems: string[] = [];
      if (file.body.number !== number) problems.push('前面的签名文件缺失');
      if (file.body.previous !== previous) problems.push('签名文件与前一份不相连');
      const signature = Buffer.from(file.signature, 'base64');
      if (publicKey === undefined) problems.push('签名密钥 keys/audit.pem 缺失或无法读取，签名无法核验');
      else if (!verify(null, Buffer.from(canonical(file.body)), publicKey, signature))
        problems.push('签名不符');
      previous = sha256(canonical(file));
      number = file.body.number;
      yield { number, heads: file.body.heads, problems };
    }
  }

  private async read(name: string): Promise<SignedBody> {
    const file = JSON.parse(await readFile(join(this.directory, name), 'utf8')) as unknown;
    if (!isSignedBody(file)) throw new Error(`${name} holds no signed heads`);
    return file;
  }

  private get directory(): string {
    return join(this.dataDir, 'audit');
  }

  /** Verifying makes no key: with a new one nothing that was signed would fit. */
  private async existingKey(): Promise<KeyObject | undefined> {
    try {
      return createPublicKey(createPrivateKey(await readFile(join(this.dataDir, 'keys', 'audit.pem'))));
    } catch {
      return undefined;
    }
  }

  private async keys(): Promise<{ privateKey: KeyObject; publicKey: KeyObject }> {
    const folder = join(this.dataDir, 'keys');
    const path = join(folder, 'audit.pem');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    // 'wx' lets exactly one of several starting processes make the key.
    await writeFile(path, fresh, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    const privateKey = createPrivateKey(await readFile(path));
    return { privateKey, publicKey: createPublicKey(privateKey) };
  }
}

function isSignedBody(file: unknown): file is SignedBody {
  const { body, signature } = (file ?? {}) as Partial<SignedBody>;
  if (typeof signature !== 'string' || typeof body !== 'object' || body === null) return false;
  const { number, at, previous, heads } = body as Partial<Body>;
  return (
    typeof number === 'number' &&
    typeof at === 'string' &&
    typeof previous === 'string' &&
    typeof heads === 'object' &&
    heads !== null &&
    Object.values(heads as Record<string, unknown>).every((head) => Array.isArray(head) && head.length === 2)
  );
}
