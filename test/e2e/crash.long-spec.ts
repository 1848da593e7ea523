import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadDomains } from '@jihui/registry';
import { mailsIn, testDatabase, type TestDatabase } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import { startServer, type RunningServer } from '../../scripts/lib/server.mjs';
import { Person } from '../../scripts/demo/person.mjs';
import { demoAccounts, demoOrganisation } from './city.js';

let database: TestDatabase;
let stateDir: string;
let server: RunningServer | undefined;

const start = async (env: Readonly<Record<string, string>>): Promise<RunningServer> => {
  server = await startServer({ databaseUrl: database.url, stateDir, env });
  return server;
};

const signIn = (url: string, mailbox: string): Promise<Person> => {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${mailbox}@`));
  if (account === undefined) throw new Error(`no demo account ${mailbox}`);
  return new Person(url, mailbox).signIn(account.email, account.password);
};

beforeAll(async () => {
  await build({ portal: false });
  database = await testDatabase(await loadDomains(null));
  stateDir = await mkdtemp(join(tmpdir(), 'jihui-crash-'));
  const seeded = await start({ JIHUI_MODE: 'demo' });
  await seeded.stop();
}, 240_000);

afterAll(async () => {
  await server?.kill();
  await database?.drop();
  await rm(stateDir, { recursive: true, force: true });
});

/** Waits for nothing but the facts themselves: no outbox row and no due job is left. */
async function settled(client: Client): Promise<void> {
  for (let idle = 0; idle < 3;) {
    const { rows } = await client.query<{ left: string }>(`
      select (select count(*) from listings.outbox) + (select count(*) from notifications.outbox)
        + (select count(*) from bullmq.job
           where state in ('waiting', 'active', 'delayed') and scheduler_id is null) as left`);
    idle = Number(rows[0]?.left) === 0 ? idle + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The process dies between two lines; started again, each effect is there once, mail included. */
describe('a crash', () => {
  it.each(['before-relay', 'before-queue-acknowledged', 'before-commit', 'before-acknowledgement'])(
    '%s loses nothing and doubles nothing',
    async (cut) => {
      const title = `断电试验 ${cut}`;
      const calm = await start({ JIHUI_MODE: 'test' });
      const writer = await signIn(calm.url, 'enterprise');
      const { saveNeedDraft } = await writer.mutate<{
        saveNeedDraft: { need: { id: string; version: number } };
      }>('mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version } } }', {
        ownerId: demoOrganisation('flangeMaker').id,
        content: { ...(await needContent()), title },
      });
      await calm.stop();

      const doomed = await start({ JIHUI_MODE: 'test', JIHUI_CRASH_AT: cut });
      const { need } = saveNeedDraft;
      await signIn(doomed.url, 'enterprise')
        .then((person) =>
          person.mutate(
            'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { state } } }',
            {
              id: need.id,
              expectedVersion: need.version,
            },
          ),
        )
        // The answer may be lost with the process; what was committed is not.
        .catch(() => undefined);
      expect((await doomed.ended).signal).toBe('SIGKILL');

      const again = await start({ JIHUI_MODE: 'test' });
      const client = new Client({ connectionString: database.url });
      await client.connect();
      const person = await signIn(again.url, 'enterprise');
      const now = await person.query<{ need: { state: string; version: number } }>(
        'query ($id: ID!) { need(id: $id) { state version } }',
        { id: need.id },
      );
      if (now.need.state === 'DRAFT')
        await person.mutate(
          'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { state } } }',
          {
            id: need.id,
            expectedVersion: now.need.version,
          },
        );
      await settled(client);

      const { rows } = await client.query<{ recipients: string; notices: string }>(
        `select count(distinct person_id) as recipients, count(*) as notices from notifications.notification
         where subject_id = $1`,
        [need.id],
      );
      expect(Number(rows[0]?.notices)).toBeGreaterThan(0);
      expect(rows[0]?.notices).toBe(rows[0]?.recipients);
      const { rows: mails } = await client.query<{ mails: string }>(
        `select count(*) as mails from notifications.mail where subject_id = $1`,
        [need.id],
      );
      expect((await mailsAbout(title)).length).toBe(Number(mails[0]?.mails));
      expect(Number(mails[0]?.mails)).toBeGreaterThan(0);
      await client.end();
      await again.stop();
    },
    120_000,
  );
});

const needContent = async (): Promise<object> =>
  (JSON.parse(await readFile('config/demo/main-job.json', 'utf8')) as { need: object }).need;

const mailsAbout = async (title: string): Promise<string[]> =>
  (await mailsIn(stateDir)).map(({ text }) => text).filter((text) => text.includes(title));
