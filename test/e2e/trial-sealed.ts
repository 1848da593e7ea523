import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { Queues } from '@jihui/platform';
import {
  answerPossession,
  asInstructions,
  makeCustodianKey,
  openCustodianKey,
  releaseShare,
  sealBid,
  shareContext,
  type SealedShare,
} from '@jihui/proofs';
import { asActor } from '@jihui/testing';
import { demoActor, demoPerson, type DemoCity } from './city.js';
import { odd, UNIVERSITY, type Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

const PASSPHRASE = 'Jihui-demo-2026';
/** A light cost: what guards a key file is tested with the library. */
const COST = { N: 2 ** 10, r: 8, p: 1 };
/** Who holds the first, second and third key of a demo call. */
const CUSTODIANS = ['officer', 'registrar2', 'admin'] as const;
/** Longer than a demo call's window. */
const WINDOW_DAYS = 60;

/** The custodians' keys, a bid on its way, its withdrawal, and the opening. */
export async function trySealedBids(cast: Cast): Promise<void> {
  await tryKeys(cast);
  const { id: callId } = await callIn(cast, 'BIDDING');
  await tryBidding(cast, callId);
  await tryOpening(cast, callId);
}

/** A custodian whose key is lost makes another, as long as the call is not out. */
async function tryKeys({ trials, outsiders, officer }: Cast): Promise<void> {
  const { id: callId } = await callIn({ officer }, 'CLEARED');
  const { id: personId } = demoPerson('officer');
  const file = await makeCustodianKey(callId, personId, PASSPHRASE, COST);
  const input = { callId, publicKey: file.publicKey };
  await trials.run({
    mutation: 'proposeCustodianKey',
    who: officer,
    others: outsiders,
    input,
    // Proposed and not proved, it may be proposed again.
    repeatable: true,
  });
  const { proposeCustodianKey } = await officer.mutate<{ proposeCustodianKey: { challenge: string } }>(
    'mutation ($input: ProposeCustodianKeyInput!) { proposeCustodianKey(input: $input) { challenge } }',
    { input },
  );
  const { privateKey } = await openCustodianKey(file, PASSPHRASE);
  const answer = await answerPossession(callId, personId, proposeCustodianKey.challenge, privateKey);
  await trials.run({
    mutation: 'proveCustodianKey',
    who: officer,
    others: outsiders,
    input: { callId, answer },
    repeatable: true,
  });
}

async function tryBidding(cast: Cast, callId: string): Promise<void> {
  const { city, trials, outsiders, office } = cast;
  const { callSealing } = await office.query<{ callSealing: { instructions: unknown } }>(
    'query ($callId: ID!) { callSealing(callId: $callId) { instructions } }',
    { callId },
  );
  const { call, round, custodians, threshold } = asInstructions(callSealing.instructions);
  const bid = await sealBid({
    ...{ call, round, bidder: UNIVERSITY, custodians, threshold },
    ...{ form: { route: odd('控温轧制'), members: [] }, files: [] },
  });
  const parts: Uint8Array[] = [];
  for await (const part of bid.bytes) parts.push(part);
  const bytes = Buffer.concat(parts);
  const commitment = bid.commitment();
  const seen = { query: 'call', id: callId };
  await trials.run({
    mutation: 'startBidUpload',
    who: office,
    others: outsiders,
    seen,
    input: { callId, organisationId: UNIVERSITY, size: bytes.length, commitment },
    // What broke off for good is begun anew.
    repeatable: true,
  });
  const sent = async (): Promise<string> => {
    const { startBidUpload } = await office.mutate<{ startBidUpload: { upload: Subject } }>(
      'mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }',
      { input: { callId, organisationId: UNIVERSITY, size: bytes.length, commitment } },
    );
    await request(city.url)
      .put(`/files/challenges/uploads/${startBidUpload.upload.id}?from=0`)
      .set(asActor(demoActor('transferOfficer')))
      .set('content-type', 'application/octet-stream')
      .send(bytes)
      .expect(200);
    return startBidUpload.upload.id;
  };
  const uploadId = await sent();
  await trials.run({
    mutation: 'handInBid',
    who: office,
    others: outsiders,
    input: { uploadId },
    other: { uploadId: await sent() },
    // What stands already stands.
    repeatable: true,
  });
  await trials.run({
    mutation: 'withdrawBid',
    who: office,
    others: outsiders,
    seen,
    input: { callId, organisationId: UNIVERSITY },
  });
  await office.mutate('mutation ($input: HandInBidInput!) { handInBid(input: $input) { bid { id } } }', {
    input: { uploadId },
  });
}

async function tryOpening(cast: Cast, callId: string): Promise<void> {
  const { city, trials, outsiders, officer } = cast;
  const seen = { query: 'call', id: callId };
  await city.passDays(WINDOW_DAYS);
  await look(city);
  await trials.run({
    mutation: 'beginBidOpening',
    who: officer,
    others: outsiders,
    seen,
    input: { callId },
    // Begun is begun.
    repeatable: true,
  });
  await trials.run({
    mutation: 'declareCustodianLost',
    who: officer,
    others: outsiders,
    seen,
    input: { callId, personId: demoPerson('admin').id, reason: odd('密钥文件损坏，已书面说明并存档') },
    // Lost is lost.
    repeatable: true,
  });
  for (const at of [1, 2])
    await trials.run({
      mutation: 'releaseBidShares',
      who: city.who(CUSTODIANS[at - 1] ?? ''),
      others: outsiders,
      seen,
      input: { callId, shares: await sharesOf(city, callId, at) },
      // Whoever sends a share again has sent it.
      repeatable: at === 1,
    });
  await look(city);
  const { callOpening } = await officer.query<{ callOpening: { openedAt: string | null } }>(
    'query ($callId: ID!) { callOpening(callId: $callId) { openedAt } }',
    { callId },
  );
  expect(callOpening.openedAt).not.toBeNull();
}

/** What the custodian of that place releases, as the custodian's page does. */
async function sharesOf(city: DemoCity, callId: string, at: number) {
  const { custodianCases } = await city.who(CUSTODIANS[at - 1] ?? '').query<{
    custodianCases: {
      callId: string;
      code: string;
      shares: { bidId: string; sealed: SealedShare; subject: Parameters<typeof shareContext>[0] }[];
    }[];
  }>('{ custodianCases { callId code shares { bidId sealed subject } } }');
  const found = custodianCases.find((one) => one.callId === callId);
  if (found === undefined) throw new Error('the custodian keeps nothing of the call');
  const { privateKey } = await openDemoKey(city, found.code, at);
  return Promise.all(
    found.shares.map(async ({ bidId, sealed, subject }) => ({
      bidId,
      share: (await releaseShare(sealed, privateKey, shareContext(subject))).share,
    })),
  );
}

export const openDemoKey = ({ stateDir }: DemoCity, code: string, at: number) =>
  openCustodianKey(
    JSON.parse(readFileSync(join(stateDir, 'demo-keys', `${code}-${at}.json`), 'utf8')),
    PASSPHRASE,
  );

/** The clock's look at sealed bids, now and not when a minute is over. */
async function look(city: DemoCity): Promise<void> {
  await city
    .get(Queues)
    .of('challenges')
    .add('challenges.watchBids', { messageId: randomUUID(), payload: {} });
  await city.settle();
}

/** A call of the demo city in that state. */
export async function callIn({ officer }: Pick<Cast, 'officer'>, state: string): Promise<Subject> {
  const { calls } = await officer.query<{ calls: { edges: { node: Subject }[] } }>(
    `{ calls(filter: { states: [${state}] }, first: 1) { edges { node { id version state } } } }`,
  );
  const found = calls.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has no call that is ${state}`);
  return found;
}
