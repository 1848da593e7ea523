import type { RouteObject } from 'react-router';

/** Where the mailed link leads, signed in or not. */
export const publicExpertReviewRoutes: RouteObject[] = [
  { path: 'account/expert-invitation', lazy: () => import('./ExpertInvitationPage.js') },
];

/** The expert's own pages. */
export const expertReviewRoutes: RouteObject[] = [
  { path: 'expert-reviews', lazy: () => import('./ExpertReviewsPage.js') },
  { path: 'expert-reviews/:id', lazy: () => import('./ExpertReviewPage.js') },
];
