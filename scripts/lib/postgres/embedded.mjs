import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, asFailure, plainCause } from '../failure.mjs';
import { freePort } from '../ports.mjs';
import { Users, gone, isRunning, programOf, withLock } from '../processes.mjs';
import { accountFor } from './account.mjs';
import { SHARED_HOME, binariesFor } from './binaries.mjs';
import { DATABASE, ROLE, createCluster, environment, locate } from './cluster.mjs';
import { checkSpace, troubleOf } from './condition.mjs';

/**
 * @typedef {object} EmbeddedPostgres
 * @property {string} url connection string of the database `jihui`, whose role may create further databases
 * @property {boolean} first whether no other process was using the server
 * @property {() => Promise<void>} stop ends the server unless another process still uses it
 * @property {() => void} abandon the same at once and without waiting, for a process that must exit now
 * @property {() => boolean} isRunning whether the server's process is there
 * @property {() => Promise<void>} revive starts it again on its own port where it ended under its users
 * @property {() => string | undefined} trouble one line about what stopped the server, when its log names a plain cause
 */

/**
 * Starts PostgreSQL from the binaries that npm installed, listening on 127.0.0.1 only, or joins the server that
 * already runs on the folder: one that another process uses, or one left by a parent that was killed.
 * The server is detached, so Ctrl-C reaches only us and it outlives us until `stop`.
 *
 * @param {object} options
 * @param {string} options.dataDir folder for the data, the password and the log; made when absent
 * @param {number} [options.port] a free one when not given
 * @param {Record<string, string>} [options.settings] server settings, e.g. { fsync: 'off' }
 * @param {boolean} [options.hurry] end without waiting for clients to leave
 * @param {(step: string) => void} [options.onProgress]
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {Failure} one line to show when the disk is full, a permission is missing or the port is in use
 */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  settings = {},
  hurry = false,
  onProgress = () => {},
}) {
  const home = path.resolve(dataDir);
  try {
    mkdirSync(home, { recursive: true });
    if (statSync(home).uid === process.getuid?.()) chmodSync(home, 0o711);
    const users = new Users(path.join(home, 'users'));
    const lock = path.join(home, 'lock');
    checkSpace(home);
    return await withLock(lock, async () => {
      users.join();
      try {
        const running = await ensureRunning({ home, port, settings, onProgress });
        const password = readFileSync(path.join(home, 'password'), 'utf8');
        return {
          url: `postgresql://${ROLE}:${password}@127.0.0.1:${running.port}/${DATABASE}`,
          first: users.others().length === 0,
          stop: () => stop({ home, lock, users, hurry }),
          abandon: () => abandon({ home, users }),
          isRunning: () => serverOn(home) !== undefined,
          revive: () => revive({ home, lock, settings, port: running.port }),
          trouble: () => troubleOf(home),
        };
      } catch (error) {
        users.leave();
        throw error;
      }
    });
  } catch (error) {
    throw asFailure(error, home);
  }
}

/** @throws {Failure} while it cannot be: the disk is still full, say */
async function revive({ home, lock, settings, port }) {
  checkSpace(home);
  await withLock(lock, () => ensureRunning({ home, port, settings, onProgress: () => {} }));
}

/** Ends the server on this folder, whoever started it, and removes the folder with all its data. */
export async function removeEmbeddedPostgres(dataDir) {
  const home = path.resolve(dataDir);
  if (!existsSync(home)) return;
  const cluster = locate(home);
  const state = serverOn(home);
  if (state) await end(state.pid, ['SIGINT', 'SIGQUIT']);
  if (cluster.startsWith(`${SHARED_HOME}/`)) rmSync(path.dirname(cluster), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

async function ensureRunning({ home, port, settings, onProgress }) {
  const found = await settled(locate(home));
  if (found && (port === undefined || port === found.port)) return found;
  if (found)
    throw new Failure(
      `${home} 的数据库已在端口 ${found.port} 上运行：请先停止它。(Its database already runs on port ${found.port}.)`,
    );

  const account = accountFor(locate(home));
  const native = binariesFor(account);
  const cluster = createCluster({ home, native, account, onProgress });
  dropStalePid(cluster);
  // A port found free can be taken before the server binds it; a port that was asked for is tried once.
  for (let tries = port === undefined ? 3 : 1; ; tries -= 1) {
    try {
      return await launch({
        home,
        cluster,
        native,
        account,
        settings,
        port: port ?? (await freePort()),
        onProgress,
      });
    } catch (error) {
      if (tries <= 1 || !/in use/.test(error.message)) throw error;
    }
  }
}

async function launch({ home, cluster, native, account, settings, port, onProgress }) {
  const log = path.join(home, 'server.log');
  const output = openSync(log, 'w');
  const all = { ...DEFAULTS, shared_buffers: `${bufferMegabytes()}MB`, ...settings, port: String(port) };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(native, 'bin', 'postgres'), ['-D', cluster, ...options], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let failed;
  child.once('error', (error) => (failed = error));
  child.unref();

  for (let waited = 0; ; waited += 20) {
    await sleep(20);
    const state = pidFile(cluster);
    if (state?.pid === child.pid && state.status === 'ready') return state;
    if (failed || child.exitCode !== null || child.signalCode !== null)
      throw new Failure(reasonIn(failed ? String(failed) : readFileSync(log, 'utf8'), home, port), {
        cause: failed,
      });
    if (waited > 0 && waited % 5000 === 0) onProgress('数据库正在恢复，请稍候 (the database is recovering)');
  }
}

const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/**
 * A sixteenth of the memory there is, from PostgreSQL's own 128 MB to 1 GB: to fetch a page from the system's cache costs
 * more than to look at what is on it, and pages that nobody asks for take no memory.
 */
function bufferMegabytes() {
  const granted = process.constrainedMemory?.() || Infinity;
  const megabytes = Math.floor(Math.min(totalmem(), granted) / 2 ** 24);
  return Math.max(128, Math.min(megabytes, 1_024));
}

function reasonIn(log, home, port) {
  const subject = /in use/i.test(log) ? `127.0.0.1:${port}` : home;
  return (
    plainCause(log, subject) ??
    `PostgreSQL 未能启动 (did not start)：${log.trim().split('\n').slice(-3).join(' ')}`
  );
}

/** A full disk refuses the lock file; the server must end all the same. */
async function stop({ home, lock, users, hurry }) {
  try {
    await withLock(lock, () => leave({ home, users, hurry }));
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
    await leave({ home, users, hurry });
  }
}

async function leave({ home, users, hurry }) {
  users.leave();
  if (users.others().length > 0) return;
  const state = serverOn(home);
  if (!state) return;
  // SIGTERM waits for clients to leave, SIGINT sends them away, SIGQUIT is the last resort.
  await end(state.pid, hurry ? ['SIGINT', 'SIGQUIT'] : ['SIGTERM', 'SIGINT', 'SIGQUIT']);
}

async function end(pid, signals) {
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw error;
    }
    if (await gone(pid, signal === 'SIGTERM' ? 3000 : 20_000)) return;
  }
}

function abandon({ home, users }) {
  users.leave();
  const state = serverOn(home);
  if (state && users.others().length === 0) process.kill(state.pid, 'SIGINT');
}

/** The server on this cluster once it is ready; undefined when none runs. One that is stopping is waited for. */
async function settled(cluster) {
  for (;;) {
    const state = pidFile(cluster);
    if (!state || !isServer(state.pid)) return undefined;
    if (state.status === 'ready') return state;
    await sleep(50);
  }
}

/** What postmaster.pid says: line 1 the process, line 4 the port, line 8 the status. */
function pidFile(cluster) {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

const serverOn = (home) => {
  const state = pidFile(locate(home));
  return state && isServer(state.pid) ? state : undefined;
};

const isServer = (pid) => isRunning(pid) && programOf(pid) === 'postgres';

/** PostgreSQL refuses to start while the id in postmaster.pid belongs to any process, even a zombie or a stranger. */
function dropStalePid(cluster) {
  const state = pidFile(cluster);
  if (state && !isServer(state.pid)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}
