import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Db, Queues, sql } from '@jihui/platform';
import { logFaults, type OpeningRecord } from '@jihui/proofs';
import { loadDomains } from '@jihui/registry';
import { testApp, until, type Copy, type TestApp } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import { Person, Refused } from '../../scripts/demo/person.mjs';
import { handIn, instructionsOf, release, sealed, type Sealed } from '../../scripts/demo/sealed-bids.mjs';
import { copyOfCity, demoAccounts } from './city.js';
import { startCity, type RunningCity } from './split.js';

/** How often the power fails: while bids come in, and while they are opened. */
const CUTS = process.env['JIHUI_FULL'] === '1' ? 12 : 2;
/** Of a bid's file: so that some pieces are under way at any moment. */
const SIZE = 3 * 1024 * 1024;
const OWNER = 'solar';
const BIDDERS = ['tto', 'institute', 'enterprise', 'tea'];
const CUSTODIANS = ['officer', 'registrar2'];

/** A server whose power fails, and that is started again on the same database and the same folder. */
class Doomed {
  private running: Promise<RunningCity>;
  /** How often it was killed. */
  cuts = 0;

  constructor(private readonly place: Copy) {
    this.running = this.start();
  }

  /** Where it answers, once it does. */
  async url(): Promise<string> {
    return (await this.running).url;
  }

  async cut(): Promise<void> {
    const { kill } = await this.running;
    this.cuts += 1;
    this.running = kill().then(() => this.start());
    await this.running;
  }

  async stop(): Promise<void> {
    await (await this.running).stop();
  }

  private start(): Promise<RunningCity> {
    return startCity(this.place, { LOG_LEVEL: 'error' });
  }
}

let place: Copy;
let doomed: Doomed;
/** Counts what is asked of the server, and calls for a cut where it is time. */
let onRequest: () => void = () => undefined;

beforeAll(async () => {
  await build({ portal: false });
  place = await copyOfCity();
  doomed = new Doomed(place);
  await doomed.url();
}, 240_000);
afterAll(async () => {
  await doomed?.stop();
  await place?.drop();
});

async function signedIn(mailbox: string): Promise<Person> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${mailbox}@`));
  if (account === undefined) throw new Error(`no demo account ${mailbox}`);
  return new Person(await doomed.url(), mailbox).signIn(account.email, account.password);
}

/** Asks, and asks the same again of the server that comes back, until one answers: as a page does. */
const persistently =
  (person: Person) =>
  async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      const { cuts } = doomed;
      person.url = await doomed.url();
      try {
        onRequest();
        return await ask();
      } catch (error) {
        if (error instanceof Refused && error.code !== 'UNAVAILABLE') throw error;
        // Nothing but a cut may keep an answer from us.
        await until(async () => (await doomed.url()) !== person.url || doomed.cuts > cuts);
      }
    }
  };

const organisationOf = ({ organisation }: Person): string => organisation?.id ?? '';

/** The call of the demo city that is open and not theirs. */
async function openCall(db: Db): Promise<string> {
  const row = await db.one<{ id: string }>(sql`
    select id from challenges.call where state = 'BIDDING' and owner_id = ${organisationOf(await signedIn(OWNER))}`);
  if (row === undefined) throw new Error('no call is open');
  return row.id;
}

/** Ascending numbers of requests, out of so many, at whose sending the power fails. */
const moments = (requests: number): Set<number> =>
  new Set(Array.from({ length: CUTS }, () => randomInt(1, requests)));

/** The days of bidding pass; what they end is done now, not when a minute is over. */
async function closed(desk: TestApp, callId: string): Promise<void> {
  await desk.advance(31);
  await desk
    .get(Queues)
    .of('challenges')
    .add('challenges.watchCalls', { messageId: randomUUID(), payload: {} });
  await until(
    async () =>
      (
        await desk.get(Db).query(sql`
        select from challenges.call where id = ${callId} and state = 'BIDS_CLOSED'`)
      ).length > 0,
    90_000,
  );
}

it('loses no bid and doubles none, whenever the power fails while they come in and while they are opened', async () => {
  const desk = await testApp(await loadDomains(null), { ...place, settings: { ROLES: 'graph' } });
  const db = desk.get(Db);
  const callId = await openCall(db);
  const last = new Map<string, Sealed>();
  try {
    const at = moments(BIDDERS.length * 50);
    let asked = 0;
    const cuts: Promise<void>[] = [];
    onRequest = () => {
      asked += 1;
      // In the middle of what is being answered, not before it.
      if (at.has(asked)) cuts.push(pause(randomInt(0, 40)).then(() => doomed.cut()));
    };
    await Promise.all(
      BIDDERS.map(async (mailbox) => {
        const person = await signedIn(mailbox);
        const asking = persistently(person);
        const instructions = await instructionsOf(person, callId, asking);
        const organisationId = organisationOf(person);
        // The second replaces the first.
        for (let turn = 0; turn < 2; turn += 1) {
          const bid = await sealed(instructions, organisationId, SIZE);
          const handed = await handIn(person, callId, organisationId, bid, asking);
          expect(handed).toMatchObject({ commitment: bid.commitment });
          expect(handed.receipts).toHaveLength(turn + 1);
          last.set(organisationId, bid);
        }
      }),
    );
    await Promise.all(cuts);
    expect(doomed.cuts).toBeGreaterThan(0);
    onRequest = () => undefined;

    await closed(desk, callId);
    const officer = await signedIn('officer');
    const begin = { clientMutationId: randomUUID(), callId };
    await persistently(officer)(() =>
      officer.mutate(
        'mutation ($input: BeginBidOpeningInput!) { beginBidOpening(input: $input) { opening { begunAt } } }',
        begin,
      ),
    );
    for (const [at, custodian] of CUSTODIANS.entries()) {
      const person = await signedIn(custodian);
      await release(person, callId, join(place.stateDir, 'demo-keys'), at + 1, persistently(person));
    }
    // The opening has what it needs, and begins.
    for (let cut = 0; cut < CUTS; cut += 1) {
      await pause(randomInt(0, 300));
      await doomed.cut();
    }
    const isOpen = async (): Promise<boolean> =>
      (
        await db.query(sql`
        select from challenges.bid_log where call_id = ${callId} and opened_at is not null`)
      ).length > 0;
    await until(isOpen, 90_000);

    officer.url = await doomed.url();
    const record = JSON.parse(
      (await officer.download(`/files/challenges/openings/${callId}`)).toString(),
    ) as OpeningRecord;
    const commitments = [...last.values()].map(({ commitment }) => commitment).sort();
    expect(record.log.opened).toEqual(commitments);
    const { callSealing } = await officer.query<{ callSealing: { logKey: string } }>(
      'query ($callId: ID!) { callSealing(callId: $callId) { logKey } }',
      { callId },
    );
    expect(logFaults(record.log, callSealing.logKey)).toEqual([]);
    const { openedBids } = await officer.query<{
      openedBids: { id: string; fault: string | null; organisationId: string; files: { url: string }[] }[];
    }>('query ($callId: ID!) { openedBids(callId: $callId) { id fault organisationId files { url } } }', {
      callId,
    });
    expect(openedBids.map(({ organisationId }) => organisationId).sort()).toEqual([...last.keys()].sort());
    for (const { fault, organisationId, files } of openedBids) {
      expect([fault, files.length]).toEqual([null, 1]);
      const bytes = await officer.download(files[0]?.url ?? '');
      expect(bytes.equals(last.get(organisationId)?.file ?? Buffer.alloc(0))).toBe(true);
    }
    const told = await db.query<{ stream: string }>(sql`
      select stream from challenges.audit_entry where action = 'openBid' and ${sql.any(
        sql`stream`,
        openedBids.map(({ id }) => `Bid:${id}`),
      )}`);
    expect(told).toHaveLength(BIDDERS.length);
  } finally {
    await desk.close();
  }
}, 600_000);
