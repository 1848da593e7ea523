import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const inboxRoutes: RouteObject[] = [
  { path: 'inbox', lazy: () => import('./InboxPage.js') },
  { path: 'inbox/settings', lazy: () => import('./SettingsPage.js') },
];
