import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DealSnapshot, OrganisationSnapshot } from '@jihui/events';
import type { OrganisationKind, PersonActor } from '@jihui/kernel';
import { Db, Files, sql } from '@jihui/platform';
import { aMember, organisationOf, testApp, type TestApp, type TestAppOptions } from '@jihui/testing';
import { ApplicationsService } from '../src/applications.service.js';
import { ChecksService } from '../src/checks/checks.service.js';
import { ContractEvents } from '../src/contract-events.js';
import type { ContractForm, FileKind } from '../src/core/contract.js';
import type { FormPatch } from '../src/core/form-patch.js';
import type { State } from '../src/core/lifecycle.js';
import { checklistOf } from '../src/core/rulesets/checklists.js';
import { ExpertsService } from '../src/experts/experts.service.js';
import { contractsDomain } from '../src/index.js';
import { RegistrationService } from '../src/registration.service.js';
import { ReviewsService } from '../src/reviews.service.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { completeForm, wholePanel } from './contract.fixture.js';
import { smallPdf } from '@jihui/testing';

/** Codes with the right check character, one a kind of organisation that the tests need. */
const USCCS = ['91330100799655058B', '914403001922038216', '9144030071526726XG', '91110108551385082Q'];

export interface Target {
  readonly clientMutationId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

/** A city with its registries, a university that sells, enterprises, registrars: everything but contracts. */
export interface World {
  readonly app: TestApp;
  readonly seller: PersonActor;
  readonly sellerAdmin: PersonActor;
  readonly sellerMember: PersonActor;
  readonly buyer: PersonActor;
  readonly stranger: PersonActor;
  readonly registrarA: PersonActor;
  readonly registrarB: PersonActor;
  readonly countyRegistrar: PersonActor;
  readonly conflicted: PersonActor;
  readonly officer: PersonActor;
  readonly bureauAdmin: PersonActor;
  readonly applications: ApplicationsService;
  readonly reviews: ReviewsService;
  readonly registration: RegistrationService;
  readonly checks: ChecksService;
  readonly events: ContractEvents;
  /** A new application of the seller's, taken by the real services as far as that state. */
  application(state?: State, change?: FormPatch): Promise<string>;
  /** Tells of a signed deal between seller and buyer. */
  deal(change?: Partial<DealSnapshot>): Promise<DealSnapshot>;
  /** Every condition of the contract's class judged alike. */
  judge(id: string, as?: PersonActor, met?: boolean): Promise<void>;
  /** Three experts of elsewhere, each heard. */
  panel(id: string, favourable?: boolean, as?: PersonActor): Promise<void>;
  target(id: string): Promise<Target>;
  /** A file of that kind; left to itself its text is so long that no two read alike by chance. */
  file(contractId: string, kind: FileKind, content?: string, as?: PersonActor): Promise<string>;
  /** These very bytes. */
  upload(contractId: string, kind: FileKind, name: string, bytes: Buffer, as?: PersonActor): Promise<string>;
  rows<R>(statement: ReturnType<typeof sql>): Promise<R[]>;
  close(): Promise<void>;
}

const organisation = (
  id: string,
  kind: OrganisationKind,
  name: string,
  divisionCode: string,
  uscc: string,
  more: Partial<OrganisationSnapshot> = {},
): OrganisationSnapshot => ({
  id,
  name,
  kind,
  uscc,
  divisionCode,
  partyNature: kind === 'UNIVERSITY' ? '022' : kind.startsWith('BUREAU') ? '013' : '150',
  stateEstablished: false,
  status: 'ACTIVE',
  legalRepresentative: `${name}的代表`,
  contactName: '李联系',
  contactPhone: '0350-3000001',
  address: '山西省忻州市',
  ...more,
});

const words = (): string => Array.from({ length: 30 }, () => randomUUID()).join(' ');

export async function aWorld(options: TestAppOptions = {}): Promise<World> {
  const app = await testApp([contractsDomain], options);
  const events = app.get(ContractEvents);
  const db = app.get(Db);
  const store = app.get(ContractsStore);
  const files = app.get(Files);
  const applications = app.get(ApplicationsService);
  const reviews = app.get(ReviewsService);
  const registration = app.get(RegistrationService);
  const checks = app.get(ChecksService);

  const seller = aMember('UNIVERSITY', ['TRANSFER_OFFICER'], { divisionCode: '140902' });
  const sellerAt = { organisationId: organisationOf(seller), divisionCode: '140902' };
  const buyer = aMember('ENTERPRISE', ['TRANSFER_OFFICER'], { divisionCode: '140981' });
  const stranger = aMember('ENTERPRISE', ['TRANSFER_OFFICER'], { divisionCode: '140902' });
  const registrarA = aMember('BUREAU_CITY', ['REGISTRAR']);
  const bureau = { organisationId: organisationOf(registrarA) };
  const county = aMember('BUREAU_COUNTY', ['REGISTRAR'], { divisionCode: '140981' });
  const registrarB = aMember('BUREAU_CITY', ['REGISTRAR'], bureau);
  const conflicted: PersonActor = {
    ...aMember('BUREAU_CITY', ['REGISTRAR'], bureau),
  };
  const conflictedToo: PersonActor = {
    ...conflicted,
    memberships: [
      ...conflicted.memberships,
      {
        organisationId: organisationOf(buyer),
        kind: 'ENTERPRISE',
        divisionCode: '140981',
        roles: ['MEMBER'],
      },
    ],
  };
  const people: readonly (readonly [PersonActor, string])[] = [
    [registrarA, '刘慧'],
    [registrarB, '陈立'],
    [county, '白雪峰'],
    [seller, '王晓岚'],
  ];
  const organisations = [
    organisation(organisationOf(seller), 'UNIVERSITY', '忻州示范大学', '140902', USCCS[0] ?? ''),
    organisation(organisationOf(buyer), 'ENTERPRISE', '原平光电科技有限公司', '140981', USCCS[1] ?? ''),
    organisation(organisationOf(stranger), 'ENTERPRISE', '旁人有限公司', '140902', USCCS[2] ?? ''),
    organisation(organisationOf(registrarA), 'BUREAU_CITY', '忻州市科学技术局', '140900', ''),
    organisation(organisationOf(county), 'BUREAU_COUNTY', '原平市教育科技局', '140981', ''),
  ];
  for (const payload of organisations) await events.organisation({ payload, version: 1 } as never);
  for (const [{ personId, memberships }, displayName] of people)
    await events.person(
      {
        payload: {
          id: personId,
          displayName,
          email: `${personId}@example.org`,
          memberships: memberships.map((membership) => ({ ...membership, active: true })),
        },
        version: 1,
      } as never,
      new Date(),
    );

  const target = async (id: string): Promise<Target> => {
    const contract = await store.get(id);
    return { clientMutationId: randomUUID(), id, expectedVersion: contract?.version ?? 0 };
  };
  const file: World['file'] = async (contractId, kind, content = words(), as = seller) => {
    return upload(contractId, kind, `${kind}.pdf`, smallPdf(`${kind} ${content}`), as);
  };
  const upload: World['upload'] = async (contractId, kind, name, bytes, as = seller) => {
    const stored = await files.put(Readable.from([bytes]));
    return (await applications.addFile(as, { ...stored, contractId, kind, name })).id;
  };
  const judge: World['judge'] = async (id, as = registrarA, met = true) => {
    const contract = await store.get(id);
    const judgements = checklistOf(contract?.form.subclass ?? null).map(({ id: item }) => ({
      item,
      met,
      note: met ? null : '合同中没有相应约定',
    }));
    await checks.judge(as, { ...(await target(id)), judgements });
  };
  const panel: World['panel'] = async (id, favourable = true, as = registrarB) => {
    const experts = wholePanel.map(({ id: _, ...expert }) => ({ ...expert, favourable }));
    await app.get(ExpertsService).save(as, { ...(await target(id)), experts });
  };
  const opinion = '材料齐全，符合认定条件。';
  const steps: readonly (readonly [State, (id: string) => Promise<unknown>])[] = [
    ['SUBMITTED', async (id) => applications.submit(seller, await target(id))],
    ['ACCEPTED', async (id) => reviews.accept(registrarA, await target(id))],
    ['FIRST_REVIEW', async (id) => reviews.claim(registrarA, await target(id))],
    [
      'SECOND_REVIEW',
      async (id) => {
        await judge(id);
        await reviews.passFirst(registrarA, { ...(await target(id)), opinion });
      },
    ],
    ['REGISTERED', async (id) => registration.passSecond(registrarB, { ...(await target(id)), opinion })],
  ];
  const aside: { readonly [state in State]?: readonly [from: State, (id: string) => Promise<unknown>] } = {
    RETURNED: [
      'FIRST_REVIEW',
      async (id) =>
        reviews.return(registrarA, {
          ...(await target(id)),
          deficiencies: [{ path: 'signedAt', message: '请补充签订地点' }],
        }),
    ],
    NOT_ACCEPTED: [
      'SUBMITTED',
      async (id) => reviews.decline(registrarA, { ...(await target(id)), grounds: ['R02'], opinion }),
    ],
    REJECTED: [
      'SECOND_REVIEW',
      async (id) => reviews.reject(registrarB, { ...(await target(id)), grounds: ['R02'], opinion }),
    ],
    APPROVED: [
      'SECOND_REVIEW',
      async (id) => registration.approve(registrarB, { ...(await target(id)), opinion }),
    ],
    EXPERT_REVIEW: [
      'SECOND_REVIEW',
      async (id) => reviews.sendToExperts(registrarB, { ...(await target(id)), opinion }),
    ],
    WITHDRAWN: [
      'DRAFT',
      async (id) => applications.withdraw(seller, { ...(await target(id)), reason: '双方另行协商' }),
    ],
  };

  let serial = 0;
  const filled = async (change: FormPatch): Promise<string> => {
    serial += 1;
    const { id } = await applications.start(seller, {
      clientMutationId: randomUUID(),
      organisationId: organisationOf(seller),
    });
    await file(id, 'CONTRACT_TEXT');
    await file(id, 'IP_CERTIFICATE');
    const form: FormPatch = { ...formOf(completeForm), title: `光伏组件封装技术${serial}` };
    await applications.save(seller, { ...(await target(id)), form });
    if (Object.keys(change).length > 0)
      await applications.save(seller, { ...(await target(id)), form: change });
    return id;
  };
  const application = async (state: State = 'DRAFT', change: FormPatch = {}): Promise<string> => {
    const id = await filled(change);
    const [until, last] = aside[state] ?? [state, undefined];
    for (const [reached, step] of until === 'DRAFT' ? [] : steps) {
      await step(id);
      if (reached === until) break;
    }
    await last?.(id);
    return id;
  };
  const deal: World['deal'] = async (change = {}) => {
    const snapshot = aDeal(organisationOf(seller), organisationOf(buyer), change);
    await events.deal({ payload: snapshot, version: snapshot.version } as never);
    return snapshot;
  };
  return {
    app,
    seller,
    sellerAdmin: aMember('UNIVERSITY', ['ORG_ADMIN'], sellerAt),
    sellerMember: aMember('UNIVERSITY', ['RESEARCHER'], sellerAt),
    buyer,
    stranger,
    registrarA,
    registrarB,
    countyRegistrar: county,
    conflicted: conflictedToo,
    officer: aMember('BUREAU_CITY', ['OFFICER'], bureau),
    bureauAdmin: aMember('BUREAU_CITY', ['ORG_ADMIN'], bureau),
    applications,
    reviews,
    registration,
    checks,
    events,
    judge,
    panel,
    application,
    deal,
    target,
    file,
    upload,
    rows: (statement) => db.query(statement),
    close: () => app.close(),
  };
}

/** A form as it comes from the portal: parties without the organisations that the server finds. */
export const formOf = ({ declaration, ...form }: ContractForm): FormPatch => ({
  ...form,
  declaration: declaration && { truthful: declaration.truthful, signatory: declaration.signatory },
});

export const aDeal = (
  sellerId: string,
  buyerId: string,
  change: Partial<DealSnapshot> = {},
): DealSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'DJ2026-000001',
  state: 'SIGNED',
  title: '高效光伏组件封装',
  resultId: null,
  needId: null,
  sellerId,
  sellerName: '忻州示范大学',
  buyerId,
  buyerName: '原平光电科技有限公司',
  buyerHidden: false,
  sellerPersonIds: [],
  buyerPersonIds: [],
  brokers: [],
  introductions: [],
  cooperationMode: 'TRANSFER',
  price: { total: 100_000_000, technical: 75_000_000, method: 'AGREEMENT', paymentMode: 'INSTALMENTS' },
  disclosure: { startsOn: '2026-10-01', endsOn: '2026-10-20', state: 'COMPLETED' },
  signature: {
    signedOn: '2026-11-02',
    place: '山西省忻州市',
    effectiveFrom: '2026-11-02',
    effectiveTo: '2028-11-01',
    fileSha256: randomUUID().replaceAll('-', '').repeat(2),
    fileName: '技术转让合同.pdf',
    fileSize: 12_345,
    confirmed: true,
    signatories: ['张校长', '王经理'],
  },
  message: null,
  ...change,
});
