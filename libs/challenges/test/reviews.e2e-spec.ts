import { jest } from '@jest/globals';
import { anonymous } from '@jihui/kernel';
import { asTranscript, verifyDraw, type DrawTranscript } from '@jihui/proofs';
import {
  ACCEPT,
  acceptAll,
  aForm,
  aReviewWorld,
  blindOf,
  checksOf,
  commitAll,
  decide,
  DECLINE,
  drawOf,
  HAND_IN_SHEETS,
  OPINE,
  OPINION,
  panelOf,
  partsOf,
  recover,
  reveal,
  SAVE,
  scoreAll,
  seatOf,
  SIGN,
  VOTE,
  type ReviewWorld,
} from './reviews.world.js';
import { expectAftermath } from './aftermath.js';
import { expectBlind } from './blind.js';
import { REASON } from './calls.world.js';
import { expectReviewers } from './reviewers.js';
import { expectWholeProcess } from './ocds.js';
import { expectDuties, expectExempted, expectSettled, projectDesk } from './project-life.js';

jest.setTimeout(300_000);

let world: ReviewWorld;
/** The one call that goes all the way: each test takes it on from the one before. */
let callId: string;
beforeAll(async () => {
  world = await aReviewWorld();
}, 120_000);
afterAll(() => world?.close());

interface Review {
  readonly seats: number;
  readonly handedIn: number;
  readonly panel: readonly {
    readonly id: string;
    readonly version: number;
    readonly name: string | null;
    readonly state: string;
    readonly lead: boolean;
  }[];
  readonly standings: readonly {
    readonly bidId: string;
    readonly score: number;
    readonly place: number;
    readonly awarded: boolean;
    readonly organisationName: string;
  }[];
  readonly ties: number;
}
const reviewOf = async (
  callId: string,
  actor: Parameters<ReviewWorld['as']>[0] = world.officer,
): Promise<Review> =>
  (
    await world.as(actor).query<{ callReview: Review }>(
      `query ($callId: ID!) { callReview(callId: $callId) { seats handedIn ties
        panel { id version name state lead } standings { bidId score place awarded organisationName } } }`,
      { callId },
    )
  ).callReview;
const recordOf = async (callId: string): Promise<DrawTranscript> => {
  const { body } = await world.client().get(`/files/challenges/draws/${callId}`);
  const transcript = asTranscript(body);
  if (transcript === undefined) throw new Error('no transcript');
  return transcript;
};
const code = (sent: {
  expectCode(code: string): Promise<{ extensions: { violations?: readonly { code: string }[] } }>;
}) => sent.expectCode('INVALID_INPUT').then(({ extensions }) => extensions.violations?.[0]?.code);

it('holds opened bids against indicators and facts; the bureau decides, and bidders and public read what they may', async () => {
  const poor = aForm({
    answers: [{ indicator: 'I1', promised: '9000', basis: '' }],
    schedule: '',
    price: '很多',
  });
  const call = await world.opened([aForm(), poor]);
  callId = call.id;
  expect(call.state).toBe('BIDS_OPENED');
  const checks = await checksOf(world, call.id);
  const clean = checks.find(
    ({ organisationId }) => organisationId === world.university.memberships[0]?.organisationId,
  )!;
  const wrong = checks.find(({ bidId }) => bidId !== clean.bidId)!;
  expect(clean.findings).toEqual([]);
  expect(clean.answers.map(({ meets }) => meets)).toEqual([true, true]);
  expect(wrong.findings.map((one) => [one.code, one.level])).toEqual([
    ['PROMISE_FALLS_SHORT', 'BLOCK'],
    ['NOT_PROMISED', 'WARNING'],
    ['NO_SCHEDULE', 'WARNING'],
    ['NO_PRICE', 'WARNING'],
  ]);
  expect(await checksOf(world, call.id, world.university)).toEqual([]);
  // An officer who belongs to one bidder reads none of the others' and decides on none.
  const involved = {
    ...world.officer,
    memberships: [...world.officer.memberships, ...world.rival.memberships],
  };
  expect(await checksOf(world, call.id, involved)).toEqual([]);
  expect((await reviewOf(call.id, involved)).panel).toEqual([]);
  await decide(world, involved, {
    ...{ bidId: clean.bidId, expectedVersion: clean.version, verdict: 'QUALIFIED', reason: '' },
  }).expectCode('FORBIDDEN');

  const verdict = (bidId: string, version: number, input: object) =>
    decide(world, world.officer, { bidId, expectedVersion: version, ...input });
  expect(await world.refused(world.officer, 'publishBidQualification', call)).toBe('CHALLENGES.NOT_DECIDED');
  expect(await code(verdict(wrong.bidId, 1, { verdict: 'QUALIFIED' }))).toBe('CHALLENGES.REASON_MISSING');
  await decide(world, world.owner, {
    bidId: wrong.bidId,
    expectedVersion: 1,
    verdict: 'QUALIFIED',
  }).expectCode('NOT_FOUND');
  await verdict(wrong.bidId, 1, { verdict: 'DISQUALIFIED', reason: '核心指标的承诺值达不到榜单要求' });
  await verdict(clean.bidId, 1, { verdict: 'QUALIFIED' });
  await verdict(clean.bidId, 1, { verdict: 'QUALIFIED' }).expectCode('STALE_VERSION');
  const published = await world.act(world.officer, 'publishBidQualification', await world.current(call.id));
  expect(published.state).toBe('QUALIFIED');

  const own = (await checksOf(world, call.id, world.rival)).find(({ mine }) => mine);
  expect(own).toMatchObject({ verdict: 'DISQUALIFIED', reason: '核心指标的承诺值达不到榜单要求' });
  for (const seen of await checksOf(world, call.id, anonymous))
    expect(seen).toMatchObject({ reason: '', findings: [], answers: [] });

  // An upheld objection sends it back to be checked anew.
  const raise = await world
    .as(world.rival)
    .mutate<{ raiseCallObjection: { call: { id: string } } }>(
      'mutation ($input: RaiseCallObjectionInput!) { raiseCallObjection(input: $input) { call { id } } }',
      {
        input: {
          ...{ callId: call.id, name: '省机械研究院', contact: '0351-1234567' },
          ...{ statement: '承诺值按榜单附注换算后达到要求', evidence: '换算依据见附件第三页' },
        },
      },
    );
  expect(raise.raiseCallObjection.call.id).toBe(call.id);
  expect(await world.refused(world.officer, 'drawReviewExperts', await world.current(call.id))).toBe(
    'CHALLENGES.OBJECTION_OPEN',
  );
  const objection = async () =>
    (await world.read<{ objections: { id: string; version: number }[] }>(
      world.officer,
      call.id,
      'objections { id version }',
    ))!.objections[0]!;
  const step = async (mutation: string, type: string, more: object = {}) => {
    const { id, version } = await objection();
    await world
      .as(world.officer)
      .mutate(`mutation ($input: ${type}!) { ${mutation}(input: $input) { call { id } } }`, {
        input: { id, expectedVersion: version, ...more },
      });
  };
  await step('acceptCallObjection', 'CallObjectionActionInput');
  await step('decideCallObjection', 'DecideCallObjectionInput', {
    outcome: 'UPHELD',
    answer: '换算依据成立，重新审查',
  });
  expect((await world.current(call.id)).state).toBe('BIDS_OPENED');

  for (const { bidId, version } of await checksOf(world, call.id))
    await verdict(bidId, version, { verdict: 'QUALIFIED', reason: '异议成立，换算后达到榜单要求' });
  await world.act(world.officer, 'publishBidQualification', await world.current(call.id));
  expect(await world.refused(world.officer, 'drawReviewExperts', await world.current(call.id))).toBe(
    'CHALLENGES.NOTICE_RUNNING',
  );
  await world.pastStage(call.id);
});

it('draws a panel that anybody can recompute, keeps conflicted experts out, and tells nobody but the supervisor of them', async () => {
  const conflicted = await world.addExpert({ unitName: '忻州工业技术大学' });
  const named = await world.addExpert();
  const call = await world.current(callId);
  const recusals = (expertIds: readonly string[]) =>
    world
      .as(world.university)
      .mutate(
        'mutation ($input: AskReviewRecusalsInput!) { askReviewRecusals(input: $input) { call { id } } }',
        {
          input: {
            ...{
              callId: call.id,
              organisationId: world.university.memberships[0]?.organisationId,
              expertIds,
            },
            reason: '曾在同类项目评审中与我单位发生争议',
          },
        },
      );
  expect(await code(recusals(world.experts.slice(0, 4).map(({ id }) => id)))).toBe('CHALLENGES.RECUSALS');
  await recusals([named.id]);
  expect((await world.act(world.officer, 'drawReviewExperts', call)).state).toBe('QUALIFIED');
  expect(await code(recusals([named.id]))).toBe('CHALLENGES.RECUSALS');
  const excluded = (await drawOf(world, call.id, world.supervisor)).exclusions;
  expect(excluded.map(({ name, reasons }) => [name, reasons])).toEqual(
    expect.arrayContaining([
      [conflicted.name, ['SAME_UNIT']],
      [named.name, ['NAMED_BY_APPLICANT']],
    ]),
  );
  expect(excluded).toHaveLength(2);
  expect((await drawOf(world, call.id, world.officer)).exclusions).toEqual([]);

  await commitAll(world, call.id);
  const parts = await partsOf(world, call.id);
  for (const [party, { value }] of parts.slice(1)) await reveal(world, call.id, party, value);
  expect((await drawOf(world, call.id, world.officer)).state).toBe('REVEALING');
  // The officer stays silent; the two others recover the officer's part.
  await recover(world, call.id, world.officer, [world.supervisor, world.notary]);
  expect((await drawOf(world, call.id, world.officer)).state).toBe('DRAWN');
  const drawn = await recordOf(call.id);
  expect(drawn.opened).toEqual([]);
  expect((await verifyDraw(drawn)).faults).toEqual([]);

  const panel = await panelOf(world, world.experts, call.id);
  // An objection was upheld: seven, as for calls in dispute.
  expect(panel).toHaveLength(7);
  expect(panel.map(({ expert }) => expert.name)).not.toEqual(expect.arrayContaining([conflicted.name]));
  expect((await reviewOf(call.id)).panel.every(({ name }) => name === null)).toBe(true);
  expect((await reviewOf(call.id, world.university)).panel).toEqual([]);

  const [first] = panel;
  const input = { id: first!.seat.id, expectedVersion: first!.seat.version };
  await world.as(world.university).mutate(ACCEPT, { input }).expectCode('NOT_FOUND');
  await world
    .as(first!.expert.actor)
    .mutate(DECLINE, { input: { ...input, conflict: true, reason: '与揭榜方有合作' } });
  expect(await world.refused(world.officer, 'startCallReview', await world.current(call.id))).toBe(
    'CHALLENGES.NO_PANEL',
  );
  await acceptAll(world, world.experts, call.id);
  const again = await panelOf(world, world.experts, call.id);
  expect(again).toHaveLength(7);
  expect(again.some(({ expert }) => expert.id === first!.expert.id)).toBe(false);
  const changed = await recordOf(call.id);
  expect(changed.changes).toMatchObject([{ reason: 'CONFLICT' }]);
  expect((await verifyDraw(changed)).faults).toEqual([]);
  expect(
    await world.refused(world.officer, 'redrawReviewExperts', await world.current(call.id), {
      reason: REASON,
    }),
  ).toBe('CHALLENGES.DRAW_STANDS');
});

it('reviews, ranks, signs, deliberates and awards; scores are sealed until all are in', async () => {
  const call = await world.act(world.officer, 'startCallReview', await world.current(callId));
  const before = await panelOf(world, world.experts, call.id);
  const [one] = before;
  expect(one?.seat.bids.map(({ label }) => label)).toEqual(['方案 1', '方案 2']);
  expect(JSON.stringify(one?.seat)).not.toMatch(/忻州工业技术大学|省机械研究院/);
  await expectBlind(world, call.id, one!);
  expect(await world.refused(world.officer, 'concludeCallReview', call)).toBe('CHALLENGES.SHEETS_MISSING');
  // Nobody recommends a bid by leaving a form as it was: what is not said is missing.
  const full = one!.seat.criteria.map(({ code: of, weight }) => ({ code: of, points: weight }));
  for (const { bidId } of one!.seat.bids)
    await world
      .as(one!.expert.actor)
      .mutate(SAVE, { input: { seatId: one!.seat.id, bidId, points: full, comment: '' } });
  expect((await seatOf(world, one!.expert, call.id))?.bids.map(({ sheet }) => sheet?.recommends)).toEqual([
    null,
    null,
  ]);
  const early = world.as(one!.expert.actor).mutate(HAND_IN_SHEETS, { input: { seatId: one!.seat.id } });
  expect(await code(early)).toBe('CHALLENGES.SHEET');
  // Equal totals and first criteria: a vote decides.
  await scoreAll(world, world.experts, call.id, [0.8, 0.8]);
  // A conflict that comes to light late voids the scores, and the next of the stratum is seated.
  const [late] = (await reviewOf(call.id)).panel.filter(({ state, lead }) => state === 'ACCEPTED' && !lead);
  const conflict = (actor = world.supervisor) =>
    world
      .as(actor)
      .mutate(
        'mutation ($input: RecordReviewConflictInput!) { recordReviewConflict(input: $input) { review { handedIn } } }',
        {
          input: {
            id: late!.id,
            expectedVersion: late!.version,
            concealed: true,
            reason: '查实与揭榜方有合作',
          },
        },
      );
  await conflict(world.owner).expectCode('NOT_FOUND');
  await conflict();
  expect(await reviewOf(call.id)).toMatchObject({ handedIn: 6 });
  await acceptAll(world, world.experts, call.id);
  expect(await world.refused(world.officer, 'concludeCallReview', call)).toBe('CHALLENGES.SHEETS_MISSING');
  await scoreAll(world, world.experts, call.id, [0.8, 0.8]);
  expect(await reviewOf(call.id)).toMatchObject({ handedIn: 7, standings: [], ties: 1 });
  const panel = await panelOf(world, world.experts, call.id);
  const lead = panel.find(({ seat }) => seat.lead)!;
  const opinion = { input: { seatId: lead.seat.id, opinion: OPINION } };
  const other = panel.find(({ seat }) => !seat.lead)!;
  await world
    .as(other.expert.actor)
    .mutate(OPINE, { input: { seatId: other.seat.id, opinion: OPINION } })
    .expectCode('FORBIDDEN');
  await world.as(lead.expert.actor).mutate(OPINE, opinion);
  expect(await world.refused(world.officer, 'concludeCallReview', call)).toBe('CHALLENGES.TIED');
  const chosen = lead.seat.ties[0]![1]!;
  for (const { expert, seat } of panel)
    await world.as(expert.actor).mutate(VOTE, { input: { seatId: seat.id, bidIds: [chosen] } });
  const [winner] = [...(await blindOf(world, call.id))].find(([, blind]) => blind === chosen)!;
  let concluded = await world.act(world.officer, 'concludeCallReview', call);
  expect(concluded.state).toBe('REVIEWED');
  const { standings } = await reviewOf(call.id);
  expect(standings.map(({ score, place }) => [score, place])).toEqual([
    [8_000, 1],
    [8_000, 2],
  ]);
  expect(standings[0]?.bidId).toBe(winner);
  expect((await reviewOf(call.id, world.university)).standings).toEqual([]);

  const deliberate = {
    ...{ document: '局务会纪要〔2026〕12号', day: '2026-01-05' },
    ...{ opinion: '', awards: [winner] },
  };
  expect(await world.refused(world.officer, 'deliberateCall', concluded, deliberate)).toBe(
    'CHALLENGES.UNSIGNED',
  );
  for (const { expert } of panel) {
    const [signing] = await panelOf(world, [expert], call.id);
    await world
      .as(expert.actor)
      .mutate(SIGN, { input: { seatId: signing!.seat.id, sha256: signing!.seat.minutesSha256 } });
  }
  const minutes = await world.as(world.officer).get(`/files/challenges/minutes/${call.id}`);
  expect(minutes.headers['content-type']).toBe('application/pdf');
  expect((await world.as(world.university).get(`/files/challenges/minutes/${call.id}`)).status).toBe(404);
  const behind = standings[1]!.bidId;
  expect(
    await world.refused(world.officer, 'deliberateCall', concluded, { ...deliberate, awards: [behind] }),
  ).toBe('CHALLENGES.AWARDS');
  expect(
    await world.refused(world.officer, 'deliberateCall', concluded, {
      ...deliberate,
      awards: [winner, behind],
    }),
  ).toBe('CHALLENGES.AWARDS');
  const site = {
    ...{ bidId: winner, day: '2026-01-05', people: '郭志强、刘慧', findings: '中试线没有建成，与方案不符' },
    confirmed: false,
  };
  expect(await world.refused(world.county, 'recordCallSiteCheck', concluded, site)).toBe('FORBIDDEN');
  expect(
    await world.refused(world.officer, 'recordCallSiteCheck', concluded, { ...site, bidId: call.id }),
  ).toBe('CHALLENGES.AWARDS');
  concluded = await world.act(world.officer, 'recordCallSiteCheck', concluded, site);
  // What was found on the spot is against it: a reason is asked for, or another look.
  expect(await world.refused(world.officer, 'deliberateCall', concluded, deliberate)).toBe(
    'CHALLENGES.AWARDS',
  );
  concluded = await world.act(world.officer, 'recordCallSiteCheck', concluded, {
    ...{ ...site, findings: '复查：中试线已经建成，设备齐全', confirmed: true },
  });
  const noticed = await world.act(world.officer, 'deliberateCall', concluded, deliberate);
  expect(noticed.state).toBe('AWARD_NOTICED');
  expect((await reviewOf(call.id, anonymous)).standings).toMatchObject([{ bidId: winner, awarded: true }]);
  expect(await world.refused(world.officer, 'completeCallAward', noticed)).toBe('CHALLENGES.NOTICE_RUNNING');
  await world.pastStage(call.id);
  expect((await world.current(call.id)).state).toBe('AWARDED');

  const record = await recordOf(call.id);
  // Whoever sat, and whoever left.
  expect(record.opened).toHaveLength(9);
  expect((await verifyDraw(record)).faults).toEqual([]);
});

it('owes each who judged a fee until it is paid, and holds against whom it should what was concealed', () =>
  expectReviewers(world, callId));

it('goes from the task book over milestones and two levels of payment to acceptance and settlement', () =>
  expectSettled(projectDesk(world, callId)));

it('ends a project early, exempts who worked diligently by three hands, and claws nothing back then', () =>
  expectExempted(projectDesk(world, callId)));

it('is open data from the publication to the last payment', () => expectWholeProcess(world, callId));

it('gives bureau, supervisor and undertaker every duty of a project with its proofs', () =>
  expectDuties(projectDesk(world, callId)));

it('owes its benefit years after, is reminded once, and reports it', () =>
  expectAftermath(projectDesk(world, callId)));
