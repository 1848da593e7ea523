import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Db } from '../db/db.js';
import { Served } from '../served.js';
import { DOCUMENT_RULES, type SearchDocument } from './document.js';
import { Engines } from './engines.js';
import type { Named } from './engine.js';
import { IndexStore } from './index.store.js';
import { MEILI_RULES } from './meili/index-writer.js';
import { Meili } from './meili/meili.js';
import type { SearchSource } from './source.js';
import { SearchIndex } from './search-index.js';
import { startTokeniser, type Tokeniser } from './tokeniser.js';

const BATCH = 300;
/** How often it is looked whether the other engine's index still stands. */
const LOOK_MS = 10_000;

/** How far a rebuild is. */
export interface ReindexProgress {
  /** The type of document, or the engine that is filled. */
  readonly what: string;
  readonly done: number;
  /** How many there are to do; null where it is not known. */
  readonly total: number | null;
  /** The total is how many the index holds of the type: it may have missed some, or hold what is gone. */
  readonly isEstimate: boolean;
}

/**
 * Makes indexes anew while they answer. In PostgreSQL each document is replaced in place, in one transaction a batch, and
 * what its owner no longer has goes last; in Meilisearch a second index is filled, told of every change meanwhile, and
 * swapped with the first in one step.
 */
@Injectable()
export class Reindex implements BeforeApplicationShutdown {
  private readonly log = new Logger('Reindex');
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly modules: ModuleRef,
    private readonly index: SearchIndex,
    private readonly store: IndexStore,
    private readonly meili: Meili,
    private readonly engines: Engines,
  ) {}

  /** What the domains served have to be found. */
  sources(): SearchSource[] {
    return this.served.domains.flatMap(({ searchables }) =>
      (searchables ?? []).map((source) => this.modules.get(source, { strict: false })),
    );
  }

  async run(onProgress: (progress: ReindexProgress) => void = () => undefined): Promise<void> {
    await this.database(this.sources(), onProgress);
    await this.engine(onProgress);
  }

  /** Makes what was made by other rules, is gone, or was never made, while the server already answers; looks now and then. */
  start(): void {
    this.look();
    // Without another engine nothing is lost while the server runs.
    if (this.meili.parts !== null) this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.ensure()
      .catch((error: unknown) => this.log.warn(`the search index is not made anew: ${String(error)}`))
      .finally(() => (this.running = null));
  }

  private async ensure(): Promise<void> {
    const missing: SearchSource[] = [];
    for (const source of this.sources())
      if (!(await this.store.stands(partOf(source), DOCUMENT_RULES))) missing.push(source);
    await this.database(missing, () => undefined);
    const { parts } = this.meili;
    if (parts === null) return;
    const stands = (await this.store.stands('meilisearch', MEILI_RULES)) && (await parts.live.isOurs());
    if (!stands) await this.engine(() => undefined);
  }

  private async database(
    sources: readonly SearchSource[],
    onProgress: (progress: ReindexProgress) => void,
  ): Promise<void> {
    // A database that holds nothing yet loads no dictionary.
    let started: Tokeniser | null = null;
    const tokeniser = (): Tokeniser => (started ??= startTokeniser());
    try {
      for (const source of sources) {
        await this.rebuild(source, tokeniser, onProgress);
        await this.store.built(partOf(source), DOCUMENT_RULES);
      }
    } finally {
      await (started as Tokeniser | null)?.close();
    }
  }

  private async rebuild(
    source: SearchSource,
    tokeniser: () => Tokeniser,
    onProgress: (progress: ReindexProgress) => void,
  ): Promise<void> {
    const began = await this.store.revision();
    const held = await this.store.total(source.type);
    let done = 0;
    for (let ids = await source.idsAfter(null, BATCH); ids.length > 0;) {
      this.refuseWhenStopped();
      await this.put(source, ids, tokeniser());
      done += ids.length;
      const total = held === 0 ? null : Math.max(held, done);
      onProgress({ what: source.type, done, total, isEstimate: true });
      ids = await source.idsAfter(ids.at(-1) ?? null, BATCH);
    }
    // What was not written since is not there any more, unless it came by a transaction that began earlier.
    for (let old = await this.store.before(source.type, began, null, BATCH); old.length > 0;) {
      await this.sweep(source, old);
      old = await this.store.before(source.type, began, old.at(-1)?.id ?? null, BATCH);
    }
  }

  /** A server that stops does not wait for a million documents: the next start begins anew. */
  private refuseWhenStopped(): void {
    if (this.stopped) throw new Error('the server stops');
  }

  private put(source: SearchSource, ids: readonly string[], tokeniser: Tokeniser): Promise<void> {
    return this.db.transaction(async () => this.index.put(await source.byIds(ids), tokeniser));
  }

  private sweep(source: SearchSource, old: readonly (Named & { version: number })[]): Promise<void> {
    return this.db.transaction(async () => {
      const present = new Set(
        (await source.byIds(old.map(({ id }) => id))).map(({ id }: SearchDocument) => id),
      );
      await this.index.remove(old.filter(({ id }) => !present.has(id)));
    });
  }

  private async engine(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    const { parts } = this.meili;
    if (parts === null) return;
    if (!(await this.store.startBuilding('meilisearch'))) return;
    try {
      await parts.next.create();
      // Whoever sends at this moment may not know yet of the second index, and ends before this goes on.
      await this.db.transaction(() => this.store.feedLock());
      await this.fillAll(onProgress);
      await this.db.transaction(async () => {
        await this.store.feedLock();
        await parts.next.swapWith(parts.live);
        await this.store.endBuilding('meilisearch');
        await this.store.built('meilisearch', MEILI_RULES);
      });
    } catch (error) {
      await this.store.endBuilding('meilisearch');
      throw error;
    }
    this.engines.lookAgain();
    await parts.next.drop();
  }

  private async fillAll(onProgress: (progress: ReindexProgress) => void): Promise<void> {
    const total = await this.store.total();
    let done = 0;
    for (let page = await this.fill(null); page.length > 0;) {
      this.refuseWhenStopped();
      done += page.length;
      onProgress({ what: 'meilisearch', done, total, isEstimate: false });
      await this.store.keepBuilding('meilisearch');
      page = await this.fill(page.at(-1) ?? null);
    }
  }

  /** One page, read and sent under the lock: what changes meanwhile is sent after it. */
  private fill(after: Named | null): Promise<readonly Named[]> {
    return this.db.transaction(async () => {
      await this.store.feedLock();
      const changes = await this.store.page(after, BATCH);
      if (changes.length > 0) await this.meili.parts?.next.write(changes);
      return changes;
    });
  }
}

/** Each type is made by whoever serves its owner. */
const partOf = ({ type }: SearchSource): string => `postgres ${type}`;
