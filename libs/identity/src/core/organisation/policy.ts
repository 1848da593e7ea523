import {
  allow,
  deny,
  isOfficerFor,
  isPlatformAdmin,
  scopesOf,
  covers,
  type Actor,
  type Check,
} from '@jihui/kernel';
import { IdentityCodes } from '../errors.js';
import type { OrganisationAction } from './lifecycle.js';
import type { Organisation, OrganisationCase } from './organisation.js';

/** Whether the person administers the organisation, whatever its state. */
export const administers = (actor: Actor, adminIds: readonly string[]): boolean =>
  actor.kind === 'person' && adminIds.includes(actor.personId);

/**
 * Whether the actor is of the bureau that is responsible. A county bureau is the city's to review,
 * and a city bureau the platform administrators': an approved bureau approves others.
 */
export function isReviewer(
  actor: Actor,
  { organisation }: { readonly organisation: Pick<Organisation, 'kind' | 'scopeCode'> },
): boolean {
  if (actor.kind === 'system') return true;
  if (organisation.kind === 'BUREAU_CITY') return isPlatformAdmin(actor);
  if (organisation.kind === 'BUREAU_COUNTY')
    return scopesOf(actor, 'OFFICER').some(
      (scope) => scope.endsWith('00') && covers(scope, organisation.scopeCode),
    );
  return isOfficerFor(actor, organisation.scopeCode, 'OFFICER');
}

const own: Check<OrganisationCase> = (actor, { adminIds }) =>
  actor.kind === 'system' || administers(actor, adminIds) ? allow : deny('只有本单位管理员可以修改单位资料');

const bureau: Check<OrganisationCase> = (actor, organisation) =>
  isReviewer(actor, organisation) ? allow : deny('只有负责该区划的科技主管部门可以办理');

/** Nobody decides on the organisation that one belongs to. */
const uninvolvedBureau: Check<OrganisationCase> = (actor, subject) => {
  const verdict = bureau(actor, subject);
  return verdict.allowed && subject.actorIsMember
    ? deny('您是该单位的成员，请由其他经办人审核', IdentityCodes.REVIEWER_INVOLVED)
    : verdict;
};

export const organisationPolicy: { readonly [action in OrganisationAction]: Check<OrganisationCase> } = {
  edit: own,
  resubmit: own,
  correct: bureau,
  approve: uninvolvedBureau,
  reject: uninvolvedBureau,
  suspend: uninvolvedBureau,
  reinstate: uninvolvedBureau,
};
