import type { RouteObject } from 'react-router';

export const publicBrokerRoutes: RouteObject[] = [
  { path: 'brokers', lazy: () => import('./BrokersPage.js') },
  { path: 'brokers/:id', lazy: () => import('./BrokerPage.js') },
];

/** One's own entry and the bureau's register, under the antd area. */
export const brokerRoutes: RouteObject[] = [
  { path: 'brokers/mine', lazy: () => import('./MyBrokerPage.js') },
  { path: 'brokers/:id/record', lazy: () => import('./BrokerRecordPage.js') },
  { path: 'brokers/register', lazy: () => import('./BrokerRegisterPage.js') },
];
