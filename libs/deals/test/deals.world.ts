import { randomUUID } from 'node:crypto';
import type {
  ContractSnapshot, DomainEvent, EventType, NeedSnapshot, OrganisationSnapshot, PersonSnapshot, ResultSnapshot,
} from '@jihui/events';
import { system, type OrganisationKind, type PersonActor, type Role } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import { CITY, COUNTY, testApp, type TestApp } from '@jihui/testing';
import { DealsHandlers } from '../src/deals.handlers.js';
import { dealsDomain } from '../src/index.js';

export interface DealNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** Fields that most tests look at. */
const DEAL = 'id version state';

export interface World extends TestApp {
  /** Tells an organisation and makes its people; `name` is shown. */
  organisation(name: string, kind: OrganisationKind, options?: { stateEstablished?: boolean; divisionCode?: string; status?: OrganisationSnapshot['status'] }): Promise<string>;
  member(organisationId: string, kind: OrganisationKind, ...roles: Role[]): Promise<PersonActor>;
  result(ownerId: string, change?: Partial<ResultSnapshot>): Promise<string>;
  need(ownerId: string, change?: Partial<NeedSnapshot>): Promise<string>;
  contract(change: Partial<ContractSnapshot>): Promise<ContractSnapshot>;
  deliver(run: (handlers: DealsHandlers, tx: Tx) => Promise<void>): Promise<void>;
  /** Does one mutation that answers a deal; `fields` besides id, version and state. */
  act<T = DealNode>(actor: PersonActor, mutation: string, input: object, fields?: string): Promise<T & DealNode>;
  /** The mutation's code when it is refused. */
  refused(actor: PersonActor, mutation: string, input: object): Promise<string>;
  deal<T = DealNode>(actor: PersonActor, id: string, fields?: string): Promise<(T & DealNode) | null>;
}

/** `openDeal` takes an OpenDealInput; these share another's. */
const INPUTS: Readonly<Record<string, string>> = {
  confirmDeal: 'DealActionInput', signNda: 'DealActionInput', completeDisclosure: 'DealActionInput',
  proceedToSigning: 'DealActionInput', acceptBrokerage: 'BrokerageActionInput', declineBrokerage: 'EndBrokerageInput',
  discloseDualAgency: 'BrokerageActionInput', consentDualAgency: 'BrokerageActionInput',
  agreeCommission: 'CommissionActionInput', declineCommission: 'CommissionReasonInput',
};
/** What the payload calls its subject. */
const SUBJECTS: Readonly<Record<string, string>> = {
  raiseObjection: 'objection', decideObjection: 'objection', postMessage: 'message', writeNote: 'note',
  recordContact: 'contact', closeBypassAlert: 'alert',
};
const subjectOf = (mutation: string): string =>
  SUBJECTS[mutation] ?? (/Commission/.test(mutation) ? 'commission' : /Broker|DualAgency/.test(mutation) ? 'brokerage' : 'deal');
const inputOf = (mutation: string): string =>
  INPUTS[mutation] ?? `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
const document = (mutation: string, fields: string): string =>
  `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { ${subjectOf(mutation)} { ${fields} } } }`;

export const anEvent = <K extends EventType>(type: K, payload: DomainEvent<K>['payload'], version: number): DomainEvent<K> => ({
  id: randomUUID(), type, aggregateId: (payload as { id?: string }).id ?? randomUUID(), version, action: 'change',
  at: '2026-11-23T00:00:00.000Z', actorId: randomUUID(), payload,
});

const anOrganisation = (id: string, name: string, kind: OrganisationKind): OrganisationSnapshot => ({
  id, name, kind, uscc: '914403001922038216', divisionCode: COUNTY, partyNature: '022', stateEstablished: false,
  status: 'ACTIVE', legalRepresentative: '', contactName: '', contactPhone: '', address: '',
});

const aResult = (ownerId: string): ResultSnapshot => ({
  id: randomUUID(), version: 1, code: 'CG1', title: '高导热金刚石铜复合材料', summary: '', keyPoints: '', keywords: [], ownerId,
  ownerName: '', createdBy: randomUUID(), divisionCode: CITY, cluster: null, techField: null, trl: null,
  cooperationModes: [], priceMode: 'NEGOTIABLE', priceMin: null, priceMax: null, ipRights: [], stateFunded: true,
  visibility: 'PUBLIC', state: 'ONLINE', online: true, expiresOn: null,
});

const aNeed = (ownerId: string): NeedSnapshot => ({
  id: randomUUID(), version: 1, code: 'XQ1', title: '功率模块散热基板', description: '', keywords: [], indicators: [],
  ownerId, ownerName: '', createdBy: randomUUID(), anonymous: false, needType: 'PRODUCT', divisionCode: CITY,
  cluster: null, techField: null, cooperationModes: [], budgetMin: null, budgetMax: null, neededBy: null,
  visibility: 'PUBLIC', state: 'ONLINE', online: true, expiresOn: null,
});

const aContract = (change: Partial<ContractSnapshot>): ContractSnapshot => ({
  id: randomUUID(), version: 1, dealId: null, resultId: null, needId: null, state: 'REGISTERED', title: '技术转让合同',
  subclass: '21', acceptanceNumber: null, registrationNumber: '2026140900000001', registeredOn: '2026-11-23', dueOn: null,
  registryDivision: CITY, applicantOrganisationId: randomUUID(), applicantPersonId: randomUUID(), sellerName: '卖方',
  buyerNames: ['买方'], confirmedPartyIds: [], sellerOrganisationId: null, buyerOrganisationIds: [], brokerNames: [], signedOn: null,
  totalAmount: 0, technicalAmount: 0, returnReason: null, ...change,
});

/** The deals domain alone, told by hand what the others would tell it. */
export async function aWorld(): Promise<World> {
  const app = await testApp([dealsDomain]);
  const handlers = app.get(DealsHandlers);
  const work = app.get(Work);
  const deliver: World['deliver'] = (run) =>
    work.run({ domain: 'deals', name: 'deliver', actor: system('test') }, (tx) => run(handlers, tx));

  return {
    ...app,
    deliver,
    async organisation(name, kind, options = {}) {
      const id = randomUUID();
      await deliver((to) => to.projectOrganisation(anEvent('identity.organisation', { ...anOrganisation(id, name, kind), ...options }, 1)));
      return id;
    },
    async member(organisationId, kind, ...roles) {
      const personId = randomUUID();
      const divisionCode = kind === 'BUREAU_CITY' ? CITY : COUNTY;
      const membership = { organisationId, kind, divisionCode, roles };
      const person: PersonSnapshot = {
        id: personId, displayName: `${roles[0] ?? ''}-${personId.slice(0, 4)}`, email: '', status: 'ACTIVE',
        memberships: [{ ...membership, active: true }],
      };
      await deliver((to) => to.projectPerson(anEvent('identity.person', person, 1)));
      return { kind: 'person', personId, memberships: [membership] };
    },
    async result(ownerId, change = {}) {
      const result = { ...aResult(ownerId), ...change };
      await deliver((to) => to.projectResult(anEvent('listings.result', result, result.version)));
      return result.id;
    },
    async need(ownerId, change = {}) {
      const need = { ...aNeed(ownerId), ...change };
      await deliver((to) => to.projectNeed(anEvent('listings.need', need, need.version)));
      return need.id;
    },
    async contract(change) {
      const contract = aContract(change);
      await deliver((to, tx) => to.followContract(anEvent('contracts.contract', contract, contract.version), tx));
      return contract;
    },
    async act<T>(actor: PersonActor, mutation: string, input: object, fields = '') {
      const selected = subjectOf(mutation) === 'deal' ? `${DEAL} ${fields}` : fields === '' ? 'id' : fields;
      const answer = await app.as(actor).mutate<Record<string, Record<string, T & DealNode>>>(document(mutation, selected), { input });
      return answer[mutation]?.[subjectOf(mutation)] as T & DealNode;
    },
    async refused(actor, mutation, input) {
      const { data, errors } = await app.as(actor).mutate(document(mutation, 'id'), { input }).answer();
      const [error] = errors ?? [];
      if (error === undefined) throw new Error(`${mutation} was not refused: ${JSON.stringify(data)}`);
      const { code, violations = [] } = error.extensions;
      return code === 'INVALID_INPUT' ? (violations[0]?.code ?? code) : code;
    },
    async deal<T>(actor: PersonActor, id: string, fields = '') {
      const { deal } = await app.as(actor).query<{ deal: (T & DealNode) | null }>(
        `query ($id: ID!) { deal(id: $id) { ${DEAL} ${fields} } }`, { id });
      return deal;
    },
  };
}

/** What an act on the deal names. */
export const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, expectedVersion: version });

export const PRICE = {
  cooperationMode: 'TRANSFER', total: 100_000_000, technical: 80_000_000, method: 'AGREEMENT', basis: '资产评估报告',
  paymentMode: 'LUMP_SUM',
};
export const NOTICE = {
  summary: '拟以协议定价方式转让', relatedParty: false, basis: '资产评估报告', channels: ['本单位公告栏', '技术市场'],
  objectionOffice: '科技成果转化处', objectionPhone: '0350-3000000',
};
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A university and an enterprise with everybody who matters, and the way through a deal. */
export async function aMarket(world: World) {
  const university = await world.organisation('忻州师范学院', 'UNIVERSITY', { stateEstablished: true });
  const enterprise = await world.organisation('山西晋新材料有限公司', 'ENTERPRISE');
  const agency = await world.organisation('晋创技术经纪有限公司', 'BROKER_AGENCY');
  const office = await world.member(university, 'UNIVERSITY', 'TRANSFER_OFFICER');
  const inventor = await world.member(university, 'UNIVERSITY', 'RESEARCHER');
  const colleague = await world.member(university, 'UNIVERSITY', 'RESEARCHER');
  const clerk = await world.member(university, 'UNIVERSITY', 'MEMBER');
  const buyer = await world.member(enterprise, 'ENTERPRISE', 'TRANSFER_OFFICER');
  const engineer = await world.member(enterprise, 'ENTERPRISE', 'RESEARCHER');
  const broker = await world.member(agency, 'BROKER_AGENCY', 'BROKER');
  const bureau = await world.organisation('忻州市科学技术局', 'BUREAU_CITY', { divisionCode: CITY });
  const officer = await world.member(bureau, 'BUREAU_CITY', 'OFFICER');

  const open = async (change: object = {}): Promise<DealNode> => {
    const resultId = await world.result(university, { createdBy: inventor.personId });
    return world.act(buyer, 'openDeal', {
      organisationId: enterprise, resultId, cooperationMode: 'TRANSFER', message: '希望了解该成果', ...change,
    });
  };
  const confirmed = async (change: object = {}): Promise<DealNode> => world.act(office, 'confirmDeal', at(await open(change)));
  const priced = async (price: object = {}, from?: DealNode): Promise<DealNode> => {
    const offered = await world.act<{ openProposal: { id: string } }>(
      office, 'proposePrice', { ...at(from ?? (await confirmed())), ...PRICE, ...price }, 'openProposal { id }');
    return world.act(buyer, 'acceptPrice', { ...at(offered), proposalId: offered.openProposal.id });
  };
  const disclosing = async (from?: DealNode): Promise<DealNode & { disclosure: { id: string; endsOn: string; startsOn: string } }> =>
    world.act(office, 'startDisclosure', { ...at(from ?? (await priced())), ...NOTICE }, 'disclosure { id startsOn endsOn }');
  /** Through a price that needs no disclosure. */
  const ready = async (from?: DealNode): Promise<DealNode> => {
    const deal = await priced({ method: 'AUCTION', methodEvidence: '山西省产权交易中心 2026-17' }, from);
    return world.act(office, 'proceedToSigning', at(deal));
  };
  const upload = async (actor: PersonActor, dealId: string, content: Buffer = PDF): Promise<{ id: string; sha256: string }> => {
    const response = await world.as(actor).upload('/files/deals', '合同.pdf', content, { dealId });
    if (response.status !== 201) throw new Error(`${response.status} ${response.text}`);
    return response.body as { id: string; sha256: string };
  };
  const today = async (): Promise<string> => {
    const { clock } = await world.as(buyer).query<{ clock: { now: string } }>('{ clock { now } }');
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(clock.now));
  };
  const signature = async (fileId: string): Promise<object> => {
    const signedOn = await today();
    return { fileId, signatories: ['王晓岚', '张建军'], signedOn, place: '忻州', effectiveFrom: signedOn, effectiveTo: '2031-12-31' };
  };
  const signed = async (from?: DealNode): Promise<DealNode> => {
    const deal = from ?? (await ready());
    const file = await upload(office, deal.id);
    const recorded = await world.act(office, 'recordSignature', { ...at(deal), ...(await signature(file.id)) });
    return world.act(buyer, 'confirmSignature', { ...at(recorded), fileSha256: file.sha256 });
  };
  /** The agency, invited by the buyer, has joined. */
  const joined = async (from?: DealNode): Promise<DealNode & { brokerage: { id: string; version: number } }> => {
    const deal = from ?? (await confirmed());
    const invited = await world.act(buyer, 'inviteBroker', { ...at(deal), brokerOrganisationId: agency }, 'id version');
    const brokerage = await world.act(broker, 'acceptBrokerage', at(invited), 'id version');
    const now = await world.deal(buyer, deal.id);
    if (now === null) throw new Error('the buyer sees its deal');
    return { ...now, brokerage };
  };
  return {
    university, enterprise, agency, office, inventor, colleague, clerk, buyer, engineer, broker, officer, open, confirmed,
    priced, disclosing, ready, upload, signature, signed, joined, today,
  };
}
export type Market = Awaited<ReturnType<typeof aMarket>>;
