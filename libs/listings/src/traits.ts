import type { Machine, Violation } from '@jihui/kernel';
import type { City, Tx } from '@jihui/platform';
import type { Place } from './core/form.js';
import type { CommonAction, Listing } from './core/listing.js';
import { needContentFrom, type NeedForm } from './core/need.form.js';
import { isOnlineNeed, type Need } from './core/need.js';
import type { NeedAction } from './core/need.lifecycle.js';
import { newNeed, newResult, type Beginning } from './core/new-listing.js';
import { needMachine, resultMachine } from './core/perform.js';
import { demandQuality } from './core/quality.js';
import { resultContentFrom, type FormOwner, type ResultForm } from './core/result.form.js';
import { isOnlineResult, type Result } from './core/result.js';
import type { ResultAction } from './core/result.lifecycle.js';
import { PARAMETERS } from './parameters.js';
import { needDocument, resultDocument, type Findable } from './search-document.js';
import { needSnapshot, resultSnapshot } from './snapshots.js';
import type { Owner } from './store/owners.store.js';

/** What differs between results and needs, whoever writes them; F is the form as it is sent. */
export interface ListingTraits<L extends Listing, A extends string, F = never> {
  readonly kind: 'RESULT' | 'NEED';
  /** Ends the names of its commands, and begins its streams of the audit. */
  readonly aggregate: 'Result' | 'Need';
  /** What a refusal calls it. */
  readonly what: string;
  /** The parameter that says how long it stays online. */
  readonly validity: string;
  readonly machine: Machine<L, L['state'], A | CommonAction>;
  /** The content of a form, with everything that is wrong (not: missing) in it. */
  contentFrom(
    form: F,
    owner: FormOwner,
    place: Place,
  ): { readonly content: L['content']; readonly violations: readonly Violation[] };
  begin(beginning: Beginning<L['content']>): L;
  withContent(listing: L, content: L['content'], scopeCode: string): L;
  isOnline(listing: L): boolean;
  findable(listing: L, owner: Owner, city: City): Findable;
  /** Tells the other domains what it is now. */
  tell(tx: Tx, listing: L, owner: Owner, action: string): Promise<void>;
}

export const resultTraits: ListingTraits<Result, ResultAction, ResultForm> = {
  kind: 'RESULT',
  aggregate: 'Result',
  what: '成果',
  validity: PARAMETERS.RESULT_VALIDITY,
  machine: resultMachine,
  contentFrom: resultContentFrom,
  begin: newResult,
  withContent: (result, content, scopeCode) => ({ ...result, content, scopeCode }),
  isOnline: ({ state }) => isOnlineResult(state),
  findable: resultDocument,
  tell: (tx, result, owner, action) =>
    tx.emit('listings.result', {
      aggregateId: result.id,
      version: result.version,
      action,
      payload: resultSnapshot(result, owner),
    }),
};

export const needTraits: ListingTraits<Need, NeedAction, NeedForm> = {
  kind: 'NEED',
  aggregate: 'Need',
  what: '需求',
  validity: PARAMETERS.NEED_VALIDITY,
  machine: needMachine,
  contentFrom: needContentFrom,
  begin: newNeed,
  withContent: (need, content, scopeCode) => ({
    ...need,
    content,
    scopeCode,
    quality: demandQuality(content).score,
  }),
  isOnline: ({ state }) => isOnlineNeed(state),
  findable: needDocument,
  tell: (tx, need, owner, action) =>
    tx.emit('listings.need', {
      aggregateId: need.id,
      version: need.version,
      action,
      payload: needSnapshot(need, owner),
    }),
};
