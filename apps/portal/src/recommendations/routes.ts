import type { RouteObject } from 'react-router';

export const recommendationRoutes: RouteObject[] = [
  { path: 'recommendations', lazy: () => import('./RecommendationsPage.js') },
  { path: 'recommendations/experts', lazy: () => import('./ExpertRecommendationsPage.js') },
];
