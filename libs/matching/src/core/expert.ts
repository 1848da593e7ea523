import type { NeedFacts } from './listing.js';
import type { Names } from './notes.js';
import { fit, type Fit } from './parts.js';
import { partOf, relatedness, textFit, type Score } from './score.js';
import type { PartName } from './weights.js';

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
}

export type ExpertExclusionCode = 'NOT_IN_BANK' | 'NOT_AVAILABLE' | 'OFFLINE' | 'OWN_EXPERT';

export interface ExpertExclusion {
  readonly code: ExpertExclusionCode;
  readonly message: string;
}

const MESSAGES: Readonly<Record<ExpertExclusionCode, string>> = {
  NOT_IN_BANK: '专家已暂停、退出专家库，或不公开',
  NOT_AVAILABLE: '专家暂不接受邀请',
  OFFLINE: '需求未上线、已下架，或所属单位已停用',
  OWN_EXPERT: '专家就是需求单位的人员',
};

/** Every hard filter that keeps the expert from being recommended for the need. */
export function expertExclusions(need: NeedFacts, expert: ExpertFacts): ExpertExclusion[] {
  const codes: [ExpertExclusionCode, boolean][] = [
    ['NOT_IN_BANK', !expert.listed],
    ['NOT_AVAILABLE', expert.availability === 'CLOSED'],
    ['OFFLINE', !need.online],
    ['OWN_EXPERT', isOwnExpert(need, expert)],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, message: MESSAGES[code] }));
}

/** Whether the expert works for the need's owner: nothing to recommend to that owner. */
export const isOwnExpert = (need: NeedFacts, expert: ExpertFacts): boolean =>
  expert.organisationIds.includes(need.ownerId);

/** What a person is looked for by: the content first, then the field; D2 weighs listings and says nothing of people. */
const EXPERT_WEIGHTS = {
  TEXT: 50,
  FIELD: 25,
  TIME: 10,
  COOPERATION: 10,
  PLACE: 5,
} as const satisfies Partial<Record<PartName, number>>;
type ExpertPart = keyof typeof EXPERT_WEIGHTS;
const EXPERT_PARTS = [
  'TEXT',
  'FIELD',
  'TIME',
  'COOPERATION',
  'PLACE',
] as const satisfies readonly ExpertPart[];

/** Names the way of scoring people, so that a stored score says how it came about. */
export const expertModelVersion = (vectors: number | null): string =>
  `expert-1${vectors === null ? '' : ` vectors-${vectors}`} ${EXPERT_PARTS.map((name) => EXPERT_WEIGHTS[name]).join('.')}`;

/** The score of an expert for a need, with its parts: what fits besides the content counts as far as the content does. */
export function scoreExpert(need: NeedFacts, expert: ExpertFacts, ratio: number, names: Names): Score {
  const related = relatedness(ratio);
  const fits: Readonly<Record<ExpertPart, Fit>> = {
    TEXT: textFit(related),
    FIELD: fieldOf(need, expert),
    TIME: timeOf(expert),
    COOPERATION: cooperationOf(need, expert),
    PLACE: placeOf(need, expert),
  };
  const exactOf = (name: ExpertPart): number =>
    EXPERT_WEIGHTS[name] * fits[name].value * (name === 'TEXT' ? 1 : related);
  const parts = EXPERT_PARTS.map((name) =>
    partOf(name, fits[name], EXPERT_WEIGHTS[name], exactOf(name), names),
  );
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
