import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const workspaceRoutes: RouteObject[] = [
  { path: 'workspace', lazy: () => import('./WorkspacePage.js') },
];
