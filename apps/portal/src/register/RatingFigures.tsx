import { Figure, Figures } from '../design/Figure.js';
import type { RatingAspect } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ratingAspects, ratingWords } from './performanceWords.js';

/** Averages of ratings from the number on from which they are told. */
export function RatingFigures({
  summary: { count, average, shownFrom, aspects },
}: {
  readonly summary: {
    readonly count: number;
    readonly average?: number | null;
    readonly shownFrom: number;
    readonly aspects: readonly { readonly aspect: RatingAspect; readonly average: number }[];
  };
}) {
  const t = useWords(ratingWords);
  const names = useWords(ratingAspects);
  return (
    <>
      {count > 0 && (
        <Figures>
          <Figure label={t.count} value={count} unit={t.countUnit} />
          {average != null && <Figure label={t.average} value={average.toFixed(2)} note={t.outOf} />}
          {aspects.map((one) => (
            <Figure key={one.aspect} label={names[one.aspect]} value={one.average.toFixed(2)} />
          ))}
        </Figures>
      )}
      {average == null && <p className="quiet">{count === 0 ? t.none : t.few(shownFrom)}</p>}
    </>
  );
}
