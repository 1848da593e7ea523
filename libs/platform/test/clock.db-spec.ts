import { jest } from '@jest/globals';
import { system } from '@jihui/kernel';
import { ClockWatch, Db, Queues, sql, uuidv7, Work } from '@jihui/platform';
import { describeWith, startRedis, testApp, until, type RunningPart, type TestApp } from '@jihui/testing';
import { keepSchedule } from '../src/queue/schedule.js';
import { SampleHandlers, sampleDomain } from './sample-domain.js';

const DAY = 24 * 3_600_000;
const AHEAD = 2 * DAY;

describe('a computer’s clock that was ahead', () => {
  ofQueue(() => Promise.resolve({ settings: {}, stop: () => Promise.resolve() }));
});
describeWith('redis-server', 'a computer’s clock that was ahead, with the queue on Redis', () => {
  ofQueue(async () => {
    const redis: RunningPart = await startRedis();
    return { settings: { REDIS_URL: redis.url }, stop: () => redis.stop() };
  });
});

interface Started {
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

function ofQueue(start: () => Promise<Started>): void {
  let part: Started;
  let app: TestApp;
  beforeAll(async () => {
    part = await start();
    app = await testApp([sampleDomain()], { settings: part.settings });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await part?.stop();
  });

  const queue = () => app.get(Queues).of('notifications');
  const effects = async (): Promise<number> =>
    Number((await app.get(Db).one<{ n: string }>(sql`select count(*) as n from notifications.effect`))?.n);
  const nextOf = async (): Promise<number> => {
    const next = (await queue().getJobScheduler('notifications.sendMail'))?.next;
    if (next === undefined) throw new Error('nothing is planned');
    return next;
  };
  const tell = (): Promise<unknown> =>
    app.get(Work).run({ domain: 'notifications', name: 'test', actor: system('test') }, (tx) =>
      tx.emit('matching.found', {
        aggregateId: uuidv7(),
        version: 1,
        action: 'found',
        payload: { subject: { kind: 'NEED', id: uuidv7(), title: '需求', ownerId: uuidv7() }, matches: [] },
      }),
    );
  /** Runs while the process believes that it is two days later. */
  async function ahead(work: () => Promise<void>): Promise<void> {
    const right = Date.now.bind(Date);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => right() + AHEAD);
    try {
      await work();
    } finally {
      clock.mockRestore();
    }
  }

  it('leaves nothing waiting for the time that it showed', async () => {
    const handlers = app.get(SampleHandlers);
    const before = await effects();
    handlers.failures = 1_000;
    await ahead(async () => {
      await tell();
      await until(async () =>
        (await queue().getDelayed()).some(({ name }) => name === 'notifications.tellMatches'),
      );
      await keepSchedule(queue(), 'notifications.sendMail', '0 3 * * *');
    });
    handlers.failures = 0;
    expect(await nextOf()).toBeGreaterThan(Date.now() + DAY);
    await app.get(ClockWatch).look();
    await app.settle();
    expect(await effects()).toBe(before + 1);
    expect(await nextOf()).toBeLessThanOrEqual(Date.now() + DAY);
  }, 60_000);

  it('is looked for at a start, whoever ran while it was ahead', async () => {
    await ahead(() => keepSchedule(queue(), 'notifications.sendMail', '0 3 * * *'));
    const other = await testApp([sampleDomain()], { databaseUrl: app.databaseUrl, settings: part.settings });
    expect(await nextOf()).toBeLessThanOrEqual(Date.now() + DAY);
    await other.close();
  }, 60_000);

  it('nothing is moved where it went on as it should', async () => {
    const planned = await nextOf();
    await app.get(ClockWatch).look();
    expect(await nextOf()).toBe(planned);
  });
}
