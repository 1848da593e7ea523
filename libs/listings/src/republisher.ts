import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Republisher } from '@jihui/platform';
import { needSnapshot, resultSnapshot } from './snapshots.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore } from './store/owners.store.js';
import { ResultsStore } from './store/results.store.js';

const BATCH = 200;

/** Says again what results and needs are now, so that projections can be rebuilt. */
@Injectable()
export class ListingsRepublisher implements Republisher {
  constructor(
    private readonly work: Work,
    private readonly results: ResultsStore,
    private readonly needs: NeedsStore,
    private readonly owners: OwnersStore,
  ) {}

  async republish(since: Date): Promise<number> {
    const results = await this.each((after) => this.resultsAfter(since, after));
    return results + (await this.each((after) => this.needsAfter(since, after)));
  }

  /** Drafts never left this domain, and do not now. */
  private resultsAfter(since: Date, after: string | null): Promise<string[]> {
    return this.work.run(
      { domain: 'listings', name: 'republish', actor: system('republish') },
      async (tx) => {
        const found = await this.results.changedSince(since, after, BATCH);
        for (const result of found.filter(({ submittedAt, publishedAt }) => submittedAt ?? publishedAt)) {
          const owner = await this.owners.get(result.ownerId);
          if (owner === undefined) continue;
          const { id: aggregateId, version } = result;
          const payload = resultSnapshot(result, owner);
          await tx.emit('listings.result', { aggregateId, version, action: 'republish', payload });
        }
        return found.map(({ id }) => id);
      },
    );
  }

  private needsAfter(since: Date, after: string | null): Promise<string[]> {
    return this.work.run(
      { domain: 'listings', name: 'republish', actor: system('republish') },
      async (tx) => {
        const found = await this.needs.changedSince(since, after, BATCH);
        for (const need of found.filter(({ submittedAt, publishedAt }) => submittedAt ?? publishedAt)) {
          const owner = await this.owners.get(need.ownerId);
          if (owner === undefined) continue;
          const { id: aggregateId, version } = need;
          const payload = needSnapshot(need, owner);
          await tx.emit('listings.need', { aggregateId, version, action: 'republish', payload });
        }
        return found.map(({ id }) => id);
      },
    );
  }

  private async each(next: (after: string | null) => Promise<string[]>): Promise<number> {
    let count = 0;
    for (let ids = await next(null); ids.length > 0; ids = await next(ids.at(-1) ?? null))
      count += ids.length;
    return count;
  }
}
