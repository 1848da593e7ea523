import { createRequire } from 'node:module';

type PinyinPro = typeof import('pinyin-pro');

const require = createRequire(import.meta.url);
let library: PinyinPro | undefined;
/** Takes 300 ms to load: when first needed. */
const pinyinPro = (): PinyinPro => (library ??= require('pinyin-pro') as PinyinPro);

const LETTERS = /^[a-z]+$/;
const HAN_RUN = /\p{Script=Han}+/gu;
/** A longer name is spelt no further. */
const MAX_SYLLABLES = 24;
const MAX_KNOWN = 5_000;
const known = new Map<string, readonly string[]>();

/** The syllables of a Han text without tones: 中北 is zhong, bei. */
export function syllables(text: string): readonly string[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  // What the library cannot read it gives back, halves of rare characters included.
  const spelt = pinyinPro()
    .pinyin(text, { toneType: 'none', type: 'array', v: true })
    .filter((syllable) => LETTERS.test(syllable));
  known.set(text, spelt);
  return spelt;
}

/** How a Han text sounds, in one word. */
export const soundOf = (text: string): string => syllables(text).join('');

/**
 * What a name may be typed as in Latin letters: its spelling and its initials, from each syllable on, so that a piece
 * from the middle is found by its beginning.
 */
export function spellings(name: string): string[] {
  const found = new Set<string>();
  for (const [run] of name.matchAll(HAN_RUN)) {
    const spelt = syllables([...run].slice(0, MAX_SYLLABLES).join(''));
    spelt.forEach((_, from) => {
      found.add(spelt.slice(from).join(''));
      found.add(
        spelt
          .slice(from)
          .map((syllable) => syllable[0] ?? '')
          .join(''),
      );
    });
  }
  return [...found];
}
