import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const lawRoutes: RouteObject[] = [
  { path: 'admin/parameters', lazy: () => import('./ParametersPage.js') },
  { path: 'admin/parameters/:id', lazy: () => import('./ParameterPage.js') },
  { path: 'admin/holidays', lazy: () => import('./HolidaysPage.js') },
];
