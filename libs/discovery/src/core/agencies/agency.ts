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
import type { Support } from './support.js';

/** Which reasons each act on an agency's entry may give. */
export const AGENCY_REASONS_OF = {
  return: ['INCOMPLETE', 'INFORMATION_WRONG', 'NOT_QUALIFIED', 'OTHER'],
  suspend: ['OWN_REQUEST', 'INACTIVE', 'INTEGRITY_CHECK', 'COMPLAINT', 'OTHER'],
  exit: ['OWN_REQUEST', 'CLOSED', 'OTHER'],
  remove: ['VIOLATION', 'CLOSED', 'INACTIVE', 'COMPLAINT', 'OTHER'],
  withdrawDesignation: ['NOT_QUALIFIED', 'OWN_REQUEST', 'INACTIVE', 'COMPLAINT', 'VIOLATION', 'OTHER'],
} as const satisfies ReasonsOf<'return' | 'suspend' | 'exit' | 'remove' | 'withdrawDesignation'>;

export const AGENCY_REASONS: Reasons<keyof typeof AGENCY_REASONS_OF, RegisterReason> = {
  names: REGISTER_REASONS,
  of: AGENCY_REASONS_OF,
  code: RegisterCodes.REASON,
};

/** What an agency says of itself (reference H17: filing, services, credential). Text that was not filled in is ''. */
export interface AgencyContent {
  readonly services: readonly Service[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  /** 服务地域: divisions of the city. */
  readonly divisions: readonly string[];
  readonly introduction: string;
  /** 资质与认定, as the agency states them. */
  readonly qualifications: string;
  readonly address: string;
  readonly website: string;
  /** 联系人. */
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
}

export const BLANK_AGENCY: AgencyContent = {
  services: [],
  techFields: [],
  clusters: [],
  divisions: [],
  introduction: '',
  qualifications: '',
  address: '',
  website: '',
  contact: '',
  phone: '',
  email: '',
};

/** 技术转移机构、科技中介服务机构. */
export interface Agency extends Intermediary {
  readonly organisationId: string;
  readonly content: AgencyContent;
  /** 扶持记录, in the order in which they were recorded. */
  readonly supports: readonly Support[];
}

/** An entry before anything is written in it. */
export const newAgency = (given: Pick<Agency, 'id' | 'organisationId' | 'scopeCode'>, now: Date): Agency => ({
  ...newEntry(given.id, given.scopeCode, now),
  ...given,
  content: BLANK_AGENCY,
  designation: null,
  supports: [],
});
