import { jest } from '@jest/globals';
import { ClockWatch, Queues } from '@jihui/platform';
import { describeWith, startRedis, testApp, until, type RunningPart, type TestApp } from '@jihui/testing';
import { keepSchedule } from '../src/queue/schedule.js';
import { effectsOf, SampleHandlers, sampleDomain, tellMatches } from './sample-domain.js';

const DAY = 24 * 3_600_000;

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
  const nextOf = async (): Promise<number> => {
    const next = (await queue().getJobScheduler('notifications.sendMail'))?.next;
    if (next === undefined) throw new Error('nothing is planned');
    return next;
  };
  /** Runs while the process believes that it is so many milliseconds later. */
  async function ahead(milliseconds: number, work: () => Promise<void>): Promise<void> {
    const right = Date.now.bind(Date);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => right() + milliseconds);
    try {
      await work();
    } finally {
      clock.mockRestore();
    }
  }

  const retries = async () =>
    (await queue().getDelayed()).filter(({ name }) => name === 'notifications.tellMatches');
  /** Told, failed, and to be tried again. */
  async function putOff(): Promise<void> {
    await tellMatches(app);
    await until(async () => (await retries()).length === 1);
  }

  it('leaves nothing waiting for the time that it showed', async () => {
    const handlers = app.get(SampleHandlers);
    const before = await effectsOf(app);
    handlers.failures = 1_000;
    await ahead(2 * DAY, async () => {
      await putOff();
      await keepSchedule(queue(), 'notifications.sendMail', '0 3 * * *');
    });
    handlers.failures = 0;
    expect(await nextOf()).toBeGreaterThan(Date.now() + DAY);
    await app.get(ClockWatch).look();
    await app.settle();
    expect(await effectsOf(app)).toBe(before + 1);
    expect(await nextOf()).toBeLessThanOrEqual(Date.now() + DAY);
  }, 60_000);

  it('is looked for at a start, whoever ran while it was ahead', async () => {
    await ahead(2 * DAY, () => keepSchedule(queue(), 'notifications.sendMail', '0 3 * * *'));
    const other = await testApp([sampleDomain()], { databaseUrl: app.databaseUrl, settings: part.settings });
    expect(await nextOf()).toBeLessThanOrEqual(Date.now() + DAY);
    await other.close();
  }, 60_000);

  it('nothing is moved where it went on as it should', async () => {
    const planned = await nextOf();
    await app.get(ClockWatch).look();
    expect(await nextOf()).toBe(planned);
  });

  it('by less than the clocks of two machines may differ: what was put off stays so', async () => {
    const handlers = app.get(SampleHandlers);
    handlers.failures = 1_000;
    await ahead(30_000, putOff);
    const [before] = await retries();
    await app.get(ClockWatch).look();
    const [after] = await retries();
    // One that was tried meanwhile is put off no more, or has failed once more.
    expect([after?.id, after?.attemptsMade]).toEqual([before?.id, before?.attemptsMade]);
    handlers.failures = 0;
    await after?.promote();
    await app.settle();
  }, 60_000);
}
