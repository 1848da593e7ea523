import { Injectable } from '@nestjs/common';
import type { EngineQuery, Named, Survey } from './engine.js';
import { Engines, type Asking } from './engines.js';
import { Nearest } from './nearest.js';
import { numbersIn, type Compiled, type Part } from './query.js';
import { RERANKED } from './reranker.js';
import type { SearchRequest } from './request.js';
import { isHan } from './words.js';

/** Where fewer hold all the words, what holds a good part of them is found as well: about a page. */
const FEW = 20;
const MOST_BESIDE = 50;
/** Which part of the words' rarity that is. */
const GOOD_PART = 0.3;
/** Of two words each is half of what was asked. */
const WORDS_TO_WIDEN = 3;
/** What is no more than a name or a term is found by most of it: 王建国 is not found by 建国, nor 石墨烯 by 石墨. */
const MOST_OF_IT = 0.6;
const NAME_CHARACTERS = 3;

/** What a query finds, whatever is then filtered, counted and sorted. */
export interface Scoped {
  readonly query: EngineQuery;
  readonly loose: boolean;
  readonly widened: boolean;
  /** Whether something holds all the words. */
  readonly holdsAll: boolean;
  /** All that the query finds, in any order, where that has been read; null otherwise. */
  readonly all: readonly Named[] | null;
  /** What has been read of the query besides; null where nothing has. */
  readonly survey: Survey | null;
}

export const nothingIn = (query: EngineQuery): Scoped => ({
  query,
  loose: false,
  widened: false,
  holdsAll: false,
  all: [],
  survey: null,
});

/**
 * Decides what is found: what holds all the words; where that is little, also what holds a good part of them; where it is
 * nothing, what holds the most of them, unless a phrase was asked for. Filters have no say in it, so that each facet is counted of one and the same.
 */
@Injectable()
export class Scope {
  constructor(
    private readonly engines: Engines,
    private readonly nearest: Nearest,
  ) {}

  async of(
    base: EngineQuery,
    { sort = null, exact = false, current = false, ids = null, facets = [] }: SearchRequest,
    parts: readonly Part[],
    compiled: Compiled,
  ): Promise<Scoped> {
    const open = { ...base, filters: {}, ids: null };
    // No more than are put in order as a whole: then nothing is left to be counted or ranked by the engine.
    const question = { facets, few: RERANKED, isRanked: sort === null };
    const engines = this.engines.for({ current });
    const survey = await engines.ask((engine) => engine.survey({ ...base, ids: null }, question));
    const few = await this.few(engines, open, survey);
    const isOpen = ids === null && Object.values(base.filters).every((values) => values.length === 0);
    const strict = {
      query: { ...base, isBroad: few === null },
      loose: false,
      widened: false,
      holdsAll: few === null || few.length > 0,
      all: isOpen ? few : met(survey, ids),
      survey: ids === null ? survey : null,
    };
    if (few === null) return strict;
    const widens = few.length < FEW && sort === null && mayWiden(base, parts, compiled);
    if (exact || isPhrase(parts) || (few.length > 0 && !widens)) return strict;
    const near = await this.near(few, open, parts, compiled);
    const added = near.filter(({ id }) => !few.some((one) => one.id === id));
    if (added.length === 0) return strict;
    const found = [...few, ...added];
    const asked = found.flatMap(({ id }) => (ids === null || ids.includes(id) ? [id] : []));
    return {
      query: { ...base, term: null, ids: asked },
      all: isOpen ? found : null,
      loose: few.length === 0,
      widened: few.length > 0,
      holdsAll: few.length > 0,
      survey: null,
    };
  }

  /** All that hold the words, where they are few; null where they are more. */
  private async few(
    engines: Asking,
    open: EngineQuery,
    survey: Survey | null,
  ): Promise<readonly Named[] | null> {
    if (survey !== null) return survey.few;
    const some = await engines.ask((engine) => engine.some(open, RERANKED + 1));
    return some.length > RERANKED ? null : some;
  }

  private async near(
    few: readonly Named[],
    open: EngineQuery,
    parts: readonly Part[],
    { words, characters, pairs, unwanted }: Compiled,
  ): Promise<Named[]> {
    const query: EngineQuery = { ...open, term: unwanted.length === 0 ? null : { is: 'all', of: unwanted } };
    if (few.length > 0)
      return this.nearest.find(words, query, { characters, share: GOOD_PART, limit: MOST_BESIDE });
    const share = isName(parts) ? MOST_OF_IT : 0;
    const found = await this.nearest.find(words, query, { share, limit: RERANKED, characters });
    if (found.length > 0) return found;
    return this.nearest.find(pairs, query, { share, limit: RERANKED });
  }
}

/** Of the few those that meet the filters and are among the ids; null where that is not known. */
const met = (survey: Survey | null, ids: readonly string[] | null): Named[] | null =>
  survey?.few?.filter((one) => one.met && (ids === null || ids.includes(one.id))) ?? null;

/** One piece of a few Chinese characters: somebody's name, or one term. */
function isName(parts: readonly Part[]): boolean {
  const [one, ...others] = parts.filter(({ excluded }) => !excluded);
  return (
    one !== undefined && others.length === 0 && isHan(one.text) && [...one.text].length <= NAME_CHARACTERS
  );
}

/**
 * What is quoted as a whole is meant as it stands: where it stands nowhere, nothing is found. Quotes around a part of it
 * may be a title's own.
 */
function isPhrase(parts: readonly Part[]): boolean {
  const wanted = parts.filter(({ excluded }) => !excluded);
  return wanted.length > 0 && wanted.every(({ quoted }) => quoted);
}

/** A number is meant as it stands, too. */
const mayWiden = ({ term }: EngineQuery, parts: readonly Part[], { words }: Compiled): boolean =>
  words.length >= WORDS_TO_WIDEN &&
  !parts.some(({ quoted }) => quoted) &&
  (term === null || numbersIn(term).length === 0);
