/**
 * Holds the built portal to its budget: what a public page loads first is under 200 kB of gzipped script, and none of
 * it is antd or echarts. Reads .vite/chunks.json of the build (the first argument, else dist), which vite.config.ts
 * writes. The build ends with it (scripts/lib/build.mjs).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 200_000;
const src = new URL('../src/', import.meta.url);
const dist = process.argv[2]
  ? pathToFileURL(`${path.resolve(process.argv[2])}/`)
  : new URL('../dist/', import.meta.url);
const chunks = JSON.parse(readFileSync(new URL('.vite/chunks.json', dist), 'utf8'));

/** The modules of all public pages: what the lists named `public…Routes` of app/areas.ts and of each area import. */
function publicPages() {
  const files = readdirSync(src, { recursive: true }).filter((file) =>
    /^(app\/areas|\w+\/routes)\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, src), 'utf8');
    const lists = [...text.matchAll(/^export const public\w*Routes: RouteObject\[\] = \[([\s\S]*?)^\];/gm)];
    return lists.flatMap(([, list]) =>
      [...list.matchAll(/import\('(.+?)\.js'\)/g)].map(([, page]) => path.join(path.dirname(file), page)),
    );
  });
}

const sizes = new Map(
  Object.keys(chunks).map((file) => [file, gzipSync(readFileSync(new URL(file, dist))).length]),
);

/** The files that come with these, through static imports alone. */
function closure(files) {
  const found = new Set();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...chunks[file].imports);
  }
  return [...found];
}

const entry = Object.keys(chunks).find((file) => chunks[file].entry);
const problems = [];
const pages = [...new Set(publicPages())];
if (!pages.includes('home/HomePage')) problems.push('the public pages were not found in src/app/areas.ts');
for (const page of pages) {
  const file = Object.keys(chunks).find((candidate) =>
    chunks[candidate].modules.some((id) => id.endsWith(`src/${page}.tsx`)),
  );
  if (file === undefined) {
    problems.push(`${page}: not in the build`);
    continue;
  }
  const loaded = closure([entry, file]);
  const bytes = loaded.reduce((sum, name) => sum + sizes.get(name), 0);
  const heavy = loaded.find((name) =>
    chunks[name].modules.some((id) => /node_modules\/(antd|@rc-component|echarts)\//.test(id)),
  );
  console.log(`${page.padEnd(30)}${(bytes / 1000).toFixed(1).padStart(7)} kB gzip`);
  if (bytes > BUDGET_BYTES)
    problems.push(`${page}: ${bytes} bytes of gzipped script, budget ${BUDGET_BYTES}`);
  if (heavy) problems.push(`${page}: loads antd or echarts at once, through ${heavy}`);
}
if (problems.length > 0) {
  console.error(`Portal over its budget (${fileURLToPath(dist)}):\n${problems.join('\n')}`);
  process.exitCode = 1;
}
