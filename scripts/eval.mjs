/**
 * npm run eval -- NAME …: measures a quality on labelled sets, and fails where it is below its bound.
 *   npm run eval -- contracts     class suggestion and near-duplicates of contract texts
 * An evaluation is `libs/<domain>/eval/NAME.eval.ts`, whose `evaluate(words)` prints what it measures and answers the
 * result; the last line is that result as JSON, and `ok: false` in it is exit code 1.
 */
import { existsSync, readdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure, runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';

const SUFFIX = '.eval.ts';
const ENTRY = '--run';

runMain(async () => {
  const [name, ...words] = process.argv.slice(2);
  if (name === ENTRY) return run(...words);
  await install();
  const known = evaluations();
  const file = known.get(name);
  if (file === undefined)
    throw new Failure(`no evaluation ${name ?? ''}; there are: ${[...known.keys()].join(', ')}`);
  process.exitCode = await apart(file, words);
});

function evaluations() {
  const found = new Map();
  for (const domain of readdirSync(inRoot('libs'))) {
    const folder = inRoot('libs', domain, 'eval');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder))
      if (file.endsWith(SUFFIX)) found.set(file.slice(0, -SUFFIX.length), path.join(folder, file));
  }
  return found;
}

/** In a process that reads TypeScript from source. */
function apart(file, words) {
  const loader = pathToFileURL(inRoot('scripts/lib/typescript.mjs')).href;
  const options = ['--conditions=source', '--no-warnings', '--import', loader];
  const child = spawn(process.execPath, [...options, inRoot('scripts/eval.mjs'), ENTRY, file, ...words], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function run(file, ...words) {
  const { evaluate } = await import(pathToFileURL(file).href);
  const result = await evaluate(words);
  console.log(JSON.stringify(result));
  if (result.ok === false) process.exitCode = 1;
}
