import { hasRole, isMember, isOfficerFor, organisationsOf, type Actor } from '@jihui/kernel';
import { organisationIdsOf, type Contract } from './contract.js';
import { EDITABLE } from './lifecycle.js';

/** What the actor is to the contract, and so what is shown (reference A7). */
export type Sight = 'APPLICANT' | 'REGISTRY' | 'PARTY' | 'BUREAU' | 'NONE';

/** Whether one of the actor's organisations is a party or broker of the contract, or applied for it. */
export const isConflicted = (actor: Actor, contract: Contract): boolean => {
  const own = organisationsOf(actor);
  return [
    contract.applicantOrganisationId,
    ...organisationIdsOf(contract.form),
    ...contract.confirmedPartyIds,
  ].some((organisationId) => own.includes(organisationId));
};

const isApplicant = (actor: Actor, contract: Contract): boolean =>
  hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER') ||
  (actor.kind === 'person' &&
    actor.personId === contract.applicantPersonId &&
    isMember(actor, contract.applicantOrganisationId));

/** 窗口代办的经办人: writes for the seller while it is written, until the seller takes it over. */
export const isClerk = (actor: Actor, contract: Contract): boolean =>
  actor.kind === 'person' &&
  contract.counterIntake?.clerkId === actor.personId &&
  contract.counterIntake.takenOverAt === null &&
  EDITABLE.includes(contract.state) &&
  isOfficerFor(actor, contract.registry?.divisionCode ?? '', 'REGISTRAR') &&
  !isConflicted(actor, contract);

const isConfirmedParty = (actor: Actor, contract: Contract): boolean =>
  contract.confirmedPartyIds.some((organisationId) => hasRole(actor, organisationId, 'TRANSFER_OFFICER'));

/**
 * Text and findings belong to the applicant and to its registry's reviewers. A confirmed buyer reads
 * status, certificate and the text it signed. Other staff of the bureau see status and amounts. Nobody
 * but the applicant sees what was never submitted, and a conflict of interest shuts the reviewer's view.
 * The store's `visibleTo` says the same in SQL.
 */
export function sightOf(actor: Actor, contract: Contract): Sight {
  if (isApplicant(actor, contract) || isClerk(actor, contract)) return 'APPLICANT';
  if (contract.submittedAt === null) return 'NONE';
  if (isConfirmedParty(actor, contract)) return 'PARTY';
  const division = contract.registry?.divisionCode;
  if (division === undefined || isConflicted(actor, contract)) return 'NONE';
  if (isOfficerFor(actor, division, 'REGISTRAR')) return 'REGISTRY';
  if (isOfficerFor(actor, division, 'OFFICER', 'ORG_ADMIN')) return 'BUREAU';
  return 'NONE';
}

export const seesText = (sight: Sight): boolean =>
  sight === 'APPLICANT' || sight === 'REGISTRY' || sight === 'PARTY';
export const seesFindings = (sight: Sight): boolean => sight === 'APPLICANT' || sight === 'REGISTRY';
