import type {
  EXPERT_NEEDS_AUDIENCES,
  LISTING_AUDIENCES,
  MATCH_AUDIENCES,
  NEED_EXPERTS_AUDIENCES,
  PATENT_PAIR_AUDIENCES,
  SEARCH_AUDIENCES,
} from '../audiences.js';
import type {
  EXPERT_NEEDS_TEXTS,
  MATCH_TEXTS,
  NEED_EXPERTS_TEXTS,
  NEED_PATENTS_TEXTS,
  NEED_TEXTS,
  PATENT_NEEDS_TEXTS,
  RESULT_TEXTS,
  SEARCH_TEXTS,
} from '../texts/listings.js';
import { digest, expiry, match, need, result, type Table } from './rule.js';

/** Acts on a result (lifecycle of reference C3). An act that is not named tells nobody. */
export const RESULT_RULES: Table<keyof typeof LISTING_AUDIENCES, keyof typeof RESULT_TEXTS> = {
  submit: result('waitsForUnit', 'owner.transferOfficers'),
  approveByUnit: [...result('waitsForBureau', 'bureau.officers'), ...result('approvedByUnit', 'creator')],
  return: result('returned', 'creator', 'owner.transferOfficers'),
  publish: result('published', 'creator', 'owner.transferOfficers'),
  remind: expiry('expiring', 'creator', 'owner.transferOfficers'),
  expire: expiry('expired', 'creator', 'owner.transferOfficers'),
  lapse: expiry('lapsed', 'creator', 'owner.transferOfficers'),
  takeDown: result('takenDown', 'creator', 'owner.transferOfficers'),
  reinstate: result('reinstated', 'creator', 'owner.transferOfficers'),
};

/** Acts on a need (reference D1). */
export const NEED_RULES: Table<keyof typeof LISTING_AUDIENCES, keyof typeof NEED_TEXTS> = {
  submit: need('waitsForBureau', 'bureau.officers'),
  return: need('returned', 'creator', 'owner.transferOfficers'),
  publish: need('published', 'creator', 'owner.transferOfficers'),
  remind: expiry('expiring', 'creator', 'owner.transferOfficers'),
  expire: expiry('expired', 'creator', 'owner.transferOfficers'),
  takeDown: need('takenDown', 'creator', 'owner.transferOfficers'),
  reinstate: need('reinstated', 'creator', 'owner.transferOfficers'),
  convert: need('converted', 'creator', 'owner.transferOfficers'),
};

/** Matches found for a listing, automatically or by a broker's hand. */
export const MATCH_RULES: Table<keyof typeof MATCH_AUDIENCES, keyof typeof MATCH_TEXTS> = {
  find: match('found', 'owner.transferOfficers'),
  digest: digest('line', 'owner.transferOfficers'),
  addManual: match('found', 'owner.transferOfficers'),
};

/** Experts found for a need, told to its owner. */
export const NEED_EXPERTS_RULES: Table<keyof typeof NEED_EXPERTS_AUDIENCES, keyof typeof NEED_EXPERTS_TEXTS> =
  { find: match('found', 'owner.transferOfficers'), digest: digest('line', 'owner.transferOfficers') };

/** Needs found for an expert, told to the expert. */
export const EXPERT_NEEDS_RULES: Table<keyof typeof EXPERT_NEEDS_AUDIENCES, keyof typeof EXPERT_NEEDS_TEXTS> =
  { find: match('found', 'self'), digest: digest('line', 'self') };

/** Patents found for a need, told to its owner. */
export const NEED_PATENTS_RULES: Table<keyof typeof PATENT_PAIR_AUDIENCES, keyof typeof NEED_PATENTS_TEXTS> =
  { digest: digest('line', 'owner.transferOfficers') };

/** Needs found for a patent, told to its holder. */
export const PATENT_NEEDS_RULES: Table<keyof typeof PATENT_PAIR_AUDIENCES, keyof typeof PATENT_NEEDS_TEXTS> =
  { digest: digest('line', 'owner.transferOfficers') };

/** What came online and matches a search that somebody saved. */
export const SEARCH_RULES: Table<keyof typeof SEARCH_AUDIENCES, keyof typeof SEARCH_TEXTS> = {
  find: match('found', 'saver'),
};
