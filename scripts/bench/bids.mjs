/**
 * The last hour before a deadline: bids that were sealed beforehand are uploaded piece by piece and handed in by as many
 * organisations over HTTP, a tenth of them in the last minute; then the custodians open them, and what was acknowledged
 * is looked for among what was opened. Arrivals are `--speed` times as dense as in that hour; bids are that much smaller
 * than 20 MB unless `--size` says otherwise, so that the bytes a second are those of the hour. The database keeps its own
 * durability.
 *   npm run bench -- bids [--bids 500] [--speed 20] [--size <MB>]
 */
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, readSync, closeSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { Person } from '../demo/person.mjs';
import { inRoot } from '../lib/paths.mjs';
import { openDatabase } from './database.mjs';

export const summary = '截止前一小时的揭榜高峰，有无拒收、遗失 (the last hour before a deadline)';

const HOUR = 3_600;
/** Seconds before the deadline at which the last bidder begins: later than that, nobody sends twenty megabytes in time. */
const TOO_LATE = 20;
/** Of a real bid, in MB. */
const REAL_SIZE = 20;
const MB = 1024 * 1024;
/** As the sealing page sends them. */
const PIECE = 4 * MB;
const PASSPHRASE = 'Jihui-demo-2026';

export async function run(words) {
  const { values } = parseArgs({
    args: words,
    options: { bids: { type: 'string' }, speed: { type: 'string' }, size: { type: 'string' } },
  });
  const count = Number(values.bids ?? 500);
  const speed = Number(values.speed ?? 20);
  const size = Number(values.size ?? REAL_SIZE / speed);
  await install();
  await build({ portal: false });
  const database = await openDatabase();
  const client = new pg.Client({ connectionString: database.url });
  const city = await openCity(database, count);
  await client.connect();
  try {
    console.log(`${count} 份，每份 ${size} MB，${speed} 倍速 (${count} bids of ${size} MB at ${speed}x)`);
    const { asActor } = await import('@jihui/testing');
    const speakAs = (actor) => new Person(city.url, actor.personId, asActor(actor));
    const speakers = city.bidders.map(speakAs);
    const sealed = await sealAll(
      city,
      speakers[0],
      path.join(database.stateDir, 'sealed'),
      Math.round(size * MB),
    );
    const begun = await beginHour(client, city.callId, HOUR / speed);
    const handed = await Promise.all(
      arrivals(count).map((second, at) =>
        pause(begun + (second * 1_000) / speed - Date.now()).then(() =>
          handIn(speakers[at], city.callId, city.bidders[at], sealed[at]),
        ),
      ),
    );
    const refused = handed.filter(({ fault }) => fault !== undefined);
    for (const { fault } of refused.slice(0, 5)) console.log(`拒收 (refused)：${fault}`);
    const took = (of) =>
      quantile(
        handed.flatMap((one) => one[of] ?? []),
        0.99,
      );
    console.log(`p99：一段 ${took('pieces')} ms，提交 ${took('handingIn')} ms (a piece, handing in)`);
    const began = performance.now();
    const opened = await open(city, speakAs, path.join(database.stateDir, 'demo-keys'));
    console.log(`开标 ${Math.round((performance.now() - began) / 1000)} 秒 (opening)`);
    const acknowledged = handed.filter(({ fault }) => fault === undefined);
    const lost = acknowledged.filter(({ commitment }) => !opened.has(commitment));
    return { bids: count, refused: refused.length, lost: lost.length, p99: took('handingIn') };
  } finally {
    await client.end();
    city.close();
    await database.close();
  }
}

async function openCity({ url: databaseUrl, stateDir }, bidders) {
  const given = JSON.stringify({ databaseUrl, stateDir, bidders });
  const server = fork(inRoot('scripts/bench/bids/city.mjs'), [given], { stdio: 'inherit' });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`the city ended (${code})`);
  });
  ended.catch(() => undefined);
  const [told] = await Promise.race([once(server, 'message'), ended]);
  return { ...told, close: () => server.disconnect() };
}

/** Each bidder seals a file of random bytes of its own, as the page does, before the hour begins. */
async function sealAll({ callId, bidders }, speaker, folder, size) {
  const { asInstructions, sealBid } = await import('@jihui/proofs');
  const { callSealing } = await speaker.query(
    'query ($callId: ID!) { callSealing(callId: $callId) { instructions } }',
    { callId },
  );
  const { call, round, custodians, threshold } = asInstructions(callSealing.instructions);
  mkdirSync(folder);
  const sealed = [];
  for (const [at, { memberships }] of bidders.entries()) {
    const file = randomBytes(size);
    const bid = await sealBid({
      ...{ call, round, bidder: memberships[0].organisationId, custodians, threshold },
      form: { route: '控温轧制', members: [] },
      files: [{ name: '技术方案.pdf', type: 'application/pdf', size, read: () => [file] }],
    });
    const parts = [];
    for await (const part of bid.bytes) parts.push(part);
    const place = path.join(folder, String(at));
    writeFileSync(place, Buffer.concat(parts));
    sealed.push({ place, commitment: bid.commitment() });
  }
  return sealed;
}

/** Sets the city's clock so that the deadline is so many seconds ahead. @returns now, in milliseconds */
async function beginHour(client, callId, seconds) {
  await client.query(
    `insert into platform.clock_offset ("offset")
     select closes_at - make_interval(secs => $2) - now() from challenges.call where id = $1
     on conflict (single) do update set "offset" = excluded."offset"`,
    [callId, seconds],
  );
  return Date.now();
}

/** Seconds of the hour at which a bidder begins to upload: nine tenths before the last minute, one tenth in it. */
function arrivals(count) {
  const late = Math.round(count / 10);
  const spread = (many, from, seconds) =>
    Array.from({ length: many }, (_, at) => from + ((at + 0.5) * seconds) / many);
  return [...spread(count - late, 0, HOUR - 60), ...spread(late, HOUR - 60, 60 - TOO_LATE)];
}

/** One bidder's way, each part with its time in milliseconds; `fault` where it was refused. */
async function handIn(speaker, callId, { memberships }, { place, commitment }) {
  const pieces = [];
  const timed = async (ask) => {
    const began = performance.now();
    const answer = await ask();
    return [answer, Math.round(performance.now() - began)];
  };
  try {
    const { size } = statSync(place);
    const { startBidUpload } = await speaker.mutate(
      'mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }',
      { callId, organisationId: memberships[0].organisationId, size, commitment },
    );
    const uploadId = startBidUpload.upload.id;
    const file = openSync(place);
    for (let from = 0; from < size; from += PIECE) {
      const piece = Buffer.alloc(Math.min(PIECE, size - from));
      readSync(file, piece, 0, piece.length, from);
      const [, took] = await timed(() =>
        speaker.put(`/files/challenges/uploads/${uploadId}?from=${from}`, piece),
      );
      pieces.push(took);
    }
    closeSync(file);
    const [, handingIn] = await timed(() =>
      speaker.mutate('mutation ($input: HandInBidInput!) { handInBid(input: $input) { bid { receipts } } }', {
        uploadId,
      }),
    );
    return { commitment, pieces, handingIn };
  } catch (error) {
    return { commitment, pieces, fault: error.message };
  }
}

/** After the deadline: the bureau begins, two custodians release with the demo's keys. @returns commitments opened */
async function open({ callId, officer, custodians }, speakAs, keys) {
  const bureau = speakAs(officer);
  await patiently(() =>
    bureau.mutate(
      'mutation ($input: BeginBidOpeningInput!) { beginBidOpening(input: $input) { opening { begunAt } } }',
      { callId },
    ),
  );
  for (const [at, custodian] of custodians.slice(0, 2).entries())
    await release(speakAs(custodian), callId, keys, at + 1);
  const record = JSON.parse(await patiently(() => bureau.download(`/files/challenges/openings/${callId}`)));
  const { logFaults } = await import('@jihui/proofs');
  const faults = logFaults(record.log, record.logKey);
  if (faults.length > 0) throw new Error(`the log does not hold: ${JSON.stringify(faults.slice(0, 3))}`);
  return new Set(record.log.opened);
}

async function release(speaker, callId, keys, at) {
  const { openCustodianKey, releaseShare, shareContext } = await import('@jihui/proofs');
  const { custodianCases } = await speaker.query(
    '{ custodianCases { callId code shares { bidId sealed subject } } }',
  );
  const { code, shares } = custodianCases.find((one) => one.callId === callId);
  const key = JSON.parse(readFileSync(path.join(keys, `${code}-${at}.json`), 'utf8'));
  const { privateKey } = await openCustodianKey(key, PASSPHRASE);
  const released = [];
  for (const { bidId, sealed, subject } of shares) {
    const { share } = await releaseShare(sealed, privateKey, shareContext(subject));
    released.push({ bidId, share });
  }
  await speaker.mutate(
    'mutation ($input: ReleaseBidSharesInput!) { releaseBidShares(input: $input) { opening { released } } }',
    { callId, shares: released },
  );
}

const LONGEST_MS = 600_000;

/** Until the city's clock has done its part: it looks once a minute. */
async function patiently(ask) {
  for (const end = Date.now() + LONGEST_MS; ; await pause(1_000))
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}

const quantile = (values, part) =>
  [...values].sort((one, other) => one - other)[Math.max(0, Math.ceil(values.length * part) - 1)];
