import { Client } from 'pg';
import { makeSeedPart } from '@jihui/proofs';
import type { GraphClient } from '@jihui/testing';
import { demoPerson, type DemoCity } from './city.js';
import { odd, UNIVERSITY, verbsOn, type Cast } from './trial-cast.js';
import { addExperts, drawOf, PARTIES } from './trial-panels.js';
import { callNow, panelOf, type Member } from './trial-reviews.js';
import { at, documentOf, perform, type Subject } from './walk.js';

const REASON = odd('依据材料，理由充分，详见会议纪要');
/** Five seats with as many who may follow each as the bank of the demo city has: fewer than so many leave. */
const MOST_LEAVE = 20;

/**
 * The demo city's review of two stages: its panel ends short and is drawn again, its work divided, one member is kept
 * from a bid, the best defend, none of them passes, and the call that failed is listed a second time.
 */
export async function trySecondRounds(cast: Cast): Promise<void> {
  const { city, officer } = cast;
  const call = await callAbout(officer, '连翘叶药茶');
  const now = () => callNow(officer, call.id);
  const [before] = await panelOf(city, call.id);
  // Whose call it is, who bids for it and who judges it have their parts in it, and none in these.
  const outsiders = [...cast.outsiders, city.who('tea'), cast.office, before!.who];
  const verb = verbsOn(
    { ...cast, outsiders },
    'call',
    (mutation) => ACTIONS[mutation] ?? mutation.replace('Call', ''),
  );
  /** What is there and is no call that this can be done to. */
  const astray = { id: [UNIVERSITY, before!.seat.id, (await callAbout(officer, '法兰')).id] };
  await endShort(cast, call.id);
  const [left] = await panelOf(city, call.id);
  await verb(officer, 'redrawReviewExperts', await now(), { input: { reason: REASON }, astray });

  await divide(city, call.id);
  await addExperts(city, '特邀', [...Array<string>(5).fill('790'), ...Array<string>(18).fill('550')]);
  await seat(cast, call.id);
  await expectOver(cast, left!);
  await perform(officer, 'startCallReview', at(await now()));
  await tryRecusal(cast, call.id, before!);

  await score(city, call.id, 0.8);
  await verb(officer, 'advanceCallReview', await now(), { astray });
  await score(city, call.id, 0.2);
  const lead = (await panelOf(city, call.id)).find((member) => member.seat.lead);
  await perform(lead!.who, 'writePanelOpinion', { seatId: lead!.seat.id, opinion: REASON });
  await perform(officer, 'concludeCallReview', at(await now()));
  await verb(officer, 'failCall', await now(), { input: { reason: REASON }, astray });
  await verb(officer, 'relistCall', await now(), { input: { reason: REASON }, astray });
}

async function callAbout(who: GraphClient, text: string): Promise<Subject> {
  const { calls } = await who.query<{ calls: { edges: { node: Subject }[] } }>(
    'query ($text: String) { calls(filter: { text: $text }, first: 1) { edges { node { id version state } } } }',
    { text },
  );
  const call = calls.edges[0]?.node;
  if (call === undefined) throw new Error(`the demo city has no call about ${text}`);
  return call;
}

/** One after the other is found in conflict, until nobody is left to follow. */
async function endShort({ city, officer }: Cast, callId: string): Promise<void> {
  for (let left = 0; left < MOST_LEAVE; left += 1) {
    if (await offers(officer, callId, 'redraw')) return;
    const [member] = await panelOf(city, callId);
    await perform(city.who('registrar2'), 'recordReviewConflict', { ...at(member!.seat), reason: REASON });
  }
  throw new Error('there was always somebody to follow');
}

async function offers(who: GraphClient, id: string, action: string): Promise<boolean> {
  const { call } = await who.query<{
    call: { availableActions: readonly { action: string; enabled: boolean }[] };
  }>('query ($id: ID!) { call(id: $id) { availableActions { action enabled } } }', { id });
  return call.availableActions.some((one) => one.action === action && one.enabled);
}

/** As if its plan had divided the work: no call of the demo city does. */
async function divide({ databaseUrl }: DemoCity, callId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`update challenges.call set plan = plan || '{"panelTimes":3}' where id = $1`, [callId]);
  await client.end();
}

/** A draw in which every party does its part, and whoever is drawn comes. */
async function seat({ city, officer }: Cast, callId: string): Promise<void> {
  await perform(officer, 'drawReviewExperts', { ...at(await callNow(officer, callId)), wide: true });
  const { id: drawId, custodians } = await drawOf(officer, callId);
  const values = new Map<string, string>();
  for (const party of PARTIES) {
    const { part, value } = await makeSeedPart(drawId, demoPerson(party).id, custodians, 2);
    values.set(party, value);
    await perform(city.who(party), 'commitDrawSeed', { drawId, part });
  }
  for (const [party, value] of values) await perform(city.who(party), 'revealDrawSeed', { drawId, value });
  for (const { who, seat: invited } of await panelOf(city, callId))
    await perform(who, 'acceptReviewSeat', at(invited));
}

/** A seat of a panel that is void is nobody's: what is done to it would change the panel that stands. */
async function expectOver({ city }: Cast, { who, seat: { id, version } }: Member): Promise<void> {
  const input = { id, expectedVersion: version, reason: REASON };
  const over = (by: GraphClient, mutation: string, more: object = {}) =>
    by.mutate(documentOf(mutation), { input: { ...input, ...more } }).expectCode('NOT_FOUND');
  await over(who, 'declineReviewSeat', { conflict: false });
  await over(city.who('registrar2'), 'recordReviewConflict');
}

/** 部分回避: by the member alone, of a bid by its pseudonym, in the seat that stands. */
async function tryRecusal({ city, trials, outsiders }: Cast, callId: string, before: Member): Promise<void> {
  const panel = await panelOf(city, callId);
  const [member, other] = panel.filter(({ seat: { bids } }) => bids.length > 0);
  const { who, seat: own } = member!;
  const bids = await bidsOf(city, callId);
  await trials.run({
    mutation: 'recuseFromBid',
    who,
    // Another member of the panel too is kept out of this seat.
    others: [...outsiders, other!.who],
    input: { ...at(own), bidId: own.bids[0]?.bidId, reason: REASON },
    astray: {
      id: [before.seat.id, other!.seat.id, callId],
      // The member is not told a bid's own id, and names it by none; what a void panel knew it by names nothing any more.
      bidId: [...bids, ...before.seat.bids.map(({ bidId }) => bidId), callId, own.id],
    },
  });
}

async function bidsOf({ databaseUrl }: DemoCity, callId: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from challenges.bid where call_id = $1', [
    callId,
  ]);
  await client.end();
  return rows.map(({ id }) => id);
}

/** Whoever was given bids finds each of them worth that part of the points. */
async function score(city: DemoCity, callId: string, part: number): Promise<void> {
  for (const { who, seat: own } of await panelOf(city, callId)) {
    const judged = own.bids.filter((bid) => bid.judged).map(({ bidId }) => bidId);
    for (const bidId of judged)
      await perform(who, 'saveReviewSheet', {
        ...{ seatId: own.id, bidId, recommends: true, comment: REASON },
        points: own.criteria.map(({ code, weight }) => ({ code, points: Math.round(weight * part) })),
      });
    if (judged.length > 0) await perform(who, 'handInReviewSheets', { seatId: own.id });
  }
}

const ACTIONS: Readonly<Record<string, string>> = {
  redrawReviewExperts: 'redraw',
  advanceCallReview: 'advanceReview',
};
