/** Memory of processes of this machine, as Linux tells it: what several share is counted once. */
import { readFileSync } from 'node:fs';

/** @returns megabytes of all of them together; null where nobody tells */
export function megabytesOf(pids) {
  try {
    const kilobytes = pids.map((pid) =>
      Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]),
    );
    return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
  } catch {
    return null;
  }
}
