/** Requests over kept connections, as many at once as `CONNECTIONS`, and what they cost the processes that answer. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export const CONNECTIONS = 8;

/**
 * Asks for so many seconds. A request is `{ url, method, headers, body }`; `next()` tells the next.
 * @returns { requests, seconds, times } with each request's milliseconds on the clock
 * @throws {Error} at the first answer that is none, or that `check` refuses
 */
export async function ask(next, seconds, { connections = CONNECTIONS, check = () => undefined } = {}) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end) {
      const asked = next();
      const from = performance.now();
      const answer = await send(asked, agent);
      const took = performance.now() - from;
      times.push(took);
      check(answer, asked, took);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, one));
  } finally {
    agent.destroy();
  }
  return { requests: times.length, seconds: (performance.now() - began) / 1_000, times };
}

/** @returns { status, body } */
export function send({ url, method = 'GET', headers = {}, body }, agent) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      {
        method,
        agent,
        headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Milliseconds of the processor that the process has used, all its threads; the system counts hundredths of a second. */
export function ofProcess(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

/** Waits until processes that have just begun do nothing of their own any more: a server fills its matching index first. */
export async function settled(pids, { boundMs = 900_000 } = {}) {
  const end = Date.now() + boundMs;
  const used = () => pids.reduce((sum, pid) => sum + ofProcess(pid), 0);
  for (let quiet = 0, last = used(); quiet < QUIET_SECONDS;) {
    if (Date.now() > end) throw new Error('the servers did not come to rest');
    await pause(1_000);
    const now = used();
    quiet = now - last < BUSY_MS * pids.length ? quiet + 1 : 0;
    last = now;
  }
}
const QUIET_SECONDS = 3;
/** Of the processor in a second: a server's timers take less. */
const BUSY_MS = 50;

/** The memory that the process holds, in MB. */
export const memoryOf = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;

/**
 * Watches the database's processes that serve this database, the asking one left out.
 * @returns milliseconds of the processor that they used since, those left out that ended meanwhile
 */
export async function ofDatabase(client) {
  const before = await usedBy(client);
  return async () => {
    const after = await usedBy(client);
    return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
  };
}

async function usedBy(client) {
  const { rows } = await client.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return new Map(
    rows.flatMap(({ pid }) => {
      try {
        return [[pid, Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6]];
      } catch {
        return [];
      }
    }),
  );
}

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const quantile = (values, part) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
export const rounded = (value, digits = 2) => Number(value.toFixed(digits));
