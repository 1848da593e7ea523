import type { RouteObject } from 'react-router';

/** One box for everything that can be looked for. */
export const publicSearchRoutes: RouteObject[] = [
  { path: 'search', lazy: () => import('./SearchPage.js') },
  { path: 'search/:kind', lazy: () => import('./SearchPage.js') },
];
