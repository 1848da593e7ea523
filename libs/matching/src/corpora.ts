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
  readonly versions: Map<string, number>;
  /** Transaction id below which everything is in; null before the first filling. */
  horizon: string | null;
  /** The end of the last refresh that was asked for: refreshes of a corpus run one after another. */
  queue: Promise<void>;
}

const BATCH = 500;
/** What is indexed of a listing beyond this many characters adds cost and no quality. */
const MAX_TEXT = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const empty = (): FollowedCorpus => ({
  index: new TextIndex(),
  facts: new Map(),
  versions: new Map(),
  horizon: null,
  queue: Promise.resolve(),
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

  /** The corpus of the kind, holding everything that committed before the call. */
  async fresh(kind: ListingKind): Promise<Corpus> {
    const corpus = this.corpora[kind];
    const refreshed = corpus.queue.then(() => this.refresh(kind, corpus));
    // A refresh that failed is the failure of whoever asked for it, not of the next one.
    corpus.queue = refreshed.catch(() => undefined);
    await refreshed;
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

  private async refresh(kind: ListingKind, corpus: FollowedCorpus): Promise<void> {
    if (corpus.horizon === null) await this.fill(kind, corpus);
    const words = await this.listings.boilerplate();
    this.words = new Set(words.length > 0 ? words : STARTING_BOILERPLATE);
    const { listings, horizon } = await this.listings.changedSince(kind, corpus.horizon ?? '0');
    for (let at = 0; at < listings.length; at += BATCH) {
      apply(corpus, listings.slice(at, at + BATCH));
      if (at + BATCH < listings.length) await breathe();
    }
    corpus.horizon = horizon;
  }

  /** Reads the whole projection in batches, breathing between them so that requests are answered meanwhile. */
  private async fill(kind: ListingKind, corpus: FollowedCorpus): Promise<void> {
    const horizon = await this.listings.horizon();
    for (let last = FIRST_ID; ;) {
      const batch = await this.listings.availableAfter(kind, last, BATCH);
      apply(corpus, batch);
      last = batch.at(-1)?.id ?? last;
      if (batch.length < BATCH) break;
      await breathe();
    }
    corpus.horizon = horizon;
  }
}

function apply(corpus: FollowedCorpus, listings: readonly Listing[]): void {
  const gone = listings.filter((listing) => !listing.online);
  corpus.index.remove(gone.map((listing) => listing.id));
  for (const { id } of gone) {
    corpus.facts.delete(id);
    corpus.versions.delete(id);
  }
  // The same rows are read again while an old transaction is open: what is known already costs nothing.
  const news = listings.filter(
    (listing) => listing.online && corpus.versions.get(listing.id) !== listing.version,
  );
  corpus.index.put(news.map((listing) => ({ id: listing.id, text: textOf(listing) })));
  for (const listing of news) {
    corpus.facts.set(listing.id, listing.facts);
    corpus.versions.set(listing.id, listing.version);
  }
}

/** What of a listing is indexed. */
export const textOf = (listing: Pick<Listing, 'title' | 'keywords' | 'body'>): string =>
  `${listing.title}\n${listing.keywords.join(' ')}\n${listing.body}`.slice(0, MAX_TEXT);
