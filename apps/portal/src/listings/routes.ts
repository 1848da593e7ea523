import type { RouteObject } from 'react-router';

export const publicListingRoutes: RouteObject[] = [
  { path: 'results', lazy: () => import('./ResultsPage.js') },
  { path: 'results/:id', lazy: () => import('./ResultPage.js') },
  { path: 'needs', lazy: () => import('./NeedsPage.js') },
  { path: 'needs/:id', lazy: () => import('./NeedPage.js') },
];

/** What the owners and the reviewers of listings do. */
export const listingRoutes: RouteObject[] = [
  { path: 'listings', lazy: () => import('./mine/MyListingsPage.js') },
  { path: 'listings/needs', lazy: () => import('./mine/MyListingsPage.js') },
  { path: 'listings/results/:id/edit', lazy: () => import('./form/EditResultPage.js') },
  { path: 'listings/needs/:id/edit', lazy: () => import('./form/EditNeedPage.js') },
  { path: 'reviews/:id?', lazy: () => import('./reviews/ReviewsPage.js') },
];
