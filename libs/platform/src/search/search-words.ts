import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

/** The words that an administrator keeps for search. */
export interface SearchWordList {
  /** 0 while nobody has kept any. */
  readonly version: number;
  /** Sets of texts that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words that are not looked for. */
  readonly stopWords: readonly string[];
}

const NONE: SearchWordList = { version: 0, synonyms: [], stopWords: [] };
/** Spells WORD. */
const LOCK = 0x574f5244;

/** 检索词表: what is kept counts for the next query, in every process. */
@Injectable()
export class SearchWordBook {
  constructor(private readonly db: Db) {}

  async get(): Promise<SearchWordList> {
    const row = await this.db.one<SearchWordList>(
      sql`select version, synonyms, stop_words as "stopWords" from platform.search_words`,
    );
    return row ?? NONE;
  }

  /** The list, kept from others until the transaction ends. */
  async lock(): Promise<SearchWordList> {
    await this.db.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    return this.get();
  }

  /** Puts the list in the place of the one that was locked, at the next version. */
  async replace({ version, synonyms, stopWords }: SearchWordList): Promise<void> {
    await this.db.query(sql`
      insert into platform.search_words (version, synonyms, stop_words)
      values (${version + 1}, ${JSON.stringify(synonyms)}, ${[...stopWords]}::text[])
      on conflict (single) do update set version = excluded.version, synonyms = excluded.synonyms,
        stop_words = excluded.stop_words`);
  }
}
