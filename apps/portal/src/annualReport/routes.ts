import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const annualReportRoutes: RouteObject[] = [
  { path: 'annual-reports', lazy: () => import('./StandingsPage.js') },
  { path: 'annual-reports/:organisationId/:year', lazy: () => import('./ReportPage.js') },
];
