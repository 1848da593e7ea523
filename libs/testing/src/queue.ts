import { Redis } from 'ioredis';

/** Where the run has a Redis for its queues (libs/testing/jest/global-setup.mjs, JIHUI_QUEUE=redis). */
const server = (): string | undefined => process.env['TEST_REDIS_URL'];

/** Which of its databases holds the queue of which of PostgreSQL's, and the next that is free. */
const PLACES = 'jihui:places';
const NEXT = 'jihui:next';

const nameIn = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1);

async function asked<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(server() ?? '');
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}

async function placeOf(redis: Redis, database: string): Promise<number> {
  const free = await redis.incr(NEXT);
  await redis.hsetnx(PLACES, database, free);
  return Number(await redis.hget(PLACES, database));
}

/**
 * Where whoever uses this database has its queue: nothing to be set where that is PostgreSQL, otherwise a database of the
 * run's Redis that no other uses.
 */
export async function queueOf(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  if (server() === undefined) return {};
  const place = await asked((redis) => placeOf(redis, nameIn(databaseUrl)));
  return { REDIS_URL: `${server() ?? ''}/${place}` };
}

/** The queue of a database that has another name now. */
export async function renameQueue(from: string, to: string): Promise<void> {
  if (server() === undefined) return;
  await asked(async (redis) => redis.hset(PLACES, to, await placeOf(redis, from)));
}

/** A database that was copied brings its jobs along, as it does where they are in PostgreSQL. */
export async function copyQueue(from: string, to: string): Promise<void> {
  if (server() === undefined) return;
  await asked(async (redis) => {
    const [source, target] = [await placeOf(redis, from), await placeOf(redis, to)];
    await redis.select(source);
    for (const key of await redis.keys('*')) await redis.copy(key, key, 'DB', target, 'REPLACE');
  });
}
