import type {
  AGENCY_AUDIENCES,
  BROKER_AUDIENCES,
  EXPERT_AUDIENCES,
  PATENT_AUDIENCES,
  RATING_AUDIENCES,
} from '../audiences.js';
import type { AGENCY_TEXTS, BROKER_TEXTS, RATING_TEXTS } from '../texts/brokers.js';
import type { EXPERT_TEXTS, PATENT_TEXTS } from '../texts/discovery.js';
import { broker, expert, patent, type Table } from './rule.js';

/** What the calendar finds of a patent (libs/discovery). */
export const PATENT_RULES: Table<keyof typeof PATENT_AUDIENCES, keyof typeof PATENT_TEXTS> = {
  warn: patent('due', 'owner.transferOfficers', 'creator'),
  expire: patent('expired', 'owner.transferOfficers', 'creator'),
};

/** Acts on a profile of the expert bank (reference H50). */
export const EXPERT_RULES: Table<keyof typeof EXPERT_AUDIENCES, keyof typeof EXPERT_TEXTS> = {
  submit: expert('waitsForUnit', 'unit.transferOfficers'),
  submitDirectly: expert('waitsForBureau', 'bureau.officers'),
  consent: [...expert('waitsForBureau', 'bureau.officers'), ...expert('consented', 'self')],
  decline: expert('declined', 'self'),
  admit: expert('admitted', 'self'),
  return: expert('returned', 'self'),
  suspend: expert('suspended', 'self'),
  resume: expert('resumed', 'self'),
  remove: expert('removed', 'self'),
};

/** Acts on a broker's entry (reference D4, H18). */
export const BROKER_RULES: Table<keyof typeof BROKER_AUDIENCES, keyof typeof BROKER_TEXTS> = {
  submit: broker('waitsForAgency', 'agency.heads'),
  submitForAgency: broker('waitsForBureau', 'bureau.officers'),
  confirm: [...broker('waitsForBureau', 'bureau.officers'), ...broker('confirmed', 'self')],
  decline: broker('declined', 'self'),
  admit: broker('admitted', 'self'),
  return: broker('returned', 'self'),
  suspend: broker('suspended', 'self'),
  resume: broker('resumed', 'self'),
  remove: broker('removed', 'self'),
  leave: broker('left', 'self'),
  addCredential: broker('recordWaits', 'bureau.officers'),
  addTraining: broker('recordWaits', 'bureau.officers'),
  checkRecord: broker('recordChecked', 'self'),
  lapse: broker('lapsed', 'self'),
  designate: broker('designated', 'self'),
  withdrawDesignation: broker('undesignated', 'self'),
};

/** Acts on an agency's entry (reference H17). */
export const AGENCY_RULES: Table<keyof typeof AGENCY_AUDIENCES, keyof typeof AGENCY_TEXTS> = {
  submit: broker('waits', 'bureau.officers'),
  admit: broker('admitted', 'agency.heads'),
  return: broker('returned', 'agency.heads'),
  suspend: broker('suspended', 'agency.heads'),
  resume: broker('resumed', 'agency.heads'),
  remove: broker('removed', 'agency.heads'),
  designate: broker('designated', 'agency.heads'),
  withdrawDesignation: broker('undesignated', 'agency.heads'),
  recordSupport: broker('supported', 'agency.heads'),
  withdrawSupport: broker('unsupported', 'agency.heads'),
};

/** What is said of a broker by a side of a deal, and what becomes of it. */
export const RATING_RULES: Table<keyof typeof RATING_AUDIENCES, keyof typeof RATING_TEXTS> = {
  rate: broker('rated', 'broker'),
  answer: broker('answered', 'rater'),
  hide: broker('hidden', 'broker', 'rater'),
  show: broker('shown', 'broker', 'rater'),
};
