import { randomUUID } from 'node:crypto';
import type {
  ContractSnapshot,
  DomainEvent,
  EventType,
  NeedSnapshot,
  OrganisationSnapshot,
  PersonSnapshot,
  ResultSnapshot,
} from '@jihui/events';
import { system, type OrganisationKind, type PersonActor, type Role } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
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
  organisation(
    name: string,
    kind: OrganisationKind,
    options?: { stateEstablished?: boolean; divisionCode?: string; status?: OrganisationSnapshot['status'] },
  ): Promise<string>;
  member(organisationId: string, kind: OrganisationKind, ...roles: Role[]): Promise<PersonActor>;
  result(ownerId: string, change?: Partial<ResultSnapshot>): Promise<string>;
  need(ownerId: string, change?: Partial<NeedSnapshot>): Promise<string>;
  contract(change: Partial<ContractSnapshot>): Promise<ContractSnapshot>;
  deliver(run: (handlers: DealsHandlers, tx: Tx) => Promise<void>): Promise<void>;
  /** Does one mutation that answers a deal; `fields` besides id, version and state. */
  act<T = DealNode>(
    actor: PersonActor,
    mutation: string,
    input: object,
    fields?: string,
  ): Promise<T & DealNode>;
  /** The mutation's code when it is refused. */
  refused(actor: PersonActor, mutation: string, input: object): Promise<string>;
  deal<T = DealNode>(actor: PersonActor, id: string, fields?: string): Promise<(T & DealNode) | null>;
}

/** `openDeal` takes an OpenDealInput; these share another's. */
const INPUTS: Readonly<Record<string, string>> = {
  confirmDeal: 'DealActionInput',
  signNda: 'DealActionInput',
  completeDisclosure: 'DealActionInput',
  proceedToSigning: 'DealActionInput',
  acceptBrokerage: 'BrokerageActionInput',
  declineBrokerage: 'EndBrokerageInput',
  discloseDualAgency: 'BrokerageActionInput',
  consentDualAgency: 'BrokerageActionInput',
  agreeCommission: 'CommissionActionInput',
  declineCommission: 'CommissionReasonInput',
};
/** What the payload calls its subject. */
const SUBJECTS: Readonly<Record<string, string>> = {
  raiseObjection: 'objection',
  decideObjection: 'objection',
  postMessage: 'message',
  writeNote: 'note',
  recordContact: 'contact',
  closeBypassAlert: 'alert',
};
const subjectOf = (mutation: string): string =>
  SUBJECTS[mutation] ??
  (/Commission/.test(mutation) ? 'commission' : /Broker|DualAgency/.test(mutation) ? 'brokerage' : 'deal');
const inputOf = (mutation: string): string =>
  INPUTS[mutation] ?? `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
const document = (mutation: string, fields: string): string =>
  `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { ${subjectOf(mutation)} { ${fields} } } }`;

export const anEvent = <K extends EventType>(
  type: K,
  payload: DomainEvent<K>['payload'],
  version: number,
): DomainEvent<K> => ({
  id: randomUUID(),
  type,
  aggregateId: (payload as { id?: string }).id ?? randomUUID(),
  version,
  action: 'change',
  at: '2026-11-23T00:00:00.000Z',
  actorId: randomUUID(),
  payload,
});

export const anOrganisation = (id: string, name: string, kind: OrganisationKind): OrganisationSnapshot => ({
  id,
  name,
  kind,
  uscc: '914403001922038216',
  divisionCode: COUNTY,
  partyNature: '022',
  stateEstablished: false,
  status: 'ACTIVE',
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
  address: '',
});

const aResult = (ownerId: string): ResultSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'CG1',
  title: '高导热金刚石铜复合材料',
  summary: '',
  keyPoints: '',
  keywords: [],
  ownerId,
  ownerName: '',
  createdBy: randomUUID(),
  divisionCode: CITY,
  cluster: null,
  techField: null,
  trl: null,
  cooperationModes: [],
  priceMode: 'NEGOTIABLE',
  priceMin: null,
  priceMax: null,
  ipRights: [],
  stateFunded: true,
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
});

const aNeed = (ownerId: string): NeedSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'XQ1',
  title: '功率模块散热基板',
  description: '',
  keywords: [],
  indicators: [],
  ownerId,
  ownerName: '',
  createdBy: randomUUID(),
  anonymous: false,
  needType: 'PRODUCT',
  divisionCode: CITY,
  cluster: null,
  techField: null,
  cooperationModes: [],
  budgetMin: null,
  budgetMax: null,
  neededBy: null,
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
});

/** Ids rise with time, as the registry's do: of two contracts of a deal the later made one speaks. */
const aContract = (change: Partial<ContractSnapshot>): ContractSnapshot => ({
  id: uuidv7(),
  version: 1,
  dealId: null,
  resultId: null,
  needId: null,
  state: 'REGISTERED',
  title: '技术转让合同',
  subclass: '21',
  acceptanceNumber: null,
  registrationNumber: '2026140900000001',
  registeredOn: '2026-11-23',
  dueOn: null,
  registryDivision: CITY,
  applicantOrganisationId: randomUUID(),
  applicantPersonId: randomUUID(),
  sellerName: '卖方',
  buyerNames: ['买方'],
  confirmedPartyIds: [],
  sellerOrganisationId: null,
  buyerOrganisationIds: [],
  brokerNames: [],
  signedOn: null,
  totalAmount: 0,
  technicalAmount: 0,
  returnReason: null,
  standing: change.state === undefined || change.state === 'REGISTERED',
  proceeding: null,
  ...change,
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
      await deliver((to) =>
        to.projectOrganisation(
          anEvent('identity.organisation', { ...anOrganisation(id, name, kind), ...options }, 1),
        ),
      );
      return id;
    },
    async member(organisationId, kind, ...roles) {
      const personId = randomUUID();
      const divisionCode = kind === 'BUREAU_CITY' ? CITY : COUNTY;
      const membership = { organisationId, kind, divisionCode, roles };
      const person: PersonSnapshot = {
        id: personId,
        displayName: `${roles[0] ?? ''}-${personId.slice(0, 4)}`,
        email: '',
        status: 'ACTIVE',
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
      await deliver((to, tx) =>
        to.followContract(anEvent('contracts.contract', contract, contract.version), tx),
      );
      return contract;
    },
    async act<T>(actor: PersonActor, mutation: string, input: object, fields = '') {
      const selected = subjectOf(mutation) === 'deal' ? `${DEAL} ${fields}` : fields === '' ? 'id' : fields;
      const answer = await app
        .as(actor)
        .mutate<Record<string, Record<string, T & DealNode>>>(document(mutation, selected), { input });
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
      const { deal } = await app
        .as(actor)
        .query<{ deal: (T & DealNode) | null }>(`query ($id: ID!) { deal(id: $id) { ${DEAL} ${fields} } }`, {
          id,
        });
      return deal;
    },
  };
}
