import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { ROOT, inRoot, packageFolders } from './paths.mjs';
import { run } from './run.mjs';

/**
 * What people start. Node takes seconds to find and read the three thousand modules that these load, and none for a
 * few files that hold them all. Both share what both load.
 */
const PROGRAMS = { 'apps/server': 'server', 'apps/cli': 'cli' };
const FOLDER = inRoot('apps/server/dist/bundle');
/** The bundler runs in a process of its own: a test that builds has other arrays and expressions than Node itself. */
const BUNDLER = inRoot('scripts/lib/bundle-programs.mjs');

/** @returns {string} the file that starts a program */
export const bundleOf = (program) => path.join(FOLDER, `${PROGRAMS[program]}.js`);

export function bundleIsStale() {
  const file = path.join(FOLDER, '.key');
  return !existsSync(file) || readFileSync(file, 'utf8') !== keyOfPackages();
}

/** The keys of all compiled packages, which hold the lock of what npm installed: one that was compiled anew makes the bundle stale. */
function keyOfPackages() {
  const digest = createHash('sha256').update(readFileSync(BUNDLER));
  for (const folder of packageFolders()) {
    const key = inRoot(folder, 'dist/.key');
    if (folder !== 'apps/portal' && existsSync(key)) digest.update(`\0${folder}\0`).update(readFileSync(key));
  }
  return digest.digest('hex');
}

/** Joins the compiled modules of our own packages, and of what npm installed, into few files. */
export async function bundle() {
  const target = `${FOLDER}.new`;
  rmSync(target, { recursive: true, force: true });
  const inputs = Object.entries(PROGRAMS).map(
    ([program, name]) => `${name}=${inRoot(program, 'dist/main.js')}`,
  );
  const { code, output } = await run(process.execPath, [BUNDLER, target, ...inputs], { cwd: ROOT });
  if (code !== 0) throw new Failure(`合并失败 (the programs cannot be bundled)：\n${output.trim()}`);
  writeFileSync(path.join(target, '.key'), keyOfPackages());
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(target, FOLDER);
}
