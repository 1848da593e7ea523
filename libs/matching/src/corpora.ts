import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { STARTING_BOILERPLATE } from './core/terms.js';
import type { Facts, ListingKind } from './core/listing.js';
import { TextIndex } from './core/text/text-index.js';
import { ListingsStore, type Listing } from './store/listings.store.js';

/** Every listing of a kind that can be found now: its text indexed, its facts at hand. */
export interface Corpus {
  readonly index: TextIndex;
  readonly facts: ReadonlyMap<string, Facts>;
}

interface FollowedCorpus extends Corpus {
  readonly facts: Map<string, Facts>;
  /** The revision applied last of every listing that was ever seen, those that went offline included. */
  readonly revisions: Map<string, number>;
  /** Transaction id below which everything is in; null before the first filling. */
  horizon: bigint | null;
  /** The first filling, while it is under way. */
  filling: Promise<void> | null;
}

const BATCH = 500;
/** What is indexed of a listing beyond this many characters adds cost and no quality. */
const MAX_TEXT = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const empty = (): FollowedCorpus => ({
  index: new TextIndex(),
  facts: new Map(),
  revisions: new Map(),
  horizon: null,
  filling: null,
});

/**
 * The process's own indexes over the projection. Nothing is written through them: each reader first
 * brings them up to what has committed, so that they are right after a restart and in every process.
 */
@Injectable()
export class Corpora {
  private readonly corpora: Readonly<Record<ListingKind, FollowedCorpus>> = {
    RESULT: empty(),
    NEED: empty(),
  };
  private stopped = false;
  private words: ReadonlySet<string> = new Set(STARTING_BOILERPLATE);

  constructor(private readonly listings: ListingsStore) {}

  /**
   * The corpus of the kind, holding everything that committed before the call. Never within a
   * transaction: a transaction would hold its connection while it waits for a filling that needs one.
   */
  async fresh(kind: ListingKind): Promise<Corpus> {
    const corpus = this.corpora[kind];
    if (corpus.horizon === null) await this.filled(kind, corpus);
    await this.refresh(kind, corpus);
    return corpus;
  }

  /** Ends a filling that is under way: the process ends. */
  stop(): void {
    this.stopped = true;
  }

  /** Words that say nothing about a need's subject, as last read. */
  get boilerplate(): ReadonlySet<string> {
    return this.words;
  }

  /** How rare a word is among the results that can be found. */
  rarity(word: string): number {
    return this.corpora.RESULT.index.rarity(word);
  }

  private filled(kind: ListingKind, corpus: FollowedCorpus): Promise<void> {
    corpus.filling ??= this.fill(kind, corpus).finally(() => {
      corpus.filling = null;
    });
    return corpus.filling;
  }

  private async refresh(kind: ListingKind, corpus: FollowedCorpus): Promise<void> {
    const words = await this.listings.boilerplate();
    this.words = new Set(words.length > 0 ? words : STARTING_BOILERPLATE);
    const { listings, horizon } = await this.listings.changedSince(kind, String(corpus.horizon ?? 0));
    for (let at = 0; at < listings.length; at += BATCH) {
      apply(corpus, listings.slice(at, at + BATCH));
      if (at + BATCH < listings.length) await breathe();
    }
    // Another reader may have come further meanwhile.
    if (corpus.horizon === null || corpus.horizon < BigInt(horizon)) corpus.horizon = BigInt(horizon);
  }

  /** Reads the whole projection in batches, breathing between them so that requests are answered meanwhile. */
  private async fill(kind: ListingKind, corpus: FollowedCorpus): Promise<void> {
    const horizon = await this.listings.horizon();
    for (let last = FIRST_ID; !this.stopped; await breathe()) {
      const batch = await this.listings.availableAfter(kind, last, BATCH);
      apply(corpus, batch);
      last = batch.at(-1)?.id ?? last;
      if (batch.length < BATCH) break;
    }
    corpus.horizon = BigInt(horizon);
  }
}

/** Brings the corpus up to the rows; one that was read before the row applied last changes nothing. */
function apply(corpus: FollowedCorpus, rows: readonly Listing[]): void {
  const news = rows.filter((row) => (corpus.revisions.get(row.id) ?? 0) < row.revision);
  for (const row of news) corpus.revisions.set(row.id, row.revision);
  const gone = news.filter((row) => !row.online).map((row) => row.id);
  corpus.index.remove(gone);
  for (const id of gone) corpus.facts.delete(id);
  const present = news.filter((row) => row.online);
  corpus.index.put(present.map((row) => ({ id: row.id, text: textOf(row) })));
  for (const row of present) corpus.facts.set(row.id, row.facts);
}

/** What of a listing is indexed. */
export const textOf = (listing: Pick<Listing, 'title' | 'keywords' | 'body'>): string =>
  `${listing.title}\n${listing.keywords.join(' ')}\n${listing.body}`.slice(0, MAX_TEXT);
