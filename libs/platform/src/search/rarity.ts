import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { TextStatistics, unitsOf } from '../relevance/index.js';

/** Texts of each type by which rarity is told, the newest: a sample says nearly the same as all of them. */
const SAMPLED = 10_000;
const BATCH = 250;
/** How old a sample may be, in milliseconds: what is rare now was rare ten minutes ago, and in a large market an hour. */
const MAX_AGE = { growing: 600_000, large: 3_600_000 };

/** How common words are among the documents of some types. */
export class Commonness {
  constructor(
    /** Of the sample. */
    readonly statistics: TextStatistics,
    /** All there are. */
    readonly documents: number,
  ) {}

  /** About so many documents hold the word: no more than hold its rarest pair of characters. */
  holders(word: string): number {
    const { pairs, singles } = unitsOf(word);
    const name = pairs.length > 0 ? 'pairs' : 'singles';
    const counts = (pairs.length > 0 ? pairs : singles).map((unit) => this.statistics.holding(name, unit));
    const sampled = Math.max(1, this.statistics.documents);
    return counts.length === 0 ? 0 : (Math.min(...counts) / sampled) * this.documents;
  }
}

interface Sample {
  readonly commonness: Commonness;
  readonly until: number;
}

/** Tells how rare words are, by the newest documents, counted anew now and then. */
@Injectable()
export class Rarity {
  /** By the types that are looked for together. */
  private readonly samples = new Map<string, Sample>();
  private readonly counting = new Map<string, Promise<Sample>>();

  constructor(private readonly db: Db) {}

  /** Whoever comes first waits for the sample; later ones have the old one while a new one is counted. */
  async among(types: readonly string[]): Promise<Commonness> {
    const key = [...types].sort().join(' ');
    const sample = this.samples.get(key);
    if (sample !== undefined && sample.until > performance.now()) return sample.commonness;
    // A transaction's connection serves nothing that outlives it.
    if (this.db.inTransaction) return sample?.commonness ?? (await this.count(types)).commonness;
    const counted = this.counting.get(key) ?? this.begin(key, types);
    return sample?.commonness ?? (await counted).commonness;
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
    const [total, rows] = await Promise.all([
      this.db.one<{ count: number }>(sql`
        select count(*)::int as count from platform.search_head where ${sql.any(sql`type`, types)} and not removed`),
      this.db.query<{ lead: string }>(sql`
        select newest.lead from unnest(${[...types]}::text[]) as asked (type) cross join lateral (
          select t.lead from platform.search_text t
          where t.type = asked.type order by t.id desc limit ${SAMPLED}) as newest`),
    ]);
    const statistics = new TextStatistics();
    for (let at = 0; at < rows.length; at += BATCH) {
      for (const { lead } of rows.slice(at, at + BATCH)) statistics.add(lead);
      await breathe();
    }
    const commonness = new Commonness(statistics, total?.count ?? rows.length);
    const age = rows.length < SAMPLED ? MAX_AGE.growing : MAX_AGE.large;
    return { commonness, until: performance.now() + age };
  }
}
