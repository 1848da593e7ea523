import { Section } from '../design/DetailPage.js';
import { When } from '../design/Values.js';
import type { MisconductReceiptFieldsFragment } from '../gql/graphql.js';

type Note = MisconductReceiptFieldsFragment['notes'][number];

/** 补充与询问, oldest first, in the words of who reads it; nothing where there are none. */
export function Notes({
  notes,
  t,
}: {
  notes: readonly Note[];
  t: { readonly notes: string } & Readonly<Record<Note['by'], string>>;
}) {
  if (notes.length === 0) return null;
  return (
    <Section title={t.notes}>
      <ul className="stack">
        {notes.map((note, at) => (
          <li key={at}>
            <span className="row">
              <strong>{t[note.by]}</strong>
              <span className="quiet">
                <When at={note.at} />
              </span>
            </span>
            <p className="prose">{note.text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
