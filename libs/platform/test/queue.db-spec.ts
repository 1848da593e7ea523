import type { Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import {
  describeWith,
  startRedis,
  testDatabase,
  until,
  type RunningPart,
  type TestDatabase,
} from '@jihui/testing';
import { QueueBackend, RETRIES, waitAfter } from '../src/queue/backend.js';
import { checkQueue } from '../src/queue/check.js';
import { keepSchedule } from '../src/queue/schedule.js';

/** What the platform asks of a queue: the same on PostgreSQL and on Redis. */
function contract(open: () => Promise<{ backend: QueueBackend; leave: () => Promise<void> }>): void {
  let backend: QueueBackend;
  let leave: () => Promise<void>;
  let queue: Queue;
  let number = 0;
  const workers: Worker[] = [];

  const work = (run: (job: Job) => Promise<void>, options: object = {}): Worker => {
    const worker = backend.worker(queue.name, run, { concurrency: 4, ...options });
    worker.on('error', () => undefined);
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    ({ backend, leave } = await open());
  }, 60_000);
  beforeEach(() => {
    queue = backend.queue(`contract${(number += 1)}`);
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    await queue.close();
  });
  afterAll(async () => {
    await backend?.close();
    await leave?.();
  });

  it('answers whether it is there', async () => {
    await expect(backend.ping()).resolves.toBeUndefined();
  });

  it('gives each job to one worker, with its name and data', async () => {
    const ran: string[] = [];
    const run = async (job: Job): Promise<void> =>
      void ran.push(`${job.name} ${(job.data as { n: number }).n}`);
    work(run);
    work(run);
    await Promise.all(Array.from({ length: 30 }, (_, n) => queue.add('count', { n })));
    await until(() => ran.length >= 30);
    await until(async () => (await queue.getJobCounts())['active'] === 0);
    expect([...ran].sort()).toEqual(Array.from({ length: 30 }, (_, n) => `count ${n}`).sort());
  });

  it('takes a job of the same id once, while it waits and after it is done', async () => {
    const ran: unknown[] = [];
    const jobId = '019d0000-0000-7000-8000-000000000001.notifications.tellMatches';
    await queue.add('a', { n: 1 }, { jobId, removeOnComplete: 1_000 });
    await queue.add('a', { n: 2 }, { jobId, removeOnComplete: 1_000 });
    work(async (job) => void ran.push((job.data as { n: number }).n));
    await until(() => ran.length > 0);
    await until(async () => (await queue.getJobCounts())['completed'] === 1);
    await queue.add('a', { n: 3 }, { jobId, removeOnComplete: 1_000 });
    await queue.add('end', { n: 4 });
    await until(() => ran.includes(4));
    expect(ran).toEqual([1, 4]);
  });

  it('tries a failed job again after a while, with its data', async () => {
    const tries: number[] = [];
    work(async (job) => {
      tries.push(Date.now());
      if (tries.length < 3) throw new Error('not yet');
      expect(job.data).toEqual({ n: 1 });
    });
    await queue.add('a', { n: 1 }, { attempts: 5, backoff: { type: 'exponential', delay: 50 } });
    await until(async () => (await queue.getJobCounts())['completed'] === 1);
    const [first = 0, second = 0, third = 0] = tries;
    expect(tries).toHaveLength(3);
    expect(second - first).toBeGreaterThanOrEqual(45);
    expect(third - second).toBeGreaterThanOrEqual(90);
  });

  it('tries a delivery at once, and then for days, every quarter of an hour', async () => {
    let tries = 0;
    work(async () => {
      tries += 1;
      if (tries < 3) throw new Error('not yet');
    });
    await queue.add('a', {}, RETRIES);
    await until(async () => (await queue.getJobCounts())['completed'] === 1);
    const waits = Array.from({ length: RETRIES.attempts - 1 }, (_, index) => waitAfter(index + 1));
    expect([waits[0], waits[1], Math.max(...waits)]).toEqual([500, 1_000, 15 * 60_000]);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000).toBeGreaterThan(2.9);
  });

  it('keeps a job that failed to the end, and runs it when asked again', async () => {
    let isBroken = true;
    const ran: string[] = [];
    work(async (job) => {
      if (isBroken) throw new Error('broken');
      ran.push(job.name);
    });
    await queue.add('a', {}, { attempts: 2, backoff: { type: 'fixed', delay: 10 }, removeOnFail: false });
    await until(async () => (await queue.getJobCounts())['failed'] === 1);
    isBroken = false;
    await queue.retryJobs({ state: 'failed' });
    await until(() => ran.length === 1);
  });

  it('holds a delayed job until its time', async () => {
    const began = Date.now();
    let ran = 0;
    await queue.add('later', {}, { delay: 400 });
    // Nobody works yet: it is not the time that is looked at, but where it waits.
    expect((await queue.getJobCounts())['delayed']).toBe(1);
    work(async () => {
      ran = Date.now();
    });
    await until(() => ran > 0);
    expect(ran - began).toBeGreaterThanOrEqual(395);
  });

  it('has one scheduler of a name, however often it is set', async () => {
    for (let start = 0; start < 3; start += 1)
      await queue.upsertJobScheduler(
        'nightly',
        { pattern: '0 3 * * *', tz: 'Asia/Shanghai' },
        { name: 'nightly', data: {} },
      );
    const schedulers = await queue.getJobSchedulers();
    expect(schedulers.map(({ key, pattern, tz }) => [key, pattern, tz])).toEqual([
      ['nightly', '0 3 * * *', 'Asia/Shanghai'],
    ]);
    const next = new Date(Number(schedulers[0]?.next));
    expect([next.getUTCHours(), next.getUTCMinutes()]).toEqual([19, 0]);
    expect((await queue.getJobCounts())['delayed']).toBe(1);
  });

  it('runs what a scheduler sets off, again and again', async () => {
    let ran = 0;
    work(async () => {
      ran += 1;
    });
    await queue.upsertJobScheduler('often', { every: 100 }, { name: 'often', data: {} });
    await until(() => ran >= 3);
    await queue.removeJobScheduler('often');
  });

  it('runs what fell due while no process was there, soon after one starts again', async () => {
    const due = new Date(Date.now() + 2_500);
    due.setUTCMilliseconds(0);
    const hour = (due.getUTCHours() + 8) % 24;
    const start = (): Promise<void> =>
      keepSchedule(queue, 'nightly', `${due.getUTCSeconds()} ${due.getUTCMinutes()} ${hour} * * *`);
    await start();
    await start();
    expect(await queue.getJobCountByTypes('delayed')).toBe(1);
    await until(() => Date.now() > due.getTime());
    await start();
    await start();
    const waiting = await queue.getDelayed();
    expect(waiting.map(({ timestamp, delay }) => timestamp + delay < Date.now() + 60_000).sort()).toEqual([
      false,
      true,
    ]);
    const [scheduler] = await queue.getJobSchedulers();
    expect(Number(scheduler?.next) - due.getTime()).toBe(86_400_000);
    await waiting.find(({ id }) => id === `nightly.${due.getTime()}`)?.promote();
    let ran = 0;
    work(async () => void (ran += 1));
    await until(() => ran === 1);
  });

  it('gives the job of a worker that died to another', async () => {
    const ran: string[] = [];
    const options = { lockDuration: 500, stalledInterval: 300, maxStalledCount: 1_000 };
    // It never ends and its lock is not renewed, as if its process were gone.
    let bury: () => void = () => undefined;
    const grave = new Promise<void>((resolve) => (bury = resolve));
    const dead = work(() => grave, { ...options, skipLockRenewal: true });
    await queue.add('a', {});
    await until(async () => (await queue.getJobCounts())['active'] === 1);
    await dead.pause(true);
    work(async (job) => void ran.push(job.name), options);
    await until(() => ran.length === 1);
    bury();
  });
}

describe('the queue on PostgreSQL', () => {
  contract(async () => {
    const database: TestDatabase = await testDatabase([]);
    const backend = new QueueBackend({ redisUrl: null, databaseUrl: database.url });
    return { backend, leave: () => database.drop() };
  });
});

describeWith('redis-server', 'the queue on Redis', () => {
  contract(async () => {
    const redis: RunningPart = await startRedis();
    const backend = new QueueBackend({ redisUrl: redis.url, databaseUrl: '' });
    return { backend, leave: () => redis.stop() };
  });
});

describeWith('redis-server', 'a Redis that a server is to start with', () => {
  let redis: RunningPart;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('is looked for before anything else, and what is wrong is said in a line', async () => {
    await checkQueue(null);
    await checkQueue(redis.url);
    await expect(checkQueue('redis://127.0.0.1:1')).rejects.toThrow(
      /^连不上 Redis 127.0.0.1:1（ECONNREFUSED）/,
    );
    const client = new Redis(redis.url);
    await client.call('CONFIG', 'SET', 'requirepass', 'a-secret');
    client.disconnect();
    const refused = checkQueue(redis.url);
    await expect(refused).rejects.toThrow(/^连不上 Redis .*NOAUTH/);
    const wrong = checkQueue(redis.url.replace('//', '//:wrong@'));
    await expect(wrong).rejects.toThrow(/^连不上 Redis .*WRONGPASS/);
    await expect(wrong).rejects.not.toThrow('wrong@');
    await checkQueue(redis.url.replace('//', '//:a-secret@'));
  });
});
