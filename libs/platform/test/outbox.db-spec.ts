import { Injectable, Logger, Module, type Type } from '@nestjs/common';
import { jest } from '@jest/globals';
import { system } from '@jihui/kernel';
import type { DomainEvent } from '@jihui/events';
import {
  CatchUp,
  Db,
  MailRefused,
  OnEvent,
  OnJob,
  Queues,
  raw,
  Relay,
  Replay,
  Settling,
  sql,
  uuidv7,
  Work,
  type Domain,
} from '@jihui/platform';
import {
  describeWith,
  startRedis,
  testApp,
  testDatabase,
  until,
  type TestApp,
  type TestDatabase,
} from '@jihui/testing';
import { sampleDomain, SampleHandlers } from './sample-domain.js';

const found = () => ({
  aggregateId: uuidv7(),
  version: 1,
  action: 'found',
  payload: {
    subject: { kind: 'NEED' as const, id: uuidv7(), title: '需求', ownerId: uuidv7() },
    matches: [],
  },
});
const command = { domain: 'notifications', name: 'test', actor: system('test') } as const;

/** Two processes on one database and one queue: a fact reaches its handlers once, whoever moves it. */
function once(open: () => Promise<{ settings: Record<string, string>; leave: () => Promise<void> }>): void {
  let database: TestDatabase;
  let one: TestApp;
  let two: TestApp;
  let leave: () => Promise<void>;

  const effects = async (): Promise<{ events: number; distinct: number }> => {
    const row = await one.get(Db).one<{ events: string; distinct: string }>(sql`
      select count(*) as events, count(distinct event_id) as distinct from notifications.effect`);
    return { events: Number(row?.events), distinct: Number(row?.distinct) };
  };
  const settled = async (): Promise<void> => {
    await Promise.all([one.settle(), two.settle()]);
  };

  beforeAll(async () => {
    const domain = sampleDomain();
    database = await testDatabase([domain]);
    const { settings, leave: end } = await open();
    leave = end;
    const start = (): Promise<TestApp> => testApp([domain], { databaseUrl: database.url, settings });
    // Both set the same schedulers at the same moment.
    [one, two] = await Promise.all([start(), start()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([one?.close(), two?.close()]);
    await leave?.();
    await database?.drop();
  });
  beforeEach(() => one.get(Db).query(sql`delete from notifications.effect`));

  it('delivers every committed event once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 === 0 ? one : two).get(Work).run(command, (tx) => tx.emit('matching.found', found())),
      ),
    );
    await settled();
    expect(await effects()).toEqual({ events: 40, distinct: 40 });
  });

  it('delivers nothing of a transaction that failed', async () => {
    const failing = one.get(Work).run(command, async (tx) => {
      await tx.emit('matching.found', found());
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await settled();
    expect(await effects()).toEqual({ events: 0, distinct: 0 });
  });

  it('tries again a handler that failed after its effect, which then is there once', async () => {
    for (const app of [one, two]) app.get(SampleHandlers).failures = 2;
    await one.get(Work).run(command, (tx) => tx.emit('matching.found', found()));
    await until(async () => (await effects()).events > 0);
    await settled();
    expect(await effects()).toEqual({ events: 1, distinct: 1 });
    for (const app of [one, two]) app.get(SampleHandlers).failures = 0;
  });

  /** How often the handler of one event ran, and failed each time, until its delivery is in that state. */
  async function triesUntil(
    state: 'failed' | 'completed',
    failures: number,
    failure: () => Error,
  ): Promise<number> {
    const handlers = [one, two].map((app) => app.get(SampleHandlers));
    const usual = handlers.map((each) => each.failure);
    let tries = 0;
    const failing = (): Error => {
      tries += 1;
      for (const each of handlers) each.failures = failures - tries;
      return failure();
    };
    for (const each of handlers) Object.assign(each, { failures, failure: failing });
    const queue = one.get(Queues).of('notifications');
    const before = (await queue.getJobCounts())[state] ?? 0;
    await one.get(Work).run(command, (tx) => tx.emit('matching.found', found()));
    await until(async () => {
      // Nobody waits a quarter of an hour here.
      const delayed = await queue.getDelayed();
      await Promise.all(
        delayed.filter(({ name }) => name === 'notifications.tellMatches').map((job) => job.promote()),
      );
      return (await queue.getJobCounts())[state] === before + 1;
    }, 60_000);
    handlers.forEach((each, index) => Object.assign(each, { failures: 0, failure: usual[index] }));
    return tries;
  }

  it('gives up a delivery that a defect fails twelve times, until an operator delivers it again', async () => {
    expect(await triesUntil('failed', 1_000, () => new Error('a defect'))).toBe(12);
    expect((await effects()).events).toBe(0);
    await two.get(Replay).replay(new Date());
    await until(async () => (await effects()).events === 1);
    await settled();
  }, 60_000);

  it('waits for the database and the mail server without counting', async () => {
    const away = (): Error => Object.assign(new Error('terminating connection'), { code: '57P01' });
    expect(await triesUntil('completed', 15, away)).toBe(15);
    expect(await triesUntil('completed', 15, () => new MailRefused('451 4.7.1 later'))).toBe(15);
    expect((await effects()).distinct).toBe(2);
  }, 120_000);

  it('runs a job that a transaction added, once, and not before its time', async () => {
    const later = new Date(Date.now() + 700);
    const [atOnce, inTime] = [uuidv7(), uuidv7()];
    await one.get(Work).run(command, async (tx) => {
      await tx.addJob('notifications.sendMail', { mailId: inTime }, { runAt: later });
      await tx.addJob('notifications.sendMail', { mailId: atOnce });
    });
    await until(async () => (await effects()).events === 2);
    await settled();
    const ran = await one
      .get(Db)
      .query<{ id: string; at: Date }>(sql`select event_id as id, at from notifications.effect order by at`);
    expect(ran.map(({ id }) => id)).toEqual([atOnce, inTime]);
    expect(ran[1]?.at.getTime()).toBeGreaterThanOrEqual(later.getTime());
  });

  it('delivers once more what is replayed, and nothing has its effect twice', async () => {
    await one.get(Work).run(command, (tx) => tx.emit('matching.found', found()));
    await settled();
    const before = await effects();
    // As after a backup without the queue: nothing there remembers what was delivered.
    await one.get(Queues).of('notifications').obliterate({ force: true });
    const replayed = await two.get(Replay).replay(new Date(Date.now() - 86_400_000));
    expect(replayed).toEqual([{ domain: 'notifications', events: expect.any(Number) as number }]);
    await settled();
    expect(await effects()).toEqual(before);
    // Had the effect been lost as well, with its mark, it would be there again.
    await one.get(Db).query(sql`delete from notifications.effect`);
    await one.get(Db).query(sql`delete from notifications.handled`);
    await one.get(Queues).of('notifications').obliterate({ force: true });
    await one.get(Replay).replay(new Date(Date.now() - 86_400_000));
    await settled();
    expect((await effects()).distinct).toBeGreaterThanOrEqual(before.distinct);
    // Marks are kept for 400 days: what is older would have its effect again.
    await expect(one.get(Replay).replay(new Date(0))).rejects.toThrow('400');
  });

  it('tells a copy that a release brings of what was told before it, once, and nobody else', async () => {
    const db = one.get(Db);
    /** What another domain told long ago. */
    const tell = async (owner: string, type: string): Promise<string> => {
      const id = uuidv7();
      await db.query(sql`create schema if not exists ${raw(owner)}`);
      await db.query(
        sql`create table if not exists ${raw(owner)}.event (like notifications.event including all)`,
      );
      await db.query(sql`
        insert into ${raw(owner)}.event (id, type, aggregate_id, version, action, at, actor_id, payload)
        values (${id}, ${type}, ${uuidv7()}, 1, 'told', now(), 'test', '{}')`);
      return id;
    };
    const told = await tell('identity', 'identity.person');
    const forget = (handler: string) =>
      db.query(sql`delete from platform.known_handler where handler = ${handler}`);
    const effectsOf = () => db.query(sql`select event_id as told from notifications.effect`);

    await one.get(CatchUp).run();
    await settled();
    expect(await effectsOf()).toEqual([]);

    await forget('notifications.projectPerson');
    await Promise.all([one.get(CatchUp).run(), two.get(CatchUp).run()]);
    await settled();
    expect(await effectsOf()).toEqual([{ told }]);
    // A crash before it was remembered.
    await forget('notifications.projectPerson');
    await one.get(CatchUp).run();
    await settled();
    expect(await effectsOf()).toEqual([{ told }]);

    // Who acts on what is told is not told of what is long past.
    await tell('matching', 'matching.found');
    await forget('notifications.tellMatches');
    await one.get(CatchUp).run();
    await settled();
    expect(await effectsOf()).toEqual([{ told }]);
  });

  it('leaves no row in the outbox', async () => {
    expect(await one.get(Relay).waiting()).toBe(0);
    expect(await two.get(Settling).settled()).toBeUndefined();
  });
}

describe('the outbox with its queue on PostgreSQL', () => {
  once(async () => ({ settings: {}, leave: async () => undefined }));
});

describeWith('redis-server', 'the outbox with its queue on Redis', () => {
  once(async () => {
    const redis = await startRedis();
    return { settings: { REDIS_URL: redis.url }, leave: () => redis.stop() };
  });
});

describe('a relay whose listener the database ended', () => {
  let database: TestDatabase;
  let app: TestApp;
  beforeAll(async () => {
    const domain = sampleDomain();
    database = await testDatabase([domain]);
    app = await testApp([domain], { databaseUrl: database.url });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('listens again, however often the database refuses it meanwhile', async () => {
    const db = app.get(Db);
    const listeners = async (): Promise<number[]> =>
      (
        await db.query<{ pid: number }>(sql`
          select pid from pg_stat_activity
          where application_name = 'jihui-relay' and datname = current_database()`)
      ).map(({ pid }) => pid);
    // Whoever is connected stays so.
    const admit = (allowed: boolean): Promise<unknown> =>
      db.query(sql`update pg_database set datallowconn = ${allowed} where datname = current_database()`);
    const [first] = await listeners();
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    await admit(false);
    await db.query(sql`select pg_terminate_backend(${first})`);
    await until(() => warned.mock.calls.some(([text]) => String(text).includes('listener waits')));
    await admit(true);
    warned.mockRestore();
    await until(async () => (await listeners()).some((pid) => pid !== first));
  });
});

describe('the map of events and jobs at boot', () => {
  const withMore = (...providers: readonly Type[]): Domain => {
    const domain = sampleDomain();
    @Module({ imports: [domain.module], providers: [...providers] })
    class WithMore {}
    return { ...domain, module: WithMore };
  };
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([sampleDomain()]);
  });
  afterAll(() => database?.drop());
  const boot = (domain: Domain): Promise<TestApp> => testApp([domain], { databaseUrl: database.url });

  it('stops the boot at a second handler of an event or a job', async () => {
    @Injectable()
    class Second {
      @OnEvent('matching.found', 'notifications.tellMatches')
      async tell(_event: DomainEvent<'matching.found'>): Promise<void> {}
      @OnJob('notifications.sendMail')
      async send(): Promise<void> {}
    }
    const booting = boot(withMore(Second));
    await expect(booting).rejects.toThrow('notifications.tellMatches has two handlers');
    await expect(booting).rejects.toThrow('job notifications.sendMail has two handlers');
  });

  it('stops the boot at a handler that nobody published', async () => {
    @Injectable()
    class Unknown {
      @OnEvent('matching.found', 'notifications.whisper')
      async whisper(_event: DomainEvent<'matching.found'>): Promise<void> {}
    }
    await expect(boot(withMore(Unknown))).rejects.toThrow(
      "notifications.whisper does not stand in CONSUMERS['matching.found']",
    );
  });

  it('stops the boot when an event or a job has no handler', async () => {
    @Module({})
    class Nothing {}
    const booting = boot({ ...sampleDomain(), module: Nothing });
    await expect(booting).rejects.toThrow('notifications.tellMatches (matching.found) has no handler');
    await expect(booting).rejects.toThrow('job notifications.sendMail has no handler');
  });
});
