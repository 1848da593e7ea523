import type { LegalDay } from '@jihui/kernel';
import { inChinese, isObstacle, type Names, type Note } from './notes.js';
import { NO_VERDICTS, type NeedFacts, type ResultFacts, type Verdicts } from './listing.js';
import {
  cooperationFit,
  fieldFit,
  fit,
  historyFit,
  maturityFit,
  placeFit,
  priceFit,
  rightsFit,
  timeFit,
  type Fit,
} from './parts.js';
import { PART_LABELS, PART_NAMES, type PartName, type Settings } from './weights.js';

export interface Part extends Note {
  readonly name: PartName;
  readonly label: string;
  /** 0–1. */
  readonly value: number;
  readonly weight: number;
  /** What the part adds to the score. */
  readonly points: number;
  /** What `code` and `facts` say, in plain Chinese. */
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
    FIELD: fieldFit(need, result),
    TEXT: textFit(related),
    COOPERATION: cooperationFit(need, result),
    MATURITY: maturityFit(need, result),
    PRICE: priceFit(need, result, settings.priceCeilingBasisPoints),
    PLACE: placeFit(need, result),
    RIGHTS: rightsFit(result, today),
    HISTORY: historyFit(pair.verdicts ?? NO_VERDICTS),
    TIME: timeFit(need, result, today),
  };
  const sum = PART_NAMES.reduce((total, name) => total + settings.weights[name], 0) || 1;
  const parts = PART_NAMES.map((name) => {
    const weight = (settings.weights[name] * 100) / sum;
    const points = weight * fits[name].value * (name === 'TEXT' ? 1 : related);
    return partOf(name, fits[name], weight, points, names);
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

/** One part as it is shown and kept. */
export function partOf(name: PartName, said: Fit, weight: number, points: number, names: Names): Part {
  const { value, code, facts } = said;
  return {
    name,
    label: PART_LABELS[name],
    value: round(value, 3),
    weight: round(weight, 2),
    points: round(points, 2),
    note: inChinese(said, names),
    code,
    facts,
  };
}

/** 内容相关, by how related the texts are. */
export function textFit(related: number): Fit {
  if (related >= 0.7) return fit(related, 'TEXT_CLOSE');
  if (related >= 0.4) return fit(related, 'TEXT_RELATED');
  return fit(related, related >= 0.15 ? 'TEXT_PARTLY' : 'TEXT_FAINTLY');
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** From this value on a part is a reason to look at the pair, unless its note says that something stands in the way. */
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

/** What sentences are made of: a score, or the parts of one that was kept. */
type Spoken = Pick<Score, 'parts'>;

/** The parts that are reasons, the heaviest first; the content leads, by the words that both share where there are any. */
export function reasonParts(score: Spoken, sharedTerms: readonly string[]): PartName[] {
  const text = score.parts.find((part) => part.name === 'TEXT');
  const related = sharedTerms.length > 0 || (text !== undefined && text.value >= 0.4);
  return [
    ...(related ? (['TEXT'] as const) : []),
    ...spoken(score, (part) => part.value >= REASON && !isObstacle(part)),
  ];
}

/** The parts that may stand in the way, the heaviest first. */
export const cautionParts = (score: Spoken): PartName[] =>
  spoken(score, (part) => part.value <= CAUTION || isObstacle(part));

/** How many of the shared words a sentence names. */
const NAMED_TERMS = 4;

/** A sentence for each of the {@link reasonParts}. */
export const reasonsOf = (score: Spoken, sharedTerms: readonly string[]): string[] =>
  reasonParts(score, sharedTerms).map((name) =>
    name === 'TEXT' && sharedTerms.length > 0
      ? `都涉及${sharedTerms.slice(0, NAMED_TERMS).join('、')}`
      : noteOn(score, name),
  );

/** A sentence for each of the {@link cautionParts}. */
export const cautionsOf = (score: Spoken): string[] => cautionParts(score).map((name) => noteOn(score, name));

const spoken = (score: Spoken, holds: (part: Part) => boolean): PartName[] =>
  score.parts.filter((part) => SPOKEN.includes(part.name) && holds(part)).map(({ name }) => name);

const noteOn = (score: Spoken, name: PartName): string =>
  score.parts.find((part) => part.name === name)?.note ?? '';
