import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, packageFolders } from './paths.mjs';

/** What people start: Node takes seconds to find and read the thousand modules that these load, and none for one file. */
const PROGRAMS = ['apps/server', 'apps/cli'];

/** @returns {string} the file that starts a program */
export const bundleOf = (program) => inRoot(program, 'dist/bundle/main.js');

export const staleBundles = () => {
  const key = keyOfPackages();
  return PROGRAMS.filter((program) => !isBundled(program, key));
};

const isBundled = (program, key) => {
  const file = inRoot(program, 'dist/bundle/.key');
  return existsSync(file) && readFileSync(file, 'utf8') === key;
};

/** The keys of all compiled packages: one that was compiled anew makes every bundle stale. */
function keyOfPackages() {
  const digest = createHash('sha256').update(readFileSync(inRoot('scripts/lib/bundle.mjs')));
  for (const folder of packageFolders()) {
    const key = inRoot(folder, 'dist/.key');
    if (folder !== 'apps/portal' && existsSync(key)) digest.update(`\0${folder}\0`).update(readFileSync(key));
  }
  return digest.digest('hex');
}

/**
 * Joins the compiled modules of our own packages into few files; what npm installed stays where it is. A module that
 * looks for a file beside itself (an SDL, a worker, a font) finds it where it was compiled.
 */
export async function bundle(program) {
  const { rolldown } = await import('rolldown');
  const folder = inRoot(program, 'dist/bundle');
  const target = `${folder}.new`;
  rmSync(target, { recursive: true, force: true });
  const joined = await rolldown({
    input: inRoot(program, 'dist/main.js'),
    platform: 'node',
    external: (id) => !/^(\.|\/|@jihui\/)/.test(id) && !path.isAbsolute(id),
    // Nothing is left out: what a module does when it is loaded is part of the program.
    treeshake: false,
    plugins: [{ name: 'compiled', load: (id) => loadCompiled(id, folder) }],
  });
  // Nest, TypeORM and the logs know classes by their names.
  await joined.write({ dir: target, format: 'esm', sourcemap: true, keepNames: true });
  await joined.close();
  writeFileSync(path.join(target, '.key'), keyOfPackages());
  rmSync(folder, { recursive: true, force: true });
  renameSync(target, folder);
}

function loadCompiled(file, folder) {
  if (!existsSync(`${file}.map`)) return null;
  const place = path.relative(folder, file).split(path.sep).join('/');
  const code = readFileSync(file, 'utf8').replaceAll(
    'import.meta.url',
    `new URL(${JSON.stringify(place)}, import.meta.url).href`,
  );
  return { code, map: JSON.parse(readFileSync(`${file}.map`, 'utf8')) };
}
