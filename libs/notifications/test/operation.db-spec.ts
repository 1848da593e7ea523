import { randomUUID } from 'node:crypto';
import {
  BusinessClock,
  Db,
  Queues,
  RETENTION_BATCH,
  seedRequestId,
  sql,
  type GivenUp,
  type Sql,
} from '@jihui/platform';
import { anOfficer, anOrgAdmin, aPlatformAdmin, until } from '@jihui/testing';
import { aWorld, type World } from './notifications.factory.js';

interface View {
  readonly operation: {
    readonly work: readonly {
      readonly domain: string;
      readonly outbox: number;
      readonly oldestSeconds: number | null;
      readonly queue: { readonly waiting: number; readonly failed: number } | null;
    }[];
    readonly givenUp: readonly (GivenUp & { readonly failedAt: string })[];
    readonly mail: { readonly server: string | null; readonly waiting: number; readonly sentLastDay: number };
    readonly storage: { readonly free: number; readonly total: number; readonly database: number };
    readonly searchIndex: {
      readonly askedAt: string | null;
      readonly checkedAt: string | null;
      readonly drifts: readonly object[];
    };
    readonly retention: readonly {
      readonly name: string;
      readonly days: number;
      readonly ranAt: string | null;
      readonly removed: number;
      readonly removedInAll: number;
    }[];
    readonly availableActions: readonly { readonly action: string }[];
  };
}
const VIEW = `{ operation { work { domain outbox oldestSeconds queue { waiting failed } }
  givenUp { id domain name reason tries failedAt } mail { server waiting sentLastDay } storage { free total database }
  searchIndex { askedAt checkedAt documents drifts { engine type problem count } }
  retention { name days source ranAt removed removedInAll } availableActions { action } } }`;
const RETRY = 'mutation ($input: RetryDeliveriesInput!) { retryDeliveries(input: $input) { asked } }';
const CHECK = 'mutation ($input: CheckSearchIndexInput!) { checkSearchIndex(input: $input) { askedAt } }';

describe('how the platform runs', () => {
  let world: World;
  const admin = aPlatformAdmin();
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const view = async (): Promise<View['operation']> =>
    (await world.as(admin).query<View>(VIEW).data()).operation;

  /** When that was given up last; 0 where it is not given up at present. */
  const failedAt = async (id: string): Promise<number> =>
    Date.parse((await view()).givenUp.find((one) => one.id === id)?.failedAt ?? '1970-01-01T00:00:00Z');

  /** A delivery that no handler takes, given up at its first try. */
  async function aDefect(name = 'notifications.unknown'): Promise<string> {
    const id = randomUUID();
    await world.get(Queues).add('notifications', name, { messageId: id }, { jobId: id, attempts: 1 });
    await until(async () => (await view()).givenUp.some((one) => one.id === id));
    return id;
  }

  it('is told to its administrators alone', async () => {
    await world.client().query(VIEW).expectCode('UNAUTHENTICATED');
    for (const other of [anOfficer(), anOrgAdmin()])
      await world.as(other).query(VIEW).expectCode('FORBIDDEN');
    const { work, mail, storage, availableActions } = await view();
    expect(work.map(({ domain }) => domain)).toContain('challenges');
    expect(work.find(({ domain }) => domain === 'notifications')).toMatchObject({
      outbox: 0,
      oldestSeconds: null,
    });
    expect(mail).toMatchObject({ server: null, waiting: 0 });
    expect(storage.free).toBeGreaterThan(0);
    expect(storage.total).toBeGreaterThanOrEqual(storage.free);
    // To the byte it would tell of a sealed bid that came.
    expect((100 * storage.free) / storage.total).toBeCloseTo(
      Math.round((100 * storage.free) / storage.total),
      6,
    );
    expect(storage.database).toBeGreaterThan(1_000_000);
    expect(availableActions.map(({ action }) => action)).toEqual(['checkSearchIndex']);
  });

  it('tells what was given up and why, without addresses, and has it tried again', async () => {
    const id = await aDefect();
    const { givenUp, work, availableActions } = await view();
    expect(givenUp).toMatchObject([
      {
        id,
        domain: 'notifications',
        name: 'notifications.unknown',
        reason: 'no handler for notifications.unknown',
        tries: 1,
      },
    ]);
    expect(work.find(({ domain }) => domain === 'notifications')?.queue?.failed).toBe(1);
    expect(availableActions.map(({ action }) => action)).toContain('retryDeliveries');
    const before = await failedAt(id);
    const input = { domain: 'notifications', deliveries: [id] };
    await world.as(anOfficer()).mutate(RETRY, { input }).expectCode('FORBIDDEN');
    expect(await world.as(admin).mutate(RETRY, { input }).data()).toEqual({ retryDeliveries: { asked: 1 } });
    // It is as wrong as it was: it fails once more, with all its tries from the start.
    await until(async () => (await failedAt(id)) > before);
    expect((await view()).givenUp).toMatchObject([{ id, tries: 1 }]);
  });

  it('refuses what was not given up, all of it at once', async () => {
    const id = await aDefect();
    const refusal = await world
      .as(admin)
      .mutate(RETRY, { input: { domain: 'notifications', deliveries: [randomUUID(), id, 'x'] } })
      .expectCode('INVALID_INPUT');
    expect(refusal.extensions.violations?.map(({ path, code }) => [path, code])).toEqual([
      ['deliveries.0', 'NOTIFICATIONS.NOT_GIVEN_UP'],
      ['deliveries.2', 'NOTIFICATIONS.NOT_GIVEN_UP'],
    ]);
    for (const input of [
      { domain: 'weather', deliveries: [id] },
      { domain: 'notifications', deliveries: [] },
    ])
      await world.as(admin).mutate(RETRY, { input }).expectCode('INVALID_INPUT');
  });

  it('tells how long events have waited', async () => {
    const db = world.get(Db);
    // Another's: nobody hands it on here.
    await db.query(sql`create schema listings`);
    await db.query(sql`create table listings.event (id uuid, at timestamptz)`);
    await db.query(sql`create table listings.outbox (event_id uuid)`);
    const id = randomUUID();
    await db.query(sql`insert into listings.event values (${id}, platform.business_now() - interval '90 s')`);
    await db.query(sql`insert into listings.outbox values (${id})`);
    const waits = (await view()).work.find(({ domain }) => domain === 'listings');
    expect(waits?.outbox).toBe(1);
    expect(waits?.oldestSeconds).toBeGreaterThanOrEqual(90);
    expect(waits?.oldestSeconds).toBeLessThan(150);
  });

  describe('what is kept for a time alone', () => {
    const remove = async (): Promise<void> => {
      const mark = randomUUID();
      const job = { messageId: mark, payload: {} };
      await world.get(Queues).add('notifications', 'notifications.removeExpired', job, { jobId: mark });
      await world.settle();
    };
    const rule = async (name: string) => (await view()).retention.find((one) => one.name === name);
    const rows = async (from: Sql): Promise<number> =>
      Number((await world.get(Db).one<{ n: string }>(sql`select count(*) as n from ${from}`))?.n);

    it('goes once its days are over, by its own rule, and the audit tells; what is not over stays', async () => {
      const db = world.get(Db);
      await db.query(sql`
        insert into notifications.answer (actor_id, client_mutation_id, command, input_hash, at)
        select 'old', gen_random_uuid(), 'x', 'x', platform.business_now() - make_interval(days => d)
        from unnest(array[29, 31, 40]) as d`);
      await db.query(sql`
        insert into notifications.handled (message_id, handler, at)
        select gen_random_uuid(), 'old', platform.business_now() - make_interval(days => d)
        from unnest(array[399, 401]) as d`);
      await db.query(sql`
        insert into notifications.mail (id, person_id, subject_id, event_id, recipient, subject, body, created_at, sent_at)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'old', '', '',
          platform.business_now() - interval '500 days', platform.business_now() - make_interval(days => d)
        from unnest(array[364, 366, null]) as d`);
      const old = [
        sql`notifications.answer where actor_id = 'old'`,
        sql`notifications.handled where handler = 'old'`,
        sql`notifications.mail where recipient = 'old'`,
      ];
      await remove();
      expect(await Promise.all(old.map(rows))).toEqual([1, 1, 2]);
      expect(await rule('platform.answers')).toMatchObject({ days: 30, removed: 2, removedInAll: 2 });
      expect(await rule('notifications.mails')).toMatchObject({ days: 365, removed: 1 });
      const told = await db.query<{ stream: string }>(sql`
        select stream from notifications.audit_entry where action = 'remove' order by stream`);
      expect(told.map(({ stream }) => stream)).toEqual([
        'Retention:notifications.mails',
        'Retention:platform.answers',
        'Retention:platform.marks',
      ]);

      // Business time that is moved makes none of the marks older that the computer's clock has dated.
      await world.get(BusinessClock).advance(2);
      await remove();
      expect(await Promise.all(old.map(rows))).toEqual([1, 1, 1]);
      await db.query(sql`update notifications.answer set at = at - interval '2 days' where actor_id = 'old'`);
      await db.query(sql`update notifications.handled set at = at - interval '2 days' where handler = 'old'`);
      await remove();
      // A mail that was never sent waits however long; what went stays gone, and a second run has nothing to tell.
      expect(await Promise.all(old.map(rows))).toEqual([0, 0, 1]);
      await remove();
      expect(await rule('platform.answers')).toMatchObject({ removed: 0, removedInAll: 3 });
      expect((await rule('platform.answers'))?.ranAt).not.toBeNull();
    });

    it('leaves what a seed of the demo city knows by that it was done', async () => {
      await world.get(Db).query(sql`
        insert into notifications.answer (actor_id, client_mutation_id, command, input_hash, at)
        values ('seed', ${seedRequestId('demo', 'step')}, 'x', 'x', clock_timestamp() - interval '90 days')`);
      await remove();
      expect(await rows(sql`notifications.answer where actor_id = 'seed'`)).toBe(1);
    });

    it('is taken away to the last row, however many there are', async () => {
      await world.get(Db).query(sql`
        insert into notifications.answer (actor_id, client_mutation_id, command, input_hash, at)
        select 'old', gen_random_uuid(), 'x', 'x', platform.business_now() - interval '50 days'
        from generate_series(1, ${RETENTION_BATCH + 1})`);
      await remove();
      expect(await rule('platform.answers')).toMatchObject({ removed: RETENTION_BATCH + 1 });
      expect(await rows(sql`notifications.answer where actor_id = 'old'`)).toBe(0);
    });
  });

  it('has the search index compared, and tells what was found', async () => {
    await world.as(admin).mutate(CHECK, { input: {} }).data();
    await until(async () => (await view()).searchIndex.checkedAt !== null);
    expect((await view()).searchIndex).toMatchObject({ askedAt: null, drifts: [] });
    await world
      .as(admin)
      .mutate(CHECK, { input: { rebuild: true } })
      .data();
    await until(async () => (await view()).searchIndex.askedAt === null);
  });
});
