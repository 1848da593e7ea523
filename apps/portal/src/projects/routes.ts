import type { RouteObject } from 'react-router';

export const publicProjectRoutes: RouteObject[] = [
  { path: 'projects', lazy: () => import('./ProjectsPage.js') },
  { path: 'projects/:id', lazy: () => import('./ProjectPage.js') },
];
