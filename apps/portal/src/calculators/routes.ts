import type { RouteObject } from 'react-router';

/** For anybody: the calculators. */
export const publicCalculatorRoutes: RouteObject[] = [
  { path: 'calculators', lazy: () => import('./CalculatorsPage.js') },
  { path: 'calculators/:id', lazy: () => import('./CalculatorPage.js') },
];

/** What a person kept. */
export const calculatorRoutes: RouteObject[] = [
  { path: 'calculations', lazy: () => import('./CalculationsPage.js') },
  { path: 'calculations/:id', lazy: () => import('./CalculationPage.js') },
];
