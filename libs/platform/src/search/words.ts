import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { simplified } from './simplified.js';

let loaded: Jieba | undefined;
/** The dictionary takes about 190 ms and 60 MB to load: once a process, when first needed. */
const jieba = (): Jieba => (loaded ??= Jieba.withDict(dict));

/** Words so common that they only cost space: grammar, and the frame of every title. */
const STOP_WORDS = new Set(
  (
    '的 了 和 与 及 或 在 是 对 对于 等 为 中 上 下 其 之 将 并 以 从 由 于 被 把 向 到 而 且 又 也 都 就 可 可以 所 者 该 此 这 那 ' +
    '一种 一个 以及 通过 进行 具有 采用 有 个 种 a an the of and or in on for to with by'
  ).split(' '),
);
const HAN_RUN = /\p{Script=Han}+/gu;
/** Han text, or a word or number of any other script. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const HAN_TEXT = /^\p{Script=Han}+$/u;
export const isHan = (text: string): boolean => HAN_TEXT.test(text);

const UNSTORABLE = /[\0\ud800-\udfff]/;
/** Without what PostgreSQL does not store: the zero character and halves of surrogate pairs. */
export const storableText = (text: string): string =>
  UNSTORABLE.test(text) ? Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8') : text;

/** Full-width letters and digits as ASCII, lower case, traditional characters as simplified ones. */
export const normaliseForSearch = (text: string): string =>
  simplified(storableText(text).normalize('NFKC').toLowerCase());

/**
 * The words of a Chinese or mixed text, in order, repeated as they occur: `cut for search`, which
 * gives a long word and the shorter words inside it. Punctuation and stop words are left out.
 */
export function segment(text: string): string[] {
  const words: string[] = [];
  for (const [run] of normaliseForSearch(text).matchAll(RUN))
    for (const word of isHan(run) ? jieba().cutForSearch(run, true) : [run])
      if (!STOP_WORDS.has(word)) words.push(word);
  return words;
}

/** Every two neighbouring Han characters: finds what the dictionary cuts differently in query and text. */
export function bigrams(text: string): string[] {
  const found: string[] = [];
  for (const [run] of normaliseForSearch(text).matchAll(HAN_RUN)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at += 1)
      found.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  }
  return found;
}

/** Every Han character once: one character alone is a query too. */
export const characters = (text: string): string[] => [
  ...new Set([...normaliseForSearch(text)].filter(isHan)),
];

/** A number as it is compared: letters and digits alone, upper case, without the patent's ZL before it. */
export const normaliseNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '')
    .replace(/^ZL(?=\d)/, '');
