import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const adminRoutes: RouteObject[] = [
  { path: 'organisations/review', lazy: () => import('./OrganisationReviewsPage.js') },
  { path: 'admin/organisations', lazy: () => import('./OrganisationsPage.js') },
  { path: 'admin/people', lazy: () => import('./PeoplePage.js') },
  { path: 'admin/matching', lazy: () => import('./MatchingPage.js') },
  { path: 'admin/operation', lazy: () => import('./OperationPage.js') },
];
