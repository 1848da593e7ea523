import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { Failure, plainCause } from './failure.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { withLock } from './processes.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

/**
 * Runs `npm ci` when node_modules is absent, half made, or not what package-lock.json says. Two starts of one fresh
 * checkout at once would take away from under each other what they install: the later one waits and finds it done.
 */
export async function install() {
  if (installedAsLocked()) return;
  mkdirSync(inRoot('.data'), { recursive: true });
  await withLock(inRoot('.data/install.lock'), async () => {
    if (!installedAsLocked()) await installLocked();
  });
}

async function installLocked() {
  await step('安装依赖 (npm ci; a few hundred packages, about a minute)', async (note) => {
    const words = ['ci', '--no-audit', '--no-fund', '--loglevel=http'];
    // npm's own script when npm runs us: an npm elsewhere in PATH may be another version.
    const npm = process.env.npm_execpath;
    let fetched = 0;
    const onLine = (line) => /http fetch/.test(line) && note(`${(fetched += 1)} fetched`);
    const options = { cwd: ROOT, onLine };
    const { code, output } = npm?.endsWith('.js')
      ? await run(process.execPath, [npm, ...words], options)
      : await run('npm', words, options);
    if (code !== 0) throw new Failure(plainCause(output, inRoot('node_modules')) ?? failureOf(output));
  });
}

function failureOf(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return `npm ci 失败：请检查网络与 npm registry 设置后重试。(npm ci failed: check the network and the registry.)\n${errors.slice(0, 12).join('\n')}`;
}

/**
 * npm writes node_modules/.package-lock.json last, so a half-made installation has none. What is optional may be left
 * out on this platform. Each folder is looked at: a workspace's own node_modules is easily lost with its folder.
 */
function installedAsLocked() {
  try {
    const present = packagesIn('node_modules/.package-lock.json');
    return Object.entries(packagesIn('package-lock.json')).every(
      ([where, { version, optional }]) =>
        where === '' ||
        optional ||
        (present[where]?.version === version && existsSync(inRoot(where, 'package.json'))),
    );
  } catch {
    return false;
  }
}

const packagesIn = (file) => JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
