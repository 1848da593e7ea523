import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathOf } from './parts.js';

/** A clock of its own for the processes of a test; inside `describeWith('faketime', …)`. */
export interface MovableClock {
  /** With these settings a process goes by it; what measures how long something takes goes on as ever. */
  readonly settings: Readonly<Record<string, string>>;
  /** @param offset from the true time, as in +2d, -3h, +0 */
  set(offset: string): void;
}

/** @param file in which it is set */
export function movableClock(file: string): MovableClock {
  const set = (offset: string): void => writeFileSync(file, `${offset}\n`);
  set('+0');
  return {
    settings: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    set,
  };
}

/** Debian keeps it in a folder of the machine's kind, /usr/lib/<kind>/faketime, beside /usr/bin. */
function library(): string {
  const libraries = join(dirname(pathOf('faketime') ?? ''), '..', 'lib');
  const found = readdirSync(libraries)
    .map((kind) => join(libraries, kind, 'faketime', 'libfaketimeMT.so.1'))
    .find(existsSync);
  if (found === undefined) throw new Error('faketime came without its library');
  return found;
}
