import { randomUUID } from 'node:crypto';
import { anonymous, type PersonActor } from '@jihui/kernel';
import { REASON } from './calls.world.js';
import { expectDiligence } from './diligence.js';
import { filesFor } from './files.js';
import { judged } from './project.fixture.js';
import { contractOf, type ReviewWorld } from './reviews.world.js';
import { ProjectsStore } from '../src/store/projects.store.js';

interface ProjectNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly sight: string;
  readonly approved: number;
  readonly note: string | null;
  readonly money: { readonly paid: number; readonly available: number } | null;
  readonly indicators: readonly {
    readonly promised: string | null;
    readonly measured: string | null;
    readonly ofCall: string;
  }[];
}
const PROJECT = `id version state sight approved note money { paid available }
  indicators { promised measured ofCall }`;
const inputOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['suspend', 'resume', 'terminate', 'eliminate'].map((verb) => [
      `${verb}Project`,
      'CallProjectReasonInput',
    ]),
  ),
  ...Object.fromEntries(
    ['appropriateProjectMoney', 'proveOwnerPayment', 'recoverProjectMoney', 'returnProjectMoney'].map(
      (name) => [name, 'CallProjectLedgerInput'],
    ),
  ),
  ...{ payProject: 'CallProjectActionInput', refuseProjectPayment: 'CallProjectReasonInput' },
  ...{ reviewExemption: 'CallProjectReasonInput', lapseProject: 'CallProjectReasonInput' },
};

/** The projects of one call, as the people of the world work on them. */
export type ProjectDesk = ReturnType<typeof projectDesk>;

export function projectDesk(world: ReviewWorld, callId: string) {
  const projectOf = async (actor: Parameters<ReviewWorld['as']>[0], id: string): Promise<ProjectNode> =>
    (
      await world
        .as(actor)
        .query<{ callProject: ProjectNode }>(`query ($id: ID!) { callProject(id: $id) { ${PROJECT} } }`, {
          id,
        })
    ).callProject;
  const send = async (actor: PersonActor, mutation: string, id: string, input: object) => {
    const files = await filesFor(world, actor, mutation, id);
    const { version } = await projectOf(world.officer, id);
    const type = inputOf[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    return world
      .as(actor)
      .mutate<Record<string, { project: ProjectNode }>>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { project { ${PROJECT} } } }`,
        { input: { id, expectedVersion: version, ...files, ...input } },
      )
      .answer();
  };
  const did = async (
    actor: PersonActor,
    mutation: string,
    id: string,
    input: object = {},
  ): Promise<ProjectNode> => {
    const { data, errors } = await send(actor, mutation, id, input);
    const found = data?.[mutation]?.project;
    if (found === undefined) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return found;
  };
  const refusal = async (
    actor: PersonActor,
    mutation: string,
    id: string,
    input: object = {},
  ): Promise<string> => {
    const { errors } = await send(actor, mutation, id, input);
    const [error] = errors ?? [];
    if (error === undefined) throw new Error(`${mutation} was not refused`);
    const { code: name, violations = [] } = error.extensions;
    return name === 'INVALID_INPUT' ? (violations[0]?.code ?? name) : (name ?? '');
  };
  const firstProject = async (): Promise<ProjectNode> => {
    const { callProjects } = await world
      .client()
      .query<{ callProjects: { edges: { node: ProjectNode }[] } }>(
        `query ($callId: ID!) { callProjects(first: 5, filter: { callId: $callId }) { edges { node { ${PROJECT} } } } }`,
        { callId },
      );
    return callProjects.edges[0]!.node;
  };
  /** Projects whose payment this person may approve. */
  const approvable = async (actor: PersonActor): Promise<readonly string[]> => {
    const { callProjects } = await world.as(actor).query<{
      callProjects: { edges: { node: { id: string } }[] };
    }>('{ callProjects(first: 5, filter: { toApprove: true }) { edges { node { id } } } }');
    return callProjects.edges.map(({ node }) => node.id);
  };
  /** Whoever was awarded, and the other. */
  const sides = async (id: string): Promise<readonly [undertaker: PersonActor, other: PersonActor]> =>
    (await projectOf(world.university, id)).sight === 'UNDERTAKER'
      ? [world.university, world.rival]
      : [world.rival, world.university];
  return { world, callId, projectOf, did, refusal, firstProject, approvable, sides };
}

/** From the task book over milestones and two levels of payment to acceptance, settlement and the registration of the result. */
export async function expectSettled({ world, callId, ...desk }: ProjectDesk): Promise<void> {
  const { projectOf, did, refusal, firstProject, approvable, sides } = desk;
  const { id, ...begun } = await firstProject();
  expect(begun).toMatchObject({ state: 'AWARDED', sight: 'PUBLIC', money: null, approved: 300_000_00 });
  const [undertaker] = await sides(id);
  const signed = {
    ...{ number: 'RW-2026-01', signedOn: '2026-01-05', endsOn: '2028-01-05' },
    milestones: [{ name: '样件试制', dueOn: '2026-12-31' }],
    instalments: [
      { milestone: null, ratio: 3_000 },
      { milestone: 0, ratio: 7_000 },
    ],
  };
  expect(await refusal(world.owner, 'signProject', id, signed)).toBe('FORBIDDEN');
  expect(
    await refusal(world.officer, 'signProject', id, { ...signed, instalments: [{ ratio: 9_000 }] }),
  ).toBe('CHALLENGES.SCHEDULE');
  expect(await refusal(world.officer, 'lapseProject', id, { reason: REASON })).toBe('CHALLENGES.NOT_YET');
  expect((await did(world.officer, 'signProject', id, signed)).state).toBe('RUNNING');

  const money = (amount: number, voucher: string) => ({ day: '2026-01-06', amount, voucher });
  expect(await refusal(world.officer, 'appropriateProjectMoney', id, money(300_000_01, '1号'))).toBe(
    'CHALLENGES.PAYMENT',
  );
  await did(world.officer, 'appropriateProjectMoney', id, money(300_000_00, '忻财〔2026〕1号'));
  const first = { instalment: 'P1', voucher: 'PZ-1' };
  expect(await refusal(world.officer, 'requestProjectPayment', id, first)).toBe('CHALLENGES.PAYMENT');
  const contractId = randomUUID();
  const number = { registrationNumber: `2026-${contractId.slice(0, 8)}` };
  await contractOf(world, contractId, undertaker, { standing: false });
  expect(await refusal(undertaker, 'linkProjectContract', id, number)).toBe('CHALLENGES.CONTRACT');
  await contractOf(world, contractId, undertaker, { version: 2 });
  await did(undertaker, 'linkProjectContract', id, number);
  await did(world.officer, 'requestProjectPayment', id, first);
  expect(await refusal(world.officer, 'payProject', id)).toBe('CHALLENGES.SAME_PERSON');
  expect(await approvable(undertaker)).toEqual([]);
  expect(await approvable(world.officer)).toEqual([]);
  const second: PersonActor = { ...world.officer, personId: randomUUID() };
  const rival = { ...second, memberships: [...second.memberships, ...world.rival.memberships] };
  expect([await approvable(second), await approvable(rival)]).toEqual([[id], []]);
  expect((await did(second, 'payProject', id)).money).toMatchObject({
    paid: 90_000_00,
    available: 210_000_00,
  });
  expect(await approvable(second)).toEqual([]);

  const report = {
    ...{ milestoneId: 'M1', text: '样件两件已试制并送检', evidence: '检测报告 2026-17 号' },
    measurements: [
      { code: 'I1', value: '9380' },
      { code: 'I2', value: '0.45' },
    ],
  };
  expect(
    await refusal(undertaker, 'reportMilestone', id, {
      ...report,
      measurements: [{ code: 'X', value: '约' }],
    }),
  ).toBe('CHALLENGES.UNKNOWN_CODE');
  expect(
    await refusal(world.officer, 'assessMilestone', id, {
      milestoneId: 'M1',
      verdict: 'PASSED',
      opinion: REASON,
    }),
  ).toBe('CHALLENGES.PROJECT');
  const reported = await did(undertaker, 'reportMilestone', id, report);
  expect(reported.indicators.map(({ measured, ofCall }) => [measured, ofCall])).toEqual([
    ['9380', 'MET'],
    ['0.45', 'MET'],
  ]);
  expect(await refusal(undertaker, 'applyForAcceptance', id, { summary: REASON, measurements: [] })).toBe(
    'CHALLENGES.PROJECT',
  );
  await did(world.officer, 'assessMilestone', id, { milestoneId: 'M1', verdict: 'PASSED', opinion: REASON });
  expect(
    await refusal(world.officer, 'requestProjectPayment', id, { instalment: 'P2', voucher: 'PZ-2' }),
  ).toBe('CHALLENGES.PAYMENT');
  await did(world.owner, 'proveOwnerPayment', id, money(210_000_00, 'HD-1'));
  expect(await refusal(world.owner, 'proveOwnerPayment', id, money(1_00, 'HD-1'))).toBe('CHALLENGES.PAYMENT');
  await did(world.officer, 'requestProjectPayment', id, { instalment: 'P2', voucher: 'PZ-2' });
  await did(second, 'refuseProjectPayment', id, { reason: '凭证号有误，请重新申请拨付' });
  await did(world.officer, 'requestProjectPayment', id, { instalment: 'P2', voucher: 'PZ-3' });
  await did(second, 'payProject', id);
  await did(world.supervisor, 'inspectProject', id, { day: '2026-01-07', findings: REASON });
  const extension = { kind: 'EXTENSION', reason: REASON, endsOn: '2028-06-05' };
  await did(world.officer, 'changeProject', id, extension);
  expect(await refusal(world.officer, 'changeProject', id, { ...extension, endsOn: '2028-09-05' })).toBe(
    'CHALLENGES.EXTENDED_ALREADY',
  );

  await did(undertaker, 'applyForAcceptance', id, { summary: REASON, measurements: [] });
  const accept = { conclusion: 'PASSED', opinion: REASON };
  expect(await refusal(world.officer, 'concludeAcceptance', id, accept)).toBe('CHALLENGES.PROJECT');
  await did(world.owner, 'giveUserReport', id, { satisfied: true, text: REASON });
  expect((await did(world.officer, 'concludeAcceptance', id, accept)).state).toBe('ACCEPTED');
  expect(await refusal(world.officer, 'settleProject', id, judged(4_001))).toBe('CHALLENGES.SHEET');
  expect((await did(world.officer, 'settleProject', id, judged(3_200))).state).toBe('SETTLED');
  expect((await world.current(callId)).state).toBe('FINISHED');
  const result = {
    ...{ name: '余热淬火法兰', kind: 'APPLIED', number: '9142026Y0001', authority: '省科技成果登记中心' },
    registeredOn: '2026-01-07',
  };
  expect(await refusal(world.officer, 'registerProjectResult', id, result)).toBe('FORBIDDEN');
  expect(
    await refusal(undertaker, 'registerProjectResult', id, { ...result, registeredOn: '2099-01-01' }),
  ).toBe('CHALLENGES.DATE_IN_FUTURE');
  await did(undertaker, 'registerProjectResult', id, result);
  expect(await refusal(undertaker, 'registerProjectResult', id, result)).toBe('CHALLENGES.PROJECT');
  expect((await projectOf(anonymous, id)).note).toBeNull();
}

/** A project that ends early: exempted by three hands, and nothing clawed back then. */
export async function expectExempted({ world, callId, ...desk }: ProjectDesk): Promise<void> {
  const { projectOf, did, refusal, firstProject, sides } = desk;
  const settled = (await world.get(ProjectsStore).byIds([(await firstProject()).id])).values().next().value!;
  const [, other] = await sides(settled.id);
  const [{ id: bidId } = { id: '' }] = (await world.rows(
    `select b.id from challenges.bid b where b.call_id = '${callId}' and b.id <> '${settled.bidId}'`,
  )) as readonly { id: string }[];
  // A racer beside the first, as a race would have begun it.
  const id = randomUUID();
  const entries = settled.entries.slice(0, 2);
  await world.get(ProjectsStore).insert({
    ...{ ...settled, id, bidId, code: `${settled.code}-2`, state: 'RUNNING', entries, version: 1 },
    organisationId: other.memberships[0]?.organisationId ?? '',
    performance: null,
  });
  await did(world.officer, 'suspendProject', id, { reason: REASON });
  expect(await refusal(world.officer, 'changeProject', id, { kind: 'PEOPLE', reason: REASON })).toBe(
    'CHALLENGES.SUSPENDED',
  );
  await did(world.officer, 'resumeProject', id, { reason: REASON });
  expect(await refusal(world.officer, 'eliminateProject', id, { reason: REASON })).toBe('CHALLENGES.PROJECT');
  expect(
    (await did(world.officer, 'terminateProject', id, { reason: '技术路线经专家论证不可行' })).state,
  ).toBe('TERMINATED');
  const recovery = { day: '2026-01-07', amount: 10_000_00, voucher: 'ZH-1', instalment: 'P1' };
  await did(world.officer, 'recoverProjectMoney', id, recovery);
  const facts = { facts: REASON, records: '实验记录本十二册、检测报告五份', expertOpinion: REASON };
  await did(world.officer, 'proposeExemption', id, facts);
  expect(await refusal(world.officer, 'reviewExemption', id, { reason: REASON })).toBe(
    'CHALLENGES.SAME_PERSON',
  );
  const conclusion = { exempt: true, conclusion: REASON };
  expect(await refusal(world.supervisor, 'decideExemption', id, conclusion)).toBe('CHALLENGES.EXEMPTION');
  await did({ ...world.officer, personId: randomUUID() }, 'reviewExemption', id, { reason: REASON });
  expect(await refusal(world.officer, 'decideExemption', id, conclusion)).toBe('FORBIDDEN');
  await did(world.supervisor, 'decideExemption', id, conclusion);
  expect(await refusal(world.officer, 'recoverProjectMoney', id, recovery)).toBe('CHALLENGES.EXEMPTION');
  expect(await refusal(world.officer, 'settleProject', id, judged(0))).toBe('CHALLENGES.PAYMENT');
  const { money } = await projectOf(world.officer, id);
  await did(world.officer, 'returnProjectMoney', id, {
    day: '2026-01-08',
    amount: money!.available,
    voucher: 'TH-1',
  });
  expect((await did(world.officer, 'settleProject', id, judged(0))).money?.available).toBe(0);
}

/** Every duty of the settled project with its proofs. */
export async function expectDuties({ world, callId, sides }: ProjectDesk): Promise<void> {
  const [{ id } = { id: '' }] = (await world.rows(
    `select p.id from challenges.project p where p.call_id = '${callId}' order by p.code limit 1`,
  )) as readonly { id: string }[];
  const [undertaker] = await sides(id);
  const duties = await expectDiligence(world, id, undertaker);
  const left = duties.filter(({ state }) => state !== 'MET' && state !== 'LATE');
  // The owner has proved 210,000 of its 700,000 yuan.
  expect(left.filter(({ state }) => state !== 'NOT_DUE').map(({ duty }) => duty.slice(0, 5))).toEqual([
    '发榜方出资',
  ]);
  expect(left.filter(({ state }) => state === 'NOT_DUE').map(({ duty }) => duty.slice(-4))).toEqual([
    ...['经济效益', '经济效益', '经济效益'],
  ]);
  for (const { duty, state, steps } of duties)
    if (state !== 'NOT_DUE') expect([duty, steps.length > 0]).toEqual([duty, true]);
  expect(duties.find(({ duty }) => duty.startsWith('拨付第 2 期'))?.steps).toHaveLength(2);
}
