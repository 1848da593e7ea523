import { Injectable } from '@nestjs/common';
import type { Named } from './engine.js';
import { IndexStore } from './index.store.js';
import { keyOf } from './meili/document.js';
import { Meili } from './meili/meili.js';
import { Reindex } from './reindex.js';
import type { SearchSource } from './source.js';

const BATCH = 500;

/** Where an index and what it was made of differ. */
export interface Drift {
  readonly engine: 'postgres' | 'meilisearch';
  readonly type: string;
  readonly id: string;
  readonly problem: 'missing' | 'stale' | 'surplus';
}

export interface Checked {
  readonly documents: number;
  readonly drifts: readonly Drift[];
}

/** Compares what is found with what should be: the database's documents with their owners', the other engine's with those. */
@Injectable()
export class IndexCheck {
  constructor(
    private readonly store: IndexStore,
    private readonly reindex: Reindex,
    private readonly meili: Meili,
  ) {}

  async run(): Promise<Checked> {
    const drifts: Drift[] = [];
    for (const source of this.reindex.sources()) drifts.push(...(await this.source(source)));
    if (this.meili.parts !== null) drifts.push(...(await this.engine()));
    return { documents: await this.store.total(), drifts };
  }

  /** Has what differs sent again to the other engine; the database's own documents are made anew by a reindex. */
  async repair(drifts: readonly Drift[]): Promise<void> {
    await this.store.again(drifts.filter(({ engine }) => engine === 'meilisearch'));
  }

  private async source(source: SearchSource): Promise<Drift[]> {
    const { type } = source;
    const drifts: Drift[] = [];
    const drift = (id: string, problem: Drift['problem']): number =>
      drifts.push({ engine: 'postgres', type, id, problem });
    for (let ids = await source.idsAfter(null, BATCH); ids.length > 0;) {
      const documents = await source.byIds(ids);
      const versions = await this.store.versions(type, ids);
      for (const { id, version } of documents) {
        const indexed = versions.get(id);
        if (indexed === undefined) drift(id, 'missing');
        else if (indexed < version) drift(id, 'stale');
      }
      ids = await source.idsAfter(ids.at(-1) ?? null, BATCH);
    }
    for (let held = await this.store.before(type, null, null, BATCH); held.length > 0;) {
      const present = new Set((await source.byIds(held.map(({ id }) => id))).map(({ id }) => id));
      for (const { id } of held) if (!present.has(id)) drift(id, 'surplus');
      held = await this.store.before(type, null, held.at(-1)?.id ?? null, BATCH);
    }
    return drifts;
  }

  /** What waits in the outbox is no drift: it is on its way. */
  private async engine(): Promise<Drift[]> {
    const held = new Map<string, number>();
    for await (const page of this.meili.parts?.live.revisions() ?? [])
      for (const [key, revision] of page) held.set(key, revision);
    const drifts: Drift[] = [];
    const drift = ({ type, id }: Named, problem: Drift['problem']): number =>
      drifts.push({ engine: 'meilisearch', type, id, problem });
    for (let page = await this.store.page(null, BATCH); page.length > 0;) {
      for (const change of page)
        for (const { face, revision } of change.faces) {
          const key = keyOf(change.type, change.id, face);
          const indexed = held.get(key);
          held.delete(key);
          if (indexed === undefined) drift(change, 'missing');
          else if (indexed !== Number(revision)) drift(change, 'stale');
        }
      page = await this.store.page(page.at(-1) ?? null, BATCH);
    }
    for (const key of held.keys()) {
      const [, type = '', id = ''] = /^(.+)-([\da-f-]{36})-\d+$/.exec(key) ?? [];
      drift({ type, id }, 'surplus');
    }
    const waiting = await this.store.onTheirWay();
    return drifts.filter(({ type, id }) => !waiting.has(`${type} ${id}`));
  }
}
