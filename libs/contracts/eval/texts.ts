import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clausesOf } from '../src/core/text/clauses.js';
import { flowOf } from '../src/core/text/flow.js';
import type { Passages } from '../src/core/text/passages.js';

/** The half on which the rules were written, and the half that they were measured on afterwards. */
export type Half = 'development' | 'held-out';

export interface LabelledText {
  readonly id: string;
  readonly half: Half;
  /** Subclass by the law's definitions; 0 for what is no technical contract. */
  readonly label: string;
  readonly text: string;
}

const inFolder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const LABELS = JSON.parse(readFileSync(inFolder('labels.json'), 'utf8')) as Readonly<Record<string, string>>;
const halfOf = (id: string): Half => (id.startsWith('d') ? 'development' : 'held-out');

export const labelledTexts = (half: Half): readonly LabelledText[] =>
  Object.entries(LABELS)
    .filter(([id]) => halfOf(id) === half)
    .map(([id, label]) => ({
      id,
      half,
      label,
      text: readFileSync(inFolder(`${half}/${id}.txt`), 'utf8').trim(),
    }));

export const passagesOf = (text: string): Passages => ({
  flow: flowOf([text], false),
  pages: [text],
  clauses: clausesOf([text]),
});
