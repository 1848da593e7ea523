import type { RouteObject } from 'react-router';

/** Files of results or needs, imported row by row with a report. */
export const importRoutes: RouteObject[] = [
  { path: 'imports', lazy: () => import('./ImportsPage.js') },
  { path: 'imports/:id', lazy: () => import('./ImportPage.js') },
];
