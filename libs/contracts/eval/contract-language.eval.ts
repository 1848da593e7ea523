import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contractLanguage } from './contract-language.js';

const FILE = fileURLToPath(new URL('../src/core/text/contract-language.ts', import.meta.url));
const WIDTH = 100;

/** `npm run eval -- contract-language`: writes the pairs anew, after the development half has changed. */
export async function evaluate(): Promise<object> {
  const language = contractLanguage();
  const lines = Array.from({ length: Math.ceil(language.length / WIDTH) }, (_, index) =>
    language.slice(index * WIDTH, (index + 1) * WIDTH),
  );
  const text = [
    '/**',
    ' * Pairs of characters that contracts of different technologies have in common: `npm run eval -- contract-language`',
    ' * takes them from the development half of the labelled texts. What is made of them is no contract’s own.',
    ' */',
    'export const CONTRACT_LANGUAGE =',
    lines.map((line) => `  '${line}'`).join(' +\n'),
  ].join('\n');
  writeFileSync(FILE, `${text};\n`);
  return { pairs: language.length / 2 };
}
