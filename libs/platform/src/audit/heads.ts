import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { DomainName } from '@jihui/events';
import { Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Served } from '../served.js';
import { canonical, entryHash, GENESIS, sha256, type AuditEntry } from './chain.js';

/** Streams whose head moved since the file before: `<domain>/<stream>` → [length, hash of the last entry]. */
interface HeadsFile {
  readonly number: number;
  readonly at: string;
  readonly previous: string;
  readonly heads: Readonly<Record<string, readonly [number, string]>>;
}
interface SignedHeads {
  readonly body: HeadsFile;
  readonly signature: string;
}

export interface AuditProblem {
  readonly stream: string;
  readonly problem: string;
}

/**
 * The heads of all streams, signed with a key that is kept outside the database, so that a cut
 * tail or a stream removed whole shows. Each file holds what moved and the hash of the one before.
 */
@Injectable()
export class AuditHeads {
  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly config: Config,
  ) {}

  /** Signs the heads as they stand now. @returns how many streams moved since the last time. */
  async sign(at: Date): Promise<number> {
    const files = await this.files();
    const known = Object.assign({}, ...files.map((file) => file.body.heads)) as HeadsFile['heads'];
    const moved: Record<string, readonly [number, string]> = {};
    for (const [stream, head] of await this.currentHeads())
      if (known[stream]?.[1] !== head[1]) moved[stream] = head;
    const last = files.at(-1);
    const body: HeadsFile = {
      number: (last?.body.number ?? 0) + 1,
      at: at.toISOString(),
      previous: last === undefined ? GENESIS : sha256(canonical(last)),
      heads: moved,
    };
    const { privateKey } = await this.keys();
    const signature = sign(null, Buffer.from(canonical(body)), privateKey).toString('base64');
    const name = join(this.directory, `heads-${String(body.number).padStart(8, '0')}.json`);
    await writeFile(`${name}.part`, JSON.stringify({ body, signature } satisfies SignedHeads));
    await rename(`${name}.part`, name);
    return Object.keys(moved).length;
  }

  /** Recomputes every chain and holds it against the signed heads. Empty means whole. */
  async verify(): Promise<AuditProblem[]> {
    const problems: AuditProblem[] = [];
    const heads = new Map<string, { seq: number; hash: string; hashes: string[] }>();
    for (const { name } of this.served.domains)
      for (const [stream, entries] of await this.streams(name)) {
        const hashes: string[] = [];
        let previous = GENESIS;
        entries.forEach(({ entry, hash }, index) => {
          if (entry.seq !== index + 1) problems.push({ stream, problem: `第 ${index + 1} 条缺失或顺序被改` });
          if (entry.previousHash !== previous)
            problems.push({ stream, problem: `第 ${entry.seq} 条与前一条不相连` });
          if (entryHash(entry) !== hash) problems.push({ stream, problem: `第 ${entry.seq} 条内容被改` });
          previous = hash;
          hashes.push(hash);
        });
        heads.set(stream, { seq: entries.length, hash: previous, hashes });
      }
    problems.push(...(await this.verifyFiles(heads)));
    return problems;
  }

  private async verifyFiles(heads: Map<string, { hashes: string[] }>): Promise<AuditProblem[]> {
    const problems: AuditProblem[] = [];
    const { publicKey } = await this.keys();
    let previous = GENESIS;
    for (const [index, file] of (await this.files()).entries()) {
      const stream = `heads ${file.body.number}`;
      if (file.body.number !== index + 1) problems.push({ stream, problem: '签名文件缺失' });
      if (file.body.previous !== previous) problems.push({ stream, problem: '签名文件与前一份不相连' });
      if (!verify(null, Buffer.from(canonical(file.body)), publicKey, Buffer.from(file.signature, 'base64')))
        problems.push({ stream, problem: '签名不符' });
      previous = sha256(canonical(file));
      for (const [name, [seq, hash]] of Object.entries(file.body.heads)) {
        const found = heads.get(name);
        if (found === undefined) problems.push({ stream: name, problem: '整条记录流缺失' });
        else if (found.hashes.length < seq)
          problems.push({ stream: name, problem: `尾部被截去，应至少 ${seq} 条` });
        else if (found.hashes[seq - 1] !== hash)
          problems.push({ stream: name, problem: `第 ${seq} 条与签名时不同` });
      }
    }
    return problems;
  }

  private async streams(domain: DomainName): Promise<Map<string, { entry: AuditEntry; hash: string }[]>> {
    const rows = await this.db.query<{
      stream: string;
      seq: number;
      at: Date;
      actor_id: string;
      action: string;
      reason: string | null;
      detail: unknown;
      before_hash: string | null;
      after_hash: string | null;
      previous_hash: string;
      hash: string;
    }>(sql`select * from ${raw(domain)}.audit_entry order by stream, seq`);
    const streams = new Map<string, { entry: AuditEntry; hash: string }[]>();
    for (const row of rows) {
      const entry: AuditEntry = {
        stream: row.stream,
        seq: row.seq,
        at: row.at.toISOString(),
        actorId: row.actor_id,
        action: row.action,
        reason: row.reason,
        detail: row.detail,
        beforeHash: row.before_hash,
        afterHash: row.after_hash,
        previousHash: row.previous_hash,
      };
      const name = `${domain}/${row.stream}`;
      const list = streams.get(name) ?? [];
      list.push({ entry, hash: row.hash });
      streams.set(name, list);
    }
    return streams;
  }

  private async currentHeads(): Promise<[string, readonly [number, string]][]> {
    const heads: [string, readonly [number, string]][] = [];
    for (const { name } of this.served.domains)
      for (const row of await this.db.query<{ stream: string; seq: number; hash: string }>(sql`
        select distinct on (stream) stream, seq, hash from ${raw(name)}.audit_entry order by stream, seq desc`))
        heads.push([`${name}/${row.stream}`, [row.seq, row.hash]]);
    return heads;
  }

  private get directory(): string {
    return join(this.config.dataDir, 'audit');
  }

  private async files(): Promise<SignedHeads[]> {
    await mkdir(this.directory, { recursive: true });
    const names = (await readdir(this.directory)).filter((name) => /^heads-\d+\.json$/.test(name)).sort();
    return Promise.all(
      names.map(
        async (name) => JSON.parse(await readFile(join(this.directory, name), 'utf8')) as SignedHeads,
      ),
    );
  }

  private async keys(): Promise<{
    privateKey: ReturnType<typeof createPrivateKey>;
    publicKey: ReturnType<typeof createPublicKey>;
  }> {
    const path = join(this.config.dataDir, 'keys', 'audit.pem');
    await mkdir(join(this.config.dataDir, 'keys'), { recursive: true, mode: 0o700 });
    const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    // 'wx' lets exactly one of several starting processes make the key.
    await writeFile(path, fresh, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
    const privateKey = createPrivateKey(await readFile(path));
    return { privateKey, publicKey: createPublicKey(privateKey) };
  }
}
