import { LEAST_JUDGED_NEEDS, type Ranker } from './ranker.js';

/** CANDIDATE waits for an administrator; one version at most is ACTIVE. */
export type ModelState = 'CANDIDATE' | 'ACTIVE' | 'RETIRED';

/** What a version was trained from. */
export interface ModelSources {
  readonly listings: number;
  /**
   * The newest of them, whose ids tell their order; null for none. Versions of before were trained from the oldest and
   * do not say.
   */
  readonly newest?: string | null;
  /** Pairs of texts of one listing. */
  readonly ownPairs: number;
  /** Pairs that people brought together, by outcome, before they are repeated. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Needs whose results were judged differently, of those that may be learnt from; versions of before do not say. */
  readonly judgedNeeds?: number;
}

/** A version of the vectors. */
export interface ModelVersion {
  readonly id: string;
  /** For expectedVersion. */
  readonly version: number;
  /** 1, 2, 3 …: what people call it by. */
  readonly number: number;
  readonly state: ModelState;
  readonly sources: ModelSources;
  /** Weights learnt from what people said of pairs; null while too few were judged. */
  readonly ranker: Ranker | null;
  readonly trainedAt: Date;
  readonly seconds: number;
}

/** Fewer pairs teach nothing: until then the lexical signals rank alone. */
export const LEAST_PAIRS = 500;
/** More pairs make training longer and hardly better. */
export const MOST_PAIRS = 200_000;
/** A new version is worth its minutes once there are so many more pairs than the last was trained from. */
const GROWTH = 1.1;
/** Or so many more outcomes, or judged needs. */
const NEWS = 20;
/** Or once this share of the listings came after it: a market that is full stays as large and has other listings. */
const TURNOVER = 0.1;

const pairsIn = ({ ownPairs, outcomes }: ModelSources): number =>
  ownPairs + Object.values(outcomes).reduce((sum, count) => sum + count, 0);

/**
 * Whether training from these sources is worth it after that version.
 * @param fresh how many of the listings came after the version's newest one
 */
export function isWorthTraining(
  sources: ModelSources,
  last: ModelSources | undefined,
  fresh: number,
): boolean {
  if (pairsIn(sources) < LEAST_PAIRS) return false;
  if (last === undefined) return true;
  const outcomes = (of: ModelSources): number =>
    Object.values(of.outcomes).reduce((sum, count) => sum + count, 0);
  const judged = ({ judgedNeeds = 0 }: ModelSources): number =>
    judgedNeeds < LEAST_JUDGED_NEEDS ? 0 : judgedNeeds;
  return (
    pairsIn(sources) >= pairsIn(last) * GROWTH ||
    (fresh > 0 && fresh >= sources.listings * TURNOVER) ||
    outcomes(sources) >= outcomes(last) + NEWS ||
    judged(sources) >= judged(last) + NEWS
  );
}

/** A version may rank where it does not already. */
export const mayTakeOver = ({ state }: Pick<ModelVersion, 'state'>): boolean => state !== 'ACTIVE';
