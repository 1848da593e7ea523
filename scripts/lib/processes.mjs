import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When the process started, as the system tells it; undefined when it does not run. A zombie does not run: in a
 * container whose first process reaps nobody, the dead stay listed.
 */
function startOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The process that this one belongs to; undefined when it cannot be told. */
function parentOf(pid) {
  try {
    if (process.platform !== 'linux')
      return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/**
 * Tells whether the npm that runs this script is gone: one killed by kill -9 tells nobody. Between it and us stands
 * a shell, which may outlive it or die first. Always false when npm does not run us.
 */
export function npmWatch() {
  if (process.env.npm_lifecycle_event === undefined) return () => false;
  const shell = process.ppid;
  const marks = [shell, parentOf(shell)].filter((pid) => pid !== undefined && pid > 1).map(markOf);
  return () => !marks.every(isMarkAlive);
}

/** Whether a process with this id runs. */
export const isRunning = (pid) => startOf(pid) !== undefined;

/** The program's name, without its folder; undefined when it cannot be told. */
export function programOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return path.basename(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim());
  } catch {
    return undefined;
  }
}

/** A mark that names one process for good: its id alone may be given to another one later. */
export const markOf = (pid) => `${pid} ${startOf(pid)}`;

/** Whether the process that left this mark still runs. */
export function isMarkAlive(mark) {
  const pid = Number(mark.split(' ', 1)[0]);
  return pid > 0 && mark === markOf(pid) && isRunning(pid);
}

/** Waits until the process is gone; false when it still runs after that many milliseconds. */
export async function gone(pid, milliseconds) {
  for (const end = Date.now() + milliseconds; isRunning(pid); await sleep(20))
    if (Date.now() > end) return false;
  return true;
}

/**
 * Runs `task` while no other process holds the same lock file. A lock whose holder died is taken over.
 * @param {string} file
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(file, task) {
  const mine = markOf(process.pid);
  while (!take(file, mine)) {
    if (isDead(read(file))) breakLock(file);
    await sleep(20);
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

const isDead = (mark) => mark !== undefined && !isMarkAlive(mark);

/**
 * Takes a dead holder's lock away. One process at a time does so and looks again first: otherwise the slower of two
 * would take away what the faster has locked since.
 */
function breakLock(file) {
  const breaking = `${file}.breaking`;
  if (!take(breaking, markOf(process.pid))) {
    // It is held for a moment only: one that is old was left by a kill.
    const since = statSync(breaking, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - since > 10_000) rmSync(breaking, { force: true });
    return;
  }
  if (isDead(read(file))) rmSync(file, { force: true });
  rmSync(breaking, { force: true });
}

/** Linked in with its content, so that a kill leaves no lock that names nobody. */
function take(file, mark) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, mark);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Those processes that use something together, as one small file each in a folder. */
export class Users {
  constructor(folder) {
    this.folder = folder;
  }

  /** Adds this process. */
  join() {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path.join(this.folder, String(process.pid)), markOf(process.pid));
  }

  /** Takes this process away and forgets the dead ones. */
  leave() {
    rmSync(path.join(this.folder, String(process.pid)), { force: true });
    this.others();
  }

  /** Ids of the other processes that still run. */
  others() {
    const alive = [];
    for (const name of readdirSync(this.folder, { withFileTypes: true }).map((entry) => entry.name)) {
      if (name === String(process.pid)) continue;
      const file = path.join(this.folder, name);
      if (isMarkAlive(read(file) ?? '')) alive.push(Number(name));
      else rmSync(file, { force: true });
    }
    return alive;
  }
}
