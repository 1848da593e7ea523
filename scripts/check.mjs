/** npm run check: everything that can be told without running the product. Runs all steps and fails at the end. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { runMain } from './lib/failure.mjs';
import { JEST, NODE_FOR_JEST } from './lib/jest.mjs';
import { packagesCopy } from './lib/packages-copy.mjs';
import { ROOT, inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const bin = (name) => inRoot('node_modules/.bin', name);

const PACKAGES = packagesCopy();

const STEPS = [
  // The longest first: the others fit beside it.
  ['lint', bin('eslint'), ['.', '--cache', '--cache-location', '.data/cache/eslint', '--max-warnings', '0']],
  // What a fresh clone installs by: a lock that lags behind a package.json stops it.
  [
    'lock of packages',
    'npm',
    ['ci', '--prefix', PACKAGES, '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
  ],
  ['types', bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']],
  [
    'types of the portal',
    bin('tsc'),
    ['-p', 'apps/portal/tsconfig.json', '--noEmit'],
    'apps/portal/tsconfig.json',
  ],
  ['format', bin('prettier'), ['--check', '.', '--log-level', 'warn']],
  ['import rules', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'libs', 'apps', 'test']],
  ['schema and generated code', process.execPath, ['scripts/codegen.mjs', '--check']],
  ['breaks of the schema', process.execPath, ['scripts/schema-breaks.mjs']],
  [
    'lifecycles',
    process.execPath,
    [JEST, '--selectProjects', 'architecture', '--testPathPatterns', 'lifecycles'],
  ],
];

/** A second step runs beside the first: each works on one processor, and the smallest machine has two. */
const LANES = 2;

runMain(async () => {
  mkdirSync(inRoot('.data/cache'), { recursive: true });
  const waiting = STEPS.filter(([, , , needs]) => !needs || existsSync(inRoot(needs)));
  const failed = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, program, words] = next;
      const began = Date.now();
      const { code, output } = await run(program, words, { cwd: ROOT, env: NODE_FOR_JEST });
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      if (code === 0) continue;
      console.log(output.trim());
      failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  rmSync(PACKAGES, { recursive: true });
  if (failed.length === 0) return;
  console.error(`✗ check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
});
