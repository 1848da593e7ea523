import { randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import type { PersonActor } from '@jihui/kernel';
import {
  answerPossession,
  asInstructions,
  blindStatement,
  makeCustodianKey,
  openCustodianKey,
  releaseShare,
  sealBid,
  shareContext,
  type BidFile,
  type ConsortiumStatement,
  type MemberConfirmation,
  type SealedHead,
  type SealedShare,
  type SealingInstructions,
  type SignedConfirmation,
} from '@jihui/proofs';
import { asActor, type TestApp } from '@jihui/testing';

/** A light cost: what guards a key file is tested with the library. */
const COST = { N: 2 ** 10, r: 8, p: 1 };

export type PrivateKeys = Map<string, Uint8Array<ArrayBuffer>>;

/** Each custodian makes a key, enters it and proves it: over HTTP, as their pages do. */
export async function enterKeys(
  app: TestApp,
  callId: string,
  custodians: readonly PersonActor[],
): Promise<PrivateKeys> {
  const keys: PrivateKeys = new Map();
  for (const custodian of custodians) {
    const { personId } = custodian;
    const file = await makeCustodianKey(callId, personId, '口令很长的一句话', COST);
    const pair = await openCustodianKey(file, '口令很长的一句话');
    const client = app.as(custodian);
    const proposed = await client.mutate<{ proposeCustodianKey: { challenge: string } }>(
      'mutation ($input: ProposeCustodianKeyInput!) { proposeCustodianKey(input: $input) { challenge } }',
      { input: { callId, publicKey: file.publicKey } },
    );
    const { challenge } = proposed.proposeCustodianKey;
    const answer = await answerPossession(callId, personId, challenge, pair.privateKey);
    await client.mutate(
      'mutation ($input: ProveCustodianKeyInput!) { proveCustodianKey(input: $input) { sealing { ready } } }',
      { input: { callId, answer } },
    );
    keys.set(personId, pair.privateKey);
  }
  return keys;
}

export async function instructionsOf(
  app: TestApp,
  actor: PersonActor,
  callId: string,
): Promise<SealingInstructions> {
  const { callSealing } = await app
    .as(actor)
    .query<{ callSealing: { instructions: unknown } }>(
      'query ($callId: ID!) { callSealing(callId: $callId) { instructions } }',
      { callId },
    );
  return asInstructions(callSealing.instructions);
}

export const aFile = (name: string, bytes: Buffer): BidFile => ({
  name,
  type: 'application/pdf',
  size: bytes.length,
  read: () => [bytes],
});

export interface Sealed {
  readonly bytes: Buffer;
  readonly commitment: string;
  readonly head: SealedHead;
}

export async function seal(
  instructions: SealingInstructions,
  bidder: string,
  form: unknown,
  files: readonly BidFile[] = [],
): Promise<Sealed> {
  const { call, round, custodians, threshold } = instructions;
  const bid = await sealBid({ call, round, bidder, custodians, threshold, form, files });
  const parts: Uint8Array[] = [];
  for await (const part of bid.bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), commitment: bid.commitment(), head: bid.head };
}

export const organisationOf = ({ memberships: [first] }: PersonActor): string => first?.organisationId ?? '';

export async function startUpload(
  app: TestApp,
  actor: PersonActor,
  callId: string,
  { bytes, commitment }: Pick<Sealed, 'bytes' | 'commitment'>,
): Promise<string> {
  const { startBidUpload } = await app
    .as(actor)
    .mutate<{ startBidUpload: { upload: { id: string } } }>(
      'mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }',
      { input: { callId, organisationId: organisationOf(actor), size: bytes.length, commitment } },
    );
  return startBidUpload.upload.id;
}

export const sendPiece = (
  app: TestApp,
  actor: PersonActor,
  id: string,
  from: number,
  piece: Buffer,
): request.Test =>
  request(app.url)
    .put(`/files/challenges/uploads/${id}?from=${from}`)
    .set(asActor(actor))
    .set('content-type', 'application/octet-stream')
    .send(piece);

export async function sendAll(
  app: TestApp,
  actor: PersonActor,
  id: string,
  bytes: Buffer,
  size = 1024 * 1024,
): Promise<void> {
  for (let from = 0; from < bytes.length; from += size) {
    const { status, text } = await sendPiece(app, actor, id, from, bytes.subarray(from, from + size));
    if (status !== 200) throw new Error(`piece at ${from}: ${status} ${text}`);
  }
}

export const HAND_IN =
  'mutation ($input: HandInBidInput!) { handInBid(input: $input) { bid { id state commitment receipts proof } } }';

export interface BidNode {
  readonly id: string;
  readonly state: string;
  readonly commitment: string;
  readonly receipts: readonly Record<string, unknown>[];
  readonly proof: { readonly head: object; readonly inclusion: object } | null;
}

/** Uploads and hands in. */
export async function handIn(
  app: TestApp,
  actor: PersonActor,
  callId: string,
  sealed: Sealed,
): Promise<BidNode> {
  const uploadId = await startUpload(app, actor, callId, sealed);
  await sendAll(app, actor, uploadId, sealed.bytes);
  const { handInBid } = await app.as(actor).mutate<{ handInBid: { bid: BidNode } }>(HAND_IN, {
    input: { uploadId, clientMutationId: randomUUID() },
  });
  return handInBid.bid;
}

export async function ownBid(app: TestApp, actor: PersonActor, callId: string, organisationId?: string) {
  const { ownBid: bid } = await app.as(actor).query<{ ownBid: BidNode | null }>(
    `query ($callId: ID!, $organisationId: ID!) {
      ownBid(callId: $callId, organisationId: $organisationId) { id state commitment receipts proof }
    }`,
    { callId, organisationId: organisationId ?? organisationOf(actor) },
  );
  return bid;
}

interface ToRelease {
  readonly bidId: string;
  readonly sealed: SealedShare;
  readonly subject: { readonly call: string; readonly round: number; readonly bidderTag: string };
}

export async function sharesFor(
  app: TestApp,
  custodian: PersonActor,
  callId: string,
): Promise<readonly ToRelease[]> {
  const { custodianCases } = await app
    .as(custodian)
    .query<{ custodianCases: readonly { callId: string; shares: readonly ToRelease[] }[] }>(
      '{ custodianCases { callId shares { bidId sealed subject released } } }',
    );
  return custodianCases.find((one) => one.callId === callId)?.shares ?? [];
}

/** Opens the custodian's shares with the private key, as the custodian's page does. */
export async function openedShares(
  app: TestApp,
  custodian: PersonActor,
  callId: string,
  keys: PrivateKeys,
): Promise<readonly { bidId: string; share: string }[]> {
  const key = keys.get(custodian.personId);
  if (key === undefined) throw new Error('no key');
  return Promise.all(
    (await sharesFor(app, custodian, callId)).map(async ({ bidId, sealed, subject }) => ({
      bidId,
      share: (await releaseShare(sealed, key, shareContext(subject))).share,
    })),
  );
}

export const CONFIRM = `mutation ($input: SignConsortiumConfirmationInput!) {
  signConsortiumConfirmation(input: $input) { confirmation } }`;

/** A member confirms, as its page does: what is asked for is a hash that says nothing. */
export async function confirm(
  app: TestApp,
  actor: PersonActor,
  said: Omit<ConsortiumStatement, 'salt'>,
): Promise<MemberConfirmation> {
  const statement = { ...said, salt: randomBytes(32).toString('hex') };
  const { signConsortiumConfirmation } = await app
    .as(actor)
    .mutate<{ signConsortiumConfirmation: { confirmation: SignedConfirmation } }>(CONFIRM, {
      input: { organisationId: organisationOf(actor), blinded: blindStatement(statement) },
    });
  return { ...signConsortiumConfirmation.confirmation, statement };
}

export const RELEASE =
  'mutation ($input: ReleaseBidSharesInput!) { releaseBidShares(input: $input) { opening { released openedAt } } }';

export async function release(
  app: TestApp,
  custodian: PersonActor,
  callId: string,
  keys: PrivateKeys,
): Promise<void> {
  const shares = await openedShares(app, custodian, callId, keys);
  await app.as(custodian).mutate(RELEASE, { input: { callId, shares } });
}

export const BEGIN =
  'mutation ($input: BeginBidOpeningInput!) { beginBidOpening(input: $input) { opening { begunAt } } }';
