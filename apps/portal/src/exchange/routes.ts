import type { RouteObject } from 'react-router';

/** The pages of this area, each loaded when it is opened. */
export const exchangeRoutes: RouteObject[] = [{ path: 'exchange', lazy: () => import('./ExchangePage.js') }];
