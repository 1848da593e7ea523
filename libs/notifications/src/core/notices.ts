import {
  AGENCY_AUDIENCES,
  BAN_AUDIENCES,
  BROKER_AUDIENCES,
  CALL_AUDIENCES,
  CONTRACT_AUDIENCES,
  DEAL_AUDIENCES,
  EXPERT_AUDIENCES,
  EXPERT_NEEDS_AUDIENCES,
  EXPORT_AUDIENCES,
  INVITATION_AUDIENCES,
  LISTING_AUDIENCES,
  MATCH_AUDIENCES,
  MISCONDUCT_AUDIENCES,
  NEED_EXPERTS_AUDIENCES,
  ORGANISATION_AUDIENCES,
  PATENT_AUDIENCES,
  PATENT_PAIR_AUDIENCES,
  PROJECT_AUDIENCES,
  RATING_AUDIENCES,
  REPORT_AUDIENCES,
  REVIEWER_AUDIENCES,
  REWARD_AUDIENCES,
  SEARCH_AUDIENCES,
  type Audience,
} from './audiences.js';
import type { MatchFact } from './facts.js';
import {
  RESULT_RULES,
  NEED_RULES,
  MATCH_RULES,
  NEED_EXPERTS_RULES,
  EXPERT_NEEDS_RULES,
  NEED_PATENTS_RULES,
  PATENT_NEEDS_RULES,
  SEARCH_RULES,
} from './rules/listings.js';
import { DEAL_RULES, INVITATION_RULES } from './rules/deals.js';
import { CONTRACT_RULES, REPORT_RULES, REWARD_RULES } from './rules/contracts.js';
import { ORGANISATION_RULES, EXPORT_RULES } from './rules/identity.js';
import { PATENT_RULES, EXPERT_RULES, BROKER_RULES, AGENCY_RULES, RATING_RULES } from './rules/discovery.js';
import { CALL_RULES, PROJECT_RULES, MISCONDUCT_RULES, BAN_RULES, REVIEWER_RULES } from './rules/calls.js';
import type { Table } from './rules/rule.js';
import { BAN_TEXTS } from './texts/bans.js';
import { AGENCY_TEXTS, BROKER_TEXTS, RATING_TEXTS } from './texts/brokers.js';
import { PROJECT_TEXTS } from './texts/call-projects.js';
import { CALL_TEXTS } from './texts/calls.js';
import { CONTRACT_TEXTS } from './texts/contracts.js';
import { DEAL_TEXTS } from './texts/deals.js';
import { EXPERT_TEXTS, PATENT_TEXTS } from './texts/discovery.js';
import { EXPORT_TEXTS, ORGANISATION_TEXTS } from './texts/identity.js';
import { INVITATION_TEXTS } from './texts/invitations.js';
import {
  EXPERT_NEEDS_TEXTS,
  MATCH_TEXTS,
  NEED_EXPERTS_TEXTS,
  NEED_PATENTS_TEXTS,
  NEED_TEXTS,
  PATENT_NEEDS_TEXTS,
  RESULT_TEXTS,
  SEARCH_TEXTS,
} from './texts/listings.js';
import { MISCONDUCT_TEXTS } from './texts/misconduct.js';
import { REVIEWER_TEXTS } from './texts/reviewers.js';
import { REPORT_TEXTS, REWARD_TEXTS } from './texts/rewards-and-reports.js';
import type { Text } from './texts/text.js';
import type { Topic } from './topics.js';

/** A rule with everything filled in from one fact. */
export interface Notice {
  readonly audiences: readonly Audience[];
  readonly topic: Topic;
  readonly kind: string;
  readonly merges: boolean;
  readonly text: Text;
  /** Of matches: how many were found, and the best score. */
  readonly found: { readonly count: number; readonly best: number };
}

const foundIn = (fact: object): Notice['found'] => {
  const scores = 'found' in fact ? (fact.found as MatchFact['found']).map(({ score }) => score) : [];
  return { count: scores.length, best: Math.max(0, ...scores) };
};

function reader<F extends object, A extends string, T extends string>(
  name: string,
  table: Table<A, T>,
  audiences: Readonly<Record<A, (fact: F) => readonly Audience[]>>,
  texts: Readonly<Record<T, (fact: F) => Text>>,
): (action: string, fact: F) => Notice[] {
  return (action, fact) =>
    (table[action] ?? []).map(({ to, topic, text, merges }) => ({
      audiences: audiences[to](fact),
      topic,
      kind: `${name}.${text}`,
      merges,
      text: texts[text](fact),
      found: foundIn(fact),
    }));
}

/** What is to be told of an act; the first notice that reaches a person is the one they get. */
export const NOTICES = {
  result: reader('result', RESULT_RULES, LISTING_AUDIENCES, RESULT_TEXTS),
  need: reader('need', NEED_RULES, LISTING_AUDIENCES, NEED_TEXTS),
  deal: reader('deal', DEAL_RULES, DEAL_AUDIENCES, DEAL_TEXTS),
  contract: reader('contract', CONTRACT_RULES, CONTRACT_AUDIENCES, CONTRACT_TEXTS),
  report: reader('report', REPORT_RULES, REPORT_AUDIENCES, REPORT_TEXTS),
  reward: reader('reward', REWARD_RULES, REWARD_AUDIENCES, REWARD_TEXTS),
  organisation: reader('organisation', ORGANISATION_RULES, ORGANISATION_AUDIENCES, ORGANISATION_TEXTS),
  organisationExport: reader('organisationExport', EXPORT_RULES, EXPORT_AUDIENCES, EXPORT_TEXTS),
  match: reader('match', MATCH_RULES, MATCH_AUDIENCES, MATCH_TEXTS),
  needExperts: reader('needExperts', NEED_EXPERTS_RULES, NEED_EXPERTS_AUDIENCES, NEED_EXPERTS_TEXTS),
  expertNeeds: reader('expertNeeds', EXPERT_NEEDS_RULES, EXPERT_NEEDS_AUDIENCES, EXPERT_NEEDS_TEXTS),
  invitation: reader('invitation', INVITATION_RULES, INVITATION_AUDIENCES, INVITATION_TEXTS),
  needPatents: reader('needPatents', NEED_PATENTS_RULES, PATENT_PAIR_AUDIENCES, NEED_PATENTS_TEXTS),
  patentNeeds: reader('patentNeeds', PATENT_NEEDS_RULES, PATENT_PAIR_AUDIENCES, PATENT_NEEDS_TEXTS),
  patent: reader('patent', PATENT_RULES, PATENT_AUDIENCES, PATENT_TEXTS),
  expert: reader('expert', EXPERT_RULES, EXPERT_AUDIENCES, EXPERT_TEXTS),
  broker: reader('broker', BROKER_RULES, BROKER_AUDIENCES, BROKER_TEXTS),
  agency: reader('agency', AGENCY_RULES, AGENCY_AUDIENCES, AGENCY_TEXTS),
  call: reader('call', CALL_RULES, CALL_AUDIENCES, CALL_TEXTS),
  project: reader('project', PROJECT_RULES, PROJECT_AUDIENCES, PROJECT_TEXTS),
  misconduct: reader('misconduct', MISCONDUCT_RULES, MISCONDUCT_AUDIENCES, MISCONDUCT_TEXTS),
  ban: reader('ban', BAN_RULES, BAN_AUDIENCES, BAN_TEXTS),
  reviewer: reader('reviewer', REVIEWER_RULES, REVIEWER_AUDIENCES, REVIEWER_TEXTS),
  rating: reader('rating', RATING_RULES, RATING_AUDIENCES, RATING_TEXTS),
  search: reader('search', SEARCH_RULES, SEARCH_AUDIENCES, SEARCH_TEXTS),
};
