import { spawnSync } from 'node:child_process';

const MB = 1024 * 1024;
const MODULE = new URL('./full-disk.mjs', import.meta.url).href;

/** How a program is run so that its disk is full: under which words, and with which settings. */
export interface FullDisk {
  readonly under: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

/** A disk of so many megabytes at this folder: a real one where the kernel lets us mount it, otherwise told so. */
export function diskOf(megabytes: number, folder: string): FullDisk {
  const flags = process.getuid?.() === 0 ? '-m' : '-Urm';
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=755 tmpfs "$0"`;
  if (spawnSync('unshare', [flags, 'sh', '-c', mount, folder]).status === 0)
    return { under: ['unshare', flags, 'sh', '-c', `${mount} && exec "$@"`, folder], settings: {} };
  const settings = { NODE_OPTIONS: `--import=${MODULE}`, FULL_DISK: folder, FULL_FREE: `${megabytes * MB}` };
  return { under: [], settings };
}

/** The folder's disk is full at the write of that number, the first being 1; any disk can be told so. */
export const fullAt = (write: number, folder: string): FullDisk => ({
  under: [],
  settings: { NODE_OPTIONS: `--import=${MODULE}`, FULL_DISK: folder, FULL_AT: `${write}` },
});
