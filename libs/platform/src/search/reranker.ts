import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { and, sql } from '../db/sql.js';
import { prepareQuery, TextIndex, TextStatistics } from '../relevance/index.js';
import type { EngineQuery, Found } from './engine.js';
import { visibleTo } from './postgres.engine.js';

/** So many of an engine's answers are put in order again; those behind them stay as they are. */
export const RERANKED = 200;
/** Characters of a text that are compared: title, keywords and the beginning of the rest. */
const COMPARED = 600;
/** Texts of each type by which rarity is told, the newest: a sample says nearly the same as all of them. */
const SAMPLED = 5_000;
const BATCH = 250;
/** How old a sample may be, in milliseconds: what is rare today was rare ten minutes ago. */
const MAX_AGE = 600_000;
/** What an engine gives for a number that was typed: more than any words. */
const BY_NUMBER = 1_000_000;
const NO_BOILERPLATE: ReadonlySet<string> = new Set();

interface Sample {
  readonly statistics: TextStatistics;
  readonly until: number;
}

/**
 * Orders the best of what an engine found by the scoring core that matching uses as well: engines know how often a word
 * stands in a document, and not how rare it is, or where Chinese words begin.
 */
@Injectable()
export class Reranker {
  /** By the types that are looked for together. */
  private readonly samples = new Map<string, Sample>();
  private readonly counting = new Map<string, Promise<Sample>>();

  constructor(private readonly db: Db) {}

  /** The same documents, best first; what was found by its number stays in front. */
  async rerank(found: readonly Found[], typed: string, query: EngineQuery): Promise<Found[]> {
    if (found.length < 2) return [...found];
    const [texts, statistics] = await Promise.all([this.textsOf(found, query), this.statistics(query.types)]);
    const index = new TextIndex(statistics);
    index.put([...texts].map(([id, text]) => ({ id, text })));
    const hits = index.search(prepareQuery({ title: typed, content: '' }, NO_BOILERPLATE), {
      limit: 0,
      include: found.map(({ id }) => id),
    });
    const scores = new Map(hits.map(({ id, fused }) => [id, fused]));
    const score = (row: Found): number => scores.get(row.id) ?? 0;
    const byNumber = (row: Found): number => (row.score >= BY_NUMBER ? 1 : 0);
    return [...found].sort((a, b) => byNumber(b) - byNumber(a) || score(b) - score(a));
  }

  /** Each as its reader finds it. */
  private async textsOf(
    found: readonly Found[],
    { types, viewer }: EngineQuery,
  ): Promise<Map<string, string>> {
    const ids = found.map(({ id }) => id);
    const rows = await this.db.query<{ id: string; plain: string }>(sql`
      select t.id, left(t.plain, ${COMPARED}) as plain from platform.search_document s
      join platform.search_text t on t.type = s.type and t.id = s.id and t.face = s.face
      where ${and([sql.any(sql`s.type`, types), sql.any(sql`s.id`, ids), sql`s.listed`, visibleTo(viewer)])}`);
    return new Map(rows.map(({ id, plain }) => [id, plain]));
  }

  /** Whoever comes first waits for the sample; later ones have the old one while a new one is counted. */
  private async statistics(types: readonly string[]): Promise<TextStatistics> {
    const key = [...types].sort().join(' ');
    const sample = this.samples.get(key);
    if (sample !== undefined && sample.until > performance.now()) return sample.statistics;
    // A transaction's connection serves nothing that outlives it.
    if (this.db.inTransaction) return sample?.statistics ?? (await this.count(types)).statistics;
    const counted = this.counting.get(key) ?? this.begin(key, types);
    return sample?.statistics ?? (await counted).statistics;
  }

  private begin(key: string, types: readonly string[]): Promise<Sample> {
    const counting = this.count(types);
    this.counting.set(key, counting);
    void counting
      .then((counted) => this.samples.set(key, counted))
      // Whoever waits is told; whoever has an old sample goes on with it.
      .catch(() => undefined)
      .finally(() => this.counting.delete(key));
    return counting;
  }

  /** In batches, so that other requests are answered meanwhile. */
  private async count(types: readonly string[]): Promise<Sample> {
    const rows = await this.db.query<{ plain: string }>(sql`
      select newest.plain from unnest(${[...types]}::text[]) as asked (type) cross join lateral (
        select left(t.plain, ${COMPARED}) as plain from platform.search_text t
        where t.type = asked.type order by t.id desc limit ${SAMPLED}) as newest`);
    const statistics = new TextStatistics();
    for (let at = 0; at < rows.length; at += BATCH) {
      for (const { plain } of rows.slice(at, at + BATCH)) statistics.add(plain);
      await breathe();
    }
    return { statistics, until: performance.now() + MAX_AGE };
  }
}
