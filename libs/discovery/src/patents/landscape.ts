import type { FacetRow } from '@jihui/platform';
import { LANDSCAPE_FACETS } from './patent-document.js';
import { IPC_SECTIONS } from './vocabulary.js';

export interface PatentCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The beginning of a classification that a filter names. */
export const ipcIn = ({ ipc }: { readonly ipc?: string | null }): string => ipc?.trim().toUpperCase() ?? '';

/** Which level stands below a beginning: sections, classes (H01), subclasses (H01L), main groups (H01L31). */
export const ipcFacet = ({ length }: string): 0 | 1 | 2 | 3 =>
  length >= 4 ? 3 : length === 3 ? 2 : length === 0 ? 0 : 1;

const MOST_APPLICANTS = 20;

/** Counts of patents found by words, as the register's own statement gives them. */
export function landscapeRows(
  { total, rows }: { readonly total: number; readonly rows: readonly FacetRow[] },
  ipc: string,
): FacetRow[] {
  const { year, applicant, ipc: levels } = LANDSCAPE_FACETS;
  const of = (name: string): FacetRow[] => rows.filter(({ facet }) => facet === name);
  const named = (facet: string, counted: readonly FacetRow[]): FacetRow[] =>
    counted.map(({ value, count }) => ({ facet, value, count }));
  const applicants = of(applicant.name).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  // A patent of several classes brings its other classes along.
  const classes = of(levels[ipcFacet(ipc)].name).filter(
    ({ value }) => value.startsWith(ipc) || ipc.startsWith(`${value}/`),
  );
  return [
    { facet: 'total', value: '', count: total },
    ...named('year', of(year.name)),
    ...named('applicant', applicants.slice(0, MOST_APPLICANTS)),
    ...named('ipc', classes),
  ];
}

const largestFirst = (a: PatentCount, b: PatentCount): number =>
  b.count - a.count || a.key.localeCompare(b.key);

/** Counts as a landscape shows them: every year from the first to the last, the rest by size. */
export function landscapeOf(rows: readonly FacetRow[]) {
  const of = (facet: string): PatentCount[] =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ key: value, label: value, count }));
  const years = new Map(of('year').map((one) => [Number(one.key), one.count]));
  const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
  const byYear = Array.from({ length: years.size === 0 ? 0 : last - first + 1 }, (_, index) => {
    const year = String(first + index);
    return { key: year, label: year, count: years.get(first + index) ?? 0 };
  });
  const sections: Readonly<Record<string, string>> = IPC_SECTIONS;
  return {
    total: of('total')[0]?.count ?? 0,
    byYear,
    byApplicant: of('applicant').sort(largestFirst),
    byIpc: of('ipc')
      .map((one) => ({ ...one, label: sections[one.key] ?? one.key }))
      .sort(largestFirst),
  };
}
