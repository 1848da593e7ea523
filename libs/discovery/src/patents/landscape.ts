import type { FacetRow } from '@jihui/platform';
import { IPC_SECTIONS } from './vocabulary.js';

export interface PatentCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
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
