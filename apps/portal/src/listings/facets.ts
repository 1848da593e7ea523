import type { NameOf } from '../api/city.js';
import type { FacetOption } from '../design/ListPage.js';

type Counts = readonly FacetOption[] | undefined;

/** Facet counts of an enumeration, with the names of the chosen language. */
export const named = (counts: Counts, names: Readonly<Record<string, string>>): FacetOption[] =>
  (counts ?? []).map((option) => ({ ...option, label: names[option.value] ?? option.label }));

/** Facet counts of a national code table, likewise. */
export const namedBy = (nameOf: NameOf, table: Parameters<NameOf>[0], counts: Counts): FacetOption[] =>
  (counts ?? []).map((option) => ({ ...option, label: nameOf(table, option.value, option.label) }));
