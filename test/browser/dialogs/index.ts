import { ACCOUNT } from './account.js';
import { CALLS } from './calls.js';
import { MARKET } from './market.js';
import { REGISTRATION } from './registration.js';
import type { Opening } from './ways.js';

/** Every dialog and drawer of the portal, and how one comes to it. */
export const OPENINGS: readonly Opening[] = [...ACCOUNT, ...MARKET, ...REGISTRATION, ...CALLS];
