import { randomUUID } from 'node:crypto';
import { Db, Queues, sql } from '@jihui/platform';
import { makeSeedPart, releaseShare, seedContext, type Custodian, type SeedPart } from '@jihui/proofs';
import type { GraphClient } from '@jihui/testing';
import { demoPerson, type DemoCity } from './city.js';
import { ENTERPRISE, odd, oddly, verbsOn, type Cast, type Verb } from './trial-cast.js';
import { tryReviewers } from './trial-reviewers.js';
import { callNow, panelOf, type Member } from './trial-reviews.js';
import { openDemoKey } from './trial-sealed.js';
import { at, perform, type Subject } from './walk.js';

const REASON = odd('依据材料，理由充分，详见会议纪要');
const DAY = '2026-01-06';
/** Parties of the draw, in the order of their keys. */
export const PARTIES = ['officer', 'registrar2', 'admin'] as const;
type Party = (typeof PARTIES)[number];

interface DrawNode {
  readonly id: string;
  readonly custodians: readonly Custodian[];
  readonly parts: readonly SeedPart[] | null;
}

/** From the published check of bids to the award: the draw with a part that is withheld, seats that change, a tie. */
export async function tryPanels(cast: Cast): Promise<void> {
  const { city, officer } = cast;
  await addExperts(city, '外请', [...Array(3).fill('790'), ...Array(6).fill('450')]);
  const callId = await checked(cast);
  const verb = verbsOn(cast, 'call', (mutation) => ACTIONS[mutation] ?? '');
  await tryRecusals(cast, callId);
  await verb(officer, 'drawReviewExperts', await callNow(officer, callId), { input: { wide: true } });
  await tryDraw(cast, callId);
  await trySeats(cast, callId);
  await verb(officer, 'startCallReview', await callNow(officer, callId));
  await tryConflict(cast, callId);
  await score(city, callId);
  await tryVote(cast, callId);
  await tryAward(cast, verb, callId);
  await tryReviewers(cast, callId);
}

/** More of the bank, from units that have no part in the call: its own are too few for seats that change. */
export async function addExperts(
  city: DemoCity,
  called: string,
  disciplines: readonly string[],
): Promise<void> {
  for (const [at, discipline] of disciplines.entries()) {
    const [id, personId] = [randomUUID(), randomUUID()];
    const snapshot = {
      ...{
        id,
        version: 1,
        personId,
        name: `${called}专家${at + 1}`,
        organisationId: null,
        unitName: `${called}单位${at + 1}`,
      },
      ...{ scopeCode: '140900', state: 'ACTIVE', visibility: 'PUBLIC', disciplines: [discipline] },
      ...{ techFields: ['05'], clusters: [], keywords: [], employments: [], relations: [] },
    };
    await city.get(Db).query(sql`
      insert into challenges.expert (id, version, person_id, active, scope_code, snapshot)
      values (${id}, 1, ${personId}, true, '140900', ${JSON.stringify(snapshot)}::jsonb)`);
  }
}

/** The demo city's call whose bids are opened, with its check published and the days of objections over. */
async function checked({ city, officer }: Cast): Promise<string> {
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    `{ calls(filter: { states: [BIDS_OPENED], text: "再生铝" }, first: 1) { edges { node { id version } } } }`,
  );
  const call = calls.edges[0]?.node;
  if (call === undefined) throw new Error('the demo city has no call with opened bids');
  const { bidChecks } = await officer.query<{ bidChecks: { bidId: string; version: number }[] }>(
    'query ($callId: ID!) { bidChecks(callId: $callId) { bidId version } }',
    { callId: call.id },
  );
  for (const { bidId, version } of bidChecks)
    await perform(officer, 'decideBidQualification', {
      ...{ bidId, expectedVersion: version, verdict: 'QUALIFIED', reason: REASON },
    });
  await perform(officer, 'publishBidQualification', at(await callNow(officer, call.id)));
  await city.passDays(15);
  return call.id;
}

async function tryRecusals({ trials, enterprise, outsiders }: Cast, callId: string): Promise<void> {
  const { recusableExperts } = await enterprise.query<{ recusableExperts: { id: string }[] }>(
    'query ($callId: ID!) { recusableExperts(callId: $callId, text: "外请专家9") { id } }',
    { callId },
  );
  await trials.run({
    mutation: 'askReviewRecusals',
    who: enterprise,
    others: outsiders,
    seen: { query: 'call', id: callId },
    input: {
      ...{ callId, organisationId: ENTERPRISE, reason: odd('曾在同类项目评审中与我单位发生争议') },
      // Of three at most; it is an expert of the field.
      expertIds: recusableExperts.slice(0, 1).map(({ id }) => id),
    },
    // Asked anew until the draw.
    repeatable: true,
  });
}

export const drawOf = async (who: GraphClient, callId: string): Promise<DrawNode> =>
  (
    await who.query<{ expertDraw: DrawNode }>(
      'query ($callId: ID!) { expertDraw(callId: $callId) { id custodians parts } }',
      { callId },
    )
  ).expertDraw;

/** Three commit, two reveal, and two recover what the bureau's officer withholds. */
async function tryDraw(cast: Cast, callId: string): Promise<void> {
  const { city, trials, outsiders } = cast;
  const { id: drawId, custodians } = await drawOf(cast.officer, callId);
  const values = new Map<Party, string>();
  for (const party of PARTIES) {
    const { part, value } = await makeSeedPart(drawId, demoPerson(party).id, custodians, 2);
    values.set(party, value);
    await trials.run({
      ...{ mutation: 'commitDrawSeed', who: city.who(party), others: outsiders, input: { drawId, part } },
    });
  }
  for (const party of PARTIES.slice(1))
    await trials.run({
      ...{ mutation: 'revealDrawSeed', who: city.who(party), others: outsiders },
      input: { drawId, value: values.get(party) },
    });
  for (const party of PARTIES.slice(1))
    await trials.run({
      ...{ mutation: 'releaseDrawShare', who: city.who(party), others: outsiders },
      input: await shareOf(city, callId, party, 'officer'),
    });
}

/** A custodian's share of a part that its party withholds. */
async function shareOf(city: DemoCity, callId: string, custodian: Party, from: Party) {
  const who = city.who(custodian);
  const party = demoPerson(from).id;
  const { id: drawId, parts } = await drawOf(who, callId);
  const { call } = await who.query<{ call: { code: string } }>(
    'query ($id: ID!) { call(id: $id) { code } }',
    { id: callId },
  );
  const sealed = parts
    ?.find((part) => part.party === party)
    ?.shares.find(({ id }) => id === demoPerson(custodian).id);
  if (sealed === undefined) throw new Error(`${custodian} has no share of ${from}`);
  const { privateKey } = await openDemoKey(city, call.code, PARTIES.indexOf(custodian) + 1);
  const { share } = await releaseShare(sealed, privateKey, seedContext(drawId, party));
  return { drawId, party, share };
}

/** One declines, one does not come, all others accept. */
async function trySeats({ city, trials, officer, outsiders }: Cast, callId: string): Promise<void> {
  const invited = async (): Promise<readonly Member[]> =>
    (await panelOf(city, callId)).filter(({ seat }) => seat.state === 'INVITED');
  const [first] = await invited();
  await trials.run({
    ...{ mutation: 'declineReviewSeat', who: first!.who, others: outsiders },
    input: { ...at(first!.seat), conflict: false, reason: REASON },
  });
  // Nobody is absent before the days to answer are over.
  await city.passDays(7);
  const [second] = await invited();
  await trials.run({
    ...{ mutation: 'declareReviewerAbsent', who: officer, others: outsiders },
    input: { ...at(second!.seat), reason: REASON },
  });
  for (const { who, seat } of await invited())
    await trials.run({ mutation: 'acceptReviewSeat', who, others: outsiders, input: at(seat) });
}

/** 事后发现应当回避: the next of the stratum sits down. */
async function tryConflict({ city, trials, outsiders }: Cast, callId: string): Promise<void> {
  const [member] = (await panelOf(city, callId)).filter(({ seat }) => !seat.lead);
  await trials.run({
    ...{ mutation: 'recordReviewConflict', who: city.who('registrar2'), others: outsiders },
    input: { ...at(member!.seat), concealed: true, reason: REASON },
  });
  for (const { who, seat } of await panelOf(city, callId))
    if (seat.state === 'INVITED') await perform(who, 'acceptReviewSeat', at(seat));
}

/** Every member finds all bids equally good. */
async function score(city: DemoCity, callId: string): Promise<void> {
  for (const { who, seat } of await panelOf(city, callId)) {
    for (const { bidId } of seat.bids)
      await perform(who, 'saveReviewSheet', {
        ...{ seatId: seat.id, bidId, recommends: true, comment: REASON },
        points: seat.criteria.map(({ code, weight }) => ({ code, points: Math.round(weight * 0.8) })),
      });
    await perform(who, 'handInReviewSheets', { seatId: seat.id });
  }
}

async function tryVote({ city, trials, outsiders }: Cast, callId: string): Promise<void> {
  const panel = await panelOf(city, callId);
  const chosen = panel[0]?.seat.ties[0]?.[0];
  for (const { who, seat } of panel)
    await trials.run({
      ...{ mutation: 'voteOnTiedBids', who, others: outsiders, input: { seatId: seat.id, bidIds: [chosen] } },
      // Until the opinion is written a vote may be changed.
      repeatable: true,
    });
}

/** The panel's opinion and signatures, the meeting's decision, its notice, and the award. */
async function tryAward({ city, officer }: Cast, verb: Verb, callId: string): Promise<void> {
  const lead = (await panelOf(city, callId)).find(({ seat }) => seat.lead);
  await perform(lead!.who, 'writePanelOpinion', { seatId: lead!.seat.id, opinion: REASON });
  await perform(officer, 'concludeCallReview', at(await callNow(officer, callId)));
  for (const { who, seat } of await panelOf(city, callId))
    await perform(who, 'signReviewMinutes', { seatId: seat.id, sha256: seat.minutesSha256 });
  const { callReview } = await officer.query<{
    callReview: { standings: { bidId: string; place: number }[] };
  }>('query ($callId: ID!) { callReview(callId: $callId) { standings { bidId place } } }', { callId });
  const [best] = callReview.standings;
  await verb(officer, 'deliberateCall', await callNow(officer, callId), {
    input: { document: oddly('局务会纪要'), day: DAY, opinion: REASON, awards: [best?.bidId] },
  });
  // The clock would award by itself, in the middle of the trial.
  await city.get(Queues).of('challenges').removeJobScheduler('challenges.watchCalls');
  await city.advance(20);
  await verb(officer, 'completeCallAward', await callNow(officer, callId));
}

const ACTIONS: Readonly<Record<string, string>> = {
  drawReviewExperts: 'drawExperts',
  startCallReview: 'startReview',
  deliberateCall: 'deliberate',
  completeCallAward: 'completeAward',
};
