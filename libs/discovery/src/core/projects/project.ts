import type { Fen, LegalDay } from '@jihui/kernel';
import type { Held } from '../relation.js';

export const PROJECT_LEVELS = {
  NATIONAL: '国家级',
  PROVINCIAL: '省级',
  CITY: '市级',
  COUNTY: '县级',
  ENTERPRISE: '横向（企业委托）',
  OTHER: '其他',
} as const;
/** 项目级别: whose programme it is. */
export type ProjectLevel = keyof typeof PROJECT_LEVELS;

export const PROJECT_STATUSES = { RUNNING: '在研', COMPLETED: '已结题', TERMINATED: '已终止' } as const;
export type ProjectStatus = keyof typeof PROJECT_STATUSES;

export const PROJECT_STATES = ['LISTED', 'REMOVED'] as const;
/** Whether the record stands; what becomes of the project itself is its status. */
export type ProjectState = (typeof PROJECT_STATES)[number];

/** What a unit records of a research project that it undertakes. Text that was not filled in is ''. */
export interface ProjectContent {
  /** 项目编号, as the programme gave it. */
  readonly number: string;
  readonly title: string;
  /** 计划类别, e.g. 国家重点研发计划. */
  readonly programme: string;
  readonly level: ProjectLevel;
  readonly status: ProjectStatus;
  /** 项目负责人. */
  readonly leader: string;
  /** 主要参加人员. */
  readonly members: readonly string[];
  readonly startedOn: LegalDay;
  /** 结束日期: planned while it runs; null where none is known. */
  readonly endedOn: LegalDay | null;
  /** 总经费. */
  readonly funding: Fen | null;
  readonly summary: string;
  /** Whether everybody may read it; otherwise the unit's members and the bureau in charge. */
  readonly open: boolean;
}

/** 科研项目: kept by the unit that undertakes it, and an output of its people who are named in it. */
export interface Project extends Held {
  readonly id: string;
  readonly version: number;
  readonly state: ProjectState;
  readonly content: ProjectContent;
  /** The person's id, or `system:<name>`. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** By whose names it is an output of somebody. */
export const peopleOf = ({ leader, members }: Pick<ProjectContent, 'leader' | 'members'>): string[] => [
  ...new Set([leader, ...members].filter((name) => name !== '')),
];
