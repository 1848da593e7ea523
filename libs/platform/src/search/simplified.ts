import { createRequire } from 'node:module';

type Convert = (text: string) => string;
/** What is used of opencc-js, whose own types do not resolve. */
interface OpenCc {
  Converter(options: { readonly from: string; readonly to: string }): Convert;
}

const require = createRequire(import.meta.url);
let convert: Convert | undefined;
/** Characters and words of Taiwan, Hong Kong and Macau. The dictionary takes 150 ms and 10 MB: loaded when first needed. */
const converter = (): Convert =>
  (convert ??= (require('opencc-js/t2cn') as OpenCc).Converter({ from: 'twp', to: 'cn' }));

const HAN = /\p{Script=Han}/gu;
let common: ReadonlySet<string> | undefined;

/** The 6,763 characters of GB 2312, which simplified text hardly ever leaves and traditional text leaves at once. */
function commonCharacters(): ReadonlySet<string> {
  const bytes = new Uint8Array(72 * 94 * 2);
  for (let row = 0; row < 72; row += 1)
    for (let cell = 0; cell < 94; cell += 1) {
      const at = (row * 94 + cell) * 2;
      bytes[at] = 0xb0 + row;
      bytes[at + 1] = 0xa1 + cell;
    }
  return new Set(new TextDecoder('gbk').decode(bytes));
}

/** Traditional characters, and the words that are said otherwise where they are written, as they are in simplified text. */
export function simplified(text: string): string {
  common ??= commonCharacters();
  for (const [character] of text.matchAll(HAN)) if (!common.has(character)) return converter()(text);
  return text;
}
