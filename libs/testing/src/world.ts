import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyQueue, renameQueue } from './queue.js';
import { asAdmin, serverUrl, testDatabase, urlOf, type Migrated } from './database.js';

/** Where a world stands: its database, and its folder of files, mail and keys. */
export interface Place {
  readonly databaseUrl: string;
  readonly stateDir: string;
}

export interface Copy extends Place {
  /** Removes both, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A copy of a world that is made once a run of Jest, by whichever file asks for it first; the others wait for it. Jobs,
 * mails and keys are part of it. What is made knows the moment, so no later run uses it: global-teardown.mjs removes it.
 * @param make fills a migrated database and a folder, and leaves nobody connected
 */
export async function copyOfWorld(
  name: string,
  domains: readonly Migrated[],
  make: (place: Place) => Promise<void>,
): Promise<Copy> {
  const run = process.env['JIHUI_TEST_RUN'];
  if (run === undefined) throw new Error('JIHUI_TEST_RUN is not set: run Jest with the root jest.config.mjs');
  const server = serverUrl();
  const original = {
    database: `jihui_test_${run}_${name}`,
    folder: join(tmpdir(), `jihui-test-${run}-${name}`),
  };
  const copy = `jihui_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (client) => {
    // Held until the connection ends: who comes second finds the world made, or makes it where the first one failed.
    await client.query('select pg_advisory_lock($1)', [lockOf(original.database)]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      original.database,
    ]);
    if (rowCount === 0) {
      await rm(original.folder, { recursive: true, force: true });
      const database = await testDatabase(domains);
      try {
        await make({ databaseUrl: database.url, stateDir: original.folder });
        await client.query(`alter database ${nameIn(database.url)} rename to ${original.database}`);
        await renameQueue(nameIn(database.url), original.database);
      } catch (error) {
        await database.drop();
        throw error;
      }
    }
    await client.query(`create database ${copy} template ${original.database} strategy file_copy`);
    await copyQueue(original.database, copy);
  });
  const stateDir = await mkdtemp(join(tmpdir(), 'jihui-test-'));
  await cp(original.folder, stateDir, { recursive: true });
  return {
    databaseUrl: urlOf(server, copy),
    stateDir,
    drop: async () => {
      await asAdmin(server, (client) => client.query(`drop database if exists ${copy} with (force)`));
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

const nameIn = (url: string): string => new URL(url).pathname.slice(1);

const lockOf = (name: string): number => createHash('sha256').update(name).digest().readInt32BE();
