import { useWords, words } from '../i18n/index.js';

const sourceWords = words(
  { unverified: '（待核对原文）' },
  { unverified: ' (to be checked against the text)' },
);

/** How sources of parameters are marked: [K] is known and not yet checked, [D] the platform's own default. */
const MARK = /^\[(\w+)\]\s*|\s*\[K\]/g;
/** Where the source's own words point into the project's reference. */
const REFERENCE = /\s*\(reference [^)]*\)/g;

/** The source of a rule or a parameter as people read it: without the marks of those who entered it. */
export function useSource(): (source: string) => string {
  const t = useWords(sourceWords);
  return (source) =>
    source.replace(MARK, '').replace(REFERENCE, '') + (source.includes('[K]') ? t.unverified : '');
}
