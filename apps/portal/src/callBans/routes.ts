import type { RouteObject } from 'react-router';

/** 失信禁入: the bureau's register, and an organisation's own. */
export const callBanRoutes: RouteObject[] = [{ path: 'call-bans', lazy: () => import('./BansPage.js') }];
