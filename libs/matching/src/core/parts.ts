import { daysBetween, type LegalDay } from '@jihui/kernel';
import { hasLapsed, type NeedFacts, type ResultFacts, type Verdicts } from './listing.js';
import { isKnownMode, type Note, type NoteCode } from './notes.js';

/** How far one aspect of the pair fits: 0–1, and why. */
export interface Fit extends Note {
  readonly value: number;
}

export const fit = (value: number, code: NoteCode, ...facts: readonly (string | number)[]): Fit => ({
  value,
  code,
  facts: facts.map(String),
});

/** What a side did not say counts half: neither a merit nor a fault. */
const UNKNOWN = 0.5;

/** 集群/领域: one cluster is best, one technical field nearly so. */
export function fieldFit(need: NeedFacts, result: ResultFacts): Fit {
  const clusters = both(need.cluster, result.cluster);
  if (clusters?.same === true) return fit(1, 'SAME_CLUSTER', clusters.code);
  const fields = both(need.techField, result.techField);
  if (fields?.same === true) return fit(0.8, 'SAME_FIELD', fields.code);
  if (fields !== null) return fit(0.1, 'OTHER_FIELD');
  if (clusters !== null) return fit(0.2, 'OTHER_CLUSTER');
  return fit(UNKNOWN, 'CLUSTER_AND_FIELD_UNSAID');
}

const both = (left: string | null, right: string | null): { same: boolean; code: string } | null =>
  left === null || right === null ? null : { same: left === right, code: left };

/** Ways of cooperating that can stand in for each other. */
const MODE_GROUPS: readonly (readonly string[])[] = [
  ['TRANSFER', 'LICENCE_ORDINARY', 'LICENCE_SOLE', 'LICENCE_EXCLUSIVE', 'LICENCE_OPEN'],
  ['TRANSFER', 'EQUITY'],
  ['COMMISSIONED_RND', 'JOINT_RND', 'JOINT_LAB'],
  ['SERVICE', 'CONSULTING', 'COMMISSIONED_RND'],
  ['TALENT', 'CONSULTING', 'JOINT_LAB'],
];

/** 合作方式: one in common is best, a related one helps. */
export function cooperationFit(need: NeedFacts, result: ResultFacts): Fit {
  const wanted = need.cooperationModes.filter(isKnownMode);
  const offered = result.cooperationModes.filter(isKnownMode);
  if (wanted.length === 0 || offered.length === 0) return fit(UNKNOWN, 'COOPERATION_UNSAID');
  const common = wanted.filter((mode) => offered.includes(mode));
  if (common.length > 0) return fit(1, 'COOPERATION_COMMON', ...common);
  const related = MODE_GROUPS.some(
    (group) => wanted.some((mode) => group.includes(mode)) && offered.some((mode) => group.includes(mode)),
  );
  return related ? fit(0.6, 'COOPERATION_NEAR') : fit(0.1, 'COOPERATION_OTHER');
}

/** Readiness that each type of need can use, lowest and highest level; the others do not depend on it. */
const WANTED_LEVELS: Readonly<Record<string, readonly [low: number, high: number]>> = {
  KEY_TECHNOLOGY: [3, 8],
  PRODUCT: [4, 9],
  PROCESS: [5, 13],
  EQUIPMENT: [7, 13],
  TECHNOLOGY_IMPORT: [7, 13],
  PILOT: [4, 7],
};

/** TRL/阶段: inside the range that the type of need can use, falling with each level outside. */
export function maturityFit({ needType }: NeedFacts, { trl }: ResultFacts): Fit {
  const wanted = needType === null ? undefined : WANTED_LEVELS[needType];
  if (trl === null) return fit(UNKNOWN, 'READINESS_UNSAID');
  if (wanted === undefined) return fit(UNKNOWN, 'READINESS_FREE', trl);
  const [low, high] = wanted;
  if (trl < low) return fit(Math.max(0, 1 - 0.25 * (low - trl)), 'READINESS_BELOW', trl);
  if (trl > high) return fit(Math.max(0.5, 1 - 0.1 * (trl - high)), 'READINESS_ABOVE', trl);
  return fit(1, 'READINESS_FITS', trl);
}

/** 价格区间重叠: full inside the budget, falling to nothing at the ceiling beyond which the pair is excluded. */
export function priceFit(need: NeedFacts, result: ResultFacts, ceilingBasisPoints: number): Fit {
  const { priceMin, priceMode } = result;
  const { budgetMax } = need;
  if (priceMin === null)
    return priceMode === 'NEGOTIABLE' ? fit(0.7, 'PRICE_NEGOTIABLE') : fit(UNKNOWN, 'PRICE_UNSAID');
  if (budgetMax === null) return fit(0.6, 'BUDGET_OPEN', priceMin);
  if (priceMin <= budgetMax) return fit(1, 'PRICE_WITHIN', priceMin, budgetMax);
  const ceiling = (budgetMax * ceilingBasisPoints) / 10_000;
  const value = Math.max(0, (ceiling - priceMin) / Math.max(1, ceiling - budgetMax));
  return fit(Math.min(0.9, value), 'PRICE_ABOVE', priceMin, budgetMax);
}

/** 地域: the same county, city or province. */
export function placeFit({ divisionCode: here }: NeedFacts, { divisionCode: there }: ResultFacts): Fit {
  if (here === '' || there === '') return fit(UNKNOWN, 'PLACE_UNSAID');
  if (here === there) return fit(1, 'SAME_DIVISION', here);
  if (here.slice(0, 4) === there.slice(0, 4)) return fit(0.8, 'SAME_CITY');
  if (here.slice(0, 2) === there.slice(0, 2)) return fit(0.5, 'SAME_PROVINCE');
  return fit(0.3, 'OTHER_PROVINCE');
}

const SOON_DAYS = 365;

/** IP 有效: a granted right in force is best; one that ends within a year is worth less. */
export function rightsFit(result: ResultFacts, today: LegalDay): Fit {
  if (result.rights.length === 0) return fit(0.4, 'RIGHTS_NONE');
  const living = result.rights.filter((right) => !hasLapsed(right, today));
  if (living.length === 0) return fit(0, 'RIGHTS_LAPSED');
  const granted = living.filter((right) => right.status === 'GRANTED');
  if (granted.length === 0) return fit(0.6, 'RIGHTS_APPLIED');
  const ends = granted.map((right) => right.expiresOn).filter((day): day is LegalDay => day !== null);
  const last = ends.length < granted.length ? null : (ends.sort().at(-1) ?? null);
  if (last !== null && daysBetween(today, last) < SOON_DAYS) return fit(0.5, 'RIGHTS_ENDING', last);
  return fit(1, 'RIGHTS_IN_FORCE', granted.length);
}

/** 历史: what people made of earlier recommendations of the listing, drawn towards the middle while they are few. */
export function historyFit({ useful, notUseful }: Verdicts): Fit {
  const total = useful + notUseful;
  if (total === 0) return fit(UNKNOWN, 'HISTORY_NONE');
  return fit((useful + 2) / (total + 4), 'HISTORY_SAID', total, useful);
}

/** Months of work that one level of readiness short of 9 is taken to need. */
const MONTHS_PER_LEVEL = 6;

/** 时间: whether the result can be ready by the day on which the need wants it. */
export function timeFit({ neededBy }: NeedFacts, { trl }: ResultFacts, today: LegalDay): Fit {
  if (neededBy === null) return fit(UNKNOWN, 'TIME_OPEN');
  const days = daysBetween(today, neededBy);
  if (days < 0) return fit(0, 'TIME_PAST', neededBy);
  if (trl === null) return fit(UNKNOWN, 'TIME_UNCERTAIN', neededBy);
  const months = Math.max(0, 9 - trl) * MONTHS_PER_LEVEL;
  if (months === 0) return fit(1, 'TIME_READY', neededBy);
  const value = Math.min(1, days / 30 / months);
  return fit(value, value === 1 ? 'TIME_ENOUGH' : 'TIME_SHORT', neededBy);
}
