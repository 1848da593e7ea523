import { Injectable } from '@nestjs/common';
import { DomainError, refuseIf, type Actor } from '@jihui/kernel';
import {
  Audit,
  SearchWordBook,
  staleVersion,
  Work,
  type SearchWordList,
  type TimelineEntry,
} from '@jihui/platform';
import { mayKeepWords, searchWordsFrom } from '../core/search-words.js';
import type { SaveSearchWordsInput } from '../listings.types.gen.js';

const STREAM = 'SearchWords:all';

/** 检索词表: synonyms and stop words, kept whole. */
@Injectable()
export class SearchWordsService {
  constructor(
    private readonly work: Work,
    private readonly book: SearchWordBook,
    private readonly audit: Audit,
  ) {}

  /** Null for whoever does not keep it. */
  async get(actor: Actor): Promise<SearchWordList | null> {
    return mayKeepWords(actor).allowed ? this.book.get() : null;
  }

  async timeline(): Promise<readonly TimelineEntry[]> {
    return (await this.audit.timelines('listings', [STREAM])).get(STREAM) ?? [];
  }

  /** @throws DomainError UNAUTHENTICATED, FORBIDDEN, STALE_VERSION, INVALID_INPUT with all violations. */
  async save(actor: Actor, input: SaveSearchWordsInput): Promise<{ saved: true }> {
    const verdict = mayKeepWords(actor);
    if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
    const { clientMutationId } = input;
    return this.work.run(
      { domain: 'listings', name: 'saveSearchWords', actor, clientMutationId, input },
      async (tx) => {
        const before = await this.book.lock();
        if (before.version !== input.expectedVersion) throw staleVersion();
        const { words, violations } = searchWordsFrom({
          synonyms: input.synonyms.map(({ texts }) => texts),
          stopWords: input.stopWords,
        });
        refuseIf(violations);
        await this.book.replace({ ...words, version: before.version });
        await tx.audit({ stream: STREAM, action: 'save', before, after: words });
        return { saved: true };
      },
    );
  }
}
