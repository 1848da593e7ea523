import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import { useKindName } from '../labels.js';
import { textPath, type Reading } from './proposals.js';
import css from './Text.module.css';
import { textWords } from './textWords.js';

type Suggestion = NonNullable<Reading['suggestion']>;

/** What class the text speaks for, and the words that do. It decides nothing. */
export function ClassSuggestion(props: {
  readonly contractId: string;
  readonly fileId: string;
  readonly suggestion: Suggestion;
  /** The subclass that is filled in, to say that the two agree. */
  readonly chosen: string;
  /** What can be done with it, where the form is written. */
  readonly children?: ReactNode;
}) {
  const { suggestion } = props;
  const t = useWords(textWords);
  const kindOf = useKindName();
  const none = suggestion.contractClass === '0';
  const name = none ? t.notTechnical : kindOf(suggestion);
  return (
    <section className={css['suggestion']} aria-label={t.suggestion}>
      <p className={css['says']}>
        <span className="quiet">{t.suggestion}</span>
        <strong className={css['value']}>{name}</strong>
        <span className={css['state']}>{t.clarity(suggestion.clarity)}</span>
        {suggestion.subclass !== null && suggestion.subclass === props.chosen && (
          <span className={css['state']}>{t.chosen}</span>
        )}
      </p>
      {none && (
        <Notice tone="amber" icon="warn">
          {t.suggestionHint}
        </Notice>
      )}
      <details>
        <summary>{t.evidenceMore(suggestion.evidence.length)}</summary>
        <ol className={css['evidence']}>
          {suggestion.evidence.map(({ why, clause, quote, place }, index) => (
            <li key={index}>
              <strong>{why}</strong>
              <Link className={css['quote']} to={textPath(props.contractId, props.fileId, place)}>
                {clause !== '' && <span className={css['clause']}>{clause}</span>}
                {quote}
              </Link>
            </li>
          ))}
        </ol>
      </details>
      {!none && <p className="quiet">{t.suggestionHint}</p>}
      {props.children && <span className="row">{props.children}</span>}
    </section>
  );
}
