import { Section } from '../../design/DetailPage.js';
import { Violations } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { contractLabels } from '../labels.js';
import { Findings } from '../checks/Findings.js';
import type { Contract } from '../types.js';
import css from './Review.module.css';
import { Panel } from './Panel.js';
import { reviewWords } from './reviewWords.js';
import { useGroundLine } from '../grounds.js';

/** What the rules found and what colleagues wrote. */
export function ReviewNotes({ contract }: { contract: Contract }) {
  const t = useWords(reviewWords);
  const labels = useWords(contractLabels);
  const groundLine = useGroundLine();
  return (
    <>
      <Section title={t.findings} id="findings">
        <Findings findings={contract.findings} weighing />
      </Section>
      {contract.experts.length > 0 && <Panel experts={contract.experts} />}
      {contract.reviews.length > 0 && (
        <Section title={t.earlier} id="reviews">
          <ol className={css['reviews']}>
            {contract.reviews.map((review, index) => (
              <li key={index} className={css['review']}>
                <div className="row">
                  <StatusTag tone={review.verdict === 'PASS' ? 'good' : 'attention'}>
                    {labels.stage[review.stage]} · {labels.verdict[review.verdict]}
                  </StatusTag>
                  <span className="quiet">
                    {review.reviewerName} · <When at={review.at} />
                  </span>
                </div>
                {review.opinion && <p className="prose">{review.opinion}</p>}
                {review.grounds.length > 0 && <p>{review.grounds.map(groundLine).join('；')}</p>}
                {review.deficiencies.length > 0 && (
                  <Violations violations={review.deficiencies.map((entry) => ({ ...entry, code: '' }))} />
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
