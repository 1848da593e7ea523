import type { StatedTerms, TextFacts } from '../facts.js';
import type { Proposal, ProposalField } from './proposals.js';

/** Fields whose value in a text is held against the form. */
export const HELD = [
  'sellers',
  'buyers',
  'signedOn',
  'effectiveTo',
  'money.total',
  'money.deductions',
  'content.ipRights',
] as const satisfies readonly ProposalField[];

/** What a text gives for a field, in the order of the text. */
export type Statement = Pick<Proposal, 'field' | 'value' | 'note'>;

/** What a text states, from what was proposed from it. */
export function statementsOf(
  statements: readonly Statement[],
  restrictions: StatedTerms['restrictions'],
): Pick<TextFacts, 'total' | 'amountsDisagree' | 'stated'> {
  const proposals = statements as readonly Proposal[];
  const total = proposals.find(({ field }) => field === 'money.total');
  return {
    total: total?.field === 'money.total' ? total.value : null,
    amountsDisagree: total?.note === 'CAPITALS_DIFFER',
    stated: {
      parties: proposals.flatMap((one) =>
        one.field === 'sellers' || one.field === 'buyers' ? [{ ...one.value, side: one.field }] : [],
      ),
      signedOn: proposals.flatMap((one) => (one.field === 'signedOn' ? [one.value] : []))[0] ?? null,
      effectiveTo:
        proposals.flatMap((one) =>
          one.field === 'effectiveTo' && one.note !== 'COMPUTED' ? [one.value] : [],
        )[0] ?? null,
      deductions: proposals.flatMap((one) =>
        one.field === 'money.deductions' ? [{ name: one.value.name, amount: one.value.amount }] : [],
      ),
      rights: proposals.flatMap((one) => (one.field === 'content.ipRights' ? [one.value.number] : [])),
      restrictions,
    },
  };
}
