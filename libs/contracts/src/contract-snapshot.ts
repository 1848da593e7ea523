import type { ContractSnapshot, ExpertReviewed } from '@jihui/events';
import { legalDayOf } from '@jihui/kernel';
import type { Contract, Expert } from './core/contract.js';
import { isStanding } from './core/lifecycle.js';
import type { Proceeding } from './core/proceedings/proceeding.js';

const told = (contract: Contract): string | null => {
  const reasons = [...contract.deficiencies.map(({ message }) => message), contract.decisionOpinion];
  const text = reasons.filter((reason) => reason !== null && reason !== '').join('；');
  return text === '' ? null : text;
};

/** Neither its papers nor what its examiners think. */
const proceedingSnapshot = (proceeding: Proceeding): NonNullable<ContractSnapshot['proceeding']> => ({
  id: proceeding.id,
  kind: proceeding.kind,
  openedBy: proceeding.openedBy,
  organisationId: proceeding.organisationId,
  dueOn: proceeding.dueOn,
  defendUntil: proceeding.defendUntil,
  reason: reasonOf(proceeding),
});

function reasonOf({ decision, deficiencies, reason, state }: Proceeding): string | null {
  if (decision !== null) return decision.opinion;
  if (state === 'RETURNED') return deficiencies.map(({ message }) => message).join('；');
  return reason === '' ? null : reason;
}

/** What other domains are told of a contract: nothing of its text, its findings or its reviewers. */
export const snapshotOf = (contract: Contract, proceeding: Proceeding | null = null): ContractSnapshot => ({
  id: contract.id,
  version: contract.version,
  dealId: contract.dealId,
  resultId: contract.resultId,
  needId: contract.needId,
  state: contract.state,
  title: contract.form.title,
  subclass: contract.form.subclass,
  acceptanceNumber: contract.acceptanceNumber,
  registrationNumber: contract.registrationNumber,
  registeredOn: contract.registeredOn,
  dueOn: contract.dueOn,
  registryDivision: contract.registry?.divisionCode ?? '',
  applicantOrganisationId: contract.applicantOrganisationId,
  applicantPersonId: contract.applicantPersonId,
  sellerName: contract.form.sellers[0]?.name ?? '',
  buyerNames: contract.form.buyers.map(({ name }) => name),
  sellerOrganisationId: contract.form.sellers[0]?.organisationId ?? null,
  buyerOrganisationIds: contract.form.buyers.flatMap(({ organisationId }) => organisationId ?? []),
  confirmedPartyIds: contract.submittedAt === null ? [] : contract.confirmedPartyIds,
  brokerNames: contract.form.brokers.map(({ name }) => name),
  signedOn: contract.form.signedOn,
  totalAmount: contract.form.money.total ?? 0,
  technicalAmount: contract.form.money.technical ?? 0,
  returnReason: told(contract),
  correctionDueOn: contract.correctionDueOn,
  standing: isStanding(contract.state),
  proceeding: proceeding && proceedingSnapshot(proceeding),
});

/** What others are told of an opinion signed with an account; nothing of one that came on paper. */
export function reviewOf({ registry }: Pick<Contract, 'registry'>, seat: Expert): ExpertReviewed | null {
  const { id, version, personId, signedAt, recusal } = seat;
  if (personId === null || signedAt === null || recusal !== null) return null;
  const organiser = registry?.name ?? '';
  return { id, version, kind: 'CONTRACT', personId, organiser, on: legalDayOf(new Date(signedAt)) };
}
