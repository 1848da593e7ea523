import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { and, raw, sql } from '../db/sql.js';
import type { EngineQuery, Found } from './engine.js';
import { conditions, tsqueryOf } from './postgres.engine.js';
import type { TellingWord } from './query.js';
import { Rarity } from './rarity.js';

/**
 * About so many documents are looked at for the rarest words together: what holds none of these holds little of the
 * query. A bound by documents and not by words keeps a long query as quick as a short one.
 */
const LOOKED_AT = 2_000;
const MOST_WORDS = 64;

interface Weighed {
  readonly query: string;
  readonly holders: number;
  readonly weight: number;
}

/**
 * Documents that hold as much of a query as there is: by the rarity of the words held, the rarest words first. Both
 * engines answer with them, since neither knows how rare a Chinese word is.
 */
@Injectable()
export class Nearest {
  constructor(
    private readonly db: Db,
    private readonly rarity: Rarity,
  ) {}

  /**
   * @param characters single ones beside the words: they count where they are no commoner than one of the words
   * @param share of the rarity of all words that a document must hold
   * @returns the best first
   */
  async find(
    words: readonly TellingWord[],
    query: EngineQuery,
    {
      share,
      limit,
      characters = [],
    }: { readonly share: number; readonly limit: number; readonly characters?: readonly TellingWord[] },
  ): Promise<Found[]> {
    const named = await this.weigh(words, query.types);
    const commonest = Math.max(0, ...named.map(({ holders }) => holders));
    const single = await this.weigh(characters, query.types);
    const weighed = [...named, ...single.filter(({ holders }) => holders <= commonest)];
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    const chosen = rarest(weighed);
    if (chosen.length === 0) return [];
    // Each word by the index and nothing else, then what may be found of these: a condition beside the word would have
    // every document of the market read for what it must not hold.
    return this.db.query<Found>(sql`
      with held as materialized (
        select d.type, d.id, d.face, sum(w.weight) as score
        from unnest(${chosen.map((one) => one.query)}::text[], ${chosen.map(({ weight }) => weight)}::float8[])
          as w (query, weight)
        cross join lateral (
          select type, id, face from platform.search_document where tsv @@ w.query::tsquery offset 0) d
        group by d.type, d.id, d.face having sum(w.weight) >= ${share * total}::float8)
      select s.type, s.id, h.score from held h
      join platform.search_document s on s.type = h.type and s.id = h.id and s.face = h.face
      where ${and(conditions(query))} order by h.score desc, s.id desc limit ${raw(String(limit))}`);
  }

  private async weigh(words: readonly TellingWord[], types: readonly string[]): Promise<Weighed[]> {
    const common = await this.rarity.among(types);
    return words.flatMap(({ text, term }) => {
      const query = tsqueryOf(term);
      if (query === undefined) return [];
      const holders = common.holders(text);
      const weight = Math.log1p((common.documents - holders + 0.5) / (holders + 0.5));
      return [{ query, holders, weight }];
    });
  }
}

/** The rarest words, as many as the bound lets be looked for, one at least. */
function rarest(weighed: readonly Weighed[]): Weighed[] {
  const sorted = [...weighed].sort((a, b) => a.holders - b.holders);
  let looked = 0;
  return sorted.slice(0, MOST_WORDS).filter(({ holders }, index) => {
    looked += holders;
    return index === 0 || looked <= LOOKED_AT;
  });
}
