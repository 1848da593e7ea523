import {
  allow,
  cleanText,
  Codes,
  deny,
  isPlatformAdmin,
  say,
  Violations,
  type Actor,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import { ListingCodes } from './errors.js';

/** The words that an administrator keeps for search. */
export interface SearchWords {
  readonly synonyms: readonly (readonly string[])[];
  readonly stopWords: readonly string[];
}

const MAX_SETS = 500;
const MAX_TEXTS = 20;
const MAX_TEXT = 30;
const MAX_STOP_WORDS = 500;

/** Who keeps them: platform administrators. */
export function mayKeepWords(actor: Actor): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return actor.kind === 'system' || isPlatformAdmin(actor) ? allow : deny('只有平台管理员可以维护检索词表');
}

const cleaned = (texts: readonly string[]): string[] => [...new Set(texts.map(cleanText))];

/** The words as they were sent, cleaned, with everything that is wrong with them. */
export function searchWordsFrom(sent: SearchWords): {
  readonly words: SearchWords;
  readonly violations: readonly Violation[];
} {
  const violations = new Violations();
  const words = { synonyms: sent.synonyms.map(cleaned), stopWords: cleaned(sent.stopWords) };
  violations
    .when(words.synonyms.length > MAX_SETS, 'synonyms', ListingCodes.TOO_MANY, say`同义词最多 ${MAX_SETS} 组`)
    .when(
      words.stopWords.length > MAX_STOP_WORDS,
      'stopWords',
      ListingCodes.TOO_MANY,
      say`停用词最多 ${MAX_STOP_WORDS} 个`,
    );
  words.synonyms.slice(0, MAX_SETS).forEach((texts, index) => {
    const path = `synonyms.${index}.texts`;
    violations
      .when(texts.length < 2, path, ListingCodes.TOO_FEW, '一组同义词至少 2 个')
      .when(texts.length > MAX_TEXTS, path, ListingCodes.TOO_MANY, say`一组同义词最多 ${MAX_TEXTS} 个`);
    texts.slice(0, MAX_TEXTS).forEach((text, at) => {
      violations.text(`${path}.${at}`, '同义词', text, { max: MAX_TEXT });
    });
  });
  words.stopWords.slice(0, MAX_STOP_WORDS).forEach((word, index) => {
    violations.text(`stopWords.${index}`, '停用词', word, { max: MAX_TEXT });
  });
  return { words, violations: violations.found };
}
