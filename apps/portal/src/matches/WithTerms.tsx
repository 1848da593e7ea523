/** A text with the words that a pair shares marked in it, so that one sees at a glance what it was found by. */
export function WithTerms({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <>{partsOf(text, terms).map(({ part, shared }, at) => (shared ? <mark key={at}>{part}</mark> : part))}</>
  );
}

/** The text cut at the terms; longer terms first, whatever their case. */
export function partsOf(text: string, terms: readonly string[]): { part: string; shared: boolean }[] {
  const wanted = [...terms].filter((term) => term !== '').sort((a, b) => b.length - a.length);
  if (wanted.length === 0) return [{ part: text, shared: false }];
  const any = new RegExp(`(${wanted.map(literal).join('|')})`, 'iu');
  return text
    .split(any)
    .map((part, at) => ({ part, shared: at % 2 === 1 }))
    .filter(({ part }) => part !== '');
}

const literal = (term: string): string => term.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
