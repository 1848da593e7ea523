import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { ARGUMENTS_FOR_JEST, JEST, NODE_FOR_JEST } from './jest.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { groupSpecs } from './spec-groups.mjs';

/**
 * What one suite came to. `skipped` holds the titles of tests that did not run, `missing` what they needed.
 * @typedef {{ passed: number, failed: number, skipped: string[], missing: string[] }} Outcome
 */

/** The end-to-end tests once more, of a city that stands otherwise: what is set for them, what they need, and which they are. */
const SHAPES = {
  split: { env: { JIHUI_CITY: 'split' }, paths: ['test/e2e/'] },
  redis: { env: { JIHUI_QUEUE: 'redis' }, needs: 'redis-server', paths: [] },
};

/** @returns {Promise<Outcome>} */
export async function runJest(suite, env, workers) {
  const shape = SHAPES[suite];
  if (shape?.needs && !isInstalled(shape.needs))
    return { passed: 0, failed: 0, skipped: [`${suite} [needs ${shape.needs}]`], missing: [shape.needs] };
  const project = shape ? 'e2e' : suite;
  const folder = mkdtempSync(path.join(tmpdir(), 'jihui-report-'));
  const report = path.join(folder, 'jest.json');
  const words = [
    '--selectProjects',
    project,
    '--passWithNoTests',
    '--json',
    `--outputFile=${report}`,
    `--maxWorkers=${workers}`,
    ...(shape?.paths ?? []),
  ];
  const groups = project === 'db' ? groupSpecs() : undefined;
  const { code } = await run(process.execPath, [...ARGUMENTS_FOR_JEST, JEST, ...words], {
    cwd: ROOT,
    env: { ...NODE_FOR_JEST, ...env, ...groups?.env, ...shape?.env },
    show: 'stderr',
  });
  groups?.remove();
  const outcome = existsSync(report) ? readJest(report) : { passed: 0, failed: 1, skipped: [], missing: [] };
  rmSync(folder, { recursive: true, force: true });
  // A suite that failed as a whole (a leaked handle, a broken setup) is never a pass.
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

const isInstalled = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));

function readJest(report) {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = result.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => ['pending', 'todo', 'disabled'].includes(test.status))
    .map((test) => test.fullName);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped,
    missing: [
      ...new Set(skipped.map((title) => /\[needs (.+?)\]/.exec(title)?.[1] ?? 'nothing that is named')),
    ],
  };
}

const CONFIG = 'test/browser/playwright.config.ts';

/** @returns {Promise<Outcome>} */
export async function runBrowser(env) {
  if (!existsSync(inRoot(CONFIG))) return { passed: 0, failed: 0, skipped: [], missing: [] };
  const chromium = findChromium();
  const playwright = inRoot('node_modules/@playwright/test/cli.js');
  if (!chromium) return skipBrowser(playwright);
  mkdirSync(inRoot('.data'), { recursive: true });
  const report = inRoot('.data/playwright.json');
  rmSync(report, { force: true });
  const words = [playwright, 'test', '-c', CONFIG, '--reporter=list,json'];
  const own = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...env };
  const { code } = await run(process.execPath, words, { cwd: ROOT, env: own, show: true });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [], missing: [] };
  const { suites, stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  const skipped = specsOf(suites).filter((spec) => spec.tests.some((test) => test.status === 'skipped'));
  return {
    passed: stats.expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: skipped.map((spec) => spec.title),
    missing: skipped.length > 0 ? ['nothing that is named'] : [],
  };
}

/** Chromium is missing: each of its tests counts as skipped. */
async function skipBrowser(playwright) {
  const words = [playwright, 'test', '-c', CONFIG, '--list', '--reporter=json'];
  const { output } = await run(process.execPath, words, { cwd: ROOT });
  const listed = output.indexOf('{');
  const titles = listed < 0 ? [] : specsOf(JSON.parse(output.slice(listed)).suites).map((spec) => spec.title);
  return { passed: 0, failed: 0, skipped: titles.length > 0 ? titles : ['browser'], missing: ['chromium'] };
}

const specsOf = (suites) =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
