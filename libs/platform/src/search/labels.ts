import { TECH_FIELDS } from '@jihui/kernel';
import type { City } from '../city/city.js';
import type { SearchField } from './document.js';

/** What a thing is filed under, by codes. */
export interface Filed {
  readonly clusters?: readonly (string | null)[];
  readonly techFields?: readonly (string | null)[];
  /** GB/T 2260. */
  readonly divisionCode?: string;
  /** What else it is filed under, as pages call it. */
  readonly names?: readonly string[];
}

const fieldName = (code: string): string | undefined =>
  (TECH_FIELDS as Readonly<Record<string, string>>)[code];

/**
 * The names of what a thing is filed under: whoever types 忻府区, 法兰锻造 or 作价入股 means what lists are filtered by
 * as well. Codes that the city's file does not know say nothing.
 */
export function labelsField(
  city: Pick<City, 'name' | 'code' | 'clusterName' | 'divisionName'>,
  { clusters = [], techFields = [], divisionCode = '', names = [] }: Filed,
): SearchField {
  const known = (codes: readonly (string | null)[], name: (code: string) => string | undefined): string[] =>
    codes.flatMap((code) => (code === null ? [] : (name(code) ?? [])));
  const isHere = divisionCode.slice(0, 4) === city.code.slice(0, 4);
  const text = [
    ...known(clusters, (code) => city.clusterName(code)),
    ...known(techFields, fieldName),
    ...(isHere ? [city.name] : []),
    ...known([divisionCode], (code) => city.divisionName(code)),
    ...names,
  ];
  return { name: 'labels', weight: 'D', text: [...new Set(text)].join(' ') };
}
