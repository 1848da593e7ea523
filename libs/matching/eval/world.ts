import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Domain } from '@jihui/platform';
import { testApp, type TestApp } from '@jihui/testing';
import { startEmbeddedPostgres } from '../../../scripts/lib/postgres/embedded.mjs';

/**
 * The product with these domains, on a database of its own for the length of the task: on TEST_DATABASE_URL where that is
 * set, otherwise on a PostgreSQL that is started for it.
 */
export async function inWorld<T>(
  domains: readonly Domain[],
  task: (world: TestApp) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const stop = await provideServer();
  try {
    const world = await testApp(domains, { settings });
    try {
      return await task(world);
    } finally {
      await world.close();
    }
  } finally {
    await stop();
  }
}

async function provideServer(): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return () => Promise.resolve();
  const folder = await mkdtemp(join(tmpdir(), 'jihui-eval-'));
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  process.env['TEST_DATABASE_URL'] = postgres.url;
  return async () => {
    delete process.env['TEST_DATABASE_URL'];
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
