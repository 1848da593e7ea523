/**
 * npm run bench -- <what>: measures, against a baseline in the same run; the last line is JSON.
 * Each measure is a file of scripts/bench/ that exports `summary` and `run(words)`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { Failure, runMain } from './lib/failure.mjs';
import { inRoot } from './lib/paths.mjs';

const FOLDER = 'scripts/bench';

runMain(async () => {
  const [name, ...words] = process.argv.slice(2);
  if (name === undefined || !existsSync(inRoot(FOLDER, `${name}.mjs`))) throw new Failure(await overview());
  const { run } = await import(inRoot(FOLDER, `${name}.mjs`));
  console.log(JSON.stringify(await run(words)));
});

async function overview() {
  const names = readdirSync(inRoot(FOLDER))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.replace('.mjs', ''));
  const lines = await Promise.all(
    names.map(async (name) => {
      const { summary } = await import(inRoot(FOLDER, `${name}.mjs`));
      return summary === undefined ? [] : [`  ${name.padEnd(16)}${summary}`];
    }),
  );
  return ['用法 (usage)：npm run bench -- <名称>', ...lines.flat()].join('\n');
}
