import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { bundle, bundleIsStale } from './bundle.mjs';
import { Failure } from './failure.mjs';
import { ROOT, filesUnder, inRoot, packageFolders } from './paths.mjs';
import { withLock } from './processes.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const PORTAL = 'apps/portal';

/**
 * Builds what changed since it was built last: a package's dist/ keeps a key of all that went into it.
 * @param {{ portal?: boolean }} [what] the portal's pages may be left out
 */
export function build({ portal = true } = {}) {
  mkdirSync(inRoot('.data'), { recursive: true });
  // Tests, a start and a command may build the same checkout at once.
  return withLock(inRoot('.data/build.lock'), () => buildStale(portal));
}

async function buildStale(portal) {
  const stale = packageFolders().filter((folder) => existsSync(inRoot(folder, 'src')) && isStale(folder));
  const packages = stale.filter((folder) => folder !== PORTAL);
  if (packages.length > 0)
    await step(`编译 ${packages.length} 个模块 (compiling ${packages.length} packages)`, async (note) => {
      for (const folder of packages) {
        note(folder);
        await compile(folder);
      }
    });
  if (bundleIsStale()) await step('合并服务程序 (bundling the programs)', bundle);
  if (portal && stale.includes(PORTAL)) await step('构建门户网页 (building the portal)', bundlePortal);
}

const isSpec = (file) => /\.(spec|db-spec|e2e-spec)\.tsx?$/.test(file);
/** Everything a package is built from; tests stand beside the code and are left out. */
const sourcesOf = (folder) => filesUnder(inRoot(folder, 'src')).filter((file) => !isSpec(file));

/** Besides its sources: what decides how they are built. */
const SETTINGS = {
  [PORTAL]: [
    'index.html',
    'vite.config.ts',
    'tsconfig.json',
    'scripts/budget.mjs',
    'scripts/build-sealing.mjs',
  ],
};

function keyOf(folder) {
  const digest = createHash('sha256');
  const add = (file) => digest.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  add(inRoot('package-lock.json'));
  add(inRoot('.swcrc'));
  add(inRoot('scripts/lib/build.mjs'));
  add(inRoot(folder, 'package.json'));
  for (const file of SETTINGS[folder] ?? []) add(inRoot(folder, file));
  for (const group of ['src', 'public', 'sealing']) {
    const files = group === 'src' ? sourcesOf(folder) : filesUnder(inRoot(folder, group));
    for (const file of files) add(inRoot(folder, group, file));
  }
  return digest.digest('hex');
}

const keyFile = (folder) => inRoot(folder, 'dist/.key');
const isStale = (folder) =>
  !existsSync(keyFile(folder)) || readFileSync(keyFile(folder), 'utf8') !== keyOf(folder);

/** Compiles into a new folder and swaps it in, so that a start that is killed leaves no half a package. */
async function compile(folder) {
  const { transformFile } = await import('@swc/core');
  const key = keyOf(folder);
  const target = inRoot(folder, 'dist.new');
  rmSync(target, { recursive: true, force: true });
  for (const file of sourcesOf(folder)) {
    const source = inRoot(folder, 'src', file);
    const output = path.join(target, file);
    mkdirSync(path.dirname(output), { recursive: true });
    if (!file.endsWith('.ts')) copyFileSync(source, output);
    else if (!file.endsWith('.d.ts'))
      await compileFile(transformFile, source, output.replace(/\.ts$/, '.js'));
  }
  swapIn(folder, target, key);
}

async function compileFile(transformFile, source, output) {
  try {
    const { code, map } = await transformFile(source, {
      swcrc: true,
      configFile: inRoot('.swcrc'),
      sourceMaps: true,
    });
    writeFileSync(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
    writeFileSync(`${output}.map`, map);
  } catch (error) {
    throw new Failure(`编译失败 (does not compile)：${path.relative(ROOT, source)}\n${error.message}`, {
      cause: error,
    });
  }
}

async function bundlePortal(note) {
  const key = keyOf(PORTAL);
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const { code, output } = await run(
    process.execPath,
    [vite, 'build', '--outDir', 'dist.new', '--emptyOutDir'],
    {
      cwd: inRoot(PORTAL),
      env: { NODE_ENV: 'production' },
      onLine: (line) => /modules|transform|render|gzip/i.test(line) && note(line.slice(0, 60)),
    },
  );
  if (code !== 0) throw new Failure(`门户构建失败 (the portal does not build)：\n${output.trim()}`);
  const budget = await run(
    process.execPath,
    [inRoot(PORTAL, 'scripts/budget.mjs'), inRoot(PORTAL, 'dist.new')],
    {
      cwd: ROOT,
    },
  );
  if (budget.code !== 0)
    throw new Failure(`门户超出首次加载的预算 (the portal is over its budget)：\n${budget.output.trim()}`);
  const sealing = await run(
    process.execPath,
    [inRoot(PORTAL, 'scripts/build-sealing.mjs'), inRoot(PORTAL, 'dist.new')],
    { cwd: ROOT },
  );
  if (sealing.code !== 0)
    throw new Failure(`密封页面构建失败 (the sealing pages do not build)：\n${sealing.output.trim()}`);
  swapIn(PORTAL, inRoot(PORTAL, 'dist.new'), key);
}

function swapIn(folder, target, key) {
  writeFileSync(path.join(target, '.key'), key);
  rmSync(inRoot(folder, 'dist'), { recursive: true, force: true });
  renameSync(target, inRoot(folder, 'dist'));
}
