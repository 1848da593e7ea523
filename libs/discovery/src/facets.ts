import type { FacetRow } from './store/patent-reads.store.js';

/** Facet → code → name. The order of the codes is the order in which equal counts stand. */
export type FacetLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Each facet's counts, the largest first; a code without a name shows itself. */
export function facetsView(rows: readonly FacetRow[], labels: FacetLabels) {
  return Object.fromEntries(
    Object.entries(labels).map(([facet, names]) => {
      const order = Object.keys(names);
      const counts = rows
        .filter((row) => row.facet === facet)
        .map(({ value, count }) => ({ value, label: names[value] ?? value, count }))
        .sort((a, b) => b.count - a.count || order.indexOf(a.value) - order.indexOf(b.value));
      return [facet, counts];
    }),
  );
}
