import {
  act,
  allow,
  defineLifecycle,
  deny,
  isPlatformAdmin,
  say,
  Violations,
  type Check,
  type Rule,
} from '@jihui/kernel';
import { IdentityViolations } from '../errors.js';
import { platformKeepsAdmin } from '../platform-admins.js';
import type { PersonCase, PersonState } from './person.js';

export type PersonAction = 'edit' | 'suspend' | 'reinstate' | 'resetSecondFactor' | 'erase';

export const personLifecycle = defineLifecycle<PersonState, PersonAction>({
  name: 'person',
  initial: 'ACTIVE',
  table: {
    ACTIVE: { edit: 'ACTIVE', resetSecondFactor: 'ACTIVE', suspend: 'SUSPENDED', erase: 'ERASED' },
    SUSPENDED: { reinstate: 'ACTIVE' },
    ERASED: {},
  },
});

const self: Check<PersonCase> = (actor, { person }) =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.personId === person.id)
    ? allow
    : deny('只能由本人办理');

const administrator: Check<PersonCase> = (actor, { person }) => {
  if (actor.kind === 'system') return allow;
  if (!isPlatformAdmin(actor)) return deny('只有平台管理员可以停用或恢复账号');
  return actor.kind === 'person' && actor.personId === person.id ? deny('不能停用自己的账号') : allow;
};

const resets: Check<PersonCase> = (actor, { person }) => {
  if (actor.kind === 'system') return allow;
  if (!isPlatformAdmin(actor)) return deny('只有平台管理员可以重置两步验证');
  return actor.kind === 'person' && actor.personId === person.id
    ? deny('不能重置自己的两步验证，请用恢复码登录后关闭再启用，或由另一位平台管理员重置')
    : allow;
};

/** 个人信息保护法 art 47 lets a person go; an organisation must not be left without administrator by it. */
const leavesNoOrganisationAlone: Rule<PersonCase> = ({ soleAdminOf }) =>
  soleAdminOf.reduce(
    (violations, name) =>
      violations.add('', IdentityViolations.LAST_ADMIN, say`您是“${name}”唯一的管理员，请先指定另一位管理员`),
    new Violations(),
  ).found;

const leavesPlatformAdministered: Rule<PersonCase> = ({ person, platformAdmins }) =>
  platformKeepsAdmin(platformAdmins, ({ personId }) => personId === person.id);

const hasSecondFactor: Rule<PersonCase> = ({ hasFactor }) =>
  new Violations().when(!hasFactor, '', IdentityViolations.NO_SECOND_FACTOR, '该账号没有启用两步验证').found;

/** Decides on every act on an account. */
export const people = act({
  lifecycle: personLifecycle,
  stateOf: ({ person }: PersonCase) => person.state,
  rules: {
    edit: [],
    suspend: [leavesPlatformAdministered],
    reinstate: [],
    resetSecondFactor: [hasSecondFactor],
    erase: [leavesNoOrganisationAlone, leavesPlatformAdministered],
  },
  policy: {
    edit: self,
    erase: self,
    suspend: administrator,
    reinstate: administrator,
    resetSecondFactor: resets,
  },
});
