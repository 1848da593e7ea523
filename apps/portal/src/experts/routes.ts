import type { RouteObject } from 'react-router';

export const publicExpertRoutes: RouteObject[] = [
  { path: 'experts', lazy: () => import('./ExpertsPage.js') },
  { path: 'experts/:id', lazy: () => import('./ExpertPage.js') },
];

/** One's own profile, written under the antd area for its tags, and the bureau's bank. */
export const expertRoutes: RouteObject[] = [
  { path: 'experts/mine', lazy: () => import('./MyExpertPage.js') },
  { path: 'experts/bank', lazy: () => import('./BankPage.js') },
];
