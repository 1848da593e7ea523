import { attachments } from './checks/attachments.js';
import { completeness } from './checks/completeness.js';
import { grounds } from './checks/grounds.js';
import { moneyChecks } from './checks/money.js';
import { parties } from './checks/parties.js';
import { rights } from './checks/rights.js';
import { validity } from './checks/validity.js';
import type { Contract } from './contract.js';
import type { ContractCase, FormCheck } from './facts.js';
import type { Finding } from './findings.js';

/**
 * One version of the law as code. An application is judged by the set in force on its acceptance day
 * and by no later one.
 */
export interface RuleSet {
  readonly id: string;
  readonly name: string;
  /** How the time limit is counted. */
  readonly clock: 'WORKING_DAYS' | 'NATURAL_DAYS';
  /** What a return for correction does to the clock. */
  readonly correction: 'RESTARTS' | 'PAUSES';
  readonly articles: {
    readonly expertReview: string;
    readonly timeLimit: string;
    readonly correction: string;
  };
  readonly checks: readonly FormCheck[];
}

/**
 * The order of 23 January 2026. Its final article numbers are still to be verified, so what is known
 * from the consultation text is cited as that text (reference, headline warning 1 and J1).
 */
const RULES_2026: RuleSet = {
  id: '2026',
  name: '《技术合同认定登记管理办法》及《技术合同认定登记规则》（2026年1月23日公布）',
  clock: 'WORKING_DAYS',
  correction: 'RESTARTS',
  articles: {
    expertReview: '《技术合同认定登记管理办法》2024年征求意见稿：大额或有争议的合同由专家评审',
    timeLimit: '《技术合同认定登记管理办法》2024年征求意见稿：自受理之日起15个工作日',
    correction: '《技术合同认定登记管理办法》2024年征求意见稿：补正材料提交之日为受理日',
  },
  checks: [completeness, parties, validity, moneyChecks, rights, attachments, grounds],
};

export const RULE_SETS: { readonly [id in string]: RuleSet } = { [RULES_2026.id]: RULES_2026 };
/** The set that an application accepted now is pinned to. */
export const CURRENT_RULE_SET = RULES_2026.id;

/** The set an application is pinned to, or the one in force while it is pinned to none. */
export const ruleSetOf = (contract: Pick<Contract, 'ruleSet'>): RuleSet =>
  RULE_SETS[contract.ruleSet ?? CURRENT_RULE_SET] ?? RULES_2026;

/** Everything that the application's rule set says of it. */
export const findingsOf = ({ contract, facts }: ContractCase): readonly Finding[] =>
  ruleSetOf(contract).checks.flatMap((check) => [...check(contract.form, facts)]);
