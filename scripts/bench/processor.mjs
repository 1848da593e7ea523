/**
 * Processor time, which other loads of the machine lengthen far less than they do the time on the clock: of this process,
 * all its threads, and of the database's processes that serve it, where the system tells (Linux, the same machine).
 */
import { readFileSync } from 'node:fs';

/** @param client a connection of its own, whose process is not counted; without one this process alone is */
export async function processorTime(client) {
  const pids = client === undefined ? [] : await backends(client);
  const served = pids.map((pid) => `/proc/${pid}/schedstat`);
  if (served.some((file) => onProcessor(file) === undefined)) return { ms: () => NaN };
  return {
    /** Milliseconds until now. */
    ms: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000 + served.reduce((sum, file) => sum + (onProcessor(file) ?? 0), 0) / 1e6;
    },
  };
}

async function backends(client) {
  const { rows } = await client.query(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  return rows.map(({ pid }) => pid);
}

/** Nanoseconds that the process was on a processor; undefined where nobody tells. */
function onProcessor(file) {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]);
  } catch {
    return undefined;
  }
}
