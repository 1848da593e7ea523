import { PART_NAMES, type PartName, type Settings, type Weights } from './weights.js';

/** One counterpart that a listing's own side refused: a recommendation found useless, or talks that never began. */
export interface Refusal {
  readonly counterpartId: string;
  /** Which parts did not fit, as its people chose; empty where they did not say. */
  readonly causes: readonly PartName[];
}

/** What people can name as the cause: what they see in a listing. */
export const CAUSES: readonly PartName[] = PART_NAMES.filter((name) => name !== 'HISTORY');

/** What one counterpart refused for a cause adds to the weight of that part, as a share of it. */
const STEP = 0.5;
/** More refusals for one cause say nothing new. */
const MOST_STEPS = 3;

/**
 * The settings by which a listing's counterparts are scored after its side's refusals: a part that was the cause weighs half
 * as much again for each counterpart refused for it, up to two and a half times. An organisation that refuses what is too
 * dear is shown what it can pay.
 */
export function settingsAfter(settings: Settings, refusals: readonly Refusal[]): Settings {
  const weights: Weights = weightsAfter(settings.weights, refusals);
  return weights === settings.weights ? settings : { ...settings, weights };
}

/** The same of any set of parts: those that it does not hold are passed over. */
export function weightsAfter<N extends PartName>(
  weights: Readonly<Record<N, number>>,
  refusals: readonly Refusal[],
): Readonly<Record<N, number>> {
  const refused = new Map<PartName, Set<string>>();
  for (const { counterpartId, causes } of refusals)
    for (const cause of causes)
      refused.set(cause, (refused.get(cause) ?? new Set<string>()).add(counterpartId));
  if (refused.size === 0) return weights;
  const changed = Object.keys(weights).map((key) => {
    const name = key as N;
    return [name, weights[name] * (1 + STEP * Math.min(MOST_STEPS, refused.get(name)?.size ?? 0))] as const;
  });
  return Object.fromEntries(changed) as Record<N, number>;
}

/**
 * Parts a list: what was refused and near-copies of it stand behind everything else, each half in its order. Nothing is left
 * out: who changed their mind finds it again.
 */
export function parted<T>(
  ranked: readonly T[],
  idOf: (item: T) => string,
  groupOf: (item: T) => string | null,
  refusals: readonly Refusal[],
): { wanted: T[]; refused: T[] } {
  const ids = new Set(refusals.map(({ counterpartId }) => counterpartId));
  const groups = new Set(ranked.filter((item) => ids.has(idOf(item))).map(groupOf));
  groups.delete(null);
  const isRefused = (item: T): boolean => ids.has(idOf(item)) || groups.has(groupOf(item));
  return { wanted: ranked.filter((item) => !isRefused(item)), refused: ranked.filter(isRefused) };
}
