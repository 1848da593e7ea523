import { existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { Failure, plainCause } from '../failure.mjs';
import { locate } from './cluster.mjs';

const MB = 1024 * 1024;
/** A new cluster with the demo city takes 80 MB; PostgreSQL writes its log ahead in files of 16 MB. */
const FREE = { first: 200 * MB, later: 48 * MB };

/**
 * PostgreSQL ends in a panic when its disk is full in the middle: better not to begin.
 * @throws {Failure} when there is too little space for the cluster of this home
 */
export function checkSpace(home) {
  const needed = existsSync(path.join(home, 'password')) ? FREE.later : FREE.first;
  const { bavail, bsize } = statfsSync(path.dirname(locate(home)));
  if (bavail * bsize >= needed) return;
  throw new Failure(
    `磁盘空间不足：${home} 至少需要 ${needed / MB} MB，只剩 ${Math.floor((bavail * bsize) / MB)} MB，请清理磁盘空间后重新启动。(Disk full: free some space, then start again.)`,
  );
}

/** One line about what stopped the server, when its log names a plain cause. */
export function troubleOf(home) {
  const fatal = logOf(home)
    .split('\n')
    .filter((line) => /\b(PANIC|FATAL):/.test(line));
  return plainCause(fatal.join('\n'), home);
}

function logOf(home) {
  try {
    return readFileSync(path.join(home, 'server.log'), 'utf8');
  } catch {
    return '';
  }
}
