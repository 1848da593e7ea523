import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import type { PersonActor } from '@jihui/kernel';
import { commitmentOf, logFaults, receiptFaults, type BidReceipt, type LogOpening } from '@jihui/proofs';
import { SealedBytes } from '../src/bids/sealed-bytes.js';
import {
  aFile,
  BEGIN,
  enterKeys,
  HAND_IN,
  handIn,
  instructionsOf,
  openedShares,
  organisationOf,
  ownBid,
  release,
  RELEASE,
  seal,
  sendAll,
  sharesFor,
  startUpload,
  type PrivateKeys,
} from './bids.world.js';
import { aWorld, REASON, type CallNode, type World } from './calls.world.js';

// Each walks a call through all its offices.
jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await aWorld({ hurried: true });
}, 120_000);
afterAll(() => world.close());

/** A call that is open for bids, with its custodians' private keys. */
async function openCall(): Promise<{ callId: string; keys: PrivateKeys; custodians: PersonActor[] }> {
  const { id } = await world.call('BIDDING');
  const keys = world.custodianKeys.get(id)!;
  return { callId: id, keys, custodians: [world.officer, world.supervisor, world.notary] };
}

/** The days of bidding pass and the call is closed; its last heads are left to who begins the opening. */
const close = (): Promise<void> => world.wait(60);

const opening = async (callId: string, actor = world.university) =>
  (
    await world.as(actor).query<{
      callOpening: {
        begunAt: string | null;
        openedAt: string | null;
        released: string[];
        bids: { organisationId: string; commitment: string; fault: string | null }[] | null;
      };
    }>(
      `query ($callId: ID!) {
        callOpening(callId: $callId) { begunAt openedAt released bids { organisationId commitment fault } }
      }`,
      { callId },
    )
  ).callOpening;

const openedBids = async (callId: string, actor: PersonActor) =>
  (
    await world.as(actor).query<{
      openedBids: {
        id: string;
        form: unknown;
        fault: string | null;
        files: { name: string; url: string }[];
        sealedUrl: string;
      }[];
    }>('query ($callId: ID!) { openedBids(callId: $callId) { id form fault files { name url } sealedUrl } }', {
      callId,
    })
  ).openedBids;

const begin = (callId: string, actor = world.officer) => world.as(actor).mutate(BEGIN, { input: { callId } });

it('goes from keys to sealed bids, receipts, release and opening; anybody recomputes that none was added or lost', async () => {
  const { callId, keys } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const plan = randomBytes(3 * 1024 * 1024);
  const mine = await seal(instructions, organisationOf(world.university), { 方案: '控温锻造' }, [
    aFile('技术方案.pdf', plan),
    aFile('空.pdf', Buffer.alloc(0)),
  ]);
  const theirs = await seal(instructions, organisationOf(world.rival), { 方案: '等温锻造' });
  await world.watchBids();
  const handed = await handIn(world, world.university, callId, mine);
  expect(handed).toMatchObject({ state: 'STANDING', commitment: mine.commitment, proof: null });
  await handIn(world, world.rival, callId, theirs);

  // The next head holds the bid, and the receipt is checked against it without the platform.
  await world.wait(1);
  await world.watchBids();
  const { proof, receipts } = (await ownBid(world, world.university, callId))!;
  const { head, inclusion } = proof as { head: never; inclusion: never };
  const receipt = receipts[0] as unknown as BidReceipt;
  expect(receiptFaults(receipt, inclusion, head, instructions.logKey)).toEqual([]);

  await begin(callId).expectCode('CHALLENGES.NOT_YET');
  await close();
  await begin(callId);
  expect(await sharesFor(world, world.notary, callId)).toHaveLength(2);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
  expect(await opening(callId)).toMatchObject({ openedAt: null, bids: null });
  expect(await openedBids(callId, world.university)).toEqual([]);
  await release(world, world.supervisor, callId, keys);
  await world.watchBids();

  const { bids, openedAt } = await opening(callId);
  expect(openedAt).not.toBeNull();
  expect(bids?.map(({ commitment, fault }) => [commitment, fault]).sort()).toEqual(
    [
      [mine.commitment, null],
      [theirs.commitment, null],
    ].sort(),
  );
  const [own] = await openedBids(callId, world.university);
  expect(own).toMatchObject({ form: { 方案: '控温锻造' }, fault: null });
  expect(await openedBids(callId, world.university)).toHaveLength(1);
  expect(await openedBids(callId, world.officer)).toHaveLength(2);
  expect(await openedBids(callId, world.owner)).toEqual([]);
  const file = await world.as(world.officer).get(own!.files[0]!.url).buffer(true).parse(binary);
  expect(Buffer.compare(file.body as Buffer, plan)).toBe(0);
  expect((await world.as(world.rival).get(own!.files[0]!.url)).status).toBe(404);
  // An officer who belongs to a bidder works on no bid of the call.
  const [membership] = world.rival.memberships;
  const involved = {
    ...world.officer,
    memberships: [...world.officer.memberships, { ...membership!, roles: ['MEMBER' as const] }],
  };
  expect(await openedBids(callId, involved)).toEqual([]);
  expect((await world.as(involved).get(own!.files[0]!.url)).status).toBe(404);
  const sealed = await world.as(world.university).get(own!.sealedUrl).buffer(true).parse(binary);
  expect((await commitmentOf([sealed.body as Buffer])).commitment).toBe(mine.commitment);
  expect((await world.as(world.rival).get(own!.sealedUrl)).status).toBe(404);

  const record = (await world.client().get(`/files/challenges/openings/${callId}`)).body as {
    log: LogOpening;
    logKey: string;
  };
  expect(logFaults(record.log, record.logKey)).toEqual([]);
  expect(record.log.opened).toHaveLength(2);
});

it('replaces and withdraws before the deadline, and refuses what is late', async () => {
  const { callId, keys } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const first = await seal(instructions, organisationOf(world.university), { 版本: 1 });
  const second = await seal(instructions, organisationOf(world.university), { 版本: 2 });
  const { id } = await handIn(world, world.university, callId, first);
  const replaced = await handIn(world, world.university, callId, second);
  expect(replaced).toMatchObject({ id, commitment: second.commitment });
  expect(replaced.receipts).toHaveLength(2);
  const theirs = await seal(instructions, organisationOf(world.rival), {});
  await handIn(world, world.rival, callId, theirs);
  const WITHDRAW =
    'mutation ($input: WithdrawBidInput!) { withdrawBid(input: $input) { bid { state receipts } } }';
  const input = { callId, organisationId: organisationOf(world.rival) };
  const { withdrawBid } = await world
    .as(world.rival)
    .mutate<{ withdrawBid: { bid: { state: string; receipts: unknown[] } } }>(WITHDRAW, { input });
  expect(withdrawBid.bid).toMatchObject({ state: 'WITHDRAWN' });
  expect(withdrawBid.bid.receipts).toHaveLength(2);
  await world.as(world.rival).mutate(WITHDRAW, { input }).expectCode('CHALLENGES.NO_BID');
  const uploadId = await startUpload(world, world.rival, callId, theirs);
  await sendAll(world, world.rival, uploadId, theirs.bytes);

  await world.wait(60);
  await world
    .as(world.rival)
    .mutate(HAND_IN, { input: { uploadId } })
    .expectCode('CHALLENGES.BIDDING_CLOSED');
  await world
    .as(world.university)
    .mutate(WITHDRAW, { input: { callId, organisationId: organisationOf(world.university) } })
    .expectCode('CHALLENGES.BIDDING_CLOSED');
  await world.watchBids();
  await begin(callId);
  await release(world, world.officer, callId, keys);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
  expect((await opening(callId)).bids).toMatchObject([{ commitment: second.commitment, fault: null }]);
  expect(await openedBids(callId, world.officer)).toMatchObject([{ form: { 版本: 2 } }]);
});

it('tells nobody that a bid is there, and refuses who may not bid', async () => {
  const { callId } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  await world.watchBids();
  await world.settle();
  const quiet = await traces(callId);
  await handIn(
    world,
    world.university,
    callId,
    await seal(instructions, organisationOf(world.university), {}),
  );
  expect(await traces(callId)).toEqual(quiet);
  const organisation = organisationOf(world.university);
  for (const actor of [world.owner, world.county, world.officer, world.supervisor, world.notary, world.rival])
    expect(await ownBid(world, actor, callId, organisation)).toBeNull();
  for (const custodian of [world.officer, world.supervisor, world.notary])
    expect(await sharesFor(world, custodian, callId)).toEqual([]);

  const refused = async (actor: PersonActor, bidder = organisationOf(actor)) => {
    const answer = await world
      .as(actor)
      .mutate('mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }', {
        input: { callId, organisationId: bidder, size: 10, commitment: '0'.repeat(64) },
      })
      .answer();
    const { code, violations = [] } = answer.errors?.[0]?.extensions ?? { code: 'none' };
    return violations[0]?.code ?? code;
  };
  expect(await refused(world.owner)).toBe('CHALLENGES.RELATED');
  expect(await refused(world.officer)).toBe('FORBIDDEN');
  expect(await refused(world.university, organisationOf(world.rival))).toBe('FORBIDDEN');
  const other = await openCall();
  const strange = await seal(
    await instructionsOf(world, world.rival, other.callId),
    organisationOf(world.rival),
    {},
  );
  await expect(handIn(world, world.rival, callId, strange)).rejects.toThrow('CHALLENGES.OTHER_CALL');
});

it('names a wrong share, takes a late one, does without a lost custodian, and voids what another bidder sealed', async () => {
  const { callId, keys } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  await handIn(
    world,
    world.university,
    callId,
    await seal(instructions, organisationOf(world.university), {}),
  );
  // Sealed by one, handed in by another: known at the opening alone, since the head names nobody.
  await handIn(world, world.rival, callId, await seal(instructions, organisationOf(world.university), {}));
  await close();
  await begin(callId);
  const shares = await openedShares(world, world.officer, callId, keys);
  const wrong = shares.map(({ bidId }, at) => ({ bidId, share: shares[(at + 1) % shares.length]!.share }));
  const refusal = await world
    .as(world.officer)
    .mutate(RELEASE, { input: { callId, shares: [shares[0], wrong[1]] } })
    .expectCode('INVALID_INPUT');
  expect(refusal.extensions.violations).toMatchObject([
    { path: 'shares.1.share', code: 'CHALLENGES.WRONG_SHARE' },
  ]);
  await world
    .as(world.officer)
    .mutate(RELEASE, { input: { callId, shares: [shares[0], { bidId: shares[0]!.bidId }] } })
    .expectCode('INVALID_INPUT');
  await world.as(world.university).mutate(RELEASE, { input: { callId, shares } }).expectCode('NOT_FOUND');
  const LOSE =
    'mutation ($input: DeclareCustodianLostInput!) { declareCustodianLost(input: $input) { sealing { ready } } }';
  const lose = (personId: string) =>
    world
      .as(world.officer)
      .mutate(LOSE, { input: { callId, personId, reason: '密钥文件损坏，已书面说明并存档' } });
  await lose(world.supervisor.personId);
  await lose(world.notary.personId).expectCode('CHALLENGES.TOO_MANY_LOST');
  await release(world, world.officer, callId, keys);
  await world.watchBids();
  expect((await opening(callId)).openedAt).toBeNull();
  await world.wait(3);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
  const bids = (await opening(callId)).bids!;
  expect(bids.find(({ organisationId }) => organisationId === organisationOf(world.rival))?.fault).toBe(
    'SEAL.OTHER_BIDDER',
  );
  expect(bids.find(({ organisationId }) => organisationId !== organisationOf(world.rival))?.fault).toBeNull();
  await world
    .as(world.notary)
    .mutate(RELEASE, { input: { callId, shares } })
    .expectCode('CHALLENGES.NOT_OPENING');
});

it('is opened though an objection is open or another call cannot be; that it has failed is said once that may be said', async () => {
  const blocked = await openCall();
  const other = await openCall();
  const instructions = await instructionsOf(world, world.university, other.callId);
  const bid = await seal(instructions, organisationOf(world.university), {});
  await handIn(world, world.university, other.callId, bid);
  const broken = await openCall();
  const lost = await seal(
    await instructionsOf(world, world.university, broken.callId),
    organisationOf(world.university),
    {},
  );
  await handIn(world, world.university, broken.callId, lost);
  await close();
  await world
    .as(world.rival)
    .mutate(
      'mutation ($input: RaiseCallObjectionInput!) { raiseCallObjection(input: $input) { call { id } } }',
      {
        input: {
          ...{ callId: blocked.callId, name: '赵院长', contact: '0350-3048000' },
          ...{ statement: '开标程序没有按公告进行，请予核查', evidence: '公告第三条与现场记录，见附件照片' },
        },
      },
    );
  // Bytes that are gone keep this call closed until they are brought back, and no other.
  const [{ id: uploadId }] = (await world.rows(
    `select upload_id as id from challenges.bid where call_id = '${broken.callId}'`,
  )) as [{ id: string }];
  await world.get(SealedBytes).remove(uploadId);
  await begin(blocked.callId);
  for (const { callId, keys } of [broken, other]) {
    await begin(callId);
    await release(world, world.officer, callId, keys);
    await release(world, world.notary, callId, keys);
  }
  await expect(world.watchBids()).rejects.toThrow('ENOENT');
  expect((await opening(broken.callId)).openedAt).toBeNull();
  expect((await opening(other.callId)).bids).toMatchObject([{ fault: null }]);
  expect(await opening(blocked.callId)).toMatchObject({ bids: [], openedAt: expect.any(String) });
  expect((await world.read<CallNode>(world.officer, blocked.callId, 'state'))?.state).toBe('BIDS_CLOSED');
  // The call that stays broken must not meet the tests that follow.
  await world.rows(`update challenges.call set state = 'TERMINATED' where id = '${broken.callId}'`);
});

it('neither begins nor finishes an opening while the call is suspended', async () => {
  const { callId, keys } = await openCall();
  const instructions = await instructionsOf(world, world.university, callId);
  const bid = await seal(instructions, organisationOf(world.university), {});
  await handIn(world, world.university, callId, bid);
  await close();
  const call = async () => (await world.read<CallNode>(world.officer, callId, 'id version state'))!;
  await world.act(world.officer, 'suspendCall', await call(), { reason: REASON });
  await begin(callId).expectCode('CHALLENGES.SUSPENDED');
  await world.act(world.officer, 'resumeCall', await call(), { reason: REASON });
  await begin(callId);
  // The job that the beginning set off finds a bid that waits for its shares.
  await world.settle();
  await world.act(world.officer, 'suspendCall', await call(), { reason: REASON });
  await release(world, world.officer, callId, keys);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
  expect((await opening(callId)).openedAt).toBeNull();
  await world.act(world.officer, 'resumeCall', await call(), { reason: REASON });
  await world.watchBids();
  expect((await opening(callId)).openedAt).not.toBeNull();
  expect((await call()).state).toBe('BIDS_OPENED');
});

it('has failed by the beginning alone where nobody bid: there is no share to wait for', async () => {
  const { callId } = await openCall();
  await close();
  await begin(callId);
  await world.settle();
  expect(await opening(callId)).toMatchObject({ bids: [], openedAt: expect.any(String) });
  expect((await world.read<CallNode>(world.officer, callId, 'state'))?.state).toBe('FAILED');
});

it('is published only when every custodian has proved a key of the own, which is then fixed', async () => {
  const { id, version } = await world.call('CLEARED');
  const call = { id, version, state: 'CLEARED' as const };
  expect(await world.refused(world.officer, 'publishCall', call)).toBe('CHALLENGES.KEYS_MISSING');
  const keys = await enterKeys(world, id, [world.officer, world.supervisor]);
  expect(keys.size).toBe(2);
  expect(await world.refused(world.officer, 'publishCall', call)).toBe('CHALLENGES.KEYS_MISSING');
  const PROPOSE =
    'mutation ($input: ProposeCustodianKeyInput!) { proposeCustodianKey(input: $input) { challenge } }';
  const propose = (actor: PersonActor, publicKey: string) =>
    world.as(actor).mutate(PROPOSE, { input: { callId: id, publicKey } });
  await propose(world.university, '1'.repeat(64)).expectCode('NOT_FOUND');
  const small = await propose(world.notary, '0'.repeat(64)).expectCode('INVALID_INPUT');
  expect(small.extensions.violations).toMatchObject([{ code: 'CHALLENGES.KEY_INVALID' }]);
  await propose(world.notary, '9'.padEnd(64, '0'));
  await world
    .as(world.notary)
    .mutate(
      'mutation ($input: ProveCustodianKeyInput!) { proveCustodianKey(input: $input) { sealing { ready } } }',
      {
        input: { callId: id, answer: '0'.repeat(64) },
      },
    )
    .expectCode('CHALLENGES.KEY_NOT_PROVED');
  await enterKeys(world, id, [world.notary]);
  await world.act(world.officer, 'publishCall', call);
  await propose(world.notary, '9'.padEnd(64, '0')).expectCode('CHALLENGES.KEY_FIXED');
});

const binary = (answer: unknown, done: (error: Error | null, body: Buffer) => void): void => {
  const response = answer as NodeJS.ReadableStream;
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

/** Everything outside the bid's own tables by which the coming of a bid could show. */
async function traces(callId: string): Promise<object> {
  const counts = await world.rows(
    `select (select count(*)::int from challenges.audit_entry) as audit, (select count(*)::int from challenges.event) as events,
      (select count(*)::int from challenges.outbox) as outbox,
      (select version from challenges.call where id = '${callId}') as version,
      (select updated_at from challenges.call where id = '${callId}') as changed`,
  );
  const metrics = (await world.client().get('/metrics')).text.split('\n');
  const heads = (await world.client().get(`/files/challenges/heads/${callId}`)).body as object;
  return { counts, heads, uploads: metrics.filter((line) => line.includes('uploads')) };
}
