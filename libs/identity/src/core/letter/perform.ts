import {
  act,
  addYears,
  allow,
  defineLifecycle,
  deny,
  legalDayOf,
  say,
  Violations,
  type Check,
  type Rule,
} from '@jihui/kernel';
import { IdentityViolations } from '../errors.js';
import { administers } from '../organisation/policy.js';
import type { LetterCase, LetterState } from './letter.js';

export type LetterAction = 'issue' | 'revoke';

export const letterLifecycle = defineLifecycle<LetterState, LetterAction>({
  name: 'authorisation letter',
  initial: 'NONE',
  table: { NONE: { issue: 'ISSUED' }, ISSUED: { revoke: 'REVOKED' }, REVOKED: {} },
});

const admin: Check<LetterCase> = (actor, { adminIds }) =>
  actor.kind === 'system' || administers(actor, adminIds)
    ? allow
    : deny('只有本单位管理员可以登记或撤销授权委托书');

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** [D] A letter without an end nobody remembers; the longest term is three years. */
const LONGEST_YEARS = 3;

const wellFormed: Rule<LetterCase> = ({ letter, personIsMember }, { now }) => {
  const { matters, validFrom, validTo } = letter;
  const days = DAY.test(validFrom) && DAY.test(validTo);
  return new Violations()
    .when(matters.length === 0, 'matters', 'REQUIRED', '请选择委托事项')
    .when(!days, 'validFrom', 'MALFORMED', '请填写有效期')
    .when(days && validTo < validFrom, 'validTo', 'ORDER', '有效期止不能早于有效期起')
    .when(days && validTo < legalDayOf(now), 'validTo', 'PAST', '这份委托书已经过期，请登记有效的委托书')
    .when(
      days && validTo > addYears(validFrom, LONGEST_YEARS),
      'validTo',
      'TOO_LONG',
      say`授权期限最长${LONGEST_YEARS}年`,
    )
    .when(!personIsMember, 'personId', IdentityViolations.NOT_A_MEMBER, '经办人应是本单位在册成员').found;
};

/** Decides on every act on a letter. */
export const letters = act({
  lifecycle: letterLifecycle,
  stateOf: ({ letter }: LetterCase) => letter.state,
  rules: { issue: [wellFormed], revoke: [] },
  policy: { issue: admin, revoke: admin },
});
