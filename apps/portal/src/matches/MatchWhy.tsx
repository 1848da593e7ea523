import { useNameOf } from '../api/city.js';
import { classes } from '../design/classes.js';
import { Label } from '../design/StatusTag.js';
import type { MatchNoteCode, MatchPartName } from '../gql/graphql.js';
import { useLanguage, useWords } from '../i18n/index.js';
import { cooperationModes } from '../listings/terms.js';
import { noteInEnglish } from './englishNotes.js';
import css from './Matches.module.css';
import { matchWords, partNames } from './words.js';

interface ScoredPart {
  readonly name: MatchPartName;
  readonly points: number;
  readonly weight: number;
  /** In Chinese; code and facts say the same in no language. */
  readonly note: string;
  readonly code: MatchNoteCode | null;
  readonly facts: readonly string[];
}

/** A pair's score with what it is made of. */
export interface Scored {
  readonly score: number;
  readonly reasons: readonly string[];
  readonly reasonParts: readonly MatchPartName[];
  readonly cautions: readonly string[];
  readonly cautionParts: readonly MatchPartName[];
  readonly sharedTerms: readonly string[];
  readonly parts: readonly ScoredPart[];
  readonly modelVersion: string;
  /** Share of pairs of such a score that people found useful, 0–1, once that has been learnt. */
  readonly probability?: number | null;
}

/** What the texts have in common is little: the best there is may be no match. */
const FAINT: readonly (MatchNoteCode | null)[] = ['TEXT_PARTLY', 'TEXT_FAINTLY'];

/** The score at the left of a pair, and whether the pair is hardly one. */
export function MatchScore({ match: { score, parts } }: { match: Pick<Scored, 'score' | 'parts'> }) {
  const t = useWords(matchWords);
  const faint = parts.some(({ name, code }) => name === 'TEXT' && FAINT.includes(code));
  return (
    <div className={classes(css['score'], faint && css['faint'])}>
      <strong>{score}</strong>
      <span className="vh">{t.score(score)}</span>
      <span aria-hidden="true">/ 100</span>
      {faint && <span>{t.faint}</span>}
    </div>
  );
}

/** What is said of a part, in the language of the page. */
function useNote(): (part: Pick<ScoredPart, 'note' | 'code' | 'facts'>) => string {
  const { language } = useLanguage();
  const nameOf = useNameOf();
  const modes = useWords(cooperationModes);
  return ({ note, code, facts }) =>
    language === 'en' && code ? noteInEnglish(code, facts, { nameOf, modes }) : note;
}

/** Reasons and cautions, in the language of the page. */
function useSayings(match: Scored): {
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
} {
  const t = useWords(matchWords);
  const { language } = useLanguage();
  const noteOf = useNote();
  if (language === 'zh') return match;
  const say = (name: MatchPartName): string => {
    const part = match.parts.find((one) => one.name === name);
    return part === undefined ? '' : noteOf(part);
  };
  return {
    reasons: match.reasonParts.map((name) =>
      name === 'TEXT' && match.sharedTerms.length > 0 ? t.bothName(match.sharedTerms.slice(0, 4)) : say(name),
    ),
    cautions: match.cautionParts.map(say),
  };
}

/** Why a pair is worth a look, what may stand in the way, and how the score came about. */
export function MatchWhy({ match }: { match: Scored }) {
  const t = useWords(matchWords);
  const { reasons, cautions } = useSayings(match);
  return (
    <>
      {reasons.length > 0 && (
        <ul className={css['reasons']} aria-label={t.why}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {cautions.length > 0 && (
        <ul className={`${css['reasons']} ${css['cautions']}`} aria-label={t.caution}>
          {cautions.map((caution) => (
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
        {typeof match.probability === 'number' && (
          <p className="quiet">{t.probability(Math.round(100 * match.probability))}</p>
        )}
        <p className="quiet">{t.model(match.modelVersion)}</p>
      </details>
    </>
  );
}

const short = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 1 });

function PartRow(part: ScoredPart) {
  const { name, points, weight } = part;
  const t = useWords(matchWords);
  const names = useWords(partNames);
  const noteOf = useNote();
  const share = weight > 0 ? Math.round((points / weight) * 100) : 0;
  return (
    <>
      <dt>{names[name]}</dt>
      <dd>
        <span className={css['bar']} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </span>
        <span className="num">{t.points(short(points), short(weight))}</span>
        <span className={`quiet ${css['note']}`}>{noteOf(part)}</span>
      </dd>
    </>
  );
}
