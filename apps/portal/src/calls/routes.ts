import type { RouteObject } from 'react-router';

export const publicCallRoutes: RouteObject[] = [
  { path: 'calls', lazy: () => import('./CallsPage.js') },
  { path: 'calls/:id', lazy: () => import('./CallPage.js') },
];

/** One's own demands, the bureau's queue, the form and the plan, under the antd area. */
export const callRoutes: RouteObject[] = [
  { path: 'calls/mine', lazy: () => import('./MyCallsPage.js') },
  { path: 'calls/desk', lazy: () => import('./CallDeskPage.js') },
  { path: 'calls/:id/edit', lazy: () => import('./EditCallPage.js') },
  { path: 'calls/:id/plan', lazy: () => import('./PlanCallPage.js') },
  { path: 'calls/:id/rehearsal', lazy: () => import('./RehearsalPage.js') },
];
