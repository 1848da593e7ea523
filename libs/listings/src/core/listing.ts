import type { Need } from './need.js';
import type { NeedAction } from './need.lifecycle.js';
import type { Result } from './result.js';
import type { ResultAction } from './result.lifecycle.js';
import type { ListingFacts } from './types.js';

/** What the market is made of: supply and demand. */
export type Listing = Result | Need;

/** The verbs that results and needs both know. */
export type CommonAction = ResultAction & NeedAction;

/** What one verb changes of a listing. */
export type ListingChange<L extends Listing> =
  Partial<L> | (Partial<ListingFacts> & { readonly content?: L['content'] });
export type ListingContent = Listing['content'];
