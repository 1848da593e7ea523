import type { RouteObject } from 'react-router';

export const publicPatentRoutes: RouteObject[] = [
  { path: 'patents', lazy: () => import('./PatentsPage.js') },
  { path: 'patents/landscape', lazy: () => import('./LandscapePage.js') },
  { path: 'patents/:id', lazy: () => import('./PatentPage.js') },
];

/** What keeps the register: entries are written under the antd area, for its tags. */
export const patentRoutes: RouteObject[] = [
  { path: 'patents/:id/edit', lazy: () => import('./EditPatentPage.js') },
];
