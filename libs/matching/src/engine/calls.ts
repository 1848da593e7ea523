import { setImmediate as breathe } from 'node:timers/promises';
import type { ListingKind } from '../core/listing.js';
import type {
  Engine,
  EngineHit,
  EngineModels,
  EngineQuery,
  EngineRow,
  NeedHit,
  NeedsQuery,
} from './engine.js';
import type { PatentHit, PatentQuery, PatentRow } from './patent-corpus.js';
import type { ExpertHit, ExpertQuery, ExpertRow } from './expert-corpus.js';

/** What whoever waits for an engine is told when it ends. */
export const STOPPED = 'the matching engine stopped';

/** What the engine is asked, as messages between threads. */
export type Call =
  | { readonly call: 'apply'; readonly kind: ListingKind; readonly rows: readonly EngineRow[] }
  | { readonly call: 'applyExperts'; readonly rows: readonly ExpertRow[] }
  | { readonly call: 'applyPatents'; readonly rows: readonly PatentRow[] }
  | { readonly call: 'searchPatents'; readonly query: PatentQuery }
  | { readonly call: 'searchExperts'; readonly query: ExpertQuery }
  | { readonly call: 'searchNeedsFor'; readonly query: NeedsQuery }
  | { readonly call: 'ignore'; readonly words: readonly string[] }
  | { readonly call: 'search'; readonly query: EngineQuery }
  | { readonly call: 'rarities'; readonly words: readonly string[] }
  | { readonly call: 'adopt'; readonly models: EngineModels };

export interface Answers {
  readonly apply: undefined;
  readonly applyExperts: undefined;
  readonly applyPatents: undefined;
  readonly searchPatents: PatentHit[];
  readonly searchExperts: ExpertHit[];
  readonly searchNeedsFor: NeedHit[];
  readonly ignore: undefined;
  readonly search: EngineHit[];
  readonly rarities: number[];
  readonly adopt: undefined;
}

/**
 * Answers one call; a change of models lets other calls through between its steps.
 * @throws Error where the engine was closed while the models were being changed
 */
export async function answer(
  engine: Engine,
  call: Call,
  isClosed: () => boolean = () => false,
): Promise<Answers[Call['call']]> {
  switch (call.call) {
    case 'apply':
      engine.apply(call.kind, call.rows);
      return undefined;
    case 'applyExperts':
      engine.applyExperts(call.rows);
      return undefined;
    case 'applyPatents':
      engine.applyPatents(call.rows);
      return undefined;
    case 'searchPatents':
      return engine.searchPatents(call.query);
    case 'searchExperts':
      return engine.searchExperts(call.query);
    case 'searchNeedsFor':
      return engine.searchNeedsFor(call.query);
    case 'ignore':
      engine.ignore(call.words);
      return undefined;
    case 'search':
      return engine.search(call.query);
    case 'rarities':
      return engine.rarities(call.words);
    case 'adopt':
      for (const steps = engine.adopt(call.models); steps.next().done !== true;) {
        await breathe();
        if (isClosed()) throw new Error(STOPPED);
      }
      return undefined;
  }
}
