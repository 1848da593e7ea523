import { Link } from 'react-router';
import { Notice } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import type { ResultsQuery } from '../gql/graphql.js';
import { searchWords } from './words.js';

export type Highlights = ResultsQuery['results']['edges'][number]['highlights'];

/** A text with what was looked for marked in it. */
export function Marked({ text, field, in: highlights }: { text: string; field: string; in?: Highlights }) {
  const parts = highlights?.find((one) => one.field === field)?.parts;
  if (!parts) return <>{text}</>;
  return <>{parts.map((part, index) => (part.matched ? <mark key={index}>{part.text}</mark> : part.text))}</>;
}

/** What a list holds besides what holds all the words: an engine says so of each answer. */
export interface Breadth {
  readonly loose?: boolean;
  readonly widened?: boolean;
}

/** The words for it; null where everything holds all the words. */
export const breadthIn = (
  { loose, widened }: Breadth,
  words: { readonly loose: string; readonly widened: string },
): string | null => (loose ? words.loose : widened ? words.widened : null);

/** What the list says of the search itself: that some words are missing, and what may have been meant. */
export function AboutSearch({
  breadth = null,
  suggestion,
  addressOf,
}: {
  breadth?: string | null;
  suggestion?: string | null;
  /** Where the words that may have been meant are looked for. */
  addressOf: (text: string) => string;
}) {
  const t = useWords(searchWords);
  if (!breadth && !suggestion) return null;
  return (
    <Notice>
      {breadth && <p>{breadth}</p>}
      {suggestion && (
        <p>
          {t.meant}
          <Link to={addressOf(suggestion)}>{suggestion}</Link>
        </p>
      )}
    </Notice>
  );
}
