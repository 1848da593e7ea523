import { BLANK_CONTENT, DEFAULT_PRIVACY, type Expert } from './expert.js';

/** A profile before anything is written in it. */
export const newExpert = (given: Pick<Expert, 'id' | 'personId' | 'scopeCode'>, now: Date): Expert => ({
  ...given,
  version: 1,
  organisationId: null,
  state: 'DRAFT',
  stateReason: null,
  stateNote: '',
  barredUntil: null,
  visibility: 'PUBLIC',
  privacy: DEFAULT_PRIVACY,
  content: BLANK_CONTENT,
  relations: [],
  relationsDeclaredAt: null,
  consentedBy: null,
  admittedAt: null,
  stateSince: now,
  createdAt: now,
  updatedAt: now,
});
