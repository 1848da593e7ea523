import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { StatusTag } from '../design/StatusTag.js';
import { Money, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import css from './Deal.module.css';
import { dealLabels } from './labels.js';
import { ProposalFacts } from './ProposalFacts.js';
import type { Deal } from './types.js';
import { dealWords } from './words.js';

/** The agreed price, the proposal that waits, and every proposal so far. */
export function PriceCard({ deal }: { deal: Deal }) {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const { price, openProposal } = deal;
  return (
    <Section title={t.price} id="price">
      {price && (
        <div className={css['card']}>
          <div>
            <StatusTag tone="good">{t.agreed}</StatusTag>
          </div>
          <ProposalFacts proposal={price} />
        </div>
      )}
      {openProposal && (
        <div className={css['card']}>
          <div className="row">
            <StatusTag tone="attention">{t.waiting}</StatusTag>
            <span className="quiet">
              {labels.side[openProposal.proposedBy]} · {openProposal.proposedByName} ·{' '}
              <When at={openProposal.proposedAt} />
            </span>
          </div>
          <ProposalFacts proposal={openProposal} />
        </div>
      )}
      {!price && !openProposal && <p className="quiet">{t.noPrice}</p>}
      {deal.priceProposals.length > 1 && (
        <details className={css['more']}>
          <summary>{`${t.history}（${deal.priceProposals.length}）`}</summary>
          <DataTable
            caption={t.history}
            rows={[...deal.priceProposals].reverse()}
            keyOf={(proposal) => proposal.id}
            columns={[
              {
                key: 'by',
                title: t.proposedBy,
                render: (p) => `${labels.side[p.proposedBy]} · ${p.proposedByName}`,
              },
              { key: 'at', title: t.proposedAt, render: (p) => <When at={p.proposedAt} /> },
              { key: 'total', title: t.total, right: true, render: (p) => <Money fen={p.total} /> },
              {
                key: 'technical',
                title: t.technical,
                right: true,
                render: (p) => <Money fen={p.technical} />,
              },
              { key: 'state', title: t.status, render: (p) => labels.proposal[p.state] },
            ]}
          />
        </details>
      )}
    </Section>
  );
}
