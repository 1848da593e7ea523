import { Client } from 'pg';
import { DOMAIN_NAMES } from '@jihui/events';
import { Queues } from '@jihui/platform';
import { awardMany } from './busy-projects.js';
import type { DemoCity } from './city.js';
import { firstProject, sent } from './trial-call-projects.js';
import { odd, oddly, verbsOn, type Cast } from './trial-cast.js';
import { at, perform, type Subject } from './walk.js';

const REASON = odd('依据材料，理由充分，详见会议纪要');
const DAY = '2026-01-06';
/** Longer than the notice of a demo call. */
const NOTICE_DAYS = 20;
/** However late in its year a project was accepted, the whole of the next is over then. */
const TWO_YEARS = 731;

/** What only time brings: a notice that is over, awards that nobody signed in time, and what is owed for a project that passed. */
export async function tryAftermath(cast: Cast): Promise<void> {
  await stopClock(cast.city);
  await tryNotice(cast);
  await tryLeaving(cast);
  const accepted = await acceptedBy(cast);
  await tryResult(cast, accepted);
  await cast.city.advance(TWO_YEARS);
  await tryBenefit(cast, accepted.id);
}

/** What the clock does in the years that pass would otherwise be done in the middle of a trial, or before it. */
async function stopClock(city: DemoCity): Promise<void> {
  for (const domain of DOMAIN_NAMES) {
    const queue = city.get(Queues).of(domain);
    for (const { key } of await queue.getJobSchedulers()) await queue.removeJobScheduler(key);
  }
}

async function tryNotice(cast: Cast): Promise<void> {
  const { city, officer } = cast;
  await city.advance(NOTICE_DAYS);
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    '{ calls(filter: { states: [NOTICED] }, first: 1) { edges { node { id version state } } } }',
  );
  const noticed = calls.edges[0]?.node;
  if (noticed === undefined) throw new Error('the demo city has no call that is NOTICED');
  const verb = verbsOn(cast, 'call', () => 'completeNotice');
  expect((await verb(officer, 'completeCallNotice', noticed)).state).toBe('CLEARED');
}

/** Of two racers one does not sign in time; the other signs, and is eliminated. */
async function tryLeaving(cast: Cast): Promise<void> {
  const { city, officer } = cast;
  await awardMany(city, 2);
  const client = new Client({ connectionString: city.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `update challenges.project set mode = 'SM', sign_by = '2026-01-05' where state = 'AWARDED'`,
    );
  } finally {
    await client.end();
  }
  const input = { reason: REASON };
  const lapse = verbsOn(cast, 'callProject', () => 'lapse');
  await lapse(officer, 'lapseProject', await firstProject(cast, 'AWARDED'), { input });
  const left = await firstProject(cast, 'AWARDED');
  const signed = await perform(officer, 'signProject', {
    ...{ ...at(left), number: 'RW-1', signedOn: DAY, endsOn: '2028-01-05' },
    milestones: [{ name: '样件试制', dueOn: '2027-06-30' }],
    instalments: [{ milestone: 0, ratio: 10_000 }],
    files: await sent(officer, left, 'sign'),
  });
  const eliminate = verbsOn(cast, 'callProject', () => 'eliminate');
  expect((await eliminate(officer, 'eliminateProject', signed, { input })).state).toBe('ELIMINATED');
}

/** The demo city's own project, from its second milestone until it passes. */
async function acceptedBy(cast: Cast): Promise<Subject> {
  const { city, officer, enterprise } = cast;
  const undertaker = city.who('institute');
  const measurements = [{ code: 'I4', value: '1.2' }];
  const { id } = await demoProject(cast);
  const now = () => demoProject(cast, id);
  for (const milestoneId of ['M2', 'M3']) {
    await perform(undertaker, 'reportMilestone', {
      ...{ ...at(await now()), milestoneId, text: REASON, evidence: '检测报告', measurements },
      files: await sent(undertaker, { id }, 'report'),
    });
    const opinion = { milestoneId, verdict: 'PASSED', opinion: REASON };
    await perform(officer, 'assessMilestone', { ...at(await now()), ...opinion });
  }
  await perform(undertaker, 'applyForAcceptance', {
    ...{ ...at(await now()), summary: REASON, measurements },
    files: await sent(undertaker, { id }, 'applyAcceptance'),
  });
  await perform(enterprise, 'giveUserReport', { ...at(await now()), satisfied: true, text: REASON });
  const conclusion = { conclusion: 'PASSED', opinion: REASON };
  return perform(officer, 'concludeAcceptance', { ...at(await now()), ...conclusion });
}

async function tryResult(cast: Cast, accepted: Subject): Promise<void> {
  const undertaker = cast.city.who('institute');
  const verb = verbsOn(withoutUndertaker(cast), 'callProject', () => 'registerResult');
  await verb(undertaker, 'registerProjectResult', accepted, {
    input: {
      ...{ name: odd('余热淬火法兰'), kind: 'APPLIED', number: oddly('9142026Y0001') },
      ...{ authority: oddly('省科技成果登记中心'), registeredOn: DAY },
      files: await sent(undertaker, accepted, 'registerResult'),
    },
  });
}

async function tryBenefit(cast: Cast, id: string): Promise<void> {
  const { city, enterprise } = cast;
  const undertaker = city.who('institute');
  const { callProject } = await undertaker.query<{ callProject: { benefitsDue: { year: number }[] } }>(
    'query ($id: ID!) { callProject(id: $id) { benefitsDue { year } } }',
    { id },
  );
  const report = {
    ...{ year: callProject.benefitsDue[0]?.year, sales: 300_000_00, profit: 50_000_00, tax: 20_000_00 },
    ...{ jobs: 8, text: REASON },
  };
  const verb = verbsOn(withoutUndertaker(cast), 'callProject', () => 'reportBenefit');
  await verb(undertaker, 'reportProjectBenefit', await demoProject(cast, id), {
    input: { ...report, files: await sent(undertaker, { id }, 'reportBenefit') },
    // What was reported wrongly is reported anew, by the other side as well.
    repeatable: true,
  });
  await verb(enterprise, 'reportProjectBenefit', await demoProject(cast, id), { input: report });
}

/** The institute undertakes the demo city's project, and is an outsider to no step of it. */
const withoutUndertaker = (cast: Cast): Cast => ({ ...cast, outsiders: cast.outsiders.slice(0, -1) });

/** The project as it is now; the one that runs where none is named. */
async function demoProject(cast: Cast, id?: string): Promise<Subject> {
  if (id === undefined) return firstProject(cast, 'RUNNING');
  const { callProject } = await cast.officer.query<{ callProject: Subject }>(
    'query ($id: ID!) { callProject(id: $id) { id version state } }',
    { id },
  );
  return callProject;
}
