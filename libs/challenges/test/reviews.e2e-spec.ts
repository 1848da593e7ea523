import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { anonymous, type PersonActor } from '@jihui/kernel';
import { asTranscript, verifyDraw, type DrawTranscript } from '@jihui/proofs';
import {
  ACCEPT,
  acceptAll,
  aForm,
  aReviewWorld,
  checksOf,
  commitAll,
  contractOf,
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
import { REASON } from './calls.world.js';
import { expectDiligence } from './diligence.js';
import { filesFor } from './files.js';
import { judged } from './project.fixture.js';
import { expectWholeProcess } from './ocds.js';
import { ProjectsStore } from '../src/store/projects.store.js';

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
  await world.wait(6);
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
          input: { id: late!.id, expectedVersion: late!.version, reason: '举报查实与揭榜方有合作项目' },
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
  const winner = lead.seat.ties[0]![1]!;
  for (const { expert, seat } of panel)
    await world.as(expert.actor).mutate(VOTE, { input: { seatId: seat.id, bidIds: [winner] } });
  const concluded = await world.act(world.officer, 'concludeCallReview', call);
  expect(concluded.state).toBe('REVIEWED');
  const { standings } = await reviewOf(call.id);
  expect(standings.map(({ score, place }) => [score, place])).toEqual([
    [8_000, 1],
    [8_000, 2],
  ]);
  expect(standings[0]?.bidId).toBe(winner);
  expect((await reviewOf(call.id, world.university)).standings).toEqual([]);

  const deliberation = {
    ...{ document: '局务会纪要〔2026〕12号', day: '2026-01-05' },
    ...{ opinion: '', awards: [winner] },
  };
  const deliberate = { ...deliberation };
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
  const noticed = await world.act(world.officer, 'deliberateCall', concluded, deliberate);
  expect(noticed.state).toBe('AWARD_NOTICED');
  expect((await reviewOf(call.id, anonymous)).standings).toMatchObject([{ bidId: winner, awarded: true }]);
  expect(await world.refused(world.officer, 'completeCallAward', noticed)).toBe('CHALLENGES.NOTICE_RUNNING');
  await world.wait(10);
  expect((await world.current(call.id)).state).toBe('AWARDED');

  const record = await recordOf(call.id);
  // Whoever sat, and whoever left.
  expect(record.opened).toHaveLength(9);
  expect((await verifyDraw(record)).faults).toEqual([]);
});

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
const projectOf = async (actor: Parameters<ReviewWorld['as']>[0], id: string): Promise<ProjectNode> =>
  (
    await world
      .as(actor)
      .query<{ callProject: ProjectNode }>(`query ($id: ID!) { callProject(id: $id) { ${PROJECT} } }`, { id })
  ).callProject;
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
it('goes from the task book over milestones and two levels of payment to acceptance and settlement', async () => {
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
});

it('ends a project early, exempts who worked diligently by three hands, and claws nothing back then', async () => {
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
});

it('is open data from the publication to the last payment', async () => {
  await expectWholeProcess(world, callId);
});

it('gives bureau, supervisor and undertaker every duty of a project with its proofs', async () => {
  const [{ id } = { id: '' }] = (await world.rows(
    `select p.id from challenges.project p where p.call_id = '${callId}' order by p.code limit 1`,
  )) as readonly { id: string }[];
  const [undertaker] = await sides(id);
  const duties = await expectDiligence(world, id, undertaker);
  const left = duties.filter(({ state }) => state !== 'MET' && state !== 'LATE');
  // The owner has proved 210,000 of its 700,000 yuan.
  expect(left.map(({ duty }) => duty.slice(0, 5))).toEqual(['发榜方出资']);
  for (const { duty, steps } of duties) expect([duty, steps.length > 0]).toEqual([duty, true]);
  expect(duties.find(({ duty }) => duty.startsWith('拨付第 2 期'))?.steps).toHaveLength(2);
});
