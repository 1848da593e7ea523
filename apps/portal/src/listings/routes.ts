import type { RouteObject } from 'react-router';

export const publicListingRoutes: RouteObject[] = [];
export const listingRoutes: RouteObject[] = [];
