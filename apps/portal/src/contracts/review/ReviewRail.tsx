import { ActionRail, type ActionSpecs } from '../../design/ActionRail.js';
import { Notice } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { reviewWords } from './reviewWords.js';
import { useReview } from './useReview.js';

/** The registrar's action rail on the contract's own page; `more` are acts of other parts of the case. */
export function ReviewRail({ contract, more = {} }: { contract: Contract; more?: ActionSpecs }) {
  const t = useWords(reviewWords);
  const review = useReview(contract);
  return (
    <>
      {review.overtaken && (
        <Notice tone="amber" icon="warn">
          <span role="alert">{t.stale}</span>
        </Notice>
      )}
      {review.note && <p>{review.note}</p>}
      <ActionRail available={review.available} specs={{ ...review.specs, ...more }} />
      {review.dialog}
    </>
  );
}
