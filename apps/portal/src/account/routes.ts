import type { RouteObject } from 'react-router';

/** Pages for whoever is not signed in yet. */
export const publicAccountRoutes: RouteObject[] = [];

/** Pages of the signed-in person. */
export const accountRoutes: RouteObject[] = [];
