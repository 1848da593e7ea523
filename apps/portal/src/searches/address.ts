import type { SavedSearchRowFragment } from '../gql/graphql.js';

/** Names of filters in the lists' addresses, by their names in the schema. */
export const ADDRESS_NAMES = {
  clusters: 'cluster',
  techFields: 'field',
  trlBands: 'maturity',
  cooperationModes: 'mode',
  priceModes: 'price',
  divisions: 'place',
  ownerKinds: 'owner',
  needTypes: 'type',
  urgencies: 'urgency',
} as const;

const addressOf = (filter: string): string | undefined =>
  Object.hasOwn(ADDRESS_NAMES, filter) ? ADDRESS_NAMES[filter as keyof typeof ADDRESS_NAMES] : undefined;

/** The list that a saved search shows. */
export function listOf({
  kind,
  text,
  filters,
}: Pick<SavedSearchRowFragment, 'kind' | 'text' | 'filters'>): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  for (const { name, values } of filters) {
    const address = addressOf(name);
    if (address !== undefined) for (const value of values) query.append(address, value);
  }
  return `/${kind === 'RESULT' ? 'results' : 'needs'}?${query.toString()}`;
}
