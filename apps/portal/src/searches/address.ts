import type { SavedSearchKind, SavedSearchRowFragment } from '../gql/graphql.js';

const COMMON = { clusters: 'cluster', techFields: 'field' } as const;

/** Names of filters in each list's address, by their names in the schema. */
export const ADDRESS_NAMES: Readonly<Record<SavedSearchKind, Readonly<Record<string, string>>>> = {
  RESULT: {
    ...COMMON,
    trlBands: 'maturity',
    cooperationModes: 'mode',
    priceModes: 'price',
    divisions: 'place',
    ownerKinds: 'owner',
  },
  NEED: {
    ...COMMON,
    needTypes: 'type',
    cooperationModes: 'mode',
    divisions: 'place',
    urgencies: 'urgency',
  },
  PATENT: {
    ...COMMON,
    kinds: 'kind',
    states: 'state',
    ipcSections: 'section',
    ipc: 'ipc',
    applicant: 'applicant',
    filedYear: 'year',
  },
};

const LISTS: Readonly<Record<SavedSearchKind, string>> = {
  RESULT: '/results',
  NEED: '/needs',
  PATENT: '/patents',
};

/** The list that a saved search shows. */
export function listOf({
  kind,
  text,
  filters,
}: Pick<SavedSearchRowFragment, 'kind' | 'text' | 'filters'>): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  const names = ADDRESS_NAMES[kind];
  for (const { name, values } of filters) {
    const address = Object.hasOwn(names, name) ? names[name] : undefined;
    if (address !== undefined) for (const value of values) query.append(address, value);
  }
  return `${LISTS[kind]}?${query.toString()}`;
}
