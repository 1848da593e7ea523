import { setImmediate as breathe } from 'node:timers/promises';
import type { ListingKind } from '../core/listing.js';
import type { Engine, EngineHit, EngineModels, EngineQuery, EngineRow } from './engine.js';

/** What the engine is asked, as messages between threads. */
export type Call =
  | { readonly call: 'apply'; readonly kind: ListingKind; readonly rows: readonly EngineRow[] }
  | { readonly call: 'ignore'; readonly words: readonly string[] }
  | { readonly call: 'search'; readonly query: EngineQuery }
  | { readonly call: 'rarities'; readonly words: readonly string[] }
  | { readonly call: 'adopt'; readonly models: EngineModels };

export interface Answers {
  readonly apply: undefined;
  readonly ignore: undefined;
  readonly search: EngineHit[];
  readonly rarities: number[];
  readonly adopt: undefined;
}

/** Answers one call; a change of models lets other calls through between its steps. */
export async function answer(engine: Engine, call: Call): Promise<Answers[Call['call']]> {
  switch (call.call) {
    case 'apply':
      engine.apply(call.kind, call.rows);
      return undefined;
    case 'ignore':
      engine.ignore(call.words);
      return undefined;
    case 'search':
      return engine.search(call.query);
    case 'rarities':
      return engine.rarities(call.words);
    case 'adopt':
      for (const steps = engine.adopt(call.models); steps.next().done !== true;) await breathe();
      return undefined;
  }
}
