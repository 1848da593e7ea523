import type {
  ContractFindingFieldsFragment,
  ContractFormFieldsFragment,
  ContractQuery,
} from '../gql/graphql.js';

/** A contract as its page reads it. */
export type Contract = NonNullable<ContractQuery['contract']>;
export type ContractFields = ContractFormFieldsFragment;
export type Finding = ContractFindingFieldsFragment;
export type Party = ContractFields['sellers'][number];

/** What still keeps the application from being submitted. */
export const blocksOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.level === 'BLOCK');
/** What is to be looked at and stops nothing. */
export const warningsOf = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.level === 'WARNING');
