import { Link } from 'react-router';
import { StatusTag } from '../design/StatusTag.js';
import { At } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { brokerWords } from './brokerWords.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import type { DealIntroduction } from './types.js';

/** One dated proof of introduction, with its hash to be recomputed by anybody. */
export function IntroductionProof({
  introduction,
  dealId,
}: {
  introduction: DealIntroduction;
  dealId?: string | undefined;
}) {
  const t = useWords(brokerWords);
  const labels = useWords(dealLabels);
  // In a list of its own it follows the page's heading.
  const Title = dealId ? 'h2' : 'h3';
  return (
    <article className={css['card']}>
      <div className="spread">
        <Title className={css['cardTitle']}>
          {dealId ? (
            <Link to={`/deals/${dealId}`}>{t.between(introduction.sellerName, introduction.buyerName)}</Link>
          ) : (
            t.between(introduction.sellerName, introduction.buyerName)
          )}
        </Title>
        <StatusTag tone={introduction.valid ? 'good' : 'refused'}>
          {introduction.valid ? t.valid : t.invalid}
        </StatusTag>
      </div>
      <p>
        {t.proofOf(labels.introduction[introduction.kind], introduction.brokerName)} ·{' '}
        {introduction.personName} · <At at={introduction.at} />
      </p>
      <details className={css['more']}>
        <summary>{t.hash}</summary>
        <p className={css['hash']}>
          <code className="mono">{introduction.sha256}</code>
        </p>
        <p className={css['hash']}>
          {t.canonical} <code className="mono">{introduction.canonical}</code>
        </p>
      </details>
    </article>
  );
}
