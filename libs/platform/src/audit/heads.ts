import { Injectable } from '@nestjs/common';
import type { DomainName } from '@jihui/events';
import { Config } from '../config/config.js';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Served } from '../served.js';
import { entryHash, GENESIS, type AuditEntry } from './chain.js';
import { CHAINED, chainedOf, type ChainedEntry } from './chained.js';
import { HeadsFiles } from './heads-files.js';

export interface AuditProblem {
  /** `<domain>/<stream>`, or the file of signed heads. */
  readonly stream: string;
  readonly problem: string;
}

/** Entries read at a time. */
const PAGE = 5_000;

/** What the signed heads say of the streams: `<domain>/<stream>` → length → hash of the entry there. */
type Expected = Map<string, Map<number, string>>;

/**
 * The heads of all streams, signed with a key that is kept outside the database, so that a cut
 * tail or a stream removed whole shows. Each file holds what moved and the hash of the one before.
 */
@Injectable()
export class AuditHeads {
  private readonly files: HeadsFiles;
  /** Heads as the files read so far leave them; hourly files add up over the years. */
  private readonly known = new Map<string, string>();
  private read = 0;

  constructor(
    private readonly db: Db,
    private readonly served: Served,
    config: Config,
  ) {
    this.files = new HeadsFiles(config.dataDir);
  }

  /** Signs the heads as they stand now. @returns how many streams moved since the last time. */
  async sign(at: Date): Promise<number> {
    for (;;) {
      const names = await this.files.names();
      for (const name of names.slice(this.read))
        for (const [stream, [, hash]] of Object.entries(await this.files.headsIn(name)))
          this.known.set(stream, hash);
      this.read = names.length;
      const moved = (await this.currentHeads()).filter(
        ([stream, [, hash]]) => this.known.get(stream) !== hash,
      );
      if (await this.files.append(at, names.at(-1), Object.fromEntries(moved))) return moved.length;
    }
  }

  /** What the chains are held against: how many files of signed heads, and when the newest was signed. */
  coverage(): Promise<{ readonly files: number; readonly signedAt: string | null }> {
    return this.files.coverage();
  }

  /** Recomputes every chain and holds it against the signed heads. Empty means whole. */
  async verify(): Promise<AuditProblem[]> {
    const problems: AuditProblem[] = [];
    const expected: Expected = new Map();
    for await (const file of this.files.checked()) {
      for (const problem of file.problems) problems.push({ stream: `heads ${file.number}`, problem });
      for (const [stream, [seq, hash]] of Object.entries(file.heads)) {
        const known = expected.get(stream) ?? new Map<number, string>();
        expected.set(stream, known.set(seq, hash));
      }
    }
    for (const { name } of this.served.domains) problems.push(...(await this.verifyDomain(name, expected)));
    return problems;
  }

  private async verifyDomain(domain: DomainName, expected: Expected): Promise<AuditProblem[]> {
    const problems: AuditProblem[] = [];
    let chain: Chain | undefined;
    for await (const link of this.entries(domain)) {
      if (chain?.stream !== link.entry.stream) {
        problems.push(...(chain?.end() ?? []));
        chain = new Chain(domain, link.entry.stream, expected);
      }
      problems.push(...chain.add(link));
    }
    problems.push(...(chain?.end() ?? []));
    // Streams that came by were taken out; what is left of this domain is nowhere in the database.
    for (const stream of expected.keys())
      if (stream.startsWith(`${domain}/`)) problems.push({ stream, problem: '整条记录流缺失' });
    return problems;
  }

  /** All entries of a domain, stream by stream, in pages by key: memory does not grow with the table. */
  private async *entries(domain: DomainName): AsyncGenerator<ChainedEntry> {
    let after = { stream: '', seq: 0 };
    for (;;) {
      const rows = await this.db.query<AuditEntry & { hash: string }>(sql`
        select ${CHAINED}
        from ${raw(domain)}.audit_entry where (stream, seq) > (${after.stream}, ${after.seq})
        order by stream, seq limit ${PAGE}`);
      for (const row of rows) yield chainedOf(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last;
    }
  }

  private async currentHeads(): Promise<[string, readonly [number, string]][]> {
    const heads: [string, readonly [number, string]][] = [];
    for (const { name } of this.served.domains)
      for (const row of await this.db.query<{ stream: string; seq: number; hash: string }>(sql`
        select distinct on (stream) stream, seq, hash from ${raw(name)}.audit_entry order by stream, seq desc`))
        heads.push([`${name}/${row.stream}`, [row.seq, row.hash]]);
    return heads;
  }
}

/** One stream as its entries come by. */
class Chain {
  private readonly name: string;
  private readonly expected: ReadonlyMap<number, string>;
  private length = 0;
  private previous = GENESIS;

  constructor(
    domain: DomainName,
    readonly stream: string,
    expected: Expected,
  ) {
    this.name = `${domain}/${stream}`;
    this.expected = expected.get(this.name) ?? new Map();
    expected.delete(this.name);
  }

  add({ entry, hash }: ChainedEntry): AuditProblem[] {
    this.length += 1;
    const found: string[] = [];
    if (entry.seq !== this.length) found.push(`第 ${this.length} 条缺失或顺序被改`);
    if (entry.previousHash !== this.previous) found.push(`第 ${entry.seq} 条与前一条不相连`);
    if (entryHash(entry) !== hash) found.push(`第 ${entry.seq} 条内容被改`);
    const signed = this.expected.get(entry.seq);
    if (signed !== undefined && signed !== hash) found.push(`第 ${entry.seq} 条与签名时不同`);
    this.previous = hash;
    this.length = entry.seq;
    return this.named(found);
  }

  end(): AuditProblem[] {
    const signed = Math.max(0, ...this.expected.keys());
    return this.named(this.length < signed ? [`尾部被截去，应至少 ${signed} 条`] : []);
  }

  private named(problems: readonly string[]): AuditProblem[] {
    return problems.map((problem) => ({ stream: this.name, problem }));
  }
}
