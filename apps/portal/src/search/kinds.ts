import { searchWords } from '../design/searchText.js';

/** What can be looked for, in the order of the tabs. */
export const KINDS = ['result', 'need', 'expert', 'patent', 'broker', 'agency', 'organisation'] as const;
export type Kind = (typeof KINDS)[number];

/** The search page's address: all kinds side by side, or one of them alone. */
export function searchAddress(text: string, kind: Kind | null = null): string {
  const query = new URLSearchParams();
  const words = searchWords(text);
  if (words !== '') query.set('q', words);
  const page = kind === null ? '/search' : `/search/${kind}`;
  return query.size === 0 ? page : `${page}?${query.toString()}`;
}

const LISTS = {
  result: '/results',
  need: '/needs',
  expert: '/experts',
  patent: '/patents',
  broker: '/brokers',
  agency: '/agencies',
} as const;

/** The list with filters of one kind, for the same words. */
export function listAddress(text: string, kind: keyof typeof LISTS): string {
  return text === '' ? LISTS[kind] : `${LISTS[kind]}?${new URLSearchParams({ q: text }).toString()}`;
}
