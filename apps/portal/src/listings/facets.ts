import type { NameOf } from '../api/city.js';
import type { FacetOption } from '../design/ListPage.js';
import type { ListState } from '../design/listState.js';

/** The values chosen of a facet, or null where none is. */
export const chosenIn = (state: Pick<ListState, 'values'>, facet: string): string[] | null => {
  const values = state.values(facet);
  return values.length > 0 ? [...values] : null;
};

type Counts = readonly FacetOption[] | undefined;

/** Facet counts of an enumeration, with the names of the chosen language. */
export const named = (counts: Counts, names: Readonly<Record<string, string>>): FacetOption[] =>
  (counts ?? []).map((option) => ({ ...option, label: names[option.value] ?? option.label }));

/** Facet counts of a national code table, likewise. */
export const namedBy = (nameOf: NameOf, table: Parameters<NameOf>[0], counts: Counts): FacetOption[] =>
  (counts ?? []).map((option) => ({ ...option, label: nameOf(table, option.value, option.label) }));
