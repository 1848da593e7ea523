import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A sealed bid as pages and custodians make, send and open it, over HTTP; what asks may ask again until it is answered. */

const PIECE = 256 * 1024;
/** Of the demo's custodians. */
const PASSPHRASE = 'Jihui-demo-2026';
const once = (ask) => ask();

/** What the sealing page is told of the call. */
export async function instructionsOf(person, callId, asking = once) {
  const { asInstructions } = await import('@jihui/proofs');
  const { callSealing } = await asking(() =>
    person.query('query ($callId: ID!) { callSealing(callId: $callId) { instructions } }', { callId }),
  );
  return asInstructions(callSealing.instructions);
}

/** A bid with one file of so many random bytes, sealed as the page does. */
export async function sealed(instructions, bidder, size) {
  const { sealBid } = await import('@jihui/proofs');
  const { call, round, custodians, threshold } = instructions;
  const file = randomBytes(size);
  const bid = await sealBid({
    ...{ call, round, bidder, custodians, threshold },
    form: { route: '控温锻造', members: [] },
    files: [{ name: '技术方案.pdf', type: 'application/pdf', size, read: () => [file] }],
  });
  const parts = [];
  for await (const part of bid.bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), commitment: bid.commitment(), file };
}

const START = 'mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }';
const RECEIVED = 'query ($id: ID!) { bidUpload(id: $id) { received } }';
const HAND_IN =
  'mutation ($input: HandInBidInput!) { handInBid(input: $input) { bid { commitment receipts } } }';

/**
 * Uploads from where the server has it, and hands in; each command keeps its id however often it is sent.
 * @returns {Promise<{ commitment: string, receipts: object[] }>}
 */
export async function handIn(person, callId, organisationId, { bytes, commitment }, asking = once) {
  const start = { clientMutationId: randomUUID(), callId, organisationId, size: bytes.length, commitment };
  const { startBidUpload } = await asking(() => person.mutate(START, start));
  const { id } = startBidUpload.upload;
  const received = async () => (await asking(() => person.query(RECEIVED, { id }))).bidUpload.received;
  for (let from = await received(); from < bytes.length; from = await received())
    // What broke off is asked for by `received`.
    await asking(() =>
      person
        .put(`/files/challenges/uploads/${id}?from=${from}`, bytes.subarray(from, from + PIECE))
        .catch(() => undefined),
    );
  const hand = { clientMutationId: randomUUID(), uploadId: id };
  const { handInBid } = await asking(() => person.mutate(HAND_IN, hand));
  return handInBid.bid;
}

const CASES = '{ custodianCases { callId code shares { bidId sealed subject } } }';
const RELEASE =
  'mutation ($input: ReleaseBidSharesInput!) { releaseBidShares(input: $input) { opening { released } } }';

/**
 * Releases what the custodian keeps of the call, with the demo's key file, as the custodian's page does.
 * @param {string} keys the folder of the demo's keys
 * @param {number} number which of the call's custodians it is, the first being 1
 */
export async function release(person, callId, keys, number, asking = once) {
  const { openCustodianKey, releaseShare, shareContext } = await import('@jihui/proofs');
  const { custodianCases } = await asking(() => person.query(CASES));
  const found = custodianCases.find((one) => one.callId === callId);
  if (found === undefined) throw new Error(`${person.name} keeps nothing of ${callId}`);
  const file = readFileSync(path.join(keys, `${found.code}-${number}.json`), 'utf8');
  const { privateKey } = await openCustodianKey(JSON.parse(file), PASSPHRASE);
  const shares = await Promise.all(
    found.shares.map(async ({ bidId, sealed: share, subject }) => ({
      bidId,
      share: (await releaseShare(share, privateKey, shareContext(subject))).share,
    })),
  );
  const input = { clientMutationId: randomUUID(), callId, shares };
  await asking(() => person.mutate(RELEASE, input));
}
