import type { RouteObject } from 'react-router';

/** The expert's own desk. */
export const reviewRoutes: RouteObject[] = [{ path: 'call-reviews', lazy: () => import('./SeatsPage.js') }];
