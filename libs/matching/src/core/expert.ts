import type { NeedFacts } from './listing.js';
import type { Names } from './notes.js';
import { fit, type Fit } from './parts.js';
import { partOf, relatedness, textFit, type Score } from './score.js';

export interface ExpertPairIds {
  readonly needId: string;
  readonly expertId: string;
}
export const expertPairKey = ({ needId, expertId }: ExpertPairIds): string => `${needId}:${expertId}`;

/** What matching knows of an expert besides the texts. */
export interface ExpertFacts {
  readonly id: string;
  /** Where the person works now. */
  readonly organisationIds: readonly string[];
  /** Division of the bureau in charge. */
  readonly divisionCode: string;
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  /** 柔性合作方式. */
  readonly modes: readonly string[];
  /** 可用时间: OPEN, LIMITED or CLOSED. */
  readonly availability: string;
  /** In the bank, known to whoever signed in, of an account that stands. */
  readonly listed: boolean;
  /** 在库状态, and who may know of the expert at all: why somebody is not listed. */
  readonly state: string;
  readonly visibility: string;
  /** Organisations with which the expert declared a relation that holds (回避关系, reference B7). */
  readonly recusedFrom: readonly string[];
}

export const EXPERT_EXCLUSION_CODES = [
  'SUSPENDED',
  'NOT_IN_BANK',
  'HIDDEN',
  'NOT_AVAILABLE',
  'OFFLINE',
  'OWN_EXPERT',
  'RECUSED',
  'DECLINED',
] as const;
export type ExpertExclusionCode = (typeof EXPERT_EXCLUSION_CODES)[number];

export interface ExpertExclusion {
  readonly code: ExpertExclusionCode;
  readonly message: string;
}

const MESSAGES: Readonly<Record<ExpertExclusionCode, string>> = {
  SUSPENDED: '专家的入库资格已暂停',
  NOT_IN_BANK: '专家尚未入库、已退出专家库，或账户已停用',
  HIDDEN: '专家只对科技部门公开，不参加推荐',
  NOT_AVAILABLE: '专家暂不接受邀请',
  OFFLINE: '需求未上线、已下架，或所属单位已停用',
  OWN_EXPERT: '专家就是需求单位的人员',
  RECUSED: '专家与需求单位有登记的回避关系',
  DECLINED: '专家本人表示不适合该需求',
};

/**
 * Every hard filter that keeps the expert from being recommended for the need.
 * @param declined whether the expert said of this need that it is none for them (不是我)
 */
export function expertExclusions(need: NeedFacts, expert: ExpertFacts, declined = false): ExpertExclusion[] {
  const { state, visibility, listed } = expert;
  const inBank = state === 'ACTIVE';
  const hidden = inBank && visibility === 'OFFICERS';
  const codes: [ExpertExclusionCode, boolean][] = [
    ['SUSPENDED', state === 'SUSPENDED'],
    ['NOT_IN_BANK', !listed && !hidden && state !== 'SUSPENDED'],
    ['HIDDEN', hidden],
    ['NOT_AVAILABLE', expert.availability === 'CLOSED'],
    ['OFFLINE', !need.online],
    ['OWN_EXPERT', isOwnExpert(need, expert)],
    ['RECUSED', expert.recusedFrom.includes(need.ownerId)],
    ['DECLINED', declined],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, message: MESSAGES[code] }));
}

/** Whether the expert works for the need's owner: nothing to recommend to that owner. */
export const isOwnExpert = (need: NeedFacts, expert: ExpertFacts): boolean =>
  expert.organisationIds.includes(need.ownerId);

/** Bound to the need's owner, as one of its people or by a relation: nobody is told of such a pair. */
export const isBoundExpert = (need: NeedFacts, expert: ExpertFacts): boolean =>
  isOwnExpert(need, expert) || expert.recusedFrom.includes(need.ownerId);

/** What would say who the owner of an anonymous need is. */
const NAMES_OWNER: readonly ExpertExclusionCode[] = ['OWN_EXPERT', 'RECUSED'];

/** What the viewer may know of the exclusions, and all by which a list of an anonymous need may be shortened for them. */
export const shownExpertExclusions = (
  exclusions: readonly ExpertExclusion[],
  need: NeedFacts,
  knowsOwner: boolean,
): readonly ExpertExclusion[] =>
  need.anonymous && !knowsOwner ? exclusions.filter(({ code }) => !NAMES_OWNER.includes(code)) : exclusions;

/** What a person is looked for by: the content first, then the field; D2 weighs listings and says nothing of people. */
export const EXPERT_PARTS = ['TEXT', 'FIELD', 'TIME', 'COOPERATION', 'PLACE'] as const;
export type ExpertPart = (typeof EXPERT_PARTS)[number];
export type ExpertWeights = Readonly<Record<ExpertPart, number>>;
export const EXPERT_WEIGHTS: ExpertWeights = { TEXT: 50, FIELD: 25, TIME: 10, COOPERATION: 10, PLACE: 5 };

/** Names the way of scoring people, so that a stored score says how it came about. */
export const expertModelVersion = (
  vectors: number | null,
  embeddedBy: string | null = null,
  weights: ExpertWeights = EXPERT_WEIGHTS,
): string =>
  [
    'expert-3',
    ...(vectors === null ? [] : [`vectors-${vectors}`]),
    ...(embeddedBy === null ? [] : [`embeddings:${embeddedBy}`]),
    EXPERT_PARTS.map((name) => weights[name]).join('.'),
  ].join(' ');

/** The score of an expert for a need, with its parts: what fits besides the content counts as far as the content does. */
export function scoreExpert(
  need: NeedFacts,
  expert: ExpertFacts,
  ratio: number,
  names: Names,
  weights: ExpertWeights = EXPERT_WEIGHTS,
): Score {
  const related = relatedness(ratio);
  const sum = EXPERT_PARTS.reduce((total, name) => total + weights[name], 0);
  const shareOf = (name: ExpertPart): number => (weights[name] * 100) / sum;
  const fits: Readonly<Record<ExpertPart, Fit>> = {
    TEXT: textFit(related),
    FIELD: fieldOf(need, expert),
    TIME: timeOf(expert),
    COOPERATION: cooperationOf(need, expert),
    PLACE: placeOf(need, expert),
  };
  const exactOf = (name: ExpertPart): number =>
    shareOf(name) * fits[name].value * (name === 'TEXT' ? 1 : related);
  const parts = EXPERT_PARTS.map((name) => partOf(name, fits[name], shareOf(name), exactOf(name), names));
  const exact = EXPERT_PARTS.reduce((sum, name) => sum + exactOf(name), 0);
  return { total: Math.round(exact), exact, parts };
}

/** What a side did not say counts half: neither a merit nor a fault. */
const UNKNOWN = 0.5;

function fieldOf({ cluster, techField }: NeedFacts, expert: ExpertFacts): Fit {
  if (cluster !== null && expert.clusters.includes(cluster)) return fit(1, 'SERVES_CLUSTER', cluster);
  if (techField !== null && expert.techFields.includes(techField)) return fit(0.8, 'SAME_FIELD', techField);
  if (techField === null || expert.techFields.length === 0) return fit(UNKNOWN, 'FIELD_UNSAID');
  return fit(0.1, 'OTHER_FIELD');
}

function timeOf({ availability }: ExpertFacts): Fit {
  if (availability === 'OPEN') return fit(1, 'TAKES_INVITATIONS');
  if (availability === 'LIMITED') return fit(0.6, 'LITTLE_TIME');
  return fit(0, 'NO_INVITATIONS');
}

/** Ways of working together that a need asks for, with the ways in which people come. */
const COMING: Readonly<Record<string, readonly string[]>> = {
  CONSULTING: ['ONLINE', 'WEEKEND', 'MIGRATORY'],
  SERVICE: ['PROJECT', 'WEEKEND', 'MIGRATORY', 'ONLINE'],
  COMMISSIONED_RND: ['PROJECT', 'PART_TIME'],
  JOINT_RND: ['PROJECT', 'PART_TIME'],
  JOINT_LAB: ['PART_TIME', 'MIGRATORY', 'FULL_TIME'],
  TALENT: ['FULL_TIME', 'PART_TIME', 'MIGRATORY'],
};

function cooperationOf(need: NeedFacts, expert: ExpertFacts): Fit {
  const wanted = need.cooperationModes.flatMap((mode) => COMING[mode] ?? []);
  if (wanted.length === 0 || expert.modes.length === 0) return fit(UNKNOWN, 'COOPERATION_UNSAID');
  return wanted.some((mode) => expert.modes.includes(mode))
    ? fit(1, 'COOPERATION_TAKEN')
    : fit(0.3, 'COOPERATION_TO_AGREE');
}

function placeOf({ divisionCode: here }: NeedFacts, { divisionCode: there }: ExpertFacts): Fit {
  if (here === '' || there === '') return fit(UNKNOWN, 'PLACE_UNSAID');
  if (here === there) return fit(1, 'SAME_DIVISION', here);
  if (here.slice(0, 4) === there.slice(0, 4)) return fit(0.8, 'SAME_CITY');
  return fit(here.slice(0, 2) === there.slice(0, 2) ? 0.5 : 0.3, 'OTHER_CITY');
}
