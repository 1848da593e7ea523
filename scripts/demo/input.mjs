import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { inRoot } from '../lib/paths.mjs';

/**
 * What the demo imports, and which record its researcher publishes: the folder named by JIHUI_DATA_DIR, or the
 * project's own records.
 * @returns {{ imports: { kind: 'RESULT' | 'NEED', file: string }[], result: object, need: object }}
 */
export function demoInput(folder = process.env.JIHUI_DATA_DIR) {
  if (!folder) return bundled();
  const home = path.resolve(folder);
  if (!existsSync(home)) throw new Failure(`JIHUI_DATA_DIR 指向的文件夹不存在：${home} (no such folder)`);
  const files = readdirSync(home).filter((name) => name.endsWith('.jsonl'));
  const imports = files
    .filter((name) => /^(results|projects)-/.test(name))
    .map((name) => ({ kind: name.startsWith('results') ? 'RESULT' : 'NEED', file: path.join(home, name) }));
  const record = imports
    .filter(({ kind }) => kind === 'RESULT')
    .flatMap(({ file }) => lines(file))
    .find(
      ({ category, keywords, abstract }) =>
        category === '工学' && keywords?.length >= 3 && abstract.length > 120,
    );
  if (!record)
    throw new Failure(
      `${home} 的 results-*.jsonl 里没有可发布的工学成果 (no engineering result to publish there)`,
    );
  return { imports, ...fromPaper(record) };
}

const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const bundled = () => ({
  imports: [
    { kind: 'RESULT', file: inRoot('config/demo/results.jsonl') },
    { kind: 'NEED', file: inRoot('config/demo/needs.jsonl') },
  ],
  ...JSON.parse(readFileSync(inRoot('config/demo/main-job.json'), 'utf8')),
});

const sentences = (text) => text.split(/(?<=[。.；;])/u).filter((sentence) => sentence.trim());

/** A result as a researcher would fill it from the paper, and a need that an enterprise with that problem would write. */
function fromPaper({ title, abstract, keywords }) {
  const { result, need } = JSON.parse(readFileSync(inRoot('config/demo/main-job.json'), 'utf8'));
  const [problem, ...rest] = sentences(abstract);
  return {
    result: {
      ...result,
      title,
      summary: abstract,
      keyPoints: rest.join('') || abstract,
      problem,
      keywords,
      ipRights: [],
    },
    need: {
      ...need,
      title: `寻求${keywords.slice(0, 2).join('、')}方面的技术`,
      description: `${problem}我公司希望引进成熟技术解决上述问题，涉及${keywords.join('、')}，要求能在产线上验证。`,
      keywords,
      indicators: need.indicators.slice(0, 1),
    },
  };
}
