import type { ReactNode } from 'react';
import { Section } from '../design/DetailPage.js';
import { Label } from '../design/StatusTag.js';
import { Term } from '../design/Tip.js';
import type { CooperationMode, ResultPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { detail } from './detailWords.js';
import { cooperationExplanations, cooperationModes } from './terms.js';

/** A section of plain text, left out when there is none. */
export function TextSection({ title, text }: { title: string; text: string | null | undefined }) {
  if (!text) return null;
  return (
    <Section title={title}>
      <p className="prose">{text}</p>
    </Section>
  );
}

/** Cooperation modes, the legal ones with their meaning on hover. */
export function Modes({ modes }: { modes: readonly CooperationMode[] }) {
  const names = useWords(cooperationModes);
  const explanations = useWords(cooperationExplanations);
  return (
    <span className="row" style={{ gap: '2px 10px' }}>
      {modes.map((mode) => {
        const explanation = explanations[mode];
        return explanation ? (
          <Term key={mode} explanation={explanation}>
            {names[mode]}
          </Term>
        ) : (
          <span key={mode}>{names[mode]}</span>
        );
      })}
    </span>
  );
}

export function Labels({ values }: { values: readonly string[] }) {
  return (
    <span className="row" style={{ gap: 6 }}>
      {values.map((value) => (
        <Label key={value}>{value}</Label>
      ))}
    </span>
  );
}

/** The contact person, masked until both sides confirm. */
export function Contact({ contact }: { contact: NonNullable<ResultPageFragment['contact']> }) {
  const t = useWords(detail);
  return (
    <>
      <p>{contact.name}</p>
      {contact.phone && <p className="num">{contact.phone}</p>}
      {contact.email && <p>{contact.email}</p>}
      {contact.masked && <p className="quiet">{t.masked}</p>}
    </>
  );
}

/** Label and value, one under the other, for the panels at the side. */
export function Pairs({
  pairs,
}: {
  pairs: readonly (readonly [ReactNode, ReactNode] | false | '' | null | undefined)[];
}) {
  return (
    <dl className="stack" style={{ gap: 8 }}>
      {pairs.map(
        (pair, index) =>
          pair && (
            <div key={index}>
              <dt className="quiet">{pair[0]}</dt>
              <dd>{pair[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
