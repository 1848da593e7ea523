import { TECH_FIELDS } from '@jihui/kernel';
import type { FacetRow } from '@jihui/platform';

/** Facet → code → name. The order of the codes is the order in which equal counts stand. */
export type FacetLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export const techFields: Readonly<Record<string, string>> = TECH_FIELDS;
export const ownerKinds = {
  UNIVERSITY: '高等院校',
  INSTITUTE: '科研院所',
  ENTERPRISE: '企业',
  BROKER_AGENCY: '技术转移机构',
  BUREAU_CITY: '市级科技部门',
  BUREAU_COUNTY: '县级科技部门',
  FINANCIAL_INSTITUTION: '金融机构',
  OTHER: '其他',
} as const;

/** Each facet's counts, the largest first; a code without a name shows itself. */
export function facetsView(rows: readonly FacetRow[], labels: FacetLabels): Record<string, FacetCount[]> {
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
