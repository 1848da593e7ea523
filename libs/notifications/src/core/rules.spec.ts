import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { covers, ROLES, type Role } from '@jihui/kernel';
import { address } from './addressing.js';
import type {
  AgencyFact,
  BanFact,
  ReviewerFact,
  BrokerFact,
  CallFact,
  ContractFact,
  DealFact,
  ExpertFact,
  InvitationFact,
  PairFact,
  ListingFact,
  MatchFact,
  OrganisationFact,
  PatentFact,
  RatingFact,
  Person,
  ReportFact,
  RewardFact,
  SearchFact,
} from './facts.js';
import { NOTICES, type Notice } from './notices.js';
import {
  RESULT_RULES,
  NEED_RULES,
  MATCH_RULES,
  NEED_EXPERTS_RULES,
  EXPERT_NEEDS_RULES,
  NEED_PATENTS_RULES,
  PATENT_NEEDS_RULES,
  SEARCH_RULES,
} from './rules/listings.js';
import { DEAL_RULES, INVITATION_RULES } from './rules/deals.js';
import { CONTRACT_RULES, REPORT_RULES, REWARD_RULES } from './rules/contracts.js';
import { ORGANISATION_RULES, EXPORT_RULES } from './rules/identity.js';
import { PATENT_RULES, EXPERT_RULES, BROKER_RULES, AGENCY_RULES, RATING_RULES } from './rules/discovery.js';
import { CALL_RULES, PROJECT_RULES, BAN_RULES, REVIEWER_RULES } from './rules/calls.js';
import type { Table } from './rules/rule.js';

const TABLES: Readonly<Record<string, Table>> = {
  result: RESULT_RULES,
  need: NEED_RULES,
  deal: DEAL_RULES,
  contract: CONTRACT_RULES,
  report: REPORT_RULES,
  reward: REWARD_RULES,
  organisation: ORGANISATION_RULES,
  organisationExport: EXPORT_RULES,
  match: MATCH_RULES,
  needExperts: NEED_EXPERTS_RULES,
  expertNeeds: EXPERT_NEEDS_RULES,
  invitation: INVITATION_RULES,
  needPatents: NEED_PATENTS_RULES,
  patentNeeds: PATENT_NEEDS_RULES,
  patent: PATENT_RULES,
  expert: EXPERT_RULES,
  agency: AGENCY_RULES,
  broker: BROKER_RULES,
  call: CALL_RULES,
  project: PROJECT_RULES,
  ban: BAN_RULES,
  reviewer: REVIEWER_RULES,
  rating: RATING_RULES,
  search: SEARCH_RULES,
};
const matrix = JSON.parse(
  readFileSync(new URL('../../test/recipients.matrix.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Record<string, string>>>;

describe('who is told', () => {
  it('is what the committed table says, in both directions', () => {
    const actual = Object.fromEntries(
      Object.entries(TABLES).map(([subject, table]) => [
        subject,
        Object.fromEntries(
          Object.entries(table).map(([action, rules]) => [
            action,
            Object.fromEntries(rules.map(({ to, text }) => [to, text])),
          ]),
        ),
      ]),
    );
    expect(actual).toEqual(matrix);
  });
  it('is nobody for an act without a rule, and while projections are rebuilt', () => {
    for (const table of Object.values(TABLES)) expect(table['republish']).toBeUndefined();
    expect(NOTICES.result('edit', listing)).toEqual([]);
    expect(NOTICES.contract('edit', contract)).toEqual([]);
  });
});

const A = 'org-a';
const B = 'org-b';
const BROKER = 'org-broker';
const INVITED = 'org-invited';
const BUREAU = 'org-bureau';
const listing: ListingFact = {
  id: 'l',
  code: 'CG1',
  title: '煤矸石陶粒',
  ownerId: A,
  ownerName: '甲大学',
  createdBy: 'p0',
  divisionCode: '140981',
  expiresOn: '2028-11-23',
};
const deal: DealFact = {
  id: 'd',
  code: 'DJ1',
  title: '陶粒许可',
  sellerId: A,
  sellerName: '甲大学',
  buyerId: B,
  buyerName: '匿名需求方',
  sellerPersonIds: ['p0', 'p1'],
  buyerPersonIds: ['p2', 'p3'],
  disclosure: { startsOn: '2026-11-23', endsOn: '2026-12-08' },
  message: null,
  brokers: [
    { organisationId: BROKER, organisationName: '丙经纪', personId: 'p4', joined: true },
    { organisationId: INVITED, organisationName: '丁经纪', personId: 'p5', joined: false },
  ],
};
const contract: ContractFact = {
  id: 'c',
  title: '陶粒许可合同',
  acceptanceNumber: 'SL1',
  registrationNumber: null,
  dueOn: '2026-12-23',
  registryDivision: '140900',
  applicantOrganisationId: A,
  applicantPersonId: 'p0',
  sellerOrganisationId: A,
  buyerOrganisationIds: [B],
  confirmedPartyIds: [],
  returnReason: '缺少附件',
  proceeding: null,
};
const reward: RewardFact = {
  id: 'w',
  contractTitle: '陶粒许可合同',
  organisationId: A,
  disclosedUntil: '2026-12-14',
  personIds: ['p0', 'p3'],
};
const organisation: OrganisationFact = { id: A, name: '甲大学', divisionCode: '140981' };
const report: ReportFact = {
  organisationId: A,
  organisationName: '甲大学',
  divisionCode: '140981',
  year: 2025,
  dueOn: '2026-03-30',
};
const match: MatchFact = {
  kind: 'NEED',
  id: 'n',
  title: '矸石利用',
  ownerId: B,
  found: [{ title: '陶粒', score: 81, sharedTerms: ['矸石'] }],
};
const expertMatch = (toId: string): PairFact => ({
  id: 'n',
  title: '矸石利用',
  toId,
  found: [{ title: '矸石利用', score: 81, sharedTerms: ['矸石'] }],
});
const patent: PatentFact = {
  id: 'z',
  title: '一种陶粒',
  displayNumber: 'ZL202010123456.4',
  ownerId: A,
  createdBy: 'p0',
  expiresOn: '2040-02-03',
  warning: '第 8 年度年费应在 2027-02-03 前缴纳',
};
const expert: ExpertFact = {
  id: 'x',
  name: '李文博',
  personId: 'p0',
  organisationId: A,
  unitName: '甲大学',
  scopeCode: '140981',
  note: '材料不齐',
};
const invitation: InvitationFact = {
  needId: 'n',
  needTitle: '矸石利用',
  needOwnerId: A,
  expertId: 'x',
  personId: 'p0',
  inviterId: B,
  inviterName: '乙机构',
  byBroker: true,
  invitedBy: 'p1',
  message: '想请教一种陶粒的配方',
};
const broker: BrokerFact = {
  id: 'k',
  name: '赵敏',
  personId: 'p0',
  organisationId: A,
  organisationName: '甲机构',
  scopeCode: '140981',
  note: '材料不齐',
};
const agency: AgencyFact = {
  id: 'y',
  name: '甲机构',
  organisationId: A,
  scopeCode: '140981',
  note: '材料不齐',
  designatedUntil: '2029-05-31',
};
const call: CallFact = {
  id: 'h',
  code: 'BD2026-0001',
  title: '大口径法兰锻件',
  ownerId: A,
  createdBy: 'p0',
  divisionCode: '140981',
  noticeUntil: '2026-12-01',
  closesAt: '2027-01-04T09:00:00.000Z',
  custodianIds: ['p4'],
  undertakerId: B,
  concernedIds: ['p5'],
  note: '指标不可考核',
};
const ban: BanFact = {
  ...{ id: 'm', organisationId: A, personName: '卫某', personId: 'p3', unitId: B },
  ...{ fromDay: '2026-11-23', untilDay: null, document: '忻科监〔2026〕9号' },
};
const reviewer: ReviewerFact = {
  ...{ id: 's', personId: 'p3', amount: 120_000, paidOn: '2026-11-27', record: 'LATE' },
};
const rating: RatingFact = {
  id: 'g',
  brokerId: 'k',
  brokerName: '赵敏',
  personId: 'p0',
  raterId: A,
  raterName: '甲企业',
  ratedBy: 'p1',
  reason: '含有与服务无关的内容',
};
const search: SearchFact = {
  personId: 'p3',
  kind: 'RESULT',
  name: '陶粒',
  text: '煤矸石 陶粒',
  filters: { clusters: ['8-3'], ownerId: ['x'] },
  count: 2,
  found: [{ id: 'r', title: '煤矸石陶粒' }],
};

type Membership = Person['memberships'][number];
const membership: fc.Arbitrary<Membership> = fc
  .record({
    organisationId: fc.constantFrom(A, B, BROKER, INVITED, BUREAU, 'org-other'),
    divisionCode: fc.constantFrom('140900', '140981', '140922', '140100'),
    roles: fc.subarray([...ROLES], { minLength: 1 }),
    active: fc.boolean(),
    organisationActive: fc.boolean(),
  })
  .map((place) => ({ ...place, bureau: place.organisationId === BUREAU }));
const people: fc.Arbitrary<Person[]> = fc
  .array(fc.record({ active: fc.boolean(), memberships: fc.array(membership, { maxLength: 3 }) }), {
    minLength: 6,
    maxLength: 6,
  })
  .map((list) =>
    list.map((person, index) => ({ ...person, id: `p${index}`, email: `p${index}@example.org` })),
  );

/** What each kind of thing may be seen by, said again without the audiences. */
const acts = (person: Person): Membership[] =>
  person.active ? person.memberships.filter((place) => place.active && place.organisationActive) : [];
const inOrganisation = (person: Person, id: string, ...roles: Role[]): boolean =>
  acts(person).some(
    (place) =>
      place.organisationId === id &&
      (roles.length === 0 || place.roles.some((role) => role === 'ORG_ADMIN' || roles.includes(role))),
  );
const isOfficer = (person: Person, division: string, role: Role): boolean =>
  acts(person).some(
    (place) => place.bureau && place.roles.includes(role) && covers(place.divisionCode, division),
  );
/** Who reads every case of a registry: those who handle them and those who answer for the bureau. */
const BUREAU_READERS: readonly Role[] = ['REGISTRAR', 'OFFICER', 'ORG_ADMIN'];
const MAY_SEE: Readonly<Record<string, (person: Person) => boolean>> = {
  result: (person) => inOrganisation(person, A) || isOfficer(person, listing.divisionCode, 'OFFICER'),
  need: (person) => inOrganisation(person, A) || isOfficer(person, listing.divisionCode, 'OFFICER'),
  deal: (person) =>
    inOrganisation(person, A, 'TRANSFER_OFFICER', 'RESEARCHER') ||
    inOrganisation(person, B, 'TRANSFER_OFFICER', 'RESEARCHER') ||
    inOrganisation(person, BROKER, 'BROKER') ||
    inOrganisation(person, INVITED, 'BROKER'),
  contract: (person) =>
    inOrganisation(person, A) ||
    (BUREAU_READERS.some((role) => isOfficer(person, contract.registryDivision, role)) &&
      !inOrganisation(person, A) &&
      !inOrganisation(person, B)),
  report: (person) =>
    inOrganisation(person, A, 'TRANSFER_OFFICER') ||
    (isOfficer(person, report.divisionCode, 'OFFICER') && !inOrganisation(person, A)),
  reward: (person) => inOrganisation(person, A),
  organisation: (person) =>
    isOfficer(person, organisation.divisionCode, 'OFFICER') ||
    (person.active && person.memberships.some((place) => place.active && place.organisationId === A)),
  match: (person) => inOrganisation(person, B, 'TRANSFER_OFFICER'),
  needExperts: (person) => inOrganisation(person, B, 'TRANSFER_OFFICER'),
  invitation: (person) =>
    (person.active && person.id === invitation.personId) ||
    inOrganisation(person, A, 'TRANSFER_OFFICER') ||
    (person.id === invitation.invitedBy && inOrganisation(person, B, 'BROKER')),
  needPatents: (person) => inOrganisation(person, B, 'TRANSFER_OFFICER'),
  patentNeeds: (person) => inOrganisation(person, B, 'TRANSFER_OFFICER'),
  expertNeeds: (person) => person.active && person.id === expert.personId,
  patent: (person) => inOrganisation(person, A),
  expert: (person) =>
    (person.active && person.id === expert.personId) ||
    inOrganisation(person, A, 'TRANSFER_OFFICER') ||
    isOfficer(person, expert.scopeCode, 'OFFICER'),
  broker: (person) =>
    (person.active && person.id === broker.personId) ||
    inOrganisation(person, A, 'TRANSFER_OFFICER') ||
    isOfficer(person, broker.scopeCode, 'OFFICER'),
  agency: (person) =>
    inOrganisation(person, A, 'TRANSFER_OFFICER') || isOfficer(person, agency.scopeCode, 'OFFICER'),
  call: (person) =>
    inOrganisation(person, A) ||
    inOrganisation(person, B, 'TRANSFER_OFFICER') ||
    (person.active && [...call.custodianIds, ...(call.concernedIds ?? [])].includes(person.id)) ||
    (isOfficer(person, call.divisionCode, 'OFFICER') && !inOrganisation(person, A)),
  ban: (person) =>
    (person.active && person.id === ban.personId) ||
    [A, B].some((id) => inOrganisation(person, id, 'TRANSFER_OFFICER')),
  reviewer: (person) => person.active && person.id === reviewer.personId,
  rating: (person) =>
    (person.active && person.id === rating.personId) || inOrganisation(person, A, 'TRANSFER_OFFICER'),
  search: (person) => person.active && person.id === search.personId,
};
const notices = (subject: string, action: string): Notice[] => {
  switch (subject) {
    case 'result':
      return NOTICES.result(action, listing);
    case 'need':
      return NOTICES.need(action, listing);
    case 'deal':
      return NOTICES.deal(action, deal);
    case 'contract':
      return NOTICES.contract(action, contract);
    case 'report':
      return NOTICES.report(action, report);
    case 'reward':
      return NOTICES.reward(action, reward);
    case 'organisation':
      return NOTICES.organisation(action, organisation);
    case 'needExperts':
      return NOTICES.needExperts(action, expertMatch(B));
    case 'expertNeeds':
      return NOTICES.expertNeeds(action, expertMatch(expert.personId));
    case 'invitation':
      return NOTICES.invitation(action, invitation);
    case 'needPatents':
      return NOTICES.needPatents(action, expertMatch(B));
    case 'patentNeeds':
      return NOTICES.patentNeeds(action, expertMatch(B));
    case 'patent':
      return NOTICES.patent(action, patent);
    case 'expert':
      return NOTICES.expert(action, expert);
    case 'broker':
      return NOTICES.broker(action, broker);
    case 'agency':
      return NOTICES.agency(action, agency);
    case 'call':
      return NOTICES.call(action, call);
    case 'ban':
      return NOTICES.ban(action, ban);
    case 'reviewer':
      return NOTICES.reviewer(action, reviewer);
    case 'rating':
      return NOTICES.rating(action, rating);
    case 'search':
      return NOTICES.search(action, search);
    default:
      return NOTICES.match(action, match);
  }
};
const every = Object.entries(TABLES).flatMap(([subject, table]) =>
  Object.keys(table).map((action) => [subject, action] as const),
);

describe.each(every)('%s %s', (subject, action) => {
  it('reaches only those who may see it, each once, and never the one who acted', () =>
    fc.assert(
      fc.property(
        people,
        fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'system:test'),
        (population, actor) => {
          const told = address(notices(subject, action), population, actor).map(({ person }) => person);
          expect(new Set(told.map((person) => person.id)).size).toBe(told.length);
          for (const person of told) {
            expect(person.id).not.toBe(actor);
            expect(MAY_SEE[subject]!(person)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    ));

  it('says what happened and what to do next, with a link of the portal', () => {
    for (const { text } of notices(subject, action)) {
      expect(text.title.length).toBeGreaterThan(4);
      expect(text.body).toMatch(/[。！]$/);
      expect(text.body).not.toMatch(/undefined|null|\[object/);
      expect(text.link).toMatch(
        /^\/((call-bans|call-reviews|review-credit)$|(results|needs|deals|contracts|rewards|annual-reports|organisations|patents|experts|brokers|agencies|calls)[/?])/,
      );
    }
  });
});

describe('what a deal tells a broker', () => {
  const broker = (organisationId: string, id: string): Person => ({
    id,
    email: '',
    active: true,
    memberships: [
      {
        organisationId,
        bureau: false,
        divisionCode: '140900',
        roles: ['BROKER'],
        active: true,
        organisationActive: true,
      },
    ],
  });
  const told = (action: string, person: Person): boolean =>
    address(NOTICES.deal(action, deal), [person], 'p9').length > 0;

  it('is everything of the room once joined, and only the invitation and the end before', () => {
    for (const action of Object.keys(DEAL_RULES).filter((name) => /Price|Message|Signature|NDA/i.test(name)))
      expect([action, told(action, broker(INVITED, 'p5'))]).toEqual([action, false]);
    expect(told('inviteBroker', broker(INVITED, 'p5'))).toBe(true);
    expect(told('inviteBroker', broker(BROKER, 'p4'))).toBe(false);
    expect(told('acceptPrice', broker(BROKER, 'p4'))).toBe(true);
  });
});

describe('an application that was never accepted', () => {
  it('is not told to the registry when it is taken back', () => {
    const registrar: Person = {
      id: 'p9',
      email: '',
      active: true,
      memberships: [
        {
          organisationId: BUREAU,
          bureau: true,
          divisionCode: '140900',
          roles: ['REGISTRAR'],
          active: true,
          organisationActive: true,
        },
      ],
    };
    const told = (fact: ContractFact): number =>
      address(NOTICES.contract('withdraw', fact), [registrar], 'p0').length;
    expect(told(contract)).toBe(1);
    expect(told({ ...contract, acceptanceNumber: null })).toBe(0);
  });
});

describe('a saved search', () => {
  it('names what was found and leads to the list that shows it', () => {
    const [notice] = NOTICES.search('find', search);
    expect(notice?.text).toEqual({
      title: '“陶粒”有 2 项新成果',
      body: '《煤矸石陶粒》等 2 项。',
      link: `/results?q=${encodeURIComponent('煤矸石')}+${encodeURIComponent('陶粒')}&cluster=8-3&sort=NEWEST`,
    });
  });

  it('of patents leads to the register, narrowed as it was', () => {
    const filters = { kinds: ['UTILITY_MODEL'], ipc: ['C04B'], filedYear: ['2021'] };
    const [notice] = NOTICES.search('find', { ...search, kind: 'PATENT', text: '', filters });
    expect(notice?.text).toMatchObject({
      title: '“陶粒”有 2 项新专利',
      link: '/patents?kind=UTILITY_MODEL&ipc=C04B&year=2021&sort=NEWEST',
    });
  });
});
