/**
 * Loaded before a program (`--import`): below the folder FULL_DISK the disk has FULL_FREE bytes left where that is set,
 * and the write number FULL_AT of a process finds it full where that is set.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FULL_DISK, FULL_FREE, FULL_AT } = process.env;
const isBelow = (place) => typeof place === 'string' && place.startsWith(FULL_DISK);
let writes = 0;

function fillUp(name) {
  const write = fs[name];
  fs[name] = (place, ...words) => {
    if (isBelow(place) && (writes += 1) >= Number(FULL_AT)) {
      const reason = `ENOSPC: no space left on device, ${name} '${place}'`;
      throw Object.assign(new Error(reason), { code: 'ENOSPC', syscall: name, path: place });
    }
    return write(place, ...words);
  };
}

if (FULL_AT !== undefined) for (const name of ['mkdirSync', 'writeFileSync']) fillUp(name);
if (FULL_FREE !== undefined) {
  const { statfsSync } = fs;
  fs.statfsSync = (place, ...words) =>
    isBelow(place)
      ? { ...statfsSync(place, ...words), bavail: Number(FULL_FREE), bsize: 1 }
      : statfsSync(place, ...words);
}
syncBuiltinESMExports();
