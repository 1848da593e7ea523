import { Injectable } from '@nestjs/common';
import { SearchIndex, type SearchDocument, type SearchSource } from '@jihui/platform';
import { ExpertFindablesStore } from '../store/expert-findables.store.js';
import { EXPERT_TYPE, expertDocument } from './expert-document.js';

const BATCH = 200;

/** Experts as the search index holds them. */
@Injectable()
export class ExpertSearch implements SearchSource {
  readonly type = EXPERT_TYPE;

  constructor(
    private readonly findables: ExpertFindablesStore,
    private readonly index: SearchIndex,
  ) {}

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.findables.idsAfter(after, limit);
  }

  async byIds(ids: readonly string[]): Promise<SearchDocument[]> {
    return (await this.findables.byIds(ids)).map(expertDocument);
  }

  /** Makes the documents of these experts anew, in the transaction that changed them; who left the bank is found no more. */
  async refresh(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const locked = await this.findables.lock(ids);
    const documents = await this.byIds(ids);
    const found = new Set(documents.map(({ id }) => id));
    await this.index.put(documents);
    await this.index.remove(
      locked.filter(({ id }) => !found.has(id)).map((gone) => ({ type: this.type, ...gone })),
    );
  }

  /** Everybody of a unit, whose name has changed. */
  async refreshUnit(organisationId: string): Promise<void> {
    for (let ids = await this.findables.idsOfUnit(organisationId, null, BATCH); ids.length > 0;) {
      await this.refresh(ids);
      ids = await this.findables.idsOfUnit(organisationId, ids.at(-1) ?? null, BATCH);
    }
  }
}
