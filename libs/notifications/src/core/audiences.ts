import { covers, type Role } from '@jihui/kernel';
import type {
  AgencyFact,
  BanFact,
  BrokerFact,
  CallFact,
  ContractFact,
  ExportFact,
  DealFact,
  ExpertFact,
  InvitationFact,
  PairFact,
  MisconductFact,
  ProjectFact,
  ListingFact,
  MatchFact,
  OrganisationFact,
  PatentFact,
  RatingFact,
  ReviewerFact,
  Person,
  ReportFact,
  RewardFact,
  SearchFact,
} from './facts.js';

/**
 * People described by what they are now, not by what they were when the matter began: whoever left an
 * organisation is no longer told of its affairs.
 */
export type Audience =
  | {
      readonly kind: 'members';
      readonly organisationId: string;
      /** One of the roles, or ORG_ADMIN; any member where none is named. */
      readonly roles: readonly Role[];
      /** Only these persons. */
      readonly persons?: readonly string[];
      /** Also while the organisation is not approved, or suspended. */
      readonly whateverStatus?: boolean;
    }
  | {
      readonly kind: 'officers';
      /** Of bureaus whose scope covers it. */
      readonly divisionCode: string;
      readonly role: Role;
      /** Nobody who is also a member of one of these: a conflict of interest shuts the reviewer's view. */
      readonly without: readonly string[];
    }
  | {
      /** Somebody in their own name. */
      readonly kind: 'person';
      readonly personId: string;
    };

/** Whether the person is one of the audience. */
export function belongsTo(person: Person, audience: Audience): boolean {
  if (!person.active) return false;
  if (audience.kind === 'person') return audience.personId === person.id;
  if (audience.kind === 'officers')
    return (
      person.memberships.some(
        (membership) =>
          membership.bureau &&
          membership.active &&
          membership.organisationActive &&
          membership.roles.includes(audience.role) &&
          covers(membership.divisionCode, audience.divisionCode),
      ) &&
      !person.memberships.some(
        (membership) => membership.active && audience.without.includes(membership.organisationId),
      )
    );
  if (audience.persons !== undefined && !audience.persons.includes(person.id)) return false;
  return person.memberships.some(
    (membership) =>
      membership.organisationId === audience.organisationId &&
      membership.active &&
      (membership.organisationActive || audience.whateverStatus === true) &&
      (audience.roles.length === 0 ||
        membership.roles.some((role) => role === 'ORG_ADMIN' || audience.roles.includes(role))),
  );
}

const transferOfficers = (organisationId: string): Audience => ({
  kind: 'members',
  organisationId,
  roles: ['TRANSFER_OFFICER'],
});
const officers = (divisionCode: string, role: Role, without: readonly string[] = []): Audience => ({
  kind: 'officers',
  divisionCode,
  role,
  without,
});
const handlers = (organisationId: string, persons: readonly string[]): Audience => ({
  kind: 'members',
  organisationId,
  persons,
  roles: ['RESEARCHER', 'TRANSFER_OFFICER'],
});

type Audiences<F> = Readonly<Record<string, (fact: F) => readonly Audience[]>>;

/** Who wrote it, while a member of the owner. */
const creatorOf = ({ ownerId, createdBy }: { ownerId: string; createdBy: string }): readonly Audience[] => [
  { kind: 'members', organisationId: ownerId, persons: [createdBy], roles: [] },
];

/** Whom a rule of results and needs may name. */
export const LISTING_AUDIENCES = {
  creator: creatorOf,
  'owner.transferOfficers': (listing) => [transferOfficers(listing.ownerId)],
  'bureau.officers': (listing) => [officers(listing.divisionCode, 'OFFICER')],
} satisfies Audiences<ListingFact>;

/** Whom a rule of deals may name. */
export const DEAL_AUDIENCES = {
  /** Who handles it on both sides. */
  sides: (deal) => [
    handlers(deal.sellerId, deal.sellerPersonIds),
    handlers(deal.buyerId, deal.buyerPersonIds),
  ],
  'brokers.joined': (deal) => brokers(deal, true),
  /** They see the deal, not its messages, files or prices. */
  'brokers.invited': (deal) => brokers(deal, false),
} satisfies Audiences<DealFact>;

const brokers = (deal: DealFact, joined: boolean): Audience[] =>
  deal.brokers
    .filter((broker) => broker.joined === joined)
    .map(({ organisationId, personId }) => ({
      kind: 'members',
      organisationId,
      persons: [personId],
      roles: ['BROKER'],
    }));

/** Whom a rule of contracts may name. */
export const CONTRACT_AUDIENCES = {
  applicant: (contract) => [
    {
      kind: 'members',
      organisationId: contract.applicantOrganisationId,
      persons: [contract.applicantPersonId],
      roles: [],
    },
    transferOfficers(contract.applicantOrganisationId),
  ],
  /** The parties whose signature is confirmed; the others may not see the contract. */
  'parties.confirmed': (contract) => contract.confirmedPartyIds.map(transferOfficers),
  registrars: (contract) => [registrars(contract)],
  /** 超期督办: whoever answers for the bureau. */
  'bureau.administrators': (contract) => [
    officers(contract.registryDivision, 'ORG_ADMIN', partiesOf(contract)),
  ],
  /** What was taken back before it was accepted may never have been submitted: nobody but the applicant knows of it. */
  'registrars.onceAccepted': (contract) => (contract.acceptanceNumber === null ? [] : [registrars(contract)]),
} satisfies Audiences<ContractFact>;

const registrars = (contract: ContractFact): Audience =>
  officers(contract.registryDivision, 'REGISTRAR', partiesOf(contract));

function partiesOf(contract: ContractFact): string[] {
  const { applicantOrganisationId, sellerOrganisationId, buyerOrganisationIds, confirmedPartyIds } = contract;
  const seller = sellerOrganisationId === null ? [] : [sellerOrganisationId];
  return [applicantOrganisationId, ...seller, ...buyerOrganisationIds, ...confirmedPartyIds];
}

/** Whom a rule of annual reports may name. */
export const REPORT_AUDIENCES = {
  'unit.transferOfficers': (report) => [transferOfficers(report.organisationId)],
  'bureau.officers': (report) => [officers(report.divisionCode, 'OFFICER', [report.organisationId])],
} satisfies Audiences<ReportFact>;

/** Whom a rule of organisations may name. */
export const ORGANISATION_AUDIENCES = {
  members: (organisation) => [
    { kind: 'members', organisationId: organisation.id, roles: [], whateverStatus: true },
  ],
  'bureau.officers': (organisation) => [officers(organisation.divisionCode, 'OFFICER')],
} satisfies Audiences<OrganisationFact>;

/** Whom a rule of exports may name. */
export const EXPORT_AUDIENCES = {
  administrators: ({ organisationId }) => [{ kind: 'members', organisationId, roles: ['ORG_ADMIN'] }],
} satisfies Audiences<ExportFact>;

/** Whom a rule of matches may name. */
export const MATCH_AUDIENCES = {
  'owner.transferOfficers': (match) => [transferOfficers(match.ownerId)],
} satisfies Audiences<MatchFact>;

/** Whom a rule of experts found for a need may name. */
export const NEED_EXPERTS_AUDIENCES = {
  'owner.transferOfficers': ({ toId }) => [transferOfficers(toId)],
} satisfies Audiences<PairFact>;

/** Whom a rule of pairs of needs and patents may name: the side's office. */
export const PATENT_PAIR_AUDIENCES = NEED_EXPERTS_AUDIENCES;

/** Whom a rule of needs found for an expert may name: nobody but the expert. */
export const EXPERT_NEEDS_AUDIENCES = {
  self: ({ toId }) => [{ kind: 'person', personId: toId }],
} satisfies Audiences<PairFact>;

/** Whom a rule of invitations of experts may name. */
export const INVITATION_AUDIENCES = {
  expert: ({ personId }) => [{ kind: 'person', personId }],
  inviter: ({ inviterId, invitedBy, byBroker }) => [
    {
      kind: 'members',
      organisationId: inviterId,
      persons: [invitedBy],
      roles: byBroker ? ['BROKER'] : ['RESEARCHER', 'TRANSFER_OFFICER'],
    },
  ],
  'owner.transferOfficers': ({ needOwnerId }) => [transferOfficers(needOwnerId)],
} satisfies Audiences<InvitationFact>;

/** Whom a rule of rewards may name. */
export const REWARD_AUDIENCES = {
  /** 内部公示: everybody of the unit. */
  colleagues: (reward) => [{ kind: 'members', organisationId: reward.organisationId, roles: [] }],
  office: (reward) => [transferOfficers(reward.organisationId)],
  /** Those whom the plan rewards, while members of the unit. */
  rewarded: (reward) => [
    { kind: 'members', organisationId: reward.organisationId, persons: reward.personIds, roles: [] },
  ],
} satisfies Audiences<RewardFact>;

/** Whom a rule of the expert bank may name. */
export const EXPERT_AUDIENCES = {
  self: ({ personId }) => [{ kind: 'person', personId }],
  'unit.transferOfficers': ({ organisationId }) =>
    organisationId === null ? [] : [transferOfficers(organisationId)],
  'bureau.officers': ({ scopeCode }) => [officers(scopeCode, 'OFFICER')],
} satisfies Audiences<ExpertFact>;

/** Whom a rule of the register of brokers may name. */
export const BROKER_AUDIENCES = {
  self: ({ personId }) => [{ kind: 'person', personId }],
  'agency.heads': ({ organisationId }) => [transferOfficers(organisationId)],
  'bureau.officers': ({ scopeCode }) => [officers(scopeCode, 'OFFICER')],
} satisfies Audiences<BrokerFact>;

/** Whom a rule of the register of agencies may name. */
export const AGENCY_AUDIENCES = {
  'agency.heads': ({ organisationId }) => [transferOfficers(organisationId)],
  'bureau.officers': ({ scopeCode }) => [officers(scopeCode, 'OFFICER')],
} satisfies Audiences<AgencyFact>;

/** The bureau of the city in which the division lies (GB/T 2260). */
const cityOf = (divisionCode: string): string => `${divisionCode.slice(0, 4)}00`;

/** Whom a rule of calls may name. Nobody who belongs to the owner reads as an officer. */
export const CALL_AUDIENCES = {
  creator: creatorOf,
  'owner.transferOfficers': ({ ownerId }) => [transferOfficers(ownerId)],
  'place.officers': ({ divisionCode, ownerId }) => [officers(divisionCode, 'OFFICER', [ownerId])],
  'city.officers': ({ divisionCode, ownerId }) => [officers(cityOf(divisionCode), 'OFFICER', [ownerId])],
  custodians: ({ custodianIds }) => custodianIds.map((personId) => ({ kind: 'person', personId })),
  concerned: ({ concernedIds }) => (concernedIds ?? []).map((personId) => ({ kind: 'person', personId })),
  undertaker: ({ undertakerId }) => (undertakerId === null ? [] : [transferOfficers(undertakerId)]),
  bidders: ({ bidderIds }) => (bidderIds ?? []).map((id) => transferOfficers(id)),
} satisfies Audiences<CallFact>;

/** Whom a rule of projects may name. Nobody who belongs to a side reads as an officer. */
export const PROJECT_AUDIENCES = {
  undertaker: ({ organisationId }) => [transferOfficers(organisationId)],
  owner: ({ ownerId }) => [transferOfficers(ownerId)],
  former: ({ formerOrganisationId }) =>
    formerOrganisationId == null ? [] : [transferOfficers(formerOrganisationId)],
  officers: ({ divisionCode, ownerId, organisationId }) => [
    officers(cityOf(divisionCode), 'OFFICER', [ownerId, organisationId]),
  ],
  supervisor: ({ supervisorId }) =>
    supervisorId === null ? [] : [{ kind: 'person', personId: supervisorId }],
} satisfies Audiences<ProjectFact>;

/** Whom a rule of reports of misconduct may name. */
export const MISCONDUCT_AUDIENCES = {
  handlers: ({ handlerIds }) => handlerIds.map((personId) => ({ kind: 'person', personId })),
  reporter: ({ reporterId }) => (reporterId === null ? [] : [{ kind: 'person', personId: reporterId }]),
} satisfies Audiences<MisconductFact>;

/** Whom a rule of bans may name: the organisation that it is of, or the person and the unit. */
export const BAN_AUDIENCES = {
  organisation: ({ organisationId }) => (organisationId === null ? [] : [transferOfficers(organisationId)]),
  person: ({ personId }) => (personId === null ? [] : [{ kind: 'person', personId }]),
  unit: ({ unitId }) => (unitId === null ? [] : [transferOfficers(unitId)]),
} satisfies Audiences<BanFact>;

/** Whom a rule of experts' fees and records may name: nobody but the expert. */
export const REVIEWER_AUDIENCES = {
  expert: ({ personId }) => [{ kind: 'person', personId }],
} satisfies Audiences<ReviewerFact>;

/** Whom a rule of ratings may name: whom it is of, and who rated while they still speak for the side. */
export const RATING_AUDIENCES = {
  broker: ({ personId }) => [{ kind: 'person', personId }],
  rater: ({ raterId, ratedBy }) => [
    { kind: 'members', organisationId: raterId, persons: [ratedBy], roles: ['TRANSFER_OFFICER'] },
  ],
} satisfies Audiences<RatingFact>;

/** Whom a rule of patents may name: those who keep the entry. */
export const PATENT_AUDIENCES = {
  creator: creatorOf,
  'owner.transferOfficers': (patent) => [transferOfficers(patent.ownerId)],
} satisfies Audiences<PatentFact>;

/** Whom a rule of saved searches may name: whoever saved it. */
export const SEARCH_AUDIENCES = {
  saver: ({ personId }) => [{ kind: 'person', personId }],
} satisfies Audiences<SearchFact>;
