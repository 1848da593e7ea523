import type { HandlingCasesFilter } from '../../gql/graphql.js';

/** What stands in the address of a figure's cases. */
export const FIGURE_FIELDS = [
  'personId',
  'colour',
  'step',
  'month',
  'decidedIn',
  'contractClass',
  'overdue',
  'registryDivision',
] as const;

/** The address at which a figure's contracts stand. */
export function casesAt(filter: HandlingCasesFilter): string {
  const given = FIGURE_FIELDS.flatMap((field) => {
    const value = filter[field];
    return value === null || value === undefined ? [] : [[field, String(value)]];
  });
  return `/registration/cases?${new URLSearchParams(given).toString()}`;
}
