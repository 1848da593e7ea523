import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDomains } from '@jihui/registry';
import { Db, sql } from '@jihui/platform';
import { testApp, until, type Copy, type TestApp } from '@jihui/testing';
import { copyContracts } from '../../scripts/bench/registration/copies.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { Person } from '../../scripts/demo/person.mjs';
import { copyOfCity, demoAccounts, demoActor, demoOrganisation } from './city.js';
import { startCity } from './split.js';

/** The demo city without workers: what the doomed server leaves undone stays undone until we say so. */
let desk: TestApp;
let city: Copy;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'jihui-crash-'));
  folders.push(folder);
  return folder;
};

beforeAll(async () => {
  await build({ portal: false });
  city = await copyOfCity();
  desk = await testApp(await loadDomains(null), { ...city, settings: { ROLES: 'graph' } });
}, 240_000);

afterAll(async () => {
  await desk?.close();
  await city?.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A draft of a need, of which nobody has been told yet. */
async function draft(title: string): Promise<{ id: string; version: number }> {
  const { need } = JSON.parse(await readFile('config/demo/main-job.json', 'utf8')) as { need: object };
  const writer = await signedIn(desk.url);
  const { saveNeedDraft } = await writer.mutate<{ saveNeedDraft: { need: { id: string; version: number } } }>(
    'mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version } } }',
    { ownerId: demoOrganisation('flangeMaker').id, content: { ...need, title } },
  );
  return saveNeedDraft.need;
}

function signedIn(url: string, who = 'enterprise'): Promise<Person> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${who}@`));
  if (account === undefined) throw new Error(`no demo account of ${who}`);
  return new Person(url, who).signIn(account.email, account.password);
}

interface MailRow {
  readonly id: string;
  readonly sent: boolean;
}
/** Mails about this thing. */
const mailsOf = (subject: string): Promise<MailRow[]> =>
  desk
    .get(Db)
    .query<MailRow>(
      sql`select id, sent_at is not null as sent from notifications.mail where subject_id = ${subject}`,
    );

/** Which of these mails were written to the folder: a file a mail, named by the id of its row. */
function mailsIn(place: string, mails: readonly MailRow[]): string[] {
  const folder = join(place, 'mail');
  if (!existsSync(folder)) return [];
  const ids = new Set(mails.map(({ id }) => id));
  return readdirSync(folder)
    .map((name) => name.replace('.eml', ''))
    .filter((id) => ids.has(id));
}

/** Before the event is taken, before the handler's commit, after it and before the queue knows; and the mail so. */
const CUTS = [
  'before-relay:listings',
  'before-commit:notifications.tellNeed',
  'before-acknowledgement:notifications.tellNeed',
  'before-acknowledgement:notifications.sendMail',
  ...(process.env['JIHUI_FULL'] === '1'
    ? [
        'before-queue-acknowledged:listings',
        'before-relay:notifications',
        'before-commit:notifications.sendMail',
      ]
    : []),
];

/** The server dies between two lines; what takes up its work finds each effect undone or done, and has it once. */
describe('a server that is killed', () => {
  it.each(CUTS)(
    '%s loses nothing and doubles nothing',
    async (cut) => {
      const need = await draft(`断电试验 ${cut}`);
      const [before, after] = [newFolder(), newFolder()];
      const { databaseUrl } = city;
      const doomed = await startCity({ databaseUrl, stateDir: before }, { JIHUI_CRASH_AT: cut });
      await signedIn(doomed.url)
        .then((person) =>
          person.mutate(
            'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { state } } }',
            { id: need.id, expectedVersion: need.version },
          ),
        )
        // The answer may be lost with the process; what was committed is not.
        .catch(() => undefined);
      expect((await doomed.ended).signal).toBe('SIGKILL');
      await doomed.kill();
      const done = await mailsOf(need.id);

      const next = await testApp(await loadDomains(null), {
        databaseUrl: city.databaseUrl,
        stateDir: after,
        settings: { ROLES: 'worker', JOB_LOCK_MS: '1000' },
      });
      await next.settle().finally(() => next.close());
      const db = desk.get(Db);
      const row = await db.one<{ state: string }>(sql`select state from listings.need where id = ${need.id}`);
      expect(row?.state).toBe('BUREAU_REVIEW');
      const notices = await db.query<{ person: string }>(
        sql`select person_id as person from notifications.notification where subject_id = ${need.id}`,
      );
      expect(notices.length).toBeGreaterThan(0);
      expect(new Set(notices.map(({ person }) => person)).size).toBe(notices.length);

      const mails = await mailsOf(need.id);
      expect(mails.length).toBeGreaterThan(0);
      expect(mails.filter(({ sent }) => !sent)).toEqual([]);
      // What was committed as sent is not sent again, and everything else is. Between the sending and its commit no
      // program can know; there, and only there, a mail goes twice, under one Message-ID, by which its reader sees one.
      const sent = new Set(done.filter((mail) => mail.sent).map(({ id }) => id));
      const left = mails.map(({ id }) => id).filter((id) => !sent.has(id));
      expect(mailsIn(after, mails).sort()).toEqual(left.sort());
      const early = mailsIn(before, mails);
      expect(early).toEqual(expect.arrayContaining([...sent]));
      if (!cut.endsWith('sendMail')) expect(early).toEqual([]);
    },
    120_000,
  );
});

describe('a server that is killed in the middle of 集中登记', () => {
  const REGISTER =
    'mutation ($input: RegisterContractsInput!) { registerContracts(input: $input) { contracts { registrationNumber } } }';
  interface Registered {
    readonly registerContracts: { readonly contracts: readonly { readonly registrationNumber: string }[] };
  }

  it('has given no number; the same request then registers all, with numbers that follow those before', async () => {
    const db = desk.get(Db);
    const registrar = desk.as(demoActor('registrar2'));
    const client = new pg.Client({ connectionString: city.databaseUrl });
    await client.connect();
    const serials = async () =>
      (
        await db.query<{ serial: number }>(sql`
          select right(registration_number, 6)::int as serial from contracts.contract
          where substr(registration_number, 5, 6) = '140900' order by 1`)
      ).map(({ serial }) => serial);
    const [reviewed] = await copyContracts(client, 'SECOND_REVIEW', 1);
    await registrar.mutate(
      'mutation ($input: ApproveRegistrationInput!) { approveRegistration(input: $input) { contract { state } } }',
      { input: { ...reviewed, opinion: '材料齐全，标的明确，金额计算无误，同意登记。' } },
    );
    const contracts = await copyContracts(client, 'APPROVED', 20);
    const before = await serials();
    const input = { clientMutationId: randomUUID(), contracts };

    const place = { databaseUrl: city.databaseUrl, stateDir: newFolder() };
    const doomed = await startCity(place, { ROLES: 'graph' });
    const person = await signedIn(doomed.url, 'registrar2');
    // The ledger is written after numbers and contracts: who holds it stops the batch in between.
    await client.query('begin');
    await client.query('lock table contracts.ledger in exclusive mode');
    const lost = person.mutate(REGISTER, input).then(
      () => 'answered',
      () => 'lost',
    );
    const waiting = async (): Promise<boolean> =>
      (
        await db.query(sql`
          select from pg_locks where relation = 'contracts.ledger'::regclass and not granted`)
      ).length > 0;
    await until(waiting);
    await doomed.kill();
    await client.query('rollback');
    await client.end();
    expect(await lost).toBe('lost');
    expect(await serials()).toEqual(before);

    const { registerContracts } = await registrar.mutate<Registered>(REGISTER, { input });
    const given = registerContracts.contracts.map(({ registrationNumber }) =>
      Number(registrationNumber.slice(-6)),
    );
    expect(given).toEqual(contracts.map((_, index) => before.length + 1 + index));
    expect(await serials()).toEqual([...before, ...given]);
  }, 240_000);
});
