import { Facts, type Fact } from '../design/DetailPage.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { cooperationModes } from '../listings/terms.js';
import { dealLabels } from './labels.js';
import type { Proposal } from './types.js';
import { dealWords } from './words.js';

/** Basis points in words: 500 is `5%`. */
export const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

/** The terms of one proposal. */
export function ProposalFacts({ proposal }: { proposal: Proposal }) {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const modes = useWords(cooperationModes);
  const { royalty } = proposal;
  const facts: Fact[] = [
    { label: t.total, value: <Money fen={proposal.total} /> },
    { label: t.technical, value: <Money fen={proposal.technical} /> },
    { label: t.mode, value: modes[proposal.cooperationMode] },
    { label: t.method, value: labels.method[proposal.method] },
    { label: t.payment, value: labels.payment[proposal.paymentMode] },
  ];
  if (royalty) {
    facts.push({
      label: t.royalty,
      value: t.royaltyText(percent(royalty.rateBasisPoints), royalty.base, royalty.years),
    });
    if (royalty.minimumPerYear !== null && royalty.minimumPerYear !== undefined)
      facts.push({ label: t.royaltyMinimum, value: <Money fen={royalty.minimumPerYear} /> });
  }
  const texts: readonly (readonly [string, string])[] = [
    [t.evidence, proposal.methodEvidence],
    [t.basis, proposal.basis],
    [t.paymentTerms, proposal.paymentTerms],
    [t.note, proposal.note],
  ];
  for (const [label, value] of texts) if (value) facts.push({ label, value });
  return <Facts facts={facts} />;
}
