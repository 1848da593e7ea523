import type { RouteObject } from 'react-router';

export const searchRoutes: RouteObject[] = [
  { path: 'searches', lazy: () => import('./SavedSearchesPage.js') },
  { path: 'admin/search-words', lazy: () => import('./SearchWordsPage.js') },
];
