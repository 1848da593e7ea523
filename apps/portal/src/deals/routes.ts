import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const dealRoutes: RouteObject[] = [
  { path: 'deals', lazy: () => import('./DealsPage.js') },
  { path: 'deals/workbench', lazy: () => import('./workbench/WorkbenchPage.js') },
  { path: 'deals/board', lazy: () => import('./BoardPage.js') },
  {
    path: 'deals/:id',
    lazy: () => import('./DealPage.js'),
    children: [
      { index: true, lazy: () => import('./DealOverview.js') },
      { path: 'talk', lazy: () => import('./DealTalk.js') },
      { path: 'brokers', lazy: () => import('./DealBrokers.js') },
      { path: 'files', lazy: () => import('./DealFiles.js') },
      { path: 'history', lazy: () => import('./DealHistory.js') },
    ],
  },
  {
    path: 'needs/:id/matches',
    lazy: () => import('./matches/MatchesPage.js').then((page) => ({ Component: page.NeedMatchesPage })),
  },
  {
    path: 'results/:id/matches',
    lazy: () => import('./matches/MatchesPage.js').then((page) => ({ Component: page.ResultMatchesPage })),
  },
  { path: 'commissions', lazy: () => import('./CommissionsPage.js') },
  { path: 'introductions', lazy: () => import('./IntroductionsPage.js') },
  { path: 'bypass-alerts', lazy: () => import('./BypassAlertsPage.js') },
];
