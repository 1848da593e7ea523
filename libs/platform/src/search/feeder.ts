import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Db } from '../db/db.js';
import { notedOutage } from '../outage.js';
import type { Named } from './engine.js';
import { IndexStore } from './index.store.js';
import { LexiconStore } from './lexicon.store.js';
import { countWords, cutWords } from './learning.js';
import { Meili } from './meili/meili.js';

const BATCH = 200;
const POLL_MS = 300;
/** How long an engine that does not answer is left alone, longer each time. */
const REST_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Takes what the outbox of the search index holds: learns the documents' words, and tells the other engine, where there
 * is one. Meilisearch takes no write on a condition, so order is kept here: one process at a time sends, under a lock;
 * it sends documents as they are at that moment, never as they were when they changed; and a row leaves the outbox once
 * the engine's task has succeeded. What a crash sends twice is the same twice; what an engine missed waits for it.
 */
@Injectable()
export class SearchFeeder implements BeforeApplicationShutdown {
  private readonly log = new Logger('SearchFeeder');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;
  private stopped = false;
  private failures = 0;
  private restsUntil = 0;

  constructor(
    private readonly db: Db,
    private readonly store: IndexStore,
    private readonly lexicon: LexiconStore,
    private readonly meili: Meili,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Sends everything that waits. @throws EngineAway */
  async drain(): Promise<void> {
    while (!this.stopped && (await this.batch()) > 0);
  }

  /** Changes that no engine has taken yet. */
  waiting(): Promise<number> {
    return this.store.countWaiting();
  }

  private wake(): void {
    if (this.stopped || this.running !== null || performance.now() < this.restsUntil) return;
    this.running = this.drain()
      .then(() => (this.failures = 0))
      .catch((error: unknown) => {
        this.restsUntil = performance.now() + (REST_MS[Math.min(this.failures, REST_MS.length - 1)] ?? 0);
        this.failures += 1;
        if (notedOutage(error, (line) => this.log.warn(line))) return;
        this.log.warn(`the search index waits: ${String(error)}`);
      })
      .finally(() => (this.running = null));
  }

  /** @returns how many rows went */
  private async batch(): Promise<number> {
    const rows = await this.store.waiting(BATCH);
    if (rows.length === 0) return 0;
    // While somebody else sends, or an index is being filled, cutting words would be work for nothing, again and again.
    if (!(await this.db.transaction(() => this.store.tryFeedLock()))) return 0;
    await this.learn(documentsOf(rows));
    // While it sends it holds no row that a change of a document needs.
    return this.db.transaction(async () => {
      if (!(await this.store.tryFeedLock())) return 0;
      // What somebody else has sent since it was read is not sent twice.
      const left = await this.store.stillWaiting(rows);
      await this.send(documentsOf(left));
      await this.store.sent(left);
      return left.length;
    });
  }

  /** Cut and spelt before the transaction: while it is open it holds rows that changes of documents need. */
  private async learn(documents: readonly Named[]): Promise<void> {
    const worded = await cutWords(
      (await this.store.changes(documents)).filter(({ faces }) => faces.length > 0),
    );
    if (worded.length === 0) return;
    const sounds = await this.lexicon.newSounds(worded.flatMap(({ words }) => words));
    await this.db.transaction(async () => {
      await this.lexicon.learnLock();
      const fresh = new Set((await this.store.learnt(worded.map(({ change }) => change))).map(nameOf));
      await this.lexicon.learn(
        countWords(worded, (change) => fresh.has(nameOf(change))),
        sounds,
      );
    });
  }

  private async send(documents: readonly Named[]): Promise<void> {
    const { parts } = this.meili;
    if (parts === null || documents.length === 0) return;
    const changes = await this.store.changes(documents);
    await parts.live.write(changes);
    if (await this.store.isBuilding('meilisearch')) await parts.next.write(changes);
  }
}

const nameOf = ({ type, id }: Named): string => `${type} ${id}`;
/** Each document once. */
const documentsOf = (rows: readonly Named[]): Named[] => [
  ...new Map(rows.map(({ type, id }) => [nameOf({ type, id }), { type, id }])).values(),
];
