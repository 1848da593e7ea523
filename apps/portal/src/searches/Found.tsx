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

/** What the list says of the search itself: that some words are missing, and what may have been meant. */
export function AboutSearch({
  loose,
  looseText,
  suggestion,
  addressOf,
}: {
  loose?: boolean;
  looseText: string;
  suggestion?: string | null;
  /** Where the words that may have been meant are looked for. */
  addressOf: (text: string) => string;
}) {
  const t = useWords(searchWords);
  if (!loose && !suggestion) return null;
  return (
    <Notice>
      {loose && <p>{looseText}</p>}
      {suggestion && (
        <p>
          {t.meant}
          <Link to={addressOf(suggestion)}>{suggestion}</Link>
        </p>
      )}
    </Notice>
  );
}
