import type {
  ContractFindingFieldsFragment,
  ContractFormFieldsFragment,
  ContractQuery,
  ContractTermsFieldsFragment,
} from '../gql/graphql.js';

/** A contract as its page reads it. */
export type Contract = NonNullable<ContractQuery['contract']>;
export type ContractFields = ContractFormFieldsFragment;
/** The form without the checklist, which a change does not answer anew. */
export type ContractTerms = ContractTermsFieldsFragment;
export type Finding = ContractFindingFieldsFragment;
export type Party = ContractFields['sellers'][number];

/** What still keeps the application from being submitted. */
export const blocksOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.level === 'BLOCK');
/** What is to be looked at and stops nothing. */
export const warningsOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.level === 'WARNING');
