/**
 * npm run breaks: whether what is to be rolled out breaks what asks as before, and which of it was accepted.
 *   node scripts/schema-breaks.mjs                       against what was rolled out last (schema/released.graphql)
 *   node scripts/schema-breaks.mjs https://…/graphql     against what a server serves at this moment
 *   node scripts/schema-breaks.mjs FILE                  against a schema or supergraph in a file
 *   node scripts/schema-breaks.mjs --accept WHY          the present breaks are meant: kept with the reason
 *   node scripts/schema-breaks.mjs --released            this version is rolled out: the next is compared with it
 * Old and new run beside each other during a roll-out, and pages stay open for hours: a break that is accepted is for a field
 * that nobody asks for. Everything else goes in two releases: the new beside the old, then the old.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Failure, runMain } from './lib/failure.mjs';
import { inRoot } from './lib/paths.mjs';
import { bones, breaksBetween, dangersBetween, servedAt, servedBy } from './lib/schema-breaks.mjs';

const SUPERGRAPH = inRoot('schema/supergraph.graphql');
const RELEASED = inRoot('schema/released.graphql');
const ACCEPTED = inRoot('schema/breaks.json');
const NOTE = '# What was rolled out last, without its words: `npm run breaks -- --released`; do not edit.\n';

const read = (file) => readFileSync(file, 'utf8');
const write = (accepted) => writeFileSync(ACCEPTED, `${JSON.stringify(accepted, null, 2)}\n`);

runMain(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--released')) {
    writeFileSync(RELEASED, `${NOTE}${bones(read(SUPERGRAPH))}`);
    return write([]);
  }
  const isAccepting = words[0] === '--accept';
  const [against, why] = isAccepting ? [undefined, words[1] ?? ''] : [words[0], undefined];
  if (isAccepting && why.trim() === '') throw new Failure('--accept takes the reason');
  const [before, after] = [await served(against), servedBy(read(SUPERGRAPH))];
  const breaks = breaksBetween(before, after);
  for (const danger of dangersBetween(before, after)) console.log(`note: ${danger}`);
  const accepted = JSON.parse(read(ACCEPTED));
  const isAccepted = (text) => accepted.some((one) => one.break === text);
  if (why !== undefined)
    return write([
      ...accepted,
      ...breaks.filter((text) => !isAccepted(text)).map((text) => ({ break: text, why })),
    ]);
  const open = breaks.filter((text) => !isAccepted(text));
  // Only what was rolled out last is what was accepted for.
  const stale = against === undefined ? accepted.filter((one) => !breaks.includes(one.break)) : [];
  if (open.length + stale.length > 0)
    throw new Failure(
      [
        ...open.map((text) => `breaks: ${text}`),
        ...stale.map((one) => `no break any more, take it out of schema/breaks.json: ${one.break}`),
        ...(open.length > 0
          ? [
              'keep the old beside the new for one release, or: npm run breaks -- --accept "why nobody asks for it"',
            ]
          : []),
      ].join('\n'),
    );
  console.log(`${breaks.length} breaks, all of them accepted`);
});

async function served(against) {
  if (against === undefined) return servedBy(read(RELEASED));
  if (/^https?:/.test(against)) return servedAt(against);
  if (!existsSync(against)) throw new Failure(`no such file: ${against}`);
  return servedBy(read(against));
}
