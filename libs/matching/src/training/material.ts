import { Injectable } from '@nestjs/common';
import type { ListingKind } from '../core/listing.js';
import { MOST_PAIRS, type ModelSources } from '../core/model.js';
import { isHeldOut, outcomePairs, ownPairs, type TextPair } from '../core/training-pairs.js';
import { ListingsStore, type Listing } from '../store/listings.store.js';
import { PairsStore } from '../store/pairs.store.js';

const BATCH = 500;

export interface Collected {
  readonly pairs: TextPair[];
  readonly sources: ModelSources;
  /** Of the listings whose own texts are among the pairs. */
  readonly ids: readonly string[];
}

/** What vectors are trained from: what people brought together, and what each listing says of itself. */
@Injectable()
export class TrainingMaterial {
  constructor(
    private readonly listings: ListingsStore,
    private readonly pairs: PairsStore,
  ) {}

  /**
   * Outcomes first, then the texts of the newest listings that can be found, as many of needs as of results.
   * @param limits most pairs, about, and listings that are read at a time
   */
  async collect(stopping: AbortSignal, { most = MOST_PAIRS, size = BATCH } = {}): Promise<Collected> {
    const { pairs, outcomes } = await this.outcomes();
    const ids: string[] = [];
    const open = new Map<ListingKind, string | null>([
      ['RESULT', null],
      ['NEED', null],
    ]);
    let own = 0;
    while (open.size > 0 && pairs.length < most && !stopping.aborted)
      for (const [kind, before] of open) {
        const batch = await this.listings.newest(kind, size, before);
        const found = batch.flatMap(ownPairs);
        pairs.push(...found);
        own += found.length;
        ids.push(...batch.map(({ id }) => id));
        if (batch.length < size) open.delete(kind);
        else open.set(kind, batch.at(-1)?.id ?? null);
      }
    const newest = ids.reduce<string | null>((top, id) => (top === null || id > top ? id : top), null);
    return { pairs, sources: { listings: ids.length, newest, ownPairs: own, outcomes }, ids };
  }

  private async outcomes(): Promise<{ pairs: TextPair[]; outcomes: Record<string, number> }> {
    const known = (await this.pairs.wanted(MOST_PAIRS / 10)).filter(({ needId }) => !isHeldOut(needId));
    const texts = new Map<string, Listing>();
    const ids = [...new Set(known.flatMap(({ needId, resultId }) => [needId, resultId]))];
    for (let at = 0; at < ids.length; at += BATCH)
      for (const [id, listing] of await this.listings.byIds(ids.slice(at, at + BATCH)))
        texts.set(id, listing);
    const pairs: TextPair[] = [];
    const outcomes: Record<string, number> = {};
    for (const { needId, resultId, kind } of known) {
      const [need, result] = [texts.get(needId), texts.get(resultId)];
      if (need === undefined || result === undefined) continue;
      pairs.push(...outcomePairs(need, result, kind));
      outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    }
    return { pairs, outcomes };
  }
}
