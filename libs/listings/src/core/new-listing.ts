import { actorId, type Actor } from '@jihui/kernel';
import type { Need } from './need.js';
import { demandQuality } from './quality.js';
import type { Result } from './result.js';
import type { ListingFacts, NeedContent, ResultContent } from './types.js';

/** What a draft begins with. */
export interface Beginning<C> {
  readonly id: string;
  readonly owner: { readonly id: string };
  readonly actor: Actor;
  readonly content: C;
  readonly scopeCode: string;
  readonly now: Date;
}

const facts = <C>({ id, owner, actor, scopeCode, now }: Beginning<C>): ListingFacts => ({
  id,
  version: 1,
  code: '',
  ownerId: owner.id,
  createdBy: actorId(actor),
  scopeCode,
  stateReason: null,
  submittedAt: null,
  stateSince: now,
  publishedAt: null,
  expiresOn: null,
  validityParameter: null,
  createdAt: now,
  updatedAt: now,
});

/** A new draft; its code is given when it is stored. */
export const newResult = (beginning: Beginning<ResultContent>): Result => ({
  ...facts(beginning),
  state: 'DRAFT',
  content: beginning.content,
  unitApprovedBy: null,
  unitApprovedAt: null,
});

export const newNeed = (beginning: Beginning<NeedContent>): Need => ({
  ...facts(beginning),
  state: 'DRAFT',
  content: beginning.content,
  quality: demandQuality(beginning.content).score,
});
