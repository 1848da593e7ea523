import { cleanText } from '@jihui/kernel';
import { canonical, containing, normaliseForSearch, or, sha256, sql, type Sql } from '@jihui/platform';
import { organisationIdsOf, type Contract, type ContractForm } from '../core/contract.js';

/** Every organisation with a stake in the contract. */
export const relatedIdsOf = (contract: Contract): readonly string[] => [
  ...new Set([
    contract.applicantOrganisationId,
    ...organisationIdsOf(contract.form),
    ...contract.confirmedPartyIds,
  ]),
];

/** What is searched by words: names and numbers, as search folds them; the registration number is searched by itself. */
export const searchTextOf = (contract: Contract): string =>
  normaliseForSearch(
    [
      contract.form.title,
      ...[...contract.form.sellers, ...contract.form.buyers, ...contract.form.brokers].map(
        ({ name }) => name,
      ),
      contract.acceptanceNumber,
      contract.nationalRegNo,
    ]
      .filter((text) => text !== null)
      .join('\n'),
  );

/**
 * The folded text has that part, however somebody types it: in full width, with capitals, in traditional characters as
 * they are or for simplified ones.
 */
export function hasTyped(folded: Sql, text: string): Sql {
  const typed = cleanText(text).normalize('NFKC').toLowerCase();
  return or(
    [...new Set([typed, normaliseForSearch(typed)])].map((part) => sql`${folded} like ${containing(part)}`),
  );
}

/** The same of a text as it was entered, as far as the database folds it: width and capitals. */
export const hasPart = (column: Sql, text: string): Sql =>
  hasTyped(sql`lower(normalize(${column}, NFKC))`, text);

/** Equal for contracts of the same parties, total and signing day; null while one of them is missing. */
export function termsKeyOf(form: ContractForm): string | null {
  const parties = [...form.sellers, ...form.buyers].map(({ identifier, name }) => identifier ?? name).sort();
  const { total } = form.money;
  if (parties.length < 2 || total === null || form.signedOn === null) return null;
  return sha256(canonical({ parties, total, signedOn: form.signedOn }));
}
