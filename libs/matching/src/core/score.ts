import type { LegalDay } from '@jihui/kernel';
import { NO_VERDICTS, type NeedFacts, type ResultFacts, type Verdicts } from './listing.js';
import {
  cooperationFit,
  fieldFit,
  historyFit,
  maturityFit,
  placeFit,
  priceFit,
  rightsFit,
  timeFit,
  type Fit,
  type Names,
} from './parts.js';
import { PART_LABELS, PART_NAMES, type PartName, type Settings } from './weights.js';

export interface Part {
  readonly name: PartName;
  readonly label: string;
  /** 0–1. */
  readonly value: number;
  readonly weight: number;
  /** What the part adds to the score. */
  readonly points: number;
  readonly note: string;
}

export interface Score {
  /** 0–100, whole. */
  readonly total: number;
  /** Unrounded, for ordering. */
  readonly exact: number;
  /** The heaviest first. */
  readonly parts: readonly Part[];
}

/**
 * The curve from a text's ratio (its fused score over that of an ideal answer) to how related it is.
 * Set where unrelated and related texts part on public retrieval sets: see the README.
 */
const CURVE: readonly (readonly [ratio: number, related: number])[] = [
  [0.05, 0],
  [0.3, 0.3],
  [0.5, 0.7],
  [0.8, 0.95],
  [1, 1],
];

/** How related the texts are, 0–1; grows with the ratio, so that the order by text alone is kept. */
export function relatedness(ratio: number): number {
  const upper = CURVE.findIndex(([at]) => ratio < at);
  if (upper === 0) return 0;
  const right = CURVE[upper];
  const left = CURVE[upper - 1];
  if (right === undefined || left === undefined) return 1;
  return left[1] + ((ratio - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}

export interface Pair {
  readonly need: NeedFacts;
  readonly result: ResultFacts;
  /** See TextHit.ratio. */
  readonly ratio: number;
  /** Verdicts on the listing that is being recommended. */
  readonly verdicts?: Verdicts;
}

/**
 * The score of a pair with its parts. The content's part counts by itself; what fits besides counts
 * only as far as the content does: two strangers of one cluster and one town are no match.
 */
export function scorePair(pair: Pair, settings: Settings, names: Names, today: LegalDay): Score {
  const { need, result } = pair;
  const related = relatedness(pair.ratio);
  const fits: Readonly<Record<PartName, Fit>> = {
    FIELD: fieldFit(need, result, names),
    TEXT: { value: related, note: textNote(related) },
    COOPERATION: cooperationFit(need, result),
    MATURITY: maturityFit(need, result),
    PRICE: priceFit(need, result, settings.priceCeilingBasisPoints),
    PLACE: placeFit(need, result, names),
    RIGHTS: rightsFit(result, today),
    HISTORY: historyFit(pair.verdicts ?? NO_VERDICTS),
    TIME: timeFit(need, result, today),
  };
  const sum = PART_NAMES.reduce((total, name) => total + settings.weights[name], 0) || 1;
  const parts = PART_NAMES.map((name) => {
    const weight = (settings.weights[name] * 100) / sum;
    const { value, note } = fits[name];
    const points = weight * value * (name === 'TEXT' ? 1 : related);
    return {
      name,
      label: PART_LABELS[name],
      value: round(value, 3),
      weight: round(weight, 2),
      points: round(points, 2),
      note,
    };
  });
  const exact = PART_NAMES.reduce((total, name) => {
    const share = (settings.weights[name] * 100) / sum;
    return total + share * fits[name].value * (name === 'TEXT' ? 1 : related);
  }, 0);
  return {
    total: Math.round(exact),
    exact,
    parts: [...parts].sort(
      (a, b) => b.weight - a.weight || PART_NAMES.indexOf(a.name) - PART_NAMES.indexOf(b.name),
    ),
  };
}

export const textNote = (related: number): string =>
  related >= 0.7
    ? '内容高度相关'
    : related >= 0.4
      ? '内容相关'
      : related >= 0.15
        ? '内容有一定联系'
        : '内容联系较弱';

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** From this value on a part is a reason to look at the pair. */
const REASON = 0.8;
/** Up to this value it is something to mind. */
const CAUTION = 0.3;
const SPOKEN: readonly PartName[] = [
  'FIELD',
  'COOPERATION',
  'MATURITY',
  'PRICE',
  'PLACE',
  'RIGHTS',
  'HISTORY',
  'TIME',
];

/** Sentences for the pair, the heaviest part first; the shared words lead. */
export function reasonsOf(score: Score, sharedTerms: readonly string[]): string[] {
  const text = score.parts.find((part) => part.name === 'TEXT');
  const shared = sharedTerms.length === 0 ? [] : [`都涉及${sharedTerms.slice(0, 4).join('、')}`];
  const content = text !== undefined && text.value >= 0.4 && sharedTerms.length === 0 ? [text.note] : [];
  return [...shared, ...content, ...notes(score, (value) => value >= REASON)];
}

/** What may stand in the way. */
export const cautionsOf = (score: Score): string[] => notes(score, (value) => value <= CAUTION);

const notes = (score: Score, holds: (value: number) => boolean): string[] =>
  score.parts.filter((part) => SPOKEN.includes(part.name) && holds(part.value)).map((part) => part.note);
