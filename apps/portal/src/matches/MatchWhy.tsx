import { Label } from '../design/StatusTag.js';
import { useWords } from '../i18n/index.js';
import css from './Matches.module.css';
import { matchWords } from './words.js';

/** A pair's score with what it is made of. */
export interface Scored {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  readonly sharedTerms: readonly string[];
  readonly parts: readonly {
    readonly name: string;
    readonly label: string;
    readonly points: number;
    readonly weight: number;
    readonly note: string;
  }[];
  readonly modelVersion: string;
}

/** The score at the left of a pair. */
export function MatchScore({ score }: { score: number }) {
  const t = useWords(matchWords);
  return (
    <div className={css['score']}>
      <strong>{score}</strong>
      <span className="vh">{t.score(score)}</span>
      <span aria-hidden="true">/ 100</span>
    </div>
  );
}

/** Why a pair is worth a look, what may stand in the way, and how the score came about. */
export function MatchWhy({ match }: { match: Scored }) {
  const t = useWords(matchWords);
  return (
    <>
      {match.reasons.length > 0 && (
        <ul className={css['reasons']} aria-label={t.why}>
          {match.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {match.cautions.length > 0 && (
        <ul className={`${css['reasons']} ${css['cautions']}`} aria-label={t.caution}>
          {match.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
      {match.sharedTerms.length > 0 && (
        <div className="row">
          <span className="quiet">{t.sharedTerms}</span>
          {match.sharedTerms.map((term) => (
            <Label key={term}>{term}</Label>
          ))}
        </div>
      )}
      <details className={css['details']}>
        <summary>{t.parts}</summary>
        <dl className={css['parts']}>
          {match.parts.map((part) => (
            <PartRow key={part.name} {...part} />
          ))}
        </dl>
        <p className="quiet">{t.model(match.modelVersion)}</p>
      </details>
    </>
  );
}

const short = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

function PartRow({ label, points, weight, note }: Scored['parts'][number]) {
  const t = useWords(matchWords);
  const share = weight > 0 ? Math.round((points / weight) * 100) : 0;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className={css['bar']} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
        <span className="num">{t.points(short(points), short(weight))}</span>
        <span className={`quiet ${css['note']}`}>{note}</span>
      </dd>
    </>
  );
}
