import { Injectable } from '@nestjs/common';
import { actorId, notFound, refuseIf, say, violation, type Actor } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, Work } from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';
import { MAX_SAVED_SEARCHES, savedSearchFrom, type SavedSearch } from '../core/saved-search.js';
import type { RemoveSavedSearchInput, SaveSearchInput } from '../listings.types.gen.js';
import { requireSignedIn } from '../refusals.js';
import { SavedSearchesStore } from '../store/saved-searches.store.js';

/** Searches that people keep; nobody sees or changes another's. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly work: Work,
    private readonly store: SavedSearchesStore,
  ) {}

  /** @throws DomainError INVALID_INPUT, LISTING.TOO_MANY as a violation beyond thirty, NOT_FOUND, STALE_VERSION */
  save(actor: Actor, input: SaveSearchInput): Promise<{ id: string }> {
    requireSignedIn(actor);
    const { clientMutationId, id } = input;
    if (id != null) checkIds(id);
    return this.work.run(
      { domain: 'listings', name: 'saveSearch', actor, clientMutationId, input },
      async (tx) => {
        const { search, violations } = savedSearchFrom({
          ...input,
          text: input.text ?? '',
          filters: input.filters ?? [],
        });
        if (id == null) {
          const full = (await this.store.countLocked(actor)) >= MAX_SAVED_SEARCHES;
          const tooMany = say`最多保存 ${MAX_SAVED_SEARCHES} 条检索，请先删除不用的`;
          refuseIf([...violations, ...(full ? [violation('', ListingCodes.TOO_MANY, tooMany)] : [])]);
          const fresh = { ...search, id: uuidv7(), version: 1, personId: actorId(actor), createdAt: tx.now };
          await this.store.insert(fresh);
          return { id: fresh.id };
        }
        const before = await this.owned(actor, id, input.expectedVersion ?? 0);
        refuseIf(violations);
        await this.store.save({ ...before, ...search });
        return { id };
      },
    );
  }

  /** @throws DomainError NOT_FOUND, STALE_VERSION */
  remove(actor: Actor, input: RemoveSavedSearchInput): Promise<{ id: string }> {
    requireSignedIn(actor);
    const { clientMutationId, id, expectedVersion } = input;
    checkIds(id);
    return this.work.run(
      { domain: 'listings', name: 'removeSavedSearch', actor, clientMutationId, input },
      async () => {
        await this.owned(actor, id, expectedVersion);
        await this.store.remove(id);
        return { id };
      },
    );
  }

  private async owned(actor: Actor, id: string, expectedVersion: number): Promise<SavedSearch> {
    const search = await this.store.lock(actor, id);
    if (search === undefined) throw notFound('保存的检索');
    if (search.version !== expectedVersion) throw staleVersion();
    return search;
  }
}
