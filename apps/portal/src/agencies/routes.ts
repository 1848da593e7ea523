import type { RouteObject } from 'react-router';

export const publicAgencyRoutes: RouteObject[] = [
  { path: 'agencies', lazy: () => import('./AgenciesPage.js') },
  { path: 'agencies/supports', lazy: () => import('./SupportsPage.js') },
  { path: 'agencies/:id', lazy: () => import('./AgencyPage.js') },
];

/** One's own agency's entry and the bureau's register, under the antd area. */
export const agencyRoutes: RouteObject[] = [
  { path: 'agencies/mine', lazy: () => import('./MyAgencyPage.js') },
  { path: 'agencies/register', lazy: () => import('./AgencyRegisterPage.js') },
];
