import type { EXPORT_AUDIENCES, ORGANISATION_AUDIENCES } from '../audiences.js';
import type { EXPORT_TEXTS, ORGANISATION_TEXTS } from '../texts/identity.js';
import { organisation, type Table } from './rule.js';

/** Acts on an organisation. */
export const ORGANISATION_RULES: Table<keyof typeof ORGANISATION_AUDIENCES, keyof typeof ORGANISATION_TEXTS> =
  {
    register: organisation('waitsForReview', 'bureau.officers'),
    resubmit: organisation('waitsForReview', 'bureau.officers'),
    approve: organisation('approved', 'members'),
    reject: organisation('rejected', 'members'),
    suspend: organisation('suspended', 'members'),
    reinstate: organisation('reinstated', 'members'),
  };

/** Exports of what an organisation owns: all its administrators are told, whoever asked. */
export const EXPORT_RULES: Table<keyof typeof EXPORT_AUDIENCES, keyof typeof EXPORT_TEXTS> = {
  ready: organisation('ready', 'administrators'),
  fail: organisation('failed', 'administrators'),
};
