import type { FacetOption } from '../design/ListPage.js';

/** Facet counts of an enumeration, with the names of the chosen language. */
export const named = (
  counts: readonly FacetOption[] | undefined,
  names: Readonly<Record<string, string>>,
): FacetOption[] =>
  (counts ?? []).map((option) => ({ ...option, label: names[option.value] ?? option.label }));
