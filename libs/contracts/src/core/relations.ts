import type { ContractForm, Party } from './contract.js';
import type { Relation } from './facts.js';

/** What is held of the contract's parties besides its form. */
export interface KnownTie {
  /**
   * LEGAL_REPRESENTATIVE and CONTROLLER: one name of a party, of which side it is; DECLARED: the two sides
   * were declared related in another contract.
   */
  readonly kind: Relation['kind'];
  readonly side: 'SELLER' | 'BUYER' | null;
  readonly name: string | null;
  readonly contractId: string | null;
}

const namesOf = (
  parties: readonly Party[],
  field: 'legalRepresentative' | 'controller',
  known: readonly KnownTie[],
): ReadonlySet<string> =>
  new Set(
    [...parties.map((party) => party[field]), ...known.map(({ name }) => name)].flatMap((name) => name ?? []),
  );

function common(
  form: ContractForm,
  kind: 'LEGAL_REPRESENTATIVE' | 'CONTROLLER',
  field: 'legalRepresentative' | 'controller',
  ties: readonly KnownTie[],
): readonly Relation[] {
  const of = (side: KnownTie['side']): readonly KnownTie[] =>
    ties.filter((tie) => tie.kind === kind && tie.side === side);
  const sellers = namesOf(form.sellers, field, of('SELLER'));
  const buyers = namesOf(form.buyers, field, of('BUYER'));
  return [...sellers]
    .filter((name) => buyers.has(name))
    .sort()
    .map((name) => ({ kind, name, contractId: null }));
}

/** Ties between the two sides, from the form and from what is held of its parties. */
export const relationsOf = (form: ContractForm, ties: readonly KnownTie[]): readonly Relation[] => [
  ...common(form, 'LEGAL_REPRESENTATIVE', 'legalRepresentative', ties),
  ...common(form, 'CONTROLLER', 'controller', ties),
  ...ties
    .filter(({ kind }) => kind === 'DECLARED')
    .map(({ kind, contractId }) => ({ kind, name: null, contractId })),
];
