import type { LegalDay } from '@jihui/kernel';
import { RegisterCodes } from '../errors.js';
import type { Reasons } from '../reasons.js';
import {
  newEntry,
  REGISTER_REASONS,
  type Intermediary,
  type ReasonsOf,
  type RegisterReason,
  type Service,
} from '../register/register.js';

import type { Level, Records } from './records.js';

/** Which reasons each act on a broker's entry may give. */
export const BROKER_REASONS_OF = {
  decline: ['NOT_OUR_STAFF', 'AGENCY_DISAGREES', 'INFORMATION_WRONG', 'OTHER'],
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'LEFT_AGENCY', 'INACTIVE', 'INTEGRITY_CHECK', 'COMPLAINT', 'OTHER'],
  exit: ['OWN_REQUEST', 'LEFT_AGENCY', 'OTHER'],
  remove: ['VIOLATION', 'LEFT_AGENCY', 'INACTIVE', 'COMPLAINT', 'OTHER'],
  withdrawDesignation: ['NOT_QUALIFIED', 'OWN_REQUEST', 'INACTIVE', 'COMPLAINT', 'VIOLATION', 'OTHER'],
} as const satisfies ReasonsOf<'decline' | 'return' | 'suspend' | 'exit' | 'remove' | 'withdrawDesignation'>;

export const BROKER_REASONS: Reasons<keyof typeof BROKER_REASONS_OF, RegisterReason> = {
  names: REGISTER_REASONS,
  of: BROKER_REASONS_OF,
  code: RegisterCodes.REASON,
};

/** What a broker says of oneself. Text that was not filled in is ''. */
export interface BrokerContent {
  /** 职务. */
  readonly position: string;
  /** 兼职: a researcher, a retiree; with the unit's consent (reference H18). */
  readonly partTime: boolean;
  readonly services: readonly Service[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  /** 服务地域: divisions of the city. */
  readonly divisions: readonly string[];
  readonly introduction: string;
  readonly phone: string;
  readonly email: string;
}

export const BLANK_BROKER: BrokerContent = {
  position: '',
  partTime: false,
  services: [],
  techFields: [],
  clusters: [],
  divisions: [],
  introduction: '',
  phone: '',
  email: '',
};

/** 技术经纪人、技术经理人. */
export interface Broker extends Intermediary, Records {
  readonly personId: string;
  /** 所在机构. */
  readonly organisationId: string;
  readonly content: BrokerContent;
  /** Who confirmed for the agency. */
  readonly confirmedBy: string | null;
  /** The highest level whose certificate is confirmed and held when it was last looked at. */
  readonly level: Level | null;
  /** Last day of that; null where it has no term. */
  readonly levelUntil: LegalDay | null;
}

/** An entry before anything is written in it. */
export const newBroker = (
  given: Pick<Broker, 'id' | 'personId' | 'organisationId' | 'scopeCode'>,
  now: Date,
): Broker => ({
  ...newEntry(given.id, given.scopeCode, now),
  ...given,
  content: BLANK_BROKER,
  confirmedBy: null,
  credentials: [],
  trainings: [],
  level: null,
  levelUntil: null,
  designation: null,
});
