import { jest } from '@jest/globals';
import { anonymous, system, type PersonActor } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { asTranscript, inTieOrder, pairsOf, verifyDraw } from '@jihui/proofs';
import { CallGate } from '../src/calls/call-gate.js';
import { StandingsService } from '../src/reviews/standings.service.js';
import { organisationOf } from './bids.world.js';
import { FINANCED } from './call.fixture.js';
import {
  ACCEPT,
  acceptAll,
  aForm,
  aReviewWorld,
  blindOf,
  checksOf,
  commitAll,
  decide,
  drawOf,
  HAND_IN_SHEETS,
  OPINE,
  OPINION,
  panelOf,
  partsOf,
  reveal,
  SAVE,
  VOTE,
  type Expert,
  type ReviewWorld,
} from './reviews.world.js';

jest.setTimeout(300_000);

const ROUTES = ['控温轧制', '等温锻造', '粉末冶金', '环件辗轧', '增材制造'];
const RECUSE = 'mutation ($input: RecuseFromBidInput!) { recuseFromBid(input: $input) { seats { id } } }';
const CONFLICT =
  'mutation ($input: RecordReviewConflictInput!) { recordReviewConflict(input: $input) { review { seats } } }';
const REASON = '与该方案团队成员有合作论文';

let world: ReviewWorld;
let callId: string;
let bidders: readonly PersonActor[];
/** Which bidder an expert advised, by the expert's id. */
const tied = new Map<string, string>();
/** Members who were found in conflict with one bid. */
const recused = new Set<string>();
/** 方案代号 by the bid's id: what the panel is told. */
let blind: ReadonlyMap<string, string>;
const idOf = (code: string): string => [...blind].find(([, one]) => one === code)![0];
/** The bidder of each bid, by its 代号. */
let bidderOf: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await aReviewWorld({ panelTimes: 3, funding: FINANCED });
  const names = ['太行材料研究所', '汾河装备研究所', '云中锻造研究所'];
  const institutes: PersonActor[] = [];
  for (const name of names) institutes.push(await world.institute(name));
  bidders = [world.university, world.rival, ...institutes];
  // Twenty technical experts for twelve seats, half of them tied to a bid, and four of finance for three.
  const technical = async (at: number, of: PersonActor): Promise<void> => {
    const expert = await world.addExpert({
      keywords: [ROUTES[at % 5] ?? ''],
      relations: [aTie(organisationOf(of))],
    });
    tied.set(expert.id, organisationOf(of));
  };
  for (let at = 0; at < 10; at += 1) await technical(at, bidders[at % 5]!);
  const money = await world.addExpert({
    ...{ disciplines: ['790'], techFields: [] },
    relations: [aTie(organisationOf(bidders[0]!))],
  });
  tied.set(money.id, organisationOf(bidders[0]!));
}, 120_000);
afterAll(() => world?.close());

const aTie = (organisationId: string) => ({
  ...{ id: `tie-${organisationId}`, kind: 'CONSULTING', organisationId, organisationName: '' },
  ...{ personName: '', from: '2025-01-01', to: null },
});

/** Who judges what, as each expert reads it for themselves; tied bids are read by who votes on them as well. */
async function judging(): Promise<ReadonlyMap<Expert, readonly string[]>> {
  const panel = await panelOf(world, world.experts, callId);
  return new Map(
    panel.map(({ expert, seat }) => [
      expert,
      seat.bids.filter(({ judged }) => judged).map(({ bidId }) => bidId),
    ]),
  );
}
const judgesOf = (given: ReadonlyMap<Expert, readonly string[]>, bid: string): readonly string[] =>
  [...given].filter(([, bids]) => bids.includes(bid)).map(([{ id }]) => id);
/** All that anybody but the experts themselves is told, as one text. */
async function told(): Promise<string> {
  const review = `query ($callId: ID!) { callReview(callId: $callId) { seats accepted handedIn signed ties opinion
    panel { id name state handedIn } standings { bidId sheets score } } expertDraw(callId: $callId) { strata { code seats }
    changes exclusions { name } } call(id: $callId) { version state timeline { action reason } } }`;
  const seen = [world.officer, world.university, world.rival, anonymous].map((actor) =>
    world.as(actor).query<object>(review, { callId }),
  );
  const record = world.client().get(`/files/challenges/draws/${callId}`);
  return JSON.stringify([...(await Promise.all(seen)), (await record).body]);
}
const seatOfExpert = async (expert: Expert) => (await panelOf(world, [expert], callId))[0]!.seat;
const score = async (expert: Expert, parts: ReadonlyMap<string, number>): Promise<void> => {
  const seat = await seatOfExpert(expert);
  for (const { bidId, sheet, judged } of seat.bids)
    if (judged && sheet === null)
      await world.as(expert.actor).mutate(SAVE, {
        input: {
          ...{ seatId: seat.id, bidId, recommends: true, comment: '' },
          points: seat.criteria.map(({ code, weight }) => ({
            code,
            points: Math.round(weight * (parts.get(bidId) ?? 0)),
          })),
        },
      });
  if (!seat.handedIn && seat.bids.some(({ judged }) => judged))
    await world.as(expert.actor).mutate(HAND_IN_SHEETS, { input: { seatId: seat.id } });
};

it('draws three times as many experts as judge each bid, and keeps the tied from their bid alone', async () => {
  const forms = ROUTES.map((route) => aForm({ route }));
  const call = await world.opened(forms, 'JB', bidders.slice(2));
  callId = call.id;
  const checks = await checksOf(world, callId);
  expect(checks).toHaveLength(5);
  blind = await blindOf(world, callId);
  bidderOf = new Map(checks.map(({ bidId, organisationId }) => [blind.get(bidId)!, organisationId]));
  for (const { bidId, version } of checks)
    await decide(world, world.officer, { bidId, expectedVersion: version, verdict: 'QUALIFIED' });
  await world.act(world.officer, 'publishBidQualification', await world.current(callId));
  await world.pastStage(callId);
  await world.act(world.officer, 'drawReviewExperts', await world.current(callId));
  await commitAll(world, callId);
  for (const [party, { value }] of await partsOf(world, callId)) await reveal(world, callId, party, value);
  const draw = await drawOf(world, callId, world.supervisor);
  expect(draw.strata.map(({ code }) => code)).toEqual(['TECHNICAL', 'FINANCE']);
  // The supervisor reads who is kept from which bid; nobody is kept out of the draw.
  expect(draw.exclusions).toHaveLength(11);
  expect(draw.exclusions.every(({ bids }) => bids.length === 1)).toBe(true);
  expect((await drawOf(world, callId, world.officer)).exclusions).toEqual([]);
  await acceptAll(world, world.experts, callId);
  expect(await panelOf(world, world.experts, callId)).toHaveLength(15);
});

it('gives each bid five judges, none of them tied to it, evenly, and tells nobody who judges what', async () => {
  const before = await told();
  await world.act(world.officer, 'startCallReview', await world.current(callId));
  const given = await judging();
  const loads = [...given.values()].map(({ length }) => length);
  expect(loads.reduce((sum, load) => sum + load, 0)).toBe(25);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  for (const bid of bidderOf.keys()) expect(judgesOf(given, bid)).toHaveLength(5);
  for (const [{ id }, bids] of given)
    expect(bids.map((bid) => bidderOf.get(bid))).not.toContain(tied.get(id));

  // What is told says that the review began, and of no bid and no row who judges it.
  const after = await told();
  for (const word of ['turns', 'given', 'fits', 'recused', 'lacking'])
    expect(after).not.toContain(`"${word}"`);
  expect(after.match(/bidId/g) ?? []).toHaveLength(0);
  expect(JSON.parse(after)[4]).toEqual(JSON.parse(before)[4]);

  // Whoever was not given a bid neither scores it nor reads its files, tied to it or not.
  for (const [expert, bids] of [...given].slice(0, 4)) {
    const seat = await seatOfExpert(expert);
    const other = [...bidderOf.keys()].find((bid) => !bids.includes(bid))!;
    await world
      .as(expert.actor)
      .mutate(SAVE, { input: { seatId: seat.id, bidId: other, points: [], comment: '' } })
      .expectCode('NOT_FOUND');
    const file = await world.as(expert.actor).get(`/files/challenges/reviews/${seat.id}/${other}/0`);
    expect(file.status).toBe(404);
  }
});

it('gives only the bid of a late conflict to another, and keeps what others have handed in', async () => {
  const parts = new Map([...bidderOf.keys()].map((bid, at) => [bid, [0.9, 0.8, 0.8, 0.7, 0.65][at]!]));
  for (const { expert } of await panelOf(world, world.experts, callId)) await score(expert, parts);
  const given = await judging();
  const [honest, bids] = [...given].find(([, own]) => own.length === 2)!;
  const seat = await seatOfExpert(honest);
  const input = { id: seat.id, expectedVersion: seat.version, bidId: bids[0], reason: REASON };
  await world.as(world.university).mutate(RECUSE, { input }).expectCode('NOT_FOUND');
  await world
    .as(honest.actor)
    .mutate(RECUSE, { input: { ...input, reason: '' } })
    .expectCode('INVALID_INPUT');
  await world.as(honest.actor).mutate(RECUSE, { input });
  const after = await judging();
  expect(after.get(honest)).toEqual([bids[1]]);
  const [stand] = judgesOf(after, bids[0]!).filter((id) => !judgesOf(given, bids[0]!).includes(id));
  for (const [expert, own] of given)
    if (expert !== honest && expert.id !== stand) expect(after.get(expert)).toEqual(own);
  expect(await world.refused(world.officer, 'concludeCallReview', await world.current(callId))).toBe(
    'CHALLENGES.SHEETS_MISSING',
  );
  const again = await seatOfExpert(honest);
  await world
    .as(honest.actor)
    .mutate(RECUSE, { input: { ...input, expectedVersion: again.version } })
    .expectCode('INVALID_INPUT');

  // The supervisor records another; then a member leaves altogether, and who follows is given what they judged.
  const [other, [bid]] = [...after].find(
    ([{ id }, own]) => own.length === 1 && id !== stand && id !== honest.id,
  )!;
  const second = await seatOfExpert(other);
  for (const { id } of [honest, other]) recused.add(id);
  await world.as(world.supervisor).mutate(CONFLICT, {
    input: { id: second.id, expectedVersion: second.version, bidId: idOf(bid!), reason: REASON },
  });
  expect((await judging()).get(other)).toEqual([]);
  // Who judges nothing any more hands nothing in.
  await world
    .as(other.actor)
    .mutate(HAND_IN_SHEETS, { input: { seatId: second.id } })
    .expectCode('CHALLENGES.SHEETS_IN');
  const [gone, had] = [...(await judging())].find(([{ id }, own]) => own.length > 0 && tied.has(id))!;
  const leaving = await seatOfExpert(gone);
  await world
    .as(world.supervisor)
    .mutate(CONFLICT, { input: { id: leaving.id, expectedVersion: leaving.version, reason: REASON } });
  for (const { expert, seat: invited } of await panelOf(world, world.experts, callId))
    if (invited.state === 'INVITED')
      await world
        .as(expert.actor)
        .mutate(ACCEPT, { input: { id: invited.id, expectedVersion: invited.version } });
  const last = await judging();
  for (const one of had) expect(judgesOf(last, one)).toHaveLength(5);
  for (const [{ id }, own] of last) expect(own.map((one) => bidderOf.get(one))).not.toContain(tied.get(id));
  for (const { expert } of await panelOf(world, world.experts, callId)) await score(expert, parts);
});

it('ranks by each bid’s own judges; those who may judge both vote on a tie, and everybody recomputes it afterwards', async () => {
  const panel = await panelOf(world, world.experts, callId);
  const voters = panel.filter(({ seat }) => seat.ties.length > 0);
  const [first, second] = voters[0]!.seat.ties[0]!;
  for (const { expert, seat } of panel) {
    const own = tied.get(expert.id);
    const kept = [first, second].some((bid) => bidderOf.get(bid!) === own);
    if (kept) expect(seat.ties).toEqual([]);
    // Who votes reads both bids.
    if (seat.ties.length > 0)
      expect(seat.bids.map(({ bidId }) => bidId)).toEqual(expect.arrayContaining([first, second]));
  }
  await expectLots(first!, second!);
  // Votes are given anew where a conflict comes to light meanwhile, by whom it concerns as well.
  const given = await judging();
  const others = (expert: Expert) =>
    [...bidderOf.keys()].filter((bid) => ![first, second, ...(given.get(expert) ?? [])].includes(bid));
  const hasty = voters.find(({ expert }) => !recused.has(expert.id) && others(expert).length > 0)!;
  await world.as(hasty.expert.actor).mutate(VOTE, { input: { seatId: hasty.seat.id, bidIds: [first] } });
  const { version } = await seatOfExpert(hasty.expert);
  const [bidId] = others(hasty.expert);
  await world.as(world.supervisor).mutate(CONFLICT, {
    input: { id: hasty.seat.id, expectedVersion: version, bidId: idOf(bidId!), reason: REASON },
  });
  const lead = panel.find(({ seat }) => seat.lead)!;
  await world.as(lead.expert.actor).mutate(OPINE, { input: { seatId: lead.seat.id, opinion: OPINION } });
  for (const { expert, seat } of voters)
    await world.as(expert.actor).mutate(VOTE, { input: { seatId: seat.id, bidIds: [second] } });
  await world.act(world.officer, 'concludeCallReview', await world.current(callId));
  const { callReview } = await world.as(world.officer).query<{
    callReview: { standings: readonly { bidId: string; score: number; sheets: number; place: number }[] };
  }>('query ($callId: ID!) { callReview(callId: $callId) { standings { bidId score sheets place } } }', { callId });
  expect(callReview.standings.map(({ score: points, sheets, place }) => [points, sheets, place])).toEqual([
    [9_000, 5, 1],
    [8_000, 5, 2],
    [8_000, 5, 3],
    [7_000, 5, 4],
    [6_500, 5, 5],
  ]);
  expect(callReview.standings[1]?.bidId).toBe(idOf(second!));

  const { body } = await world.client().get(`/files/challenges/draws/${callId}`);
  const record = asTranscript(body)!;
  expect(record.format).toBe('jihui-draw/2');
  expect((await verifyDraw(record)).faults).toEqual([]);
  const commitments = new Map(
    (
      (await world.rows(
        `select id, commitment from challenges.bid where call_id = '${callId}'`,
      )) as readonly {
        id: string;
        commitment: string;
      }[]
    ).map(({ id, commitment }) => [commitment, blind.get(id)]),
  );
  const people = new Map(record.opened.map(({ row, person }) => [row, person]));
  const published = pairsOf(record).map(({ bid, row }) => `${people.get(row)} ${commitments.get(bid)}`);
  const sat = [...given].flatMap(([{ actor }, own]) => own.map((bid) => `${actor.personId} ${bid}`));
  expect([...published].sort()).toEqual([...sat].sort());
});

/** Were every member kept from one of the tied bids, lots of the seed would put them in order; nothing of it stays. */
async function expectLots(...tiedBids: readonly string[]): Promise<void> {
  const ids = tiedBids.map(idOf);
  const [draw] = (await world.rows(
    `select seed from challenges.draw where call_id = '${callId}'`,
  )) as readonly {
    seed: string;
  }[];
  const bids = (await world.rows(
    `select id, commitment from challenges.bid where call_id = '${callId}'`,
  )) as readonly { id: string; commitment: string }[];
  const commitments = bids.filter(({ id }) => ids.includes(id)).map(({ commitment }) => commitment);
  const order = inTieOrder(new Uint8Array(Buffer.from(draw!.seed, 'hex')), commitments).map(
    (one) => bids.find(({ commitment }) => commitment === one)!.id,
  );
  const kept = world
    .get(Work)
    .run({ domain: 'challenges', name: 'kept', actor: system('test') }, async () => {
      await world.rows(`
      update challenges.draw d set recused = (
        select jsonb_agg(jsonb_build_object('row', t.row, 'bid', '${commitments[0]}'))
        from challenges.seat t where t.draw_id = d.id)
      where d.call_id = '${callId}'`);
      const { call } = (await world.get(CallGate).get(callId))!;
      const { lots, tied: left, places } = await world.get(StandingsService).of(call);
      expect([lots, left]).toEqual([[order], []]);
      expect(places.filter(({ bid }) => ids.includes(bid)).map(({ bid, place }) => [bid, place])).toEqual([
        [order[0], 2],
        [order[1], 3],
      ]);
      throw new Error('nothing of this stays');
    });
  await expect(kept).rejects.toThrow('nothing of this stays');
}
