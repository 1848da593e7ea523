import { Redis } from 'ioredis';
import { StartError } from '../config/reasons.js';

const LONGEST_MS = 5_000;

/**
 * One try to reach Redis before anything else, so that the reason stands alone: whoever waits for jobs would wait for
 * its return without a word.
 * @throws StartError when it cannot be reached, or does not take us
 */
export async function checkQueue(redisUrl: string | null): Promise<void> {
  if (redisUrl === null) return;
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: LONGEST_MS,
    commandTimeout: LONGEST_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What failed is what `connect` throws says less of: that the connection is closed.
  let reason: NodeJS.ErrnoException | undefined;
  redis.on('error', (error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const { code, message } = reason ?? (error as NodeJS.ErrnoException);
    const { hostname, port } = new URL(redisUrl);
    throw new StartError(
      `连不上 Redis ${hostname}:${port || '6379'}（${code ?? message}）：请检查 REDIS_URL 与 Redis 是否在运行；不设置 REDIS_URL 则队列在数据库中 (Redis cannot be reached)`,
    );
  } finally {
    redis.disconnect();
  }
}
