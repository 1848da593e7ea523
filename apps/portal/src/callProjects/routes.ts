import type { RouteObject } from 'react-router';

export const publicCallProjectRoutes: RouteObject[] = [
  { path: 'call-projects', lazy: () => import('./ProjectsPage.js') },
  { path: 'call-projects/:id', lazy: () => import('./ProjectPage.js') },
];
