import { Injectable, Logger } from '@nestjs/common';
import { system, type Actor } from '@jihui/kernel';
import { ANYONE, Search, SIGNED_IN, Work, type Tx } from '@jihui/platform';
import { indexedFilters, type SavedSearch } from '../core/saved-search.js';
import { PatentsStore } from '../store/patents.store.js';
import { ReadsStore } from '../store/reads.store.js';
import { SavedSearchesStore, type Newcomer } from '../store/saved-searches.store.js';

/** Looked through once more, since a transaction that began earlier may end later, and an index may lag. */
const OVERLAP_MS = 10 * 60_000;
const FIRST_LOOK_MS = 24 * 3_600_000;
const BATCH = 100;
/** So many newcomers are looked through together: as far as a sorted search reaches, so that none is left behind. */
const LOOKED_AT = 1_000;
const TYPES = { RESULT: 'result', NEED: 'need', PATENT: 'patent' } as const;
/** What one alert names; whoever opens it sees all. */
const MAX_NAMED = 20;

/**
 * Tells people of what came online since they saved a search and matches it: once, and only what everybody who signed
 * in may find. What they may see of it by their organisation is found by the search itself.
 */
@Injectable()
export class SearchAlerts {
  private readonly log = new Logger('SearchAlerts');

  constructor(
    private readonly work: Work,
    private readonly store: SavedSearchesStore,
    private readonly search: Search,
    private readonly reads: ReadsStore,
    private readonly patents: PatentsStore,
  ) {}

  /** Each search in a transaction of its own: one that fails does not keep the others, and is looked at again. */
  async run(now: Date): Promise<void> {
    const last = (await this.store.lookedUntil())?.getTime() ?? now.getTime() - FIRST_LOOK_MS;
    const newcomers = await this.store.newcomers(new Date(last - OVERLAP_MS));
    let failed = false;
    if (newcomers.length > 0)
      for (let after: string | null = null, more = true; more;) {
        const searches: SavedSearch[] = await this.store.wanting(after, BATCH);
        for (const one of searches)
          await this.alert(one, newcomers).catch((error: unknown) => {
            failed = true;
            this.log.warn(`saved search ${one.id}: ${String(error)}`);
          });
        after = searches.at(-1)?.id ?? null;
        more = searches.length === BATCH;
      }
    if (!failed) await this.store.lookUntil(now);
  }

  private async alert(saved: SavedSearch, newcomers: readonly Newcomer[]): Promise<void> {
    const { id, kind, personId, createdAt } = saved;
    const ids = newcomers
      .filter((one) => one.kind === kind && one.publishedAt > createdAt && one.createdBy !== personId)
      .map((one) => one.id);
    if (ids.length === 0) return;
    const matching: { id: string; title: string }[] = [];
    for (let at = 0; at < ids.length; at += LOOKED_AT)
      matching.push(...(await this.matching(saved, ids.slice(at, at + LOOKED_AT))));
    if (matching.length === 0) return;
    const command = {
      domain: 'listings',
      name: 'alertSavedSearch',
      actor: system('listings.alertSavedSearches'),
    } as const;
    await this.work.run(command, async (tx) => {
      const fresh = new Set(
        await this.store.told(
          id,
          matching.map((listing) => listing.id),
        ),
      );
      const found = matching.filter((listing) => fresh.has(listing.id));
      if (found.length > 0) await this.tell(saved, found, tx);
    });
  }

  /** Those among these that match, as the person may read them at this moment. */
  private async matching(
    { kind, personId, text, filters }: SavedSearch,
    ids: readonly string[],
  ): Promise<{ id: string; title: string }[]> {
    const answer = await this.search.ask({
      types: [TYPES[kind]],
      text: text === '' ? null : text,
      filters: indexedFilters(filters),
      sort: { by: 'newest', direction: 'desc' },
      viewer: [ANYONE, SIGNED_IN],
      ids,
      exact: true,
      current: true,
    });
    const { hits } = await answer.page({ limit: LOOKED_AT, backward: false, cursor: null });
    const found = hits.map((hit) => hit.id);
    const titles = await this.titlesOf(kind, { kind: 'person', personId, memberships: [] }, found);
    return found.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [{ id, title }];
    });
  }

  private async titlesOf(
    kind: SavedSearch['kind'],
    actor: Actor,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (kind === 'PATENT') return this.patents.titles(ids);
    const reader = { actor, whole: false };
    const rows =
      kind === 'RESULT' ? await this.reads.results(reader, ids) : await this.reads.needs(reader, ids);
    return new Map(rows.map((row) => [row.id, row.title]));
  }

  private tell(saved: SavedSearch, found: readonly { id: string; title: string }[], tx: Tx): Promise<void> {
    const { id, version, personId, kind, name, text, filters } = saved;
    return tx.emit('listings.searchFound', {
      aggregateId: id,
      version,
      action: 'find',
      payload: { personId, kind, name, text, filters, count: found.length, found: found.slice(0, MAX_NAMED) },
    });
  }
}
