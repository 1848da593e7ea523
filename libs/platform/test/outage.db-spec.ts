import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import request from 'supertest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  createApplication,
  Db,
  loadConfig,
  LossWatch,
  Queues,
  Relay,
  runImport,
  sql,
  type SourceRow,
} from '@jihui/platform';
import {
  describeWith,
  startRedis,
  testApp,
  testDatabase,
  until,
  Wire,
  type RunningPart,
  type TestApp,
  type TestDatabase,
} from '@jihui/testing';
import { effectsOf, SampleHandlers, sampleDomain, tellMatches } from './sample-domain.js';

describe('while the database is away', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'jihui-outage-'));
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let wire: Wire;
  let url: string;

  beforeAll(async () => {
    const domain = sampleDomain();
    database = await testDatabase([domain]);
    const address = new URL(database.url);
    wire = new Wire(new URL(database.url));
    await wire.open();
    address.host = `127.0.0.1:${wire.port}`;
    const config = loadConfig({
      DATABASE_URL: address.href,
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      LOG_LEVEL: 'silent',
      ROLES: 'graph,worker',
      PORT: '0',
    });
    app = await createApplication({ config, domains: [domain] });
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await wire?.cut();
    await database?.drop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  const ask = () => request(url).post('/graphql').send({ query: '{ clock { now } }' });
  const isReady = async (): Promise<boolean> => (await request(url).get('/readyz')).status === 200;

  it('a request is told to come again, without a word of where the database is; it comes back by itself', async () => {
    expect((await ask()).body).toMatchObject({ data: { clock: {} } });
    await wire.cut();
    await until(async () => !(await isReady()));
    const { body, text } = await ask();
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1|terminated|at /);
    await wire.open();
    await until(isReady);
    expect((await ask()).body).toMatchObject({ data: { clock: {} } });
  }, 60_000);

  it('a transaction that loses its connection between two statements says so, and is no defect', async () => {
    const db = app.get(Db);
    const cut = db.transaction(async () => {
      await db.query(sql`select 1`);
      await wire.cut();
      await until(async () => !(await isReady()));
      await db.query(sql`select 2`);
    });
    await expect(cut).rejects.toMatchObject({ name: 'DatabaseAway' });
    await wire.open();
    await until(isReady);
  }, 60_000);

  it('an import stops, and blames no row', async () => {
    const row = (number: number): SourceRow => ({ row: number, cells: { a: String(number) } });
    const rows = async function* (): AsyncGenerator<SourceRow> {
      for (let number = 1; number <= 6; number += 1) yield row(number);
    };
    const reported: unknown[] = [];
    const away = Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
    const run = runImport<number>({
      rows: rows(),
      parse: ({ row: number }) => number,
      store: (batch) =>
        batch[0]?.row === 3 ? Promise.reject(away) : Promise.resolve(batch.map(() => 'created')),
      report: (problems) => Promise.resolve(void reported.push(...problems)),
      batchSize: 2,
    });
    await expect(run).rejects.toBe(away);
    expect(reported).toEqual([]);
  });
});

describe('while every connection is taken', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([sampleDomain()], { settings: { DATABASE_POOL: '2', DATABASE_WAIT_MS: '500' } });
  }, 60_000);
  afterAll(() => app?.close());

  it('a request is told to come again instead of waiting, and those that have one go on', async () => {
    const ask = () => request(app.url).post('/graphql').send({ query: '{ clock { now } }' });
    const release: (() => void)[] = [];
    const held = Array.from({ length: 2 }, () =>
      app.get(Db).transaction(async () => {
        await app.get(Db).query(sql`select 1`);
        await new Promise<void>((resolve) => release.push(resolve));
        return app.get(Db).one<{ one: number }>(sql`select 1 as one`);
      }),
    );
    await until(() => release.length === 2);
    const began = performance.now();
    expect((await ask()).body).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await request(app.url).get('/readyz')).status).toBe(503);
    for (const end of release) end();
    expect(await Promise.all(held)).toEqual([{ one: 1 }, { one: 1 }]);
    expect((await ask()).body).toMatchObject({ data: { clock: {} } });
  }, 60_000);
});

const isQueueAway = (error: unknown): boolean => (error as Error).name === 'QueueAway';

describeWith('redis-server', 'while Redis is away', () => {
  let database: TestDatabase;
  let redis: RunningPart;
  let wire: Wire;
  let app: TestApp;
  let isEnded = false;

  beforeAll(async () => {
    const domain = sampleDomain();
    [database, redis] = await Promise.all([testDatabase([domain]), startRedis()]);
    wire = new Wire(new URL(redis.url));
    await wire.open();
    const settings = { REDIS_URL: `redis://127.0.0.1:${wire.port}` };
    app = await testApp([domain], { databaseUrl: database.url, settings });
  }, 60_000);
  afterAll(async () => {
    if (!isEnded) await app?.close();
    await wire?.cut();
    await redis?.stop();
    await database?.drop();
  });

  const tell = (): Promise<unknown> => tellMatches(app);
  const count = async (query: ReturnType<typeof sql>): Promise<number> =>
    Number((await app.get(Db).one<{ n: string }>(query))?.n);
  const effects = (): Promise<number> => effectsOf(app);
  const isReady = async (): Promise<boolean> => (await request(app.url).get('/readyz')).status === 200;

  it('work goes on, what is told waits in the outbox and holds no transaction, and goes out by itself', async () => {
    await tell();
    await until(async () => (await effects()) === 1);
    await wire.cut();
    await until(async () => !(await isReady()));
    expect((await request(app.url).get('/readyz')).body).toMatchObject({
      code: 'UNAVAILABLE',
      status: 'unavailable',
      parts: { database: 'ok', queue: 'away' },
    });
    await tell();
    const began = performance.now();
    // Each drain is refused, unless the relay's own holds the row at that moment; none waits for the return of Redis.
    await until(() =>
      app
        .get(Relay)
        .drain()
        .then(() => false, isQueueAway),
    );
    expect((await request(app.url).get('/metrics')).body).toMatchObject({ code: 'UNAVAILABLE' });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await app.get(Relay).waiting()).toBe(1);
    await wire.open();
    await until(async () => (await effects()) === 2);
    await until(isReady);
    await app.settle();
    expect([await effects(), await app.get(Relay).waiting()]).toEqual([2, 0]);
  }, 60_000);

  it('one that hangs with its connections open is given up, holds no transaction, and is met again by itself', async () => {
    const before = await effects();
    process.kill(redis.pid ?? 0, 'SIGSTOP');
    await until(async () => !(await isReady()), 20_000);
    await tell();
    const began = performance.now();
    await until(
      () =>
        app
          .get(Relay)
          .drain()
          .then(() => false, isQueueAway),
      30_000,
    );
    // The database would end the relay's transaction after a minute.
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(await app.get(Relay).waiting()).toBe(1);
    process.kill(redis.pid ?? 0, 'SIGCONT');
    await until(async () => (await effects()) === before + 1, 30_000);
    // It took what it was told over the connection that was given up; the next one stands a moment later.
    await until(isReady, 30_000);
    await app.settle();
    expect([await effects(), await app.get(Relay).waiting()]).toEqual([before + 1, 0]);
  }, 120_000);

  it('one that was emptied is filled again from what is written down, and nothing has its effect twice', async () => {
    await app.settle();
    const before = await effects();
    const client = new Redis(redis.url);
    const handled = (): Promise<number> => count(sql`select count(*) as n from notifications.handled`);
    // Told, taken by the queue, and waiting there for its next try when all of it goes.
    const handlers = app.get(SampleHandlers);
    handlers.failures = 100;
    await tell();
    await until(() => handlers.failures <= 97);
    await client.flushall();
    handlers.failures = 0;
    await app.get(LossWatch).look();
    await app.settle();
    expect(await effects()).toBe(before + 1);
    const marks = await handled();
    const schedulers = await app.get(Queues).of('notifications').getJobSchedulers();
    expect(schedulers.map(({ key }) => key)).toEqual(['notifications.sendMail']);
    await app.get(LossWatch).look();
    await app.settle();
    expect([await effects(), await handled()]).toEqual([before + 1, marks]);
    await client.quit();
  }, 60_000);

  it('a server is ended without waiting for its return', async () => {
    await wire.cut();
    await until(async () => !(await isReady()));
    const began = performance.now();
    isEnded = true;
    await app.close();
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 60_000);
});
