import type { RouteObject } from 'react-router';

/** For anybody: to report, and to read with the receipt code what became of it. */
export const publicMisconductRoutes: RouteObject[] = [
  { path: 'report-misconduct', lazy: () => import('./ReportPage.js') },
  { path: 'report-misconduct/receipt', lazy: () => import('./ReceiptPage.js') },
];

/** The desk of those who handle reports, under the antd area. */
export const misconductRoutes: RouteObject[] = [
  { path: 'misconduct', lazy: () => import('./DeskPage.js') },
  { path: 'misconduct/:id', lazy: () => import('./MisconductPage.js') },
];
