import { hasRole, isMember, isOfficerFor, organisationsOf } from '@jihui/kernel';
import { organisationIdsOf } from './contract.js';
/** Whether one of the actor's organisations is a party or broker of the contract, or applied for it. */ export const isConflicted = (actor, contract)=>{
    const own = organisationsOf(actor);
    return [
        contract.applicantOrganisationId,
        ...organisationIdsOf(contract.form),
        ...contract.confirmedPartyIds
    ].some((organisationId)=>own.includes(organisationId));
};
const isApplicant = (actor, contract)=>hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER') || actor.kind === 'person' && actor.personId === contract.applicantPersonId && isMember(actor, contract.applicantOrganisationId);
const isConfirmedParty = (actor, contract)=>contract.confirmedPartyIds.some((organisationId)=>hasRole(actor, organisationId, 'TRANSFER_OFFICER'));
/**
 * Text and findings belong to the applicant and to its registry's reviewers. A confirmed buyer reads
 * status, certificate and the text it signed. Other staff of the bureau see status and amounts. Nobody
 * but the applicant sees what was never submitted, and a conflict of interest shuts the reviewer's view.
 * The store's `visibleTo` says the same in SQL.
 */ export function sightOf(actor, contract) {
    if (isApplicant(actor, contract)) return 'APPLICANT';
    if (contract.submittedAt === null) return 'NONE';
    if (isConfirmedParty(actor, contract)) return 'PARTY';
    const division = contract.registry?.divisionCode;
    if (division === undefined || isConflicted(actor, contract)) return 'NONE';
    if (isOfficerFor(actor, division, 'REGISTRAR')) return 'REGISTRY';
    if (isOfficerFor(actor, division, 'OFFICER', 'ORG_ADMIN')) return 'BUREAU';
    return 'NONE';
}
export const seesText = (sight)=>sight === 'APPLICANT' || sight === 'REGISTRY' || sight === 'PARTY';
export const seesFindings = (sight)=>sight === 'APPLICANT' || sight === 'REGISTRY';

//# sourceMappingURL=sight.js.map
