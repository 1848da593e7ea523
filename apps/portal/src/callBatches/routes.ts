import type { RouteObject } from 'react-router';

/** 征集批次: everybody's to read. */
export const publicCallBatchRoutes: RouteObject[] = [
  { path: 'call-batches', lazy: () => import('./BatchesPage.js') },
];
