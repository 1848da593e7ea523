import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux: what /proc counts in. */
const TICK_MS = 10;

/**
 * Processor time, which other load blurs less than the clock: of this process and of the database's processes, as far
 * as /proc shows them here. A backend that has ended counts with the server that waited for it.
 * @returns {Promise<{ since(): { node: number, database: number } | undefined }>} milliseconds since the call before
 */
export async function processor(client) {
  const server = await postmaster(client);
  let last = read(server);
  return {
    since: () => {
      const now = read(server);
      const before = last;
      last = now;
      return now && before && { node: now.node - before.node, database: now.database - before.database };
    },
  };
}

async function postmaster(client) {
  const { rows } = await client.query("select current_setting('data_directory') as folder");
  try {
    return Number(readFileSync(`${rows[0].folder}/postmaster.pid`, 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function read(server) {
  if (server === undefined) return undefined;
  const { user, system } = process.cpuUsage();
  const database = ticksOfAll(server) * TICK_MS;
  return { node: (user + system) / 1000, database };
}

function ticksOfAll(server) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + ticksOf(Number(pid), server), 0);
}

function ticksOf(pid, server) {
  const [parent, user, system, endedUser, endedSystem] = fieldsOf(pid);
  if (pid === server) return user + system + endedUser + endedSystem;
  return parent === server ? user + system : 0;
}

/** Parent and ticks of a process; zeros when it has ended meanwhile. */
function fieldsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  } catch {
    return [0, 0, 0, 0, 0];
  }
}
