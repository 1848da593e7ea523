/**
 * Builds the static pages that seal bids, open custodians' shares, confirm consortia and draw experts into <dist>/sealing: one script a
 * page, nothing shared with the portal, the same bytes from the same sources. Each page names its script and style by their SHA-384,
 * so that the page's own hash stands for all of it; hashes.json says these hashes. The first argument is dist.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const source = fileURLToPath(new URL('../sealing/', import.meta.url));
const target = path.join(path.resolve(process.argv[2] ?? 'dist'), 'sealing');
/** Each with the title that is read before its script runs. */
const PAGES = { seal: '密封揭榜', custodian: '开标密钥保管', draw: '专家抽取', confirm: '联合体成员确认' };

const hashOf = (name, bytes, encoding) => createHash(name).update(bytes).digest(encoding);

async function script(page) {
  const bundle = await rolldown({
    input: path.join(source, `src/${page}.ts`),
    platform: 'browser',
    resolve: { conditionNames: ['source', 'browser', 'import', 'default'] },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
  await bundle.close();
  if (output.length !== 1) throw new Error(`${page} is ${output.length} files and should be one`);
  return Buffer.from(output[0].code);
}

const hashes = {};
mkdirSync(target, { recursive: true });
const put = (name, bytes) => {
  writeFileSync(path.join(target, name), bytes);
  hashes[name] = hashOf('sha256', bytes, 'hex');
};

const style = readFileSync(path.join(source, 'style.css'));
put('style.css', style);
const frame = readFileSync(path.join(source, 'page.html'), 'utf8');
for (const [page, title] of Object.entries(PAGES)) {
  const code = await script(page);
  put(`${page}.js`, code);
  const html = frame
    .replace('{title}', title)
    .replace('{page}', page)
    .replace(
      'href="./style.css"',
      `href="./style.css" integrity="sha384-${hashOf('sha384', style, 'base64')}"`,
    )
    .replace(
      `src="./${page}.js"`,
      `src="./${page}.js" integrity="sha384-${hashOf('sha384', code, 'base64')}"`,
    );
  put(`${page}.html`, Buffer.from(html));
}
writeFileSync(path.join(target, 'hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`);
