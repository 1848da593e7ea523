import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { PersonActor } from '@jihui/kernel';
import { REASON, type CallNode } from './calls.world.js';
import { organisationOf } from './bids.world.js';
import { filesFor } from './files.js';
import { judged } from './project.fixture.js';
import {
  acceptAll,
  aReviewWorld,
  checksOf,
  commitAll,
  contractOf,
  decide,
  OPINE,
  OPINION,
  panelOf,
  partsOf,
  reveal,
  scoreAll,
  SIGN,
  VOTE,
  type Expert,
  type ReviewWorld,
} from './reviews.world.js';

jest.setTimeout(180_000);

let world: ReviewWorld;
/** An officer of the city who belongs to one of the bidders. */
let involved: PersonActor;
let call: CallNode;
beforeAll(async () => {
  world = await aReviewWorld();
  const memberships = [...world.officer.memberships, ...world.rival.memberships];
  involved = { ...world.officer, memberships };
});
afterAll(() => world.close());

const panel = () => panelOf(world, world.experts, call.id);
const reviewed = async () => {
  const { callReview } = await world.as(world.officer).query<{
    callReview: {
      opinion: string;
      ties: number;
      panel: { id: string; version: number; state: string }[];
      standings: { bidId: string; lapsed: boolean }[];
    };
  }>(
    `query ($callId: ID!) { callReview(callId: $callId) {
      opinion ties panel { id version state } standings { bidId lapsed } } }`,
    { callId: call.id },
  );
  return callReview;
};
const recusable = async (actor: PersonActor): Promise<number> => {
  const { recusableExperts } = await world
    .as(actor)
    .query<{ recusableExperts: object[] }>(
      'query ($callId: ID!) { recusableExperts(callId: $callId, text: "专家") { id } }',
      { callId: call.id },
    );
  return recusableExperts.length;
};

interface ProjectNode {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly approved: number;
  readonly ownerDue: number;
  readonly money: { readonly instalments: readonly { readonly amount: number }[] } | null;
}
const projects = async (): Promise<readonly ProjectNode[]> => {
  const { callProjects } = await world
    .as(world.officer)
    .query<{ callProjects: { edges: { node: ProjectNode }[] } }>(
      `query ($callId: ID!) { callProjects(first: 5, filter: { callId: $callId }) {
        edges { node {
        id version state approved ownerDue money { instalments { amount } } } } } }`,
      { callId: call.id },
    );
  return callProjects.edges.map(({ node }) => node);
};
const at = async (place: number): Promise<ProjectNode> => {
  const found = (await projects())[place];
  if (found === undefined) throw new Error('no project');
  return found;
};
const act = async (
  place: number,
  mutation: string,
  type: string,
  input: object,
  actor: PersonActor = world.officer,
): Promise<void> => {
  const { id, version } = await at(place);
  const files = await filesFor(world, actor, mutation, id);
  await world
    .as(actor)
    .mutate(`mutation ($input: ${type}!) { ${mutation}(input: $input) { project { id } } }`, {
      input: { id, expectedVersion: version, ...files, ...input },
    });
};
const sign = (place: number, first: number): Promise<void> =>
  act(place, 'signProject', 'SignProjectInput', {
    ...{ number: `RW-${place}`, signedOn: '2026-01-05', endsOn: '2028-01-05' },
    milestones: [{ name: '样件试制', dueOn: '2026-01-31' }],
    instalments: [
      { milestone: null, ratio: first },
      { milestone: 0, ratio: 10_000 - first },
    ].filter(({ ratio }) => ratio > 0),
  });
const ledger = (place: number, mutation: string, amount: number, more: object = {}): Promise<void> =>
  act(place, mutation, 'CallProjectLedgerInput', {
    ...{ day: '2026-01-06', amount, voucher: `${mutation}-${place}-${amount}`, ...more },
  });
const request = (place: number): Promise<void> =>
  act(place, 'requestProjectPayment', 'RequestProjectPaymentInput', { instalment: 'P1', voucher: 'PZ-1' });
/** The contract of whoever undertakes the project. */
const link = async (place: number): Promise<void> => {
  const [row] = (await world.rows(
    `select organisation_id as by from challenges.project where id = '${(await at(place)).id}'`,
  )) as readonly { by: string }[];
  const undertaker = [world.university, world.rival].find(
    ({ memberships: [one] }) => one?.organisationId === row?.by,
  );
  const id = randomUUID();
  await contractOf(world, id, undertaker!);
  const number = { registrationNumber: `2026-${id.slice(0, 8)}` };
  await act(place, 'linkProjectContract', 'LinkProjectContractInput', number, undertaker);
};
const lapse = (place: number) => act(place, 'lapseProject', 'CallProjectReasonInput', { reason: REASON });

it('keeps experts to bidders, and everything of the call from officers who belong to one', async () => {
  call = await world.opened(undefined, 'SM');
  expect(await recusable(world.university)).toBeGreaterThan(0);
  expect(await recusable(world.owner)).toBe(0);
  expect(await recusable(world.officer)).toBe(0);
  for (const { bidId, version } of await checksOf(world, call.id))
    await decide(world, world.officer, { bidId, expectedVersion: version, verdict: 'QUALIFIED' });
  expect(await world.refused(involved, 'publishBidQualification', call)).toBe('FORBIDDEN');
  call = await world.act(world.officer, 'publishBidQualification', await world.current(call.id));
  await world.pastStage(call.id);
  expect(await world.refused(involved, 'drawReviewExperts', call)).toBe('FORBIDDEN');
  call = await world.act(world.officer, 'drawReviewExperts', call, { wide: true });
  await commitAll(world, call.id);
  for (const [party, { value }] of await partsOf(world, call.id)) await reveal(world, call.id, party, value);
  await acceptAll(world, world.experts, call.id);
  call = await world.act(world.officer, 'startCallReview', await world.current(call.id));
});

it('asks a changed panel anew: votes and opinion of the one before are gone', async () => {
  const half = [0.8, 0.8];
  await scoreAll(world, world.experts, call.id, half);
  const before = await panel();
  const lead = before.find(({ seat }) => seat.lead)!;
  await world.as(lead.expert.actor).mutate(OPINE, { input: { seatId: lead.seat.id, opinion: OPINION } });
  const [tie] = lead.seat.ties;
  const vote = async ({ actor }: Expert, seatId: string) =>
    world.as(actor).mutate(VOTE, { input: { seatId, bidIds: [tie![0]!] } });
  for (const { expert, seat } of before) await vote(expert, seat.id);
  expect(await reviewed()).toMatchObject({ opinion: OPINION, ties: 0 });

  const leaving = before.find(({ seat }) => !seat.lead)!.seat;
  const record = (actor: PersonActor) =>
    world
      .as(actor)
      .mutate(
        'mutation ($input: RecordReviewConflictInput!) { recordReviewConflict(input: $input) { review { seats } } }',
        { input: { id: leaving.id, expectedVersion: leaving.version + 1, reason: '与揭榜方有合作' } },
      );
  await record(involved).expectCode('FORBIDDEN');
  await record(world.officer);
  expect(await reviewed()).toMatchObject({ opinion: '' });
  await acceptAll(world, world.experts, call.id);
  await scoreAll(world, world.experts, call.id, half);
  expect(await reviewed()).toMatchObject({ opinion: '', ties: 1 });

  const now = await panel();
  for (const { expert, seat } of now) await vote(expert, seat.id);
  const leads = now.find(({ seat }) => seat.lead)!;
  await world.as(leads.expert.actor).mutate(OPINE, { input: { seatId: leads.seat.id, opinion: OPINION } });
  call = await world.act(world.officer, 'concludeCallReview', await world.current(call.id));
  for (const { expert } of now) {
    const [mine] = await panelOf(world, [expert], call.id);
    await world
      .as(expert.actor)
      .mutate(SIGN, { input: { seatId: mine!.seat.id, sha256: mine!.seat.minutesSha256 } });
  }
  const told = (await world.rows(
    `select payload from challenges.event where type = 'challenges.expertReview' order by id`,
  )) as readonly { payload: { kind: string; personId: string; organiser: string } }[];
  expect(told.map(({ payload }) => payload.personId)).toEqual(now.map(({ expert }) => expert.actor.personId));
  for (const { payload } of told) expect(payload).toMatchObject({ kind: 'CALL', organiser: '市科技局' });
  // Of what was reviewed nothing is told.
  expect(JSON.stringify(told)).not.toContain(call.id);
});

/** The same race, as if nobody had signed yet. */
const aFreshRace = async (): Promise<void> => {
  await world.rows(
    `update challenges.project set state = 'AWARDED', approved = 15000000,
       owner_due = (select (funding ->> 'owner')::bigint / 2 from challenges.call where id = '${call.id}'),
       instalments = '[]', milestones = '[]', entries = '[]', request = null
     where call_id = '${call.id}'`,
  );
  await world.rows(`update challenges.call set state = 'AWARDED' where id = '${call.id}'`);
};

const decision = { document: '局务会纪要〔2026〕12号', day: '2026-01-05', opinion: '' };

it('finishes the call where the last award lapses after the others were settled', async () => {
  const awards = (await reviewed()).standings.map(({ bidId }) => bidId);
  call = await world.act(world.officer, 'deliberateCall', call, { ...decision, awards });
  await world.pastStage(call.id);
  expect((await projects()).map(({ state, approved }) => [state, approved])).toEqual([
    ['AWARDED', 150_000_00],
    ['AWARDED', 150_000_00],
  ]);
  await sign(0, 10_000);
  // 逾期提醒, once however often the clock looks.
  await world.watchProjects();
  await world.watchProjects();
  const alarms = await world.rows(
    `select payload ->> 'id' as id from challenges.event where action = 'alarmOverdueMilestones'`,
  );
  expect(alarms).toEqual([{ id: (await at(0)).id }]);
  await act(0, 'terminateProject', 'CallProjectReasonInput', { reason: REASON });
  await act(0, 'settleProject', 'SettleProjectInput', judged(0));
  expect((await world.current(call.id)).state).toBe('AWARDED');
  // Nothing was paid to it: all of the money is the other's.
  expect((await at(1)).approved).toBe(300_000_00);
  await world.wait(35);
  await lapse(1);
  expect((await world.current(call.id)).state).toBe('FINISHED');
});

it('starts alike, and gives who stays what was not spent of who was eliminated, and later what came back', async () => {
  await aFreshRace();
  await sign(0, 2_000);
  await expect(sign(1, 3_000)).rejects.toThrow('首期');
  await sign(1, 2_000);
  await link(0);
  await ledger(0, 'appropriateProjectMoney', 150_000_00);
  await request(0);
  const second = { ...world.officer, personId: randomUUID() };
  await act(0, 'payProject', 'CallProjectActionInput', {}, second);
  await link(1);
  await ledger(1, 'appropriateProjectMoney', 30_000_00);
  await request(1);

  await act(0, 'eliminateProject', 'CallProjectReasonInput', { reason: REASON });
  const [out, staying] = await projects();
  expect(out).toMatchObject({ state: 'ELIMINATED', approved: 30_000_00 });
  const owner = out!.ownerDue;
  // What was asked for stays what it was: the last instalment grew.
  expect(staying).toMatchObject({ approved: 270_000_00, ownerDue: 2 * owner });
  expect(staying?.money?.instalments.map(({ amount }) => amount)).toEqual([30_000_00, 240_000_00]);

  await ledger(0, 'recoverProjectMoney', 10_000_00, { instalment: 'P1' });
  await ledger(0, 'returnProjectMoney', 130_000_00);
  await act(0, 'settleProject', 'SettleProjectInput', judged(0));
  expect((await at(1)).approved).toBe(280_000_00);
  expect((await world.current(call.id)).state).toBe('AWARDED');
  await expectSuccessor();
});

/** 更换承担单位: the one that stays is carried on by another institute, under a contract of its own. */
async function expectSuccessor(): Promise<void> {
  const successor = await world.institute('雁门装备研究所');
  const replace = (organisationId: string) =>
    act(1, 'replaceProjectUndertaker', 'ReplaceProjectUndertakerInput', { organisationId, reason: REASON });
  const { id } = await at(1);
  const sightOf = async (actor: PersonActor): Promise<string> =>
    (
      await world
        .as(actor)
        .query<{ callProject: { sight: string } }>('query ($id: ID!) { callProject(id: $id) { sight } }', {
          id,
        })
    ).callProject.sight;
  const former = (await sightOf(world.university)) === 'UNDERTAKER' ? world.university : world.rival;
  const racer = former === world.university ? world.rival : world.university;
  for (const other of [former, racer, world.owner, world.county])
    await expect(replace(organisationOf(other))).rejects.toThrow('INVALID_INPUT');
  await replace(organisationOf(successor));
  expect([await sightOf(successor), await sightOf(former)]).toEqual(['UNDERTAKER', 'PUBLIC']);
  const [kept] = await world.rows(
    `select contract, request, organisation_id as by from challenges.project where id = '${id}'`,
  );
  expect(kept).toEqual({ contract: null, request: null, by: organisationOf(successor) });
  // Nobody who belongs to the one that took over decides on it, nor is the one before left in the dark.
  const clerk = { ...world.officer, memberships: [...world.officer.memberships, ...successor.memberships] };
  await expect(act(1, 'suspendProject', 'CallProjectReasonInput', { reason: REASON }, clerk)).rejects.toThrow(
    'FORBIDDEN',
  );
  await expect(request(1)).rejects.toThrow('技术合同');
  const [event] = await world.rows(`
    select payload ->> 'formerOrganisationId' as former from challenges.event
    where action = 'replaceProjectUndertaker' and aggregate_id = '${id}'`);
  expect(event).toEqual({ former: organisationOf(former) });
  const { body } = await world.client().get(`/open-data/ocds/records?first=50`);
  const said = JSON.stringify(body);
  expect(said).toContain('承担单位改为雁门装备研究所');
}

it('gives the money of a lapsed racer to the other; a lapsed award is not given again', async () => {
  await aFreshRace();
  await lapse(0);
  expect((await projects()).map(({ state, approved }) => [state, approved])).toEqual([
    ['LAPSED', 150_000_00],
    ['AWARDED', 300_000_00],
  ]);
  expect((await world.current(call.id)).state).toBe('AWARDED');
  await lapse(1);
  call = await world.current(call.id);
  expect(call.state).toBe('REVIEWED');
  const { standings } = await reviewed();
  expect(standings.map(({ lapsed }) => lapsed)).toEqual([true, true]);
  const awards = standings.map(({ bidId }) => bidId);
  expect(await world.refused(world.officer, 'deliberateCall', call, { ...decision, awards })).toBe(
    'CHALLENGES.AWARDS',
  );
  expect((await world.act(world.officer, 'failCall', call, { reason: REASON })).state).toBe('FAILED');
});
