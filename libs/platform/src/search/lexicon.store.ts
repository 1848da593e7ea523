import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { EMPTY_LEXICON, type Lexicon, type Part } from './query.js';
import { soundOf } from './pinyin.js';
import { mayBeMisspelt, meantBy } from './spelling.js';
import { isHan, normaliseForSearch, segment } from './words.js';

/** Spells LERN. */
const LEARN_LOCK = 0x4c45524e;
/** So many new words are spelt before requests are let in. */
const PIECE = 50;

export interface KnownWord {
  readonly word: string;
  readonly sound: string;
  readonly documents: number;
}

/** A known word that is near one that was typed. */
interface Near {
  readonly asked: string;
  readonly word: string;
  readonly documents: number;
}

/** What is known of words: the administrator's, and those that documents hold. */
@Injectable()
export class LexiconStore {
  constructor(private readonly db: Db) {}

  /**
   * Everything that the query's words need, in one statement: what an administrator has just changed counts at once, in
   * every process. Misspelt are words that no document holds and that begin none.
   */
  async of(parts: readonly Part[]): Promise<Lexicon> {
    if (parts.length === 0) return EMPTY_LEXICON;
    const words = parts
      .filter(({ quoted, excluded }) => !quoted && !excluded)
      .flatMap(({ text }) => segment(text))
      .filter(mayBeMisspelt);
    const row = await this.db.one<{ synonyms: string[][]; stop: string[]; near: Near[] }>(
      sql`
      select coalesce((select synonyms from platform.search_words), '[]') as synonyms,
        coalesce((select stop_words from platform.search_words), '{}') as stop,
        coalesce((
          select jsonb_agg(jsonb_build_object('asked', asked, 'word', w.word, 'documents', w.documents))
          from unnest(${[...new Set(words)]}::text[]) as asked
          cross join lateral (
            select word, documents from platform.search_word where word % asked and sound = ''
            order by similarity(word, asked) desc, documents desc limit 20) w
          where not exists (select from platform.search_word k where k.word like asked || '%')), '[]') as near`.prepared(),
    );
    const { synonyms = [], stop = [], near = [] } = row ?? {};
    return {
      synonyms: synonyms.map((texts) => texts.map(normaliseForSearch)),
      stopWords: new Set(stop.map(normaliseForSearch)),
      corrections: new Map(
        [...new Set(near.map(({ asked }) => asked))].map((asked) => [
          asked,
          meantBy(
            asked,
            near.filter((one) => one.asked === asked),
          ),
        ]),
      ),
    };
  }

  /** Which of the sounds are known words, and which of the words themselves are. */
  known(words: readonly string[], sounds: readonly string[]): Promise<KnownWord[]> {
    return this.db.query(sql`
      select word, sound, documents from platform.search_word
      where ${sql.any(sql`word`, words)} or (sound <> '' and ${sql.any(sql`sound`, sounds)})`);
  }

  /** How the words among these sound that are not known yet: spelling them is what takes time. */
  async newSounds(words: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = new Set((await this.known(words, [])).map(({ word }) => word));
    const sounds = new Map<string, string>();
    for (const word of new Set(words)) {
      if (known.has(word)) continue;
      if (sounds.size % PIECE === PIECE - 1) await letOthersRun();
      sounds.set(word, isHan(word) ? soundOf(word) : '');
    }
    return sounds;
  }

  /** Until the transaction ends nobody else learns: each would wait for the other's words. */
  async learnLock(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(${LEARN_LOCK})`);
  }

  /** Counts words that documents hold. */
  async learn(counts: ReadonlyMap<string, number>, sounds: ReadonlyMap<string, string>): Promise<void> {
    if (counts.size === 0) return;
    const words = [...counts].map(([word, documents]) => ({
      word,
      documents,
      sound: sounds.get(word) ?? null,
    }));
    await this.db.query(sql`
      with given as (
        select word, documents, sound
        from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as g (word text, documents int, sound text)),
      counted as (
        update platform.search_word w set documents = w.documents + g.documents
        from given g where g.word = w.word and g.sound is null and g.documents > 0)
      insert into platform.search_word (word, sound, documents)
      select word, sound, documents from given where sound is not null
      on conflict (word) do update set documents = search_word.documents + excluded.documents`);
  }
}

/** Neighbouring Han characters that may be one misheard word. */
export function hanPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run];
    for (let length = Math.min(6, characters.length); length >= 2; length -= 1)
      for (let at = 0; at + length <= characters.length; at += 1)
        pieces.push(characters.slice(at, at + length).join(''));
  }
  return [...new Set(pieces)].filter(isHan).slice(0, 120);
}
