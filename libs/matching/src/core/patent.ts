import type { LegalDay } from '@jihui/kernel';
import type { NeedFacts } from './listing.js';
import type { Names } from './notes.js';
import { fit, type Fit } from './parts.js';
import { partOf, relatedness, textFit, type Score } from './score.js';

export interface PatentPairIds {
  readonly needId: string;
  readonly patentId: string;
}
export const patentPairKey = ({ needId, patentId }: PatentPairIds): string => `${needId}:${patentId}`;

/** What matching knows of a patent besides its text. */
export interface PatentFacts {
  readonly id: string;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  /** 法律状态 of the register, e.g. GRANTED. */
  readonly state: string;
  /** Last day of the term. */
  readonly expiresOn: LegalDay;
  /** Published, of an owner that stands: what is not is its holder's secret, or out of the market. */
  readonly listed: boolean;
  /** 开放许可 (专利法第50条): the last day on which anybody may take a licence; null where there is none. */
  readonly openLicenceUntil: LegalDay | null;
  /** 独占或排他许可: the last day on which somebody else holds one; null where nobody does. */
  readonly exclusiveUntil: LegalDay | null;
  /** 质押登记 that was not released: neither transfer nor licence without the pledgee (民法典第444条). */
  readonly pledged: boolean;
}

export type PatentExclusionCode =
  'NOT_IN_FORCE' | 'PLEDGED' | 'EXCLUSIVELY_LICENSED' | 'OFFLINE' | 'OWN_ORGANISATION';

export interface PatentExclusion {
  readonly code: PatentExclusionCode;
  readonly message: string;
}

const MESSAGES: Readonly<Record<PatentExclusionCode, string>> = {
  NOT_IN_FORCE: '专利已届满、终止或未获授权，任何人都可以自由实施，无需许可',
  PLEDGED: '专利已质押，未经质权人同意不能转让或许可',
  EXCLUSIVELY_LICENSED: '专利已独占或排他许可给他人',
  OFFLINE: '需求未上线、已下架，或所属单位已停用',
  OWN_ORGANISATION: '专利与需求属于同一单位',
};

/** States in which a patent protects something, or may come to. */
const LIVING: readonly string[] = ['PUBLISHED', 'EXAMINATION', 'GRANTED'];

export const isInForce = ({ state, expiresOn }: PatentFacts, today: LegalDay): boolean =>
  LIVING.includes(state) && expiresOn >= today;
export const isOpenToAll = ({ openLicenceUntil }: PatentFacts, today: LegalDay): boolean =>
  openLicenceUntil !== null && openLicenceUntil >= today;
const isTaken = ({ exclusiveUntil }: PatentFacts, today: LegalDay): boolean =>
  exclusiveUntil !== null && exclusiveUntil >= today;

/** Every hard filter that keeps the patent from being recommended for the need. */
export function patentExclusions(need: NeedFacts, patent: PatentFacts, today: LegalDay): PatentExclusion[] {
  const codes: [PatentExclusionCode, boolean][] = [
    ['NOT_IN_FORCE', !isInForce(patent, today)],
    ['PLEDGED', patent.pledged],
    ['EXCLUSIVELY_LICENSED', isTaken(patent, today)],
    ['OFFLINE', !need.online],
    ['OWN_ORGANISATION', need.ownerId === patent.ownerId],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, message: MESSAGES[code] }));
}

/** What the viewer may know of the exclusions: that both are one owner's would say who an anonymous need's owner is. */
export const shownPatentExclusions = (
  exclusions: readonly PatentExclusion[],
  need: NeedFacts,
  knowsOwner: boolean,
): readonly PatentExclusion[] =>
  need.anonymous && !knowsOwner ? exclusions.filter(({ code }) => code !== 'OWN_ORGANISATION') : exclusions;

/** A patent has no price and no readiness: the content, the field and what can be done with the right. */
const PATENT_PARTS = ['TEXT', 'FIELD', 'RIGHTS', 'COOPERATION', 'PLACE'] as const;
type PatentPart = (typeof PATENT_PARTS)[number];
const PATENT_WEIGHTS: Readonly<Record<PatentPart, number>> = {
  TEXT: 50,
  FIELD: 20,
  RIGHTS: 15,
  COOPERATION: 10,
  PLACE: 5,
};

/** Names the way of scoring patents, so that a score says how it came about. */
export const patentModelVersion = (vectors: number | null): string =>
  `patent-1${vectors === null ? '' : ` vectors-${vectors}`} ${PATENT_PARTS.map((name) => PATENT_WEIGHTS[name]).join('.')}`;

/** The score of a patent for a need, with its parts: what fits besides the content counts as far as the content does. */
export function scorePatent(
  need: NeedFacts,
  patent: PatentFacts,
  ratio: number,
  names: Names,
  today: LegalDay,
): Score {
  const related = relatedness(ratio);
  const fits: Readonly<Record<PatentPart, Fit>> = {
    TEXT: textFit(related),
    FIELD: fieldOf(need, patent),
    RIGHTS: rightsOf(patent, today),
    COOPERATION: cooperationOf(need, patent, today),
    PLACE: placeOf(need, patent),
  };
  const exactOf = (name: PatentPart): number =>
    PATENT_WEIGHTS[name] * fits[name].value * (name === 'TEXT' ? 1 : related);
  const parts = PATENT_PARTS.map((name) =>
    partOf(name, fits[name], PATENT_WEIGHTS[name], exactOf(name), names),
  );
  const exact = PATENT_PARTS.reduce((sum, name) => sum + exactOf(name), 0);
  return { total: Math.round(exact), exact, parts };
}

/** What a side did not say counts half: neither a merit nor a fault. */
const UNKNOWN = 0.5;

function fieldOf({ cluster, techField }: NeedFacts, patent: PatentFacts): Fit {
  if (cluster !== null && cluster === patent.cluster) return fit(1, 'SAME_CLUSTER', cluster);
  if (techField !== null && techField === patent.techField) return fit(0.8, 'SAME_FIELD', techField);
  if (techField === null || patent.techField === null) return fit(UNKNOWN, 'FIELD_UNSAID');
  return fit(0.1, 'OTHER_FIELD');
}

function rightsOf(patent: PatentFacts, today: LegalDay): Fit {
  if (isOpenToAll(patent, today)) return fit(1, 'PATENT_OPEN_TO_ALL');
  if (patent.state === 'GRANTED') return fit(0.8, 'PATENT_GRANTED', patent.expiresOn);
  return fit(UNKNOWN, 'PATENT_PENDING');
}

/** Ways of working together in which a patent changes hands or is used. */
const BY_RIGHT: readonly string[] = [
  'TRANSFER',
  'LICENCE_ORDINARY',
  'LICENCE_SOLE',
  'LICENCE_EXCLUSIVE',
  'LICENCE_OPEN',
  'EQUITY',
];
const ORDINARY: readonly string[] = ['LICENCE_ORDINARY', 'LICENCE_OPEN'];

function cooperationOf(need: NeedFacts, patent: PatentFacts, today: LegalDay): Fit {
  if (need.cooperationModes.length === 0) return fit(UNKNOWN, 'COOPERATION_UNSAID');
  const wanted = need.cooperationModes.filter((mode) => BY_RIGHT.includes(mode));
  if (wanted.length === 0) return fit(0.3, 'COOPERATION_TO_AGREE');
  // While an open licence stands nobody is granted an exclusive or sole one (专利法第51条).
  if (isOpenToAll(patent, today) && !wanted.some((mode) => ORDINARY.includes(mode)))
    return fit(UNKNOWN, 'COOPERATION_ORDINARY_ALONE');
  return fit(1, 'COOPERATION_BY_RIGHT');
}

function placeOf({ divisionCode: here }: NeedFacts, { divisionCode: there }: PatentFacts): Fit {
  if (here === '' || there === '') return fit(UNKNOWN, 'PLACE_UNSAID');
  if (here === there) return fit(1, 'SAME_DIVISION', here);
  if (here.slice(0, 4) === there.slice(0, 4)) return fit(0.8, 'SAME_CITY');
  return fit(here.slice(0, 2) === there.slice(0, 2) ? 0.5 : 0.3, 'OTHER_CITY');
}
