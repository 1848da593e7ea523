import { canonical, cleanText } from '@jihui/kernel';
import { containing, normaliseForSearch, or, sha256, sql, type Sql } from '@jihui/platform';
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
 * No title, name or number is longer (form-limits.ts: 200 characters), so a longer text is in none of them. Comparing
 * ten thousand pairs of characters with every contract took over a second.
 */
const LONGEST_PART = 1_000;

/** What somebody typed, folded: in full width or not, with capitals, in traditional characters as they are or for simplified ones. */
const typedParts = (text: string): readonly string[] => {
  if (text.length > LONGEST_PART) return [];
  const typed = cleanText(text).normalize('NFKC').toLowerCase();
  return [...new Set([typed, normaliseForSearch(typed)])];
};

/** The folded text has that part, however it was typed. */
export const hasTyped = (folded: Sql, text: string): Sql =>
  or(typedParts(text).map((part) => sql`${folded} like ${containing(part)}`));

/** The same of the kept words `w`: those that have all its pairs of characters are looked at. */
export const wordsHave = (text: string): Sql =>
  or(
    typedParts(text).map((part) =>
      [...part].length < 2
        ? sql`w.words like ${containing(part)}`
        : sql`(w.pairs @> contracts.pairs_of(${part}) and w.words like ${containing(part)})`,
    ),
  );

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
