import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const rewardRoutes: RouteObject[] = [
  { path: 'rewards', lazy: () => import('./RewardsPage.js') },
  { path: 'rewards/:id', lazy: () => import('./RewardPage.js') },
];
