import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../lib/ports.mjs';
import { startEmbeddedPostgres } from '../lib/postgres/embedded.mjs';
import { locate } from '../lib/postgres/cluster.mjs';
import { startServer } from '../lib/server.mjs';

/**
 * A process of the city that can be killed and started again where it stood.
 * @typedef {object} Part
 * @property {string} name
 * @property {() => Promise<void>} start until it answers; again after {@link Part.kill}
 * @property {() => Promise<void>} kill as a power cut would
 * @property {() => Promise<void>} stop in good order
 * @property {() => number} [pid] of a process of the product
 */

const LONGEST_START_MS = 120_000;

/** As whoever watches over a process does: one that cannot start yet, since what it needs is away, is started again. */
async function keepStarting(start) {
  for (const end = Date.now() + LONGEST_START_MS; ; await pause(200))
    try {
      return await start();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}

/** The embedded PostgreSQL; what it acknowledged stands on the disk, as is its own default. */
export async function databasePart(stateDir) {
  const home = path.join(stateDir, 'postgres');
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const pid = () => Number(readFileSync(path.join(locate(home), 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url: postgres.url,
    abandon: postgres.abandon,
    part: {
      name: 'postgresql',
      start: () => keepStarting(() => postgres.revive()),
      kill: async () => {
        process.kill(pid(), 'SIGKILL');
        while (postgres.isRunning()) await pause(5);
      },
      stop: () => postgres.stop(),
    },
  };
}

const programOf = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(existsSync);

/** A program that is not ours, on a port of its own; undefined where it is not installed. */
async function programPart(name, stateDir, wordsOn, answers) {
  const program = programOf(name);
  if (program === undefined) return undefined;
  const folder = path.join(stateDir, name);
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  let child;
  let ended;
  const start = async () => {
    child = spawn(program, wordsOn(port, folder), { cwd: folder, stdio: 'ignore' });
    ended = new Promise((resolve) => child.once('exit', resolve));
    for (const end = Date.now() + LONGEST_START_MS; !(await answers(port)); await pause(20)) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} did not start`);
    }
  };
  const end = (signal) => () => {
    child.kill(signal);
    return ended;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  return { port, part: { name, start, kill: end('SIGKILL'), stop: end('SIGTERM') } };
}

/** Redis as docker/compose.yaml has it, but that each write is on its disk before it is answered. */
export async function redisPart(stateDir) {
  const words = (port, folder) => [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
    ...['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'],
  ];
  const { Redis } = await import('ioredis');
  const answers = async (port) => {
    const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => null, maxRetriesPerRequest: 0 });
    redis.on('error', () => undefined);
    // While it reads its log it answers that it is loading.
    const answer = await redis.ping().catch(() => undefined);
    redis.disconnect();
    return answer === 'PONG';
  };
  const redis = await programPart('redis-server', stateDir, words, answers);
  return redis && { part: redis.part, settings: { REDIS_URL: `redis://127.0.0.1:${redis.port}` } };
}

export async function searchPart(stateDir) {
  const words = (port, folder) => [
    ...['--http-addr', `127.0.0.1:${port}`, '--db-path', path.join(folder, 'data'), '--no-analytics'],
    ...['--max-indexing-memory', '128MiB', '--max-indexing-threads', '1'],
  ];
  const answers = (port) =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  const search = await programPart('meilisearch', stateDir, words, answers);
  return search && { part: search.part, settings: { MEILI_URL: `http://127.0.0.1:${search.port}` } };
}

/** A process of the product. */
async function serverPart(name, place, env) {
  const port = await freePort();
  let running;
  const start = async () => {
    running = await keepStarting(() => startServer({ ...place, env, port, quiet: true }));
  };
  return {
    url: `http://127.0.0.1:${port}`,
    part: {
      ...{ name, start, kill: () => running.kill(), stop: () => running.stop() },
      pid: () => running.pid,
    },
  };
}

/**
 * The city's own processes: `one`, a server and a worker; `split`, the services of the graph, two workers and a gateway.
 * @returns {Promise<{ url: string, parts: Part[] }>} the entrance, and what starts in that order
 */
export async function serverParts(shape, place, settings) {
  const env = { JIHUI_MODE: 'test', JOB_LOCK_MS: '1000', ...settings };
  if (shape === 'one') {
    const server = await serverPart('server', place, { ...env, ROLES: 'graph' });
    const worker = await serverPart('worker', place, { ...env, ROLES: 'worker' });
    return { url: server.url, parts: [server.part, worker.part] };
  }
  const { SERVICES } = await import('@jihui/testing');
  const shared = { ...env, DATABASE_POOL: '4', PUBLIC_URL: 'http://jihui.example' };
  const parts = [];
  const addresses = [];
  for (const names of SERVICES) {
    const settingsOfService = { ...shared, ROLES: 'graph', DOMAINS: names.join(',') };
    const { url, part } = await serverPart(`service ${names.join('+')}`, place, settingsOfService);
    parts.push(part);
    addresses.push(...names.map((name) => `${name}=${url}`));
  }
  for (const number of [1, 2])
    parts.push((await serverPart(`worker ${number}`, place, { ...shared, ROLES: 'worker' })).part);
  const services = { ROLES: 'gateway', SERVICES: addresses.join(',') };
  const gateway = await serverPart('gateway', place, { ...shared, ...services });
  return { url: gateway.url, parts: [...parts, gateway.part] };
}
