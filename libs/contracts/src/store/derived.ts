import { canonical, sha256 } from '@jihui/platform';
import { organisationIdsOf, type Contract, type ContractForm } from '../core/contract.js';

/** Every organisation with a stake in the contract. */
export const relatedIdsOf = (contract: Contract): readonly string[] => [
  ...new Set([
    contract.applicantOrganisationId,
    ...organisationIdsOf(contract.form),
    ...contract.confirmedPartyIds,
  ]),
];

/** What is searched by words: names and numbers, in lower case; the registration number is searched by itself. */
export const searchTextOf = (contract: Contract): string =>
  [
    contract.form.title,
    ...[...contract.form.sellers, ...contract.form.buyers, ...contract.form.brokers].map(({ name }) => name),
    contract.acceptanceNumber,
    contract.nationalRegNo,
  ]
    .filter((text) => text !== null)
    .join('\n')
    .toLowerCase();

/** Equal for contracts of the same parties, total and signing day; null while one of them is missing. */
export function termsKeyOf(form: ContractForm): string | null {
  const parties = [...form.sellers, ...form.buyers].map(({ identifier, name }) => identifier ?? name).sort();
  const { total } = form.money;
  if (parties.length < 2 || total === null || form.signedOn === null) return null;
  return sha256(canonical({ parties, total, signedOn: form.signedOn }));
}
