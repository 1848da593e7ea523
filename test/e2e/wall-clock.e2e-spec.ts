import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMAIN_NAMES } from '@jihui/events';
import { AuditHeads, Db, Queues, sql } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import {
  describeWith,
  movableClock,
  testApp,
  until,
  type Copy,
  type MovableClock,
  type TestApp,
} from '@jihui/testing';
import { Person } from '../../scripts/demo/person.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { copyOfCity, demoAccounts, demoOrganisation } from './city.js';
import { startCity, type RunningCity } from './split.js';

const DAY = 24 * 3_600_000;
const HANDLER = 'notifications.tellNeed';

/**
 * The clock of the computer on which the product runs: the database, on another one, goes right. (A clock of the database
 * that jumps: test/e2e/faults.e2e-spec.ts.)
 */
describeWith('faketime', 'a computer’s clock that jumps under a running city', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jihui-clock-'));
  let copy: Copy;
  /** Works on the same database by the right clock, and does nothing by itself. */
  let desk: TestApp;
  let clock: MovableClock;
  let city: RunningCity;
  let enterprise: Person;
  /** What was submitted, and since when, by the database's clock. */
  const ids: string[] = [];
  let began: Date;

  beforeAll(async () => {
    await build({ portal: false });
    copy = await copyOfCity();
    desk = await testApp(await loadDomains(null), { ...copy, settings: { ROLES: 'graph' } });
    clock = movableClock(join(folder, 'clock'));
    city = await startCity({ databaseUrl: copy.databaseUrl, stateDir: folder }, clock.settings);
    enterprise = await signedIn();
    const row = await desk.get(Db).one<{ now: Date }>(sql`select platform.business_now() as now`);
    began = row?.now ?? new Date(NaN);
  }, 240_000);
  afterAll(async () => {
    await city?.stop();
    await desk?.close();
    await copy?.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  function signedIn(): Promise<Person> {
    const account = demoAccounts.find(({ email }) => email.startsWith('enterprise@'));
    if (account === undefined) throw new Error('no demo account of an enterprise');
    return new Person(city.url, 'enterprise').signIn(account.email, account.password);
  }

  /** Of which the bureau is told. */
  async function submitted(title: string): Promise<string> {
    const { need } = JSON.parse(await readFile('config/demo/main-job.json', 'utf8')) as { need: object };
    const { saveNeedDraft } = await enterprise.mutate<{
      saveNeedDraft: { need: { id: string; version: number } };
    }>('mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version } } }', {
      ownerId: demoOrganisation('flangeMaker').id,
      content: { ...need, title },
    });
    const { id, version } = saveNeedDraft.need;
    await enterprise.mutate(
      'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { state } } }',
      { id, expectedVersion: version },
    );
    ids.push(id);
    return id;
  }

  const isTold = async (id: string): Promise<boolean> =>
    (await desk.get(Db).query(sql`select from notifications.notification where subject_id = ${id}`)).length >
    0;

  /** When what runs every few minutes runs next, each by its name. */
  async function frequent(): Promise<Map<string, number>> {
    const all = await Promise.all(DOMAIN_NAMES.map((name) => desk.get(Queues).of(name).getJobSchedulers()));
    const often = all.flat().filter(({ pattern }) => pattern?.split(' ')[1] === '*');
    return new Map(often.map(({ key, next }) => [key, next ?? Infinity]));
  }

  it('two days ahead and set right: what failed meanwhile is tried again now, and what comes again comes in time', async () => {
    const db = desk.get(Db);
    const planned = await frequent();
    expect(planned.size).toBeGreaterThan(0);
    await db.query(sql`alter table notifications.notification rename to notification_away`);
    clock.set('+2d');
    const id = await submitted('时钟超前两天');
    const putOff = async (): Promise<boolean> =>
      (await desk.get(Queues).of('notifications').getDelayed()).some(
        ({ name, processedOn }) => name === HANDLER && (processedOn ?? 0) > Date.now() + DAY,
      );
    await until(putOff, 30_000);
    clock.set('+0');
    await db.query(sql`alter table notifications.notification_away rename to notification`);
    await until(() => isTold(id), 60_000);
    await until(
      async () => [...(await frequent()).values()].every((next) => next < Date.now() + DAY),
      90_000,
    );
  }, 240_000);

  it('three hours behind: whoever is signed in stays so, others sign in, and what is told goes out', async () => {
    clock.set('-3h');
    const before = await submitted('时钟落后三小时');
    enterprise = await signedIn();
    const after = await submitted('时钟落后时登录');
    await until(async () => (await isTold(before)) && (await isTold(after)), 30_000);
    clock.set('+0');
    const last = await submitted('时钟恢复之后');
    await until(() => isTold(last), 30_000);
  }, 120_000);

  it('no chain is broken, and each change is dated by the database', async () => {
    expect(await desk.get(AuditHeads).verify()).toEqual([]);
    const steps = await desk.get(Db).query<{ in_time: boolean }>(sql`
      select at between ${began} and platform.business_now() as in_time from listings.event
      where ${sql.any(sql`aggregate_id`, ids)}`);
    expect(steps.length).toBeGreaterThanOrEqual(ids.length);
    expect(steps.every((step) => step.in_time)).toBe(true);
  });
});
