import { randomUUID } from 'node:crypto';
import { demoActor } from './city.js';
import { awardMany } from './busy-projects.js';
import { odd, oddly, UNIVERSITY, verbsOn, type Cast } from './trial-cast.js';
import type { Trial } from './trial.js';
import type { Subject } from './walk.js';

const REASON = odd('依据材料，理由充分，详见会议纪要');
const DAY = '2026-01-06';

type Who = Cast['officer'];
type Act = (
  who: Who,
  mutation: string,
  on: Subject,
  input?: object,
  more?: Partial<Trial>,
) => Promise<Subject>;

/** Every verb of a project of a call: the demo city's own from its second milestone to its settlement, and one just awarded. */
export async function tryCallProjects(cast: Cast): Promise<void> {
  const verb = verbsOn(
    cast,
    'callProject',
    (mutation) => ACTIONS[mutation] ?? mutation.replace('Project', ''),
  );
  // The institute undertakes it.
  const others = cast.outsiders.slice(0, -1);
  const act: Act = (who, mutation, on, input = {}, more = {}) =>
    verb(who, mutation, on, { others, ...more, input: { ...input } });
  const running = await firstProject(cast, 'RUNNING');
  const worked = await run(cast, act, running);
  const ended = await accept(cast, act, await payments(cast, act, worked));
  await settle(cast, act, ended);
  await begin(cast, act);
}

/** Sends a file for the act. */
export async function sent(
  who: Who,
  { id: projectId }: Pick<Subject, 'id'>,
  action: string,
): Promise<readonly string[]> {
  const content = Buffer.from(`%PDF-1.4 ${randomUUID()}`);
  const { body, status } = await who.upload('/files/challenges/records', '材料.pdf', content, {
    projectId,
    action,
  });
  if (status !== 201) throw new Error(`no file for ${action}: ${JSON.stringify(body)}`);
  return [(body as { id: string }).id];
}

async function run({ city, officer }: Cast, act: Act, project: Subject): Promise<Subject> {
  const undertaker = city.who('institute');
  const { callProject } = await officer.query<{ callProject: { registrationNumber: string } }>(
    'query ($id: ID!) { callProject(id: $id) { registrationNumber } }',
    { id: project.id },
  );
  const { registrationNumber } = callProject;
  const again = { repeatable: true };
  let now = await act(undertaker, 'linkProjectContract', project, { registrationNumber }, again);
  now = await act(officer, 'inspectProject', now, { day: DAY, findings: REASON, rectifyBy: null }, again);
  now = await act(officer, 'changeProject', now, { kind: 'PEOPLE', reason: REASON }, again);
  now = await act(officer, 'suspendProject', now, { reason: REASON });
  return act(officer, 'resumeProject', now, { reason: REASON });
}

/** The demo city's second instalment waits for its approval. */
async function payments({ city, officer, secondOfficer, enterprise }: Cast, act: Act, project: Subject) {
  let now = await act(secondOfficer, 'refuseProjectPayment', project, { reason: REASON });
  now = await act(officer, 'requestProjectPayment', now, { instalment: 'P2', voucher: oddly('PZ-1') });
  now = await act(secondOfficer, 'payProject', now);
  now = await act(enterprise, 'proveOwnerPayment', now, {
    ...{ day: DAY, amount: 100, voucher: oddly('HD-1') },
    files: await sent(enterprise, now, 'provePayment'),
  });
  const undertaker = city.who('institute');
  for (const milestoneId of ['M2', 'M3']) {
    now = await act(
      undertaker,
      'reportMilestone',
      now,
      {
        ...{
          milestoneId,
          text: REASON,
          evidence: odd('检测报告'),
          measurements: [{ code: 'I4', value: '1.2' }],
        },
        files: await sent(undertaker, now, 'report'),
      },
      { repeatable: true },
    );
    now = await act(officer, 'assessMilestone', now, { milestoneId, verdict: 'PASSED', opinion: REASON });
  }
  return now;
}

async function accept({ city, officer, enterprise }: Cast, act: Act, project: Subject): Promise<Subject> {
  const undertaker = city.who('institute');
  let now = await act(undertaker, 'applyForAcceptance', project, {
    ...{ summary: REASON, measurements: [{ code: 'I4', value: '1.1' }] },
    files: await sent(undertaker, project, 'applyAcceptance'),
  });
  const word = { satisfied: false, text: REASON };
  now = await act(enterprise, 'giveUserReport', now, word, { repeatable: true });
  return act(officer, 'concludeAcceptance', now, { conclusion: 'CONCLUDED', opinion: REASON });
}

async function settle({ city, officer, secondOfficer }: Cast, act: Act, project: Subject): Promise<void> {
  let now = await act(officer, 'proposeExemption', project, {
    ...{ facts: REASON, records: REASON, expertOpinion: REASON },
  });
  now = await act(secondOfficer, 'reviewExemption', now, { reason: REASON });
  now = await act(city.who('registrar2'), 'decideExemption', now, { exempt: false, conclusion: REASON });
  const row = { day: DAY, voucher: oddly('ZH-1') };
  now = await act(
    officer,
    'recoverProjectMoney',
    now,
    { ...row, amount: 1, instalment: 'P1' },
    { repeatable: true },
  );
  const { callProject } = await officer.query<{ callProject: { money: { available: number } } }>(
    'query ($id: ID!) { callProject(id: $id) { money { available } } }',
    { id: now.id },
  );
  now = await act(officer, 'returnProjectMoney', now, { ...row, amount: callProject.money.available });
  const criteria = ['TARGETS', 'MONEY', 'BENEFIT', 'MANAGEMENT'];
  await act(officer, 'settleProject', now, {
    performance: criteria.map((criterion) => ({ criterion, points: 1_000, note: REASON })),
  });
}

/** Signed, given its one 分, and ended. */
async function begin(cast: Cast, act: Act): Promise<void> {
  const { city, officer } = cast;
  await awardMany(city, 1);
  const awarded = await firstProject(cast, 'AWARDED');
  let now = await act(officer, 'signProject', awarded, {
    ...{ number: oddly('RW-1'), signedOn: DAY, endsOn: '2028-01-05' },
    milestones: [{ name: oddly('样件试制'), dueOn: '2027-06-30' }],
    instalments: [{ milestone: 0, ratio: 10_000 }],
    files: await sent(officer, awarded, 'sign'),
  });
  now = await act(officer, 'replaceProjectUndertaker', now, {
    ...{ organisationId: UNIVERSITY, reason: REASON },
  });
  now = await act(officer, 'appropriateProjectMoney', now, { day: DAY, amount: 1, voucher: oddly('1号') });
  await act(officer, 'terminateProject', now, { reason: REASON });
}

/** @throws Error where the demo city has no project in that state */
export async function firstProject({ city }: Cast, state: string): Promise<Subject> {
  const { callProjects } = await city
    .as(demoActor('officer'))
    .query<{ callProjects: { edges: { node: Subject }[] } }>(
      `{ callProjects(filter: { states: [${state}] }, first: 1) { edges { node { id version state } } } }`,
    );
  const found = callProjects.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has no project that is ${state}`);
  return found;
}

/** Verbs whose action is not the mutation's name without the thing's. */
const ACTIONS: Readonly<Record<string, string>> = {
  linkProjectContract: 'linkContract',
  reportMilestone: 'report',
  assessMilestone: 'assess',
  appropriateProjectMoney: 'appropriate',
  requestProjectPayment: 'requestPayment',
  refuseProjectPayment: 'refusePayment',
  payProject: 'pay',
  proveOwnerPayment: 'provePayment',
  recoverProjectMoney: 'recover',
  returnProjectMoney: 'giveBack',
  applyForAcceptance: 'applyAcceptance',
  concludeAcceptance: 'conclude',
  replaceProjectUndertaker: 'change',
};
