import { randomUUID } from 'node:crypto';
import type { DomainEvent, EventType, NeedSnapshot, OrganisationSnapshot } from '@jihui/events';
import { system, type OrganisationKind, type PersonActor, type Role } from '@jihui/kernel';
import { Db, raw, sql, Work, type Tx } from '@jihui/platform';
import { CITY, COUNTY, testApp, type TestApp } from '@jihui/testing';
import { ChallengesHandlers } from '../src/challenges.handlers.js';
import { MODES, type CallMode } from '../src/core/calls/modes.js';
import { CALL_PARAMETERS } from '../src/core/calls/parameters.js';
import type { CallState } from '../src/core/calls/lifecycle.js';
import { challengesDomain } from '../src/index.js';
import { enterKeys, type PrivateKeys } from './bids.world.js';
import { aContent, fundingOf } from './call.fixture.js';

export interface CallNode {
  readonly id: string;
  readonly version: number;
  readonly state: CallState;
}

/** A city with its bureaus, an enterprise that has a demand, a university, a notary: everything but calls. */
export interface World extends TestApp {
  readonly owner: PersonActor;
  readonly ownerMember: PersonActor;
  readonly university: PersonActor;
  /** Another organisation that may bid. */
  readonly rival: PersonActor;
  readonly county: PersonActor;
  readonly otherCounty: PersonActor;
  readonly officer: PersonActor;
  readonly supervisor: PersonActor;
  readonly notary: PersonActor;
  deliver(run: (handlers: ChallengesHandlers, tx: Tx) => Promise<void>): Promise<void>;
  need(change?: Partial<NeedSnapshot>): Promise<string>;
  /** One mutation on a call; `input` besides id and version. */
  act(actor: PersonActor, mutation: string, call: CallNode, input?: object): Promise<CallNode>;
  /** Its code when it is refused: of the first violation, where there are any. */
  refused(actor: PersonActor, mutation: string, call: CallNode, input?: object): Promise<string>;
  /** A call of the owner's, taken as far as that state by those who do it. */
  call(state?: CallState, mode?: CallMode): Promise<CallNode>;
  /** Days pass, and the clock's job runs. */
  wait(days: number): Promise<void>;
  /** The clock's job for sealed bids runs. */
  watchBids(): Promise<void>;
  /** The clock's job for projects runs. */
  watchProjects(): Promise<void>;
  /** Private keys of the custodians, by the call. */
  readonly custodianKeys: Map<string, PrivateKeys>;
  /** Somebody who bids for one more institute. */
  institute(name: string): Promise<PersonActor>;
  /** What stands in the database. */
  rows(statement: string): Promise<readonly object[]>;
  read<T>(actor: Parameters<TestApp['as']>[0], id: string, fields: string): Promise<T | null>;
}

const organisation = (
  id: string,
  kind: OrganisationKind,
  name: string,
  divisionCode: string,
): OrganisationSnapshot => ({
  ...{ id, kind, name, divisionCode, uscc: '914403001922038216', partyNature: '022' },
  ...{ stateEstablished: false, status: 'ACTIVE', legalRepresentative: '', contactName: '' },
  ...{ contactPhone: '', address: '' },
});

export const anEvent = <K extends EventType>(
  type: K,
  payload: DomainEvent<K>['payload'],
): DomainEvent<K> => ({
  ...{ id: randomUUID(), type, payload, version: 1, action: 'change' },
  ...{ aggregateId: (payload as { id?: string }).id ?? randomUUID(), at: '2026-11-23T00:00:00.000Z' },
  actorId: randomUUID(),
});

const inputOf = (mutation: string): string =>
  INPUTS[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
const INPUTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['submitCall', 'startCallNotice', 'completeCallNotice', 'publishBidQualification'],
      ...['startCallReview', 'advanceCallReview', 'concludeCallReview', 'completeCallAward'],
    ].map((name) => [name, 'CallActionInput']),
  ),
  ...Object.fromEntries(['recommendCall', 'passCallFormCheck'].map((name) => [name, 'CallOpinionInput'])),
  ...Object.fromEntries(
    [
      ...['withdrawCall', 'returnCall', 'declineCall', 'failCall', 'relistCall', 'suspendCall'],
      ...['resumeCall', 'terminateCall', 'redrawReviewExperts', 'reopenCallReview'],
    ].map((name) => [name, 'CallReasonInput']),
  ),
};
const document = (mutation: string): string =>
  `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { call { id version state } } }`;

export const REASON = '理由充分，依据附后，详见会议纪要';

/**
 * @param hurried whether the city's notices and windows are short: a log has a head for each day of a window
 * @param planned what plans say besides
 */
export async function aWorld({ hurried = false, planned = {} } = {}): Promise<World> {
  const app = await testApp([challengesDomain]);
  const biddingDays = hurried ? 12 : 30;
  if (hurried)
    await app.get(Db).query(sql`
      insert into platform.parameter (name, value, effective_from, source) values
        (${CALL_PARAMETERS.biddingDays.name}, ${biddingDays}, '2022-01-01', '测试'),
        (${CALL_PARAMETERS.noticeDays.name}, 1, '2022-01-01', '测试')`);
  const handlers = app.get(ChallengesHandlers);
  const work = app.get(Work);
  const deliver: World['deliver'] = (run) =>
    work.run({ domain: 'challenges', name: 'deliver', actor: system('test') }, (tx) => run(handlers, tx));

  const place = async (kind: OrganisationKind, name: string, divisionCode: string): Promise<string> => {
    const id = randomUUID();
    await deliver((to) =>
      to.projectOrganisation(anEvent('identity.organisation', organisation(id, kind, name, divisionCode))),
    );
    return id;
  };
  const member = async (
    organisationId: string,
    kind: OrganisationKind,
    divisionCode: string,
    name: string,
    ...roles: Role[]
  ): Promise<PersonActor> => {
    const personId = randomUUID();
    const membership = { organisationId, kind, divisionCode, roles };
    const memberships = [{ ...membership, active: true }];
    const fact = { id: personId, displayName: name, email: '', status: 'ACTIVE' as const, memberships };
    await deliver((to) => to.projectPerson(anEvent('identity.person', fact)));
    return { kind: 'person', personId, memberships: [membership] };
  };

  const enterprise = await place('ENTERPRISE', '原平锻压有限公司', COUNTY);
  const campus = await place('UNIVERSITY', '忻州工业技术大学', '140902');
  const bureau = await place('BUREAU_CITY', '市科技局', CITY);
  const countyBureau = await place('BUREAU_COUNTY', '原平市教育科技局', COUNTY);
  const elsewhere = await place('BUREAU_COUNTY', '五台县教育科技局', '140922');
  const notaries = await place('OTHER', '市公证处', CITY);
  const owner = await member(enterprise, 'ENTERPRISE', COUNTY, '张建军', 'TRANSFER_OFFICER');
  const ownerMember = await member(enterprise, 'ENTERPRISE', COUNTY, '李工', 'MEMBER');
  const university = await member(campus, 'UNIVERSITY', '140902', '王晓岚', 'TRANSFER_OFFICER');
  const institute = await place('INSTITUTE', '省机械研究院', '140902');
  const rival = await member(institute, 'INSTITUTE', '140902', '赵院长', 'TRANSFER_OFFICER');
  const county = await member(countyBureau, 'BUREAU_COUNTY', COUNTY, '白雪峰', 'OFFICER');
  const otherCounty = await member(elsewhere, 'BUREAU_COUNTY', '140922', '孙科员', 'OFFICER');
  const officer = await member(bureau, 'BUREAU_CITY', CITY, '郭志强', 'OFFICER');
  const supervisor = await member(bureau, 'BUREAU_CITY', CITY, '刘慧', 'REGISTRAR');
  const notary = await member(notaries, 'OTHER', CITY, '公证员陈', 'MEMBER');
  const people = { owner, ownerMember, university, rival, county, otherCounty, officer, supervisor, notary };

  const send = (actor: PersonActor, mutation: string, { id, version }: CallNode, input: object) =>
    app.as(actor).mutate<Record<string, { call: CallNode }>>(document(mutation), {
      input: { id, expectedVersion: version, ...input },
    });
  const act: World['act'] = async (actor, mutation, call, input = {}) => {
    const { [mutation]: answer } = await send(actor, mutation, call, input);
    if (answer === undefined) throw new Error('no answer');
    return answer.call;
  };
  const wait: World['wait'] = async (days) => {
    if (days > 0) await app.advance(days);
    await work
      .run({ domain: 'challenges', name: 'now', actor: system('test') }, async (tx) => tx.now)
      .then((now) => handlers.watchCalls({}, { now } as Tx));
  };
  const current = async (id: string): Promise<CallNode> => {
    const found = await app
      .as(officer)
      .query<{ call: CallNode | null }>('query ($id: ID!) { call(id: $id) { id version state } }', { id });
    if (found.call === null) throw new Error('no call');
    return found.call;
  };
  const plan = (mode: CallMode): object => ({
    mode,
    funding: fundingOf(mode),
    undertakerId: MODES[mode].open ? null : campus,
    winners: MODES[mode].winners.least,
    biddingDays,
    criteria: [
      { name: '需求匹配与指标响应', weight: 6_000 },
      { name: '团队与条件', weight: 4_000 },
    ],
    custodians: [
      { personId: officer.personId, office: 'BUREAU' },
      { personId: supervisor.personId, office: 'SUPERVISION' },
      { personId: notary.personId, office: 'NOTARY' },
    ],
    threshold: 2,
    documents: MODES[mode].needs.map((kind) => ({ kind, title: '材料', number: '1号', summary: '内容摘要' })),
    key: false,
    office: '成果转化科',
    responsibleId: officer.personId,
    supervisorId: supervisor.personId,
    ...planned,
  });
  const { title, ...rest } = aContent();
  const { indicators, ...plain } = rest;
  const content = (mode: CallMode): object => ({
    ...plain,
    title,
    indicators: indicators.map(({ code: _, ...indicator }) => indicator),
    funding: fundingOf(mode),
  });

  const custodianKeys = new Map<string, PrivateKeys>();

  /** What is done to a call in a state so that it goes on. */
  const onward = async (call: CallNode, mode: CallMode): Promise<CallNode> => {
    switch (call.state) {
      case 'DRAFT': {
        const saved = await act(owner, 'saveCall', call, { mode, content: content(mode) });
        return act(owner, 'submitCall', saved);
      }
      case 'SUBMITTED':
        return act(county, 'recommendCall', call, { opinion: '需求真实' });
      case 'RECOMMENDED':
        return act(officer, 'passCallFormCheck', call);
      case 'FORM_CHECKED':
        return act(officer, 'recordCallArgument', call, {
          ...{
            heldOn: '2026-01-01',
            experts: '甲、乙、丙',
            opinion: '指标可考核，同意列入',
            verdict: 'PASSED',
          },
        });
      case 'CANDIDATE': {
        let next = await act(officer, 'planCall', call, plan(mode));
        for (const approval of MODES[mode].approvals)
          next = await act(approval === 'COUNTY_BUREAU' ? county : officer, 'approveCall', next, {
            ...{ document: '会议纪要〔2026〕3号', day: '2026-01-02' },
          });
        return next;
      }
      case 'APPROVED':
        return act(officer, 'startCallNotice', call);
      case 'NOTICED':
        await wait(hurried ? 3 : 15);
        return current(call.id);
      case 'CLEARED':
        custodianKeys.set(call.id, await enterKeys(app, call.id, [officer, supervisor, notary]));
        return act(officer, 'publishCall', call);
      case 'BIDDING':
        await wait(40);
        return current(call.id);
      default:
        throw new Error(`nothing goes on from ${call.state}`);
    }
  };

  return {
    ...app,
    ...people,
    deliver,
    act,
    wait,
    custodianKeys,
    watchBids: async () => {
      const now = await work.run(
        { domain: 'challenges', name: 'now', actor: system('test') },
        async (tx) => tx.now,
      );
      await handlers.watchBids({}, { now } as Tx);
    },
    watchProjects: async () => {
      const now = await work.run(
        { domain: 'challenges', name: 'now', actor: system('test') },
        async (tx) => tx.now,
      );
      await handlers.watchProjects({}, { now } as Tx);
    },
    institute: async (name) =>
      member(
        await place('INSTITUTE', name, '140902'),
        'INSTITUTE',
        '140902',
        `${name}负责人`,
        'TRANSFER_OFFICER',
      ),
    rows: (statement) => app.get(Db).query(raw(statement)),
    async need(change = {}) {
      const id = randomUUID();
      const need = {
        ...{ id, version: 1, code: 'XQ1', title: '功率模块散热基板', description: '导热不足', keywords: [] },
        ...{
          indicators: [],
          ownerId: enterprise,
          ownerName: '',
          createdBy: owner.personId,
          anonymous: false,
        },
        ...{
          needType: 'PRODUCT',
          divisionCode: COUNTY,
          cluster: '8-4',
          techField: '05',
          cooperationModes: [],
        },
        ...{ budgetMin: null, budgetMax: null, neededBy: null, visibility: 'PUBLIC', state: 'ONLINE' },
        ...{ online: true, expiresOn: null, ...change },
      } as unknown as NeedSnapshot;
      await deliver((to) => to.projectNeed(anEvent('listings.need', need)));
      return id;
    },
    async refused(actor, mutation, call, input = {}) {
      const { data, errors } = await send(actor, mutation, call, input).answer();
      const [error] = errors ?? [];
      if (error === undefined) throw new Error(`${mutation} was not refused: ${JSON.stringify(data)}`);
      const { code, violations = [] } = error.extensions;
      return code === 'INVALID_INPUT' ? (violations[0]?.code ?? code) : code;
    },
    async call(state = 'DRAFT', mode = 'JB') {
      const { startCall } = await app.as(owner).mutate<{
        startCall: { call: CallNode };
      }>('mutation ($input: StartCallInput!) { startCall(input: $input) { call { id version state } } }', {
        input: { organisationId: enterprise, mode },
      });
      let { call } = startCall;
      while (call.state !== state) call = await onward(call, mode);
      return call;
    },
    async read<T>(actor: Parameters<TestApp['as']>[0], id: string, fields: string) {
      const { call } = await app
        .as(actor)
        .query<{ call: T | null }>(`query ($id: ID!) { call(id: $id) { ${fields} } }`, { id });
      return call;
    },
  };
}
