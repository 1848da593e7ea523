import type { Check } from '@jihui/kernel';
import { byOffice, bySystem } from '../relation.js';
import { PATENT_ACTIONS, type PatentAction } from './lifecycle.js';
import type { Patent } from './patent.js';

const AUTOMATIC: readonly PatentAction[] = ['expire', 'warn'];

/** Who does what to a patent: its holder's office keeps the record, the calendar moves by itself. */
export const patentPolicy = Object.fromEntries(
  PATENT_ACTIONS.map((action) => [action, AUTOMATIC.includes(action) ? bySystem : byOffice]),
) as unknown as { readonly [action in PatentAction]: Check<Patent> };
