import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { jest } from '@jest/globals';
import { system } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { commitmentOf } from '@jihui/proofs';
import { asActor, until } from '@jihui/testing';
import { SealedBytes } from '../src/bids/sealed-bytes.js';
import {
  aFile,
  BEGIN,
  HAND_IN,
  handIn,
  instructionsOf,
  organisationOf,
  ownBid,
  release,
  seal,
  sendAll,
  sendPiece,
  startUpload,
  type PrivateKeys,
} from './bids.world.js';
import { aWorld, type World } from './calls.world.js';

// Each walks a call through all its offices.
jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await aWorld({ hurried: true });
}, 120_000);
afterAll(() => world.close());

/** A call that is open for bids, with its custodians' private keys. */
async function openCall(): Promise<{ callId: string; keys: PrivateKeys }> {
  const { id } = await world.call('BIDDING');
  return { callId: id, keys: world.custodianKeys.get(id)! };
}

it('hands in again what was withdrawn, answers a replay as before, and says so where the bytes are gone', async () => {
  const { callId, keys } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const sealed = await seal(instructions, organisationOf(world.university), { 版本: 1 });
  const uploadId = await startUpload(world, world.university, callId, sealed);
  await sendAll(world, world.university, uploadId, sealed.bytes);
  const submit = (clientMutationId = randomUUID()) =>
    world
      .as(world.university)
      .mutate<{ handInBid: { bid: { state: string } } }>(HAND_IN, { input: { uploadId, clientMutationId } });
  const first = randomUUID();
  await submit(first);
  const organisationId = organisationOf(world.university);
  await world
    .as(world.university)
    .mutate('mutation ($input: WithdrawBidInput!) { withdrawBid(input: $input) { bid { state } } }', {
      input: { callId, organisationId },
    });
  expect((await submit()).handInBid.bid.state).toBe('STANDING');

  const other = await openCall();
  const forOther = await instructionsOf(world, world.university, other.callId);
  const replaced = await seal(forOther, organisationId, { 版本: 1 });
  const gone = await startUpload(world, world.university, other.callId, replaced);
  await sendAll(world, world.university, gone, replaced.bytes);
  const again = (clientMutationId: string) =>
    world.as(world.university).mutate(HAND_IN, { input: { uploadId: gone, clientMutationId } });
  await again(first).expectCode('IDEMPOTENCY.MISMATCH');
  const second = randomUUID();
  await again(second);
  await handIn(world, world.university, other.callId, await seal(forOther, organisationId, { 版本: 2 }));
  await again(second);
  await again(randomUUID()).expectCode('CHALLENGES.BID_DAMAGED');

  await world.wait(60);
  await world.as(world.officer).mutate(BEGIN, { input: { callId } });
  await release(world, world.officer, callId, keys);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
  const { callOpening } = await world
    .as(world.university)
    .query<{ callOpening: { bids: object[] } }>(
      'query ($callId: ID!) { callOpening(callId: $callId) { bids { commitment fault } } }',
      { callId },
    );
  expect(callOpening.bids).toEqual([{ commitment: sealed.commitment, fault: null }]);
});

it('changes nothing any more of what came in whole, however many requests send the same piece', async () => {
  const { callId } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const bid = await seal(instructions, organisationOf(world.university), {});
  const id = await startUpload(world, world.university, callId, bid);
  // A request that began while nothing had come, and goes on when everything has.
  const slow = httpRequest(`${world.url}/files/challenges/uploads/${id}?from=0`, {
    method: 'PUT',
    headers: {
      ...asActor(world.university),
      ...{ 'content-type': 'application/octet-stream', 'content-length': bid.bytes.length },
      expect: '100-continue',
    },
  });
  const answered = new Promise<number | undefined>((done) =>
    slow.on('response', (r) => done(r.resume().statusCode)),
  );
  const begun = once(slow, 'continue');
  slow.flushHeaders();
  await begun;
  slow.write(Buffer.alloc(10));
  await sendAll(world, world.university, id, bid.bytes);
  await world.as(world.university).mutate(HAND_IN, { input: { uploadId: id } });
  slow.end(Buffer.alloc(bid.bytes.length - 10));
  expect(await answered).toBe(422);
  const read = world.get(SealedBytes).read(id);
  expect((await commitmentOf(read)).commitment).toBe(bid.commitment);
});

it('takes up an upload where it broke off, and refuses pieces that do not fit', async () => {
  const { callId } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const bid = await seal(instructions, organisationOf(world.university), {}, [
    aFile('a.pdf', randomBytes(600_000)),
  ]);
  const id = await startUpload(world, world.university, callId, bid);
  const piece = (from: number, bytes: Buffer, actor = world.university) =>
    sendPiece(world, actor, id, from, bytes);
  expect((await piece(0, bid.bytes.subarray(0, 100_000))).body).toEqual({ received: 100_000 });
  const codeOf = ({ body }: { body: unknown }) => JSON.stringify(body);
  expect(codeOf(await piece(0, bid.bytes.subarray(0, 10)))).toContain('CHALLENGES.UPLOAD_OFFSET');
  expect(codeOf(await piece(100_000, Buffer.alloc(bid.bytes.length)))).toContain('FILE.TOO_LARGE');
  expect((await piece(100_000, bid.bytes.subarray(100_000), world.rival)).status).toBe(404);
  const submit = () => world.as(world.university).mutate(HAND_IN, { input: { uploadId: id } });
  await submit().expectCode('CHALLENGES.UPLOAD_INCOMPLETE');
  const { bidUpload } = await world
    .as(world.university)
    .query<{ bidUpload: { received: number } }>('query ($id: ID!) { bidUpload(id: $id) { received } }', {
      id,
    });
  expect(bidUpload.received).toBe(100_000);
  expect((await piece(100_000, bid.bytes.subarray(100_000))).body).toEqual({ received: bid.bytes.length });
  await submit();
  await submit();
  expect((await ownBid(world, world.university, callId))?.receipts).toHaveLength(1);

  const damaged = Buffer.from(bid.bytes);
  damaged[damaged.length - 1]! ^= 1;
  const other = await startUpload(world, world.university, callId, bid);
  await sendAll(world, world.university, other, damaged);
  await world
    .as(world.university)
    .mutate(HAND_IN, { input: { uploadId: other } })
    .expectCode('CHALLENGES.BID_DAMAGED');
});

it('keeps the bytes of the bid that stands where an old upload is handed in while another replaces it', async () => {
  const { callId } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const upload = async (version: number): Promise<string> => {
    const sealed = await seal(instructions, organisationOf(world.university), { 版本: version });
    const id = await startUpload(world, world.university, callId, sealed);
    await sendAll(world, world.university, id, sealed.bytes);
    return id;
  };
  const [first, second] = [await upload(1), await upload(2)];
  const submit = (uploadId: string) =>
    world.as(world.university).mutate(HAND_IN, { input: { uploadId, clientMutationId: randomUUID() } });
  await submit(first);
  // Both have read their bytes and wait for the call, the newer one before the old one.
  const waiting = async (count: number): Promise<boolean> =>
    (
      await world.rows(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length === count;
  let going = (): void => undefined;
  const gone = new Promise<void>((resolve) => (going = resolve));
  let locked = (): void => undefined;
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const holder = world
    .get(Work)
    .run({ domain: 'challenges', name: 'hold', actor: system('test') }, async () => {
      await world.rows(`select from challenges.call where id = '${callId}' for update`);
      locked();
      await gone;
    });
  await isLocked;
  const replacing = submit(second);
  const replaced = replacing.then(() => 'DONE');
  await until(() => waiting(1));
  const again = submit(first).expectCode('CHALLENGES.BID_DAMAGED');
  const refused = again.then(() => 'REFUSED');
  await until(() => waiting(2));
  going();
  await holder;
  expect([await replaced, await refused]).toEqual(['DONE', 'REFUSED']);
  const { commitment } = (await ownBid(world, world.university, callId))!;
  expect((await commitmentOf(world.get(SealedBytes).read(second))).commitment).toBe(commitment);
});
