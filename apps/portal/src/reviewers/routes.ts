import type { RouteObject } from 'react-router';

/** 评审费发放、评审信用. */
export const reviewerRoutes: RouteObject[] = [
  { path: 'review-fees', lazy: () => import('./FeesPage.js') },
  { path: 'review-credit', lazy: () => import('./CreditPage.js') },
];
