import { jest } from '@jest/globals';
import type { PersonActor } from '@jihui/kernel';
import {
  acceptAll,
  aForm,
  aReviewWorld,
  blindOf,
  checksOf,
  commitAll,
  decide,
  OPINE,
  OPINION,
  panelOf,
  partsOf,
  reveal,
  scoreAll,
  type ReviewWorld,
} from './reviews.world.js';
import { eventsOf, sheetsOf } from './reviewers.js';

jest.setTimeout(300_000);

let world: ReviewWorld;
let callId: string;
beforeAll(async () => {
  world = await aReviewWorld({ secondStage: { advance: 1, line: 7_500, weight: 60 } });
  const call = await world.opened([aForm(), aForm({ route: '等温锻造' })]);
  callId = call.id;
  for (const { bidId, version } of await checksOf(world, callId))
    await decide(world, world.officer, { bidId, expectedVersion: version, verdict: 'QUALIFIED' });
  await world.act(world.officer, 'publishBidQualification', await world.current(callId));
  await world.pastStage(callId);
  await world.act(world.officer, 'drawReviewExperts', await world.current(callId));
  await commitAll(world, callId);
  for (const [party, { value }] of await partsOf(world, callId)) await reveal(world, callId, party, value);
  await acceptAll(world, world.experts, callId);
  await world.act(world.officer, 'startCallReview', await world.current(callId));
}, 200_000);
afterAll(() => world?.close());

const current = () => world.current(callId);
const refused = async (mutation: string) => world.refused(world.officer, mutation, await current());
interface Review {
  readonly stage: string;
  readonly advanced: readonly string[];
  readonly ties: number;
  readonly standings: readonly object[];
  readonly panel: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}
const review = async (): Promise<Review> =>
  (
    await world.as(world.officer).query<{ callReview: Review }>(
      `query ($callId: ID!) { callReview(callId: $callId) { stage advanced ties panel { id version state }
        standings { label score written defence outcome place sheets } } }`,
      { callId },
    )
  ).callReview;
const opine = async () => {
  const lead = (await panelOf(world, world.experts, callId)).find(({ seat }) => seat.lead)!;
  return world
    .as(lead.expert.actor)
    .mutate(OPINE, { input: { seatId: lead.seat.id, opinion: OPINION } })
    .answer();
};

it('takes the best of the written review to the defence, and nothing is concluded before it', async () => {
  expect(await refused('advanceCallReview')).toBe('CHALLENGES.SHEETS_MISSING');
  await scoreAll(world, world.experts, callId, [0.8, 0.7]);
  expect(await review()).toMatchObject({ stage: 'WRITTEN', advanced: [], standings: [] });
  expect(await refused('concludeCallReview')).toBe('CHALLENGES.STAGE');
  expect((await opine()).errors).toHaveLength(1);
  await world.act(world.officer, 'advanceCallReview', await current());
  expect(await refused('advanceCallReview')).toBe('CHALLENGES.STAGE');
  expect(await review()).toMatchObject({ stage: 'DEFENCE', advanced: ['方案 1'], standings: [] });
  for (const { seat } of await panelOf(world, world.experts, callId)) {
    expect(seat.bids.map(({ label, sheet }) => [label, sheet])).toEqual([['方案 1', null]]);
    expect(seat.handedIn).toBe(false);
  }
  expect(await refused('concludeCallReview')).toBe('CHALLENGES.SHEETS_MISSING');
});

it('goes back to the written review where a member is found in conflict, and keeps the others’ sheets of both', async () => {
  await scoreAll(world, world.experts, callId, [0.9]);
  const [late] = (await review()).panel.filter(({ state }) => state === 'ACCEPTED');
  await world
    .as(world.supervisor)
    .mutate(
      'mutation ($input: RecordReviewConflictInput!) { recordReviewConflict(input: $input) { review { seats } } }',
      { input: { id: late!.id, expectedVersion: late!.version, reason: '举报查实与揭榜方有合作项目' } },
    );
  expect((await review()).stage).toBe('WRITTEN');
  // Nobody follows yet: what the one who left has not judged is missing.
  expect(await refused('advanceCallReview')).toBe('CHALLENGES.SHEETS_MISSING');
  await acceptAll(world, world.experts, callId);
  await scoreAll(world, world.experts, callId, [0.8, 0.7]);
  await world.act(world.officer, 'advanceCallReview', await current());
  const waiting = (await panelOf(world, world.experts, callId)).filter(({ seat }) => !seat.handedIn);
  expect(waiting).toHaveLength(1);
  // Long after the days for the sheets are over.
  await world.wait(20);
  await scoreAll(world, world.experts, callId, [0.9]);
});

it('ranks by both stages, and the minutes hold both', async () => {
  expect((await opine()).errors).toBeUndefined();
  await world.act(world.officer, 'concludeCallReview', await current());
  expect((await review()).standings).toEqual([
    // 80 × 40% + 90 × 60%
    {
      ...{ label: '方案 1', score: 8_600, written: 8_000, defence: 9_000 },
      ...{ outcome: 'PASSED', place: 1, sheets: 5 },
    },
    {
      ...{ label: '方案 2', score: 7_000, written: 7_000, defence: null },
      ...{ outcome: 'NOT_ADVANCED', place: null, sheets: 5 },
    },
  ]);
  const [{ minutes } = { minutes: { bids: [] } }] = (await world.rows(
    `select minutes from challenges.review where call_id = '${callId}'`,
  )) as readonly { minutes: { bids: readonly object[] } }[];
  expect(minutes.bids).toMatchObject([
    { written: 8_000, defence: 9_000 },
    { written: 7_000, defence: null },
  ]);
  const pdf = await world.as(world.officer).get(`/files/challenges/minutes/${callId}`);
  expect(pdf.headers['content-type']).toBe('application/pdf');
});

/** What somebody reads of names that are over. */
const formerNames = async (actor: PersonActor) =>
  (
    await world
      .as(actor)
      .query<{ callReview: { formerNames: readonly FormerName[] } }>(
        `query ($callId: ID!) { callReview(callId: $callId) { formerNames { bidId label now organisationName reason } } }`,
        { callId },
      )
  ).callReview.formerNames;
interface FormerName {
  readonly bidId: string;
  readonly label: string;
  readonly now: string | null;
  readonly organisationName: string;
}

/** The review was reopened: no name that the minutes have opened is borne by a bid any more, and the supervisor alone reads both. */
async function expectRenamed(before: ReadonlyMap<string, string>): Promise<void> {
  const after = await blindOf(world, callId);
  const old = new Set(before.values());
  expect([...after.values()].filter((blind) => old.has(blind))).toEqual([]);
  for (const { seat, expert } of await panelOf(world, world.experts, callId)) {
    for (const { label, bidId } of seat.bids) {
      expect(['方案 1', '方案 2']).not.toContain(label);
      expect([...after.values()]).toContain(bidId);
    }
    const file = await world.as(expert.actor).get(`/files/challenges/reviews/${seat.id}/${[...old][0]}/0`);
    expect(file.status).toBe(404);
  }
  for (const actor of [world.officer, world.university, world.owner])
    expect(await formerNames(actor)).toEqual([]);
  expect((await formerNames(world.supervisor)).map(({ label, now }) => [label, now])).toEqual([
    ['方案 1', null],
    ['方案 2', null],
  ]);
}

it('owes more for both stages than for one, and remembers who was late', async () => {
  const [sheet] = await sheetsOf(world);
  expect(sheet?.fees.map(({ stages, amount }) => [stages, amount])).toEqual(
    Array.from({ length: 5 }, () => [['WRITTEN', 'DEFENCE'], 165_000]),
  );
  expect((await eventsOf(world)).map(({ kind, grade }) => [kind, grade])).toEqual([['LATE', 'A']]);
  // A review that is reopened owes nothing until it is concluded again.
  const before = await blindOf(world, callId);
  await world.act(world.officer, 'reopenCallReview', await current(), { reason: '一名专家申请核对评分汇总' });
  expect(await sheetsOf(world)).toEqual([]);
  expect(await eventsOf(world)).toHaveLength(1);
  await expectRenamed(before);
  // The opinion named bids as they were called.
  expect(await refused('concludeCallReview')).toBe('CHALLENGES.SHEETS_MISSING');
  expect((await opine()).errors).toBeUndefined();
  await world.act(world.officer, 'concludeCallReview', await current());
  expect(await sheetsOf(world)).toMatchObject([{ total: 825_000, open: 825_000 }]);
  const former = await formerNames(world.supervisor);
  expect(former.map(({ label }) => label)).toEqual(['方案 1', '方案 2']);
  expect(former.map(({ now }) => now).sort()).toEqual(['方案 3', '方案 4']);
  const { standings } = await review();
  expect(standings).toMatchObject([{ place: 1 }, { place: null }]);
  const minutes = await world.rows(
    `select minutes -> 'bids' as bids from challenges.review where call_id = '${callId}'`,
  );
  expect(JSON.stringify(minutes)).not.toMatch(/方案 [12]"/);
});
