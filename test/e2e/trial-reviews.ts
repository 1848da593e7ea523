import { Client } from 'pg';
import type { GraphClient } from '@jihui/testing';
import type { DemoCity } from './city.js';
import { odd, oddly, verbsOn, type Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

const REASON = odd('依据材料，理由充分，详见会议纪要');
const DAY = '2026-01-06';

interface Seat {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly state: string;
  readonly lead: boolean;
  /** Groups of bids that are level, to be voted on. */
  readonly ties: readonly (readonly string[])[];
  readonly handedIn: boolean;
  readonly minutesSha256: string | null;
  readonly bids: readonly { readonly bidId: string; readonly judged: boolean }[];
  readonly criteria: readonly { readonly code: string; readonly weight: number }[];
}
/** A member of the panel, with the seat as it is now. */
export interface Member {
  readonly who: GraphClient;
  readonly seat: Seat;
}

/** The check of opened bids and the review of a call, by the demo city's stories: as far as they go without a day's wait. */
export async function tryReviews(cast: Cast): Promise<void> {
  await tryQualification(cast);
  await tryPanel(cast);
}

async function tryQualification({ city, trials, officer, outsiders, ...rest }: Cast): Promise<void> {
  const call = await callThatIs(officer, 'BIDS_OPENED');
  const { bidChecks } = await officer.query<{ bidChecks: { bidId: string; version: number }[] }>(
    'query ($callId: ID!) { bidChecks(callId: $callId) { bidId version } }',
    { callId: call.id },
  );
  for (const { bidId, version } of bidChecks)
    await trials.run({
      mutation: 'decideBidQualification',
      who: officer,
      others: outsiders,
      input: { bidId, expectedVersion: version, verdict: 'QUALIFIED', reason: REASON },
      // Until it is published a verdict may be given anew.
      repeatable: true,
    });
  const verb = verbsOn({ city, trials, officer, outsiders, ...rest }, 'call', () => 'publishQualification');
  await verb(officer, 'publishBidQualification', await callThatIs(officer, 'BIDS_OPENED'));
}

async function tryPanel(cast: Cast): Promise<void> {
  const { city, trials, officer, outsiders } = cast;
  const { id: callId } = await callThatIs(officer, 'REVIEWING');
  const verb = verbsOn(cast, 'call', (mutation) => ACTIONS[mutation] ?? '');
  const current = () => callNow(officer, callId);

  await handInAll(cast, callId);

  const opine = async (): Promise<void> => {
    const lead = (await panelOf(city, callId)).find(({ seat }) => seat.lead);
    await trials.run({
      mutation: 'writePanelOpinion',
      who: lead!.who,
      others: outsiders,
      input: { seatId: lead!.seat.id, opinion: odd('两个方案均响应指标，建议按排名立项，并明确检测机构') },
      repeatable: true,
    });
  };
  await opine();
  await verb(officer, 'concludeCallReview', await current());
  await verb(officer, 'reopenCallReview', await current(), { input: { reason: REASON } });
  // It goes on under other names than those that its opinion spoke of.
  await opine();
  await verb(officer, 'concludeCallReview', await current());
  for (const { who, seat } of await panelOf(city, callId))
    await trials.run({
      mutation: 'signReviewMinutes',
      who,
      others: outsiders,
      input: { seatId: seat.id, sha256: seat.minutesSha256 },
      // Whoever has signed them has signed them.
      repeatable: true,
    });
  await siteCheck(cast, verb, callId);
}

async function siteCheck({ officer }: Cast, verb: ReturnType<typeof verbsOn>, callId: string): Promise<void> {
  const { callReview } = await officer.query<{
    callReview: { standings: { bidId: string; place: number }[] };
  }>('query ($callId: ID!) { callReview(callId: $callId) { standings { bidId place } } }', { callId });
  const [first] = callReview.standings;
  await verb(officer, 'recordCallSiteCheck', await callNow(officer, callId), {
    input: { bidId: first?.bidId, day: DAY, people: oddly('郭志强'), findings: REASON, confirmed: true },
    repeatable: true,
  });
}

/** Whoever has sheets still to fill fills and hands them in. */
async function handInAll({ city, trials, outsiders }: Cast, callId: string): Promise<void> {
  for (const { who, seat } of await panelOf(city, callId)) {
    if (seat.handedIn) continue;
    for (const { bidId } of seat.bids.filter(({ judged }) => judged))
      await trials.run({
        mutation: 'saveReviewSheet',
        who,
        others: outsiders,
        input: {
          ...{ seatId: seat.id, bidId, recommends: true, comment: REASON },
          points: seat.criteria.map(({ code, weight }) => ({ code, points: Math.round(weight * 0.8) })),
        },
        // Saved by itself, as often as somebody types.
        repeatable: true,
      });
    await trials.run({ mutation: 'handInReviewSheets', who, others: outsiders, input: { seatId: seat.id } });
  }
}

/** Who holds a seat, each reading it for themselves. */
export async function panelOf(city: DemoCity, callId: string): Promise<readonly Member[]> {
  const client = new Client({ connectionString: city.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ personId: string }>(
    `select person_id as "personId" from challenges.seat where call_id = $1 and state <> 'LEFT' order by row`,
    [callId],
  );
  await client.end();
  const members: Member[] = [];
  // Who sat in a panel that is void may sit in the one that stands.
  for (const personId of new Set(rows.map((row) => row.personId))) {
    const who = city.as({ kind: 'person', personId, memberships: [] });
    const { reviewSeats } = await who.query<{ reviewSeats: Seat[] }>(
      `{ reviewSeats { id version callId state lead handedIn ties minutesSha256 bids { bidId judged }
        criteria { code weight } } }`,
    );
    const seat = reviewSeats.find((one) => one.callId === callId);
    if (seat !== undefined) members.push({ who, seat });
  }
  return members;
}

async function callThatIs(officer: GraphClient, state: string): Promise<Subject> {
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    `{ calls(filter: { states: [${state}] }, first: 1) { edges { node { id version state } } } }`,
  );
  const found = calls.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has no call that is ${state}`);
  return found;
}

export async function callNow(officer: GraphClient, id: string): Promise<Subject> {
  const { call } = await officer.query<{ call: Subject }>(
    'query ($id: ID!) { call(id: $id) { id version state } }',
    { id },
  );
  return call;
}

const ACTIONS: Readonly<Record<string, string>> = {
  concludeCallReview: 'concludeReview',
  reopenCallReview: 'reopenReview',
  recordCallSiteCheck: 'checkSite',
};
