import { Injectable, Logger } from '@nestjs/common';
import { NotForEngine, type SearchEngine } from './engine.js';
import { IndexStore } from './index.store.js';
import { MEILI_RULES } from './meili/index-writer.js';
import { Meili } from './meili/meili.js';
import { PostgresEngine } from './postgres.engine.js';
import type { SearchRequest } from './request.js';

/** How long an engine that did not answer is left alone, in milliseconds. */
const REST_MS = 5_000;
/** How old the knowledge may be whether the other engine's index stands. */
const KNOWN_MS = 5_000;

/** Whoever passes a question on to an engine. */
export type Asking = Pick<Engines, 'ask' | 'isDatabase'>;

/** Which engine answers: Meilisearch where it is set, its index stands and it answers; otherwise PostgreSQL. */
@Injectable()
export class Engines {
  private readonly log = new Logger('Search');
  private restsUntil = 0;
  private standing: { readonly until: number; readonly value: Promise<boolean> } | null = null;

  constructor(
    private readonly postgres: PostgresEngine,
    private readonly meili: Meili,
    private readonly store: IndexStore,
  ) {}

  /** Whether the database alone answers: then what is found has just been read there. */
  get isDatabase(): boolean {
    return this.meili.parts === null;
  }

  /** Who is to be asked for the request: the database, where it may miss nothing. */
  for({ current = false }: Pick<SearchRequest, 'current'>): Asking {
    return current ? { isDatabase: true, ask: (question) => question(this.postgres) } : this;
  }

  async ask<T>(question: (engine: SearchEngine) => Promise<T>): Promise<T> {
    const other = await this.other();
    if (other === null) return question(this.postgres);
    try {
      return await question(other);
    } catch (error) {
      if (error instanceof NotForEngine) return question(this.postgres);
      this.restsUntil = performance.now() + REST_MS;
      this.log.warn(`search is answered by PostgreSQL: ${String(error)}`);
      return question(this.postgres);
    }
  }

  /** Looks at once whether the other engine is there: after its index was made, or when it is back. */
  lookAgain(): void {
    this.restsUntil = 0;
    this.standing = null;
  }

  private async other(): Promise<SearchEngine | null> {
    const { parts } = this.meili;
    const now = performance.now();
    if (parts === null || now < this.restsUntil) return null;
    if (this.standing === null || this.standing.until < now)
      this.standing = { until: now + KNOWN_MS, value: this.store.stands('meilisearch', MEILI_RULES) };
    return (await this.standing.value) ? parts.engine : null;
  }
}
