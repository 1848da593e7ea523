import { attachments } from '../checks/attachments.js';
import { completeness } from '../checks/completeness.js';
import { checklist } from '../checks/checklist.js';
import { duplicates } from '../checks/duplicates.js';
import { grounds } from '../checks/grounds.js';
import { integrity } from '../checks/integrity.js';
import { moneyRules } from '../checks/money.js';
import { parties } from '../checks/parties.js';
import { registerRules } from '../checks/register.js';
import { rights } from '../checks/rights.js';
import { statedRules } from '../checks/stated.js';
import { textRules } from '../checks/texts.js';
import { validity } from '../checks/validity.js';
import { classOf, type Contract } from '../contract.js';
import type { ContractCase } from '../facts.js';
import type { Finding, Ground } from '../findings.js';
import { LAW_2001, LAW_2024, LAW_2026 } from './law.js';
import { judge, type Rule, type RuleSet, type RuleSetId } from './rule.js';

const RULES: readonly Rule[] = [
  ...completeness,
  ...parties,
  ...validity,
  ...moneyRules,
  ...rights,
  ...registerRules,
  ...attachments,
  ...checklist,
  ...grounds,
  ...textRules,
  ...statedRules,
  ...duplicates,
  ...integrity,
];
const BLOCKS = RULES.filter(({ level }) => level === 'BLOCK');
const GROUNDS: readonly Ground[] = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R99',
];

/** Four classes: a licence of a patent or know-how is a kind of 技术转让 (reference A1). */
const SET_2001: RuleSet = {
  id: '2000/2001',
  code: 2001,
  name: '《技术合同认定登记管理办法》（2000）及《技术合同认定登记规则》（2001）',
  law: LAW_2001,
  classOf: (subclass) => (classOf(subclass) === '3' ? '2' : classOf(subclass)),
  clock: 'NATURAL_DAYS',
  timeLimit: 'processingNaturalDays',
  expertTimeLimit: null,
  correction: 'PAUSES',
  importApplicant: 'SELLER',
  mixed: 'NEVER',
  electronic: false,
  bidAndAward: false,
  grounds: GROUNDS,
  rules: RULES,
  blocks: BLOCKS,
};

/** The consultation text of December 2024: never in force, kept to compare with. */
const SET_2024: RuleSet = {
  id: '2024-draft',
  code: 2024,
  name: '《技术合同认定登记管理办法》《技术合同认定登记规则》2024年12月征求意见稿',
  law: LAW_2024,
  classOf,
  clock: 'WORKING_DAYS',
  timeLimit: 'processingWorkingDays',
  expertTimeLimit: 'expertWorkingDays',
  correction: 'RESTARTS',
  importApplicant: 'DOMESTIC_BUYER',
  mixed: 'TECHNICAL_PART',
  electronic: true,
  bidAndAward: true,
  grounds: GROUNDS,
  rules: RULES,
  blocks: BLOCKS,
};

/** The order of 23 January 2026, as far as it is known: what the consultation text said (reference, headline warning 1, J1). */
const SET_2026: RuleSet = {
  ...SET_2024,
  id: '2026',
  code: 2026,
  name: '《技术合同认定登记管理办法》及《技术合同认定登记规则》（2026年1月23日公布）',
  law: LAW_2026,
};

export const RULE_SETS: { readonly [id in RuleSetId]: RuleSet } = {
  '2000/2001': SET_2001,
  '2024-draft': SET_2024,
  '2026': SET_2026,
};

/** Every rule of every set. */
export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** Oldest first. */
export const RULE_SETS_IN_ORDER: readonly RuleSet[] = [SET_2001, SET_2024, SET_2026];

const isRuleSetId = (id: string): id is RuleSetId => Object.hasOwn(RULE_SETS, id);

/** @throws Error for a set that this release does not know: an old verdict must not be judged by another. */
export function ruleSetNamed(id: string): RuleSet {
  if (!isRuleSetId(id)) throw new Error(`no rule set ${id}`);
  return RULE_SETS[id];
}

/** The set with that value of the parameter `contracts.rule_set`. */
export function ruleSetWithCode(code: number): RuleSet {
  const found = RULE_SETS_IN_ORDER.find((set) => set.code === code);
  if (found === undefined) throw new Error(`contracts.rule_set names no rule set: ${code}`);
  return found;
}

/** The set of what has been accepted. @throws Error before acceptance, when none is pinned. */
export const pinnedRuleSetOf = ({ ruleSet }: Pick<Contract, 'ruleSet'>): RuleSet =>
  ruleSetNamed(ruleSet ?? '');

/** The set an application is pinned to; before acceptance, the one in force on the day it is looked at. */
export const ruleSetOf = ({ contract, facts }: ContractCase): RuleSet =>
  contract.ruleSet === null ? ruleSetWithCode(facts.parameters.ruleSet) : ruleSetNamed(contract.ruleSet);

/** What was found on facts that are still at hand: a decision asks for it more than once. */
const judged = new WeakMap<
  ContractCase['facts'],
  { readonly form: Contract['form']; readonly set: RuleSet; readonly findings: readonly Finding[] }
>();

/** Everything that the application's rule set says of it. */
export function findingsOf(subject: ContractCase): readonly Finding[] {
  const { facts, contract } = subject;
  const set = ruleSetOf(subject);
  const known = judged.get(facts);
  if (known?.form === contract.form && known.set === set) return known.findings;
  const findings = judge({ form: contract.form, facts, set }, set.rules);
  judged.set(facts, { form: contract.form, set, findings });
  return findings;
}

/** What of it stops a step, for one that keeps no verdict: what only warns is neither looked up nor asked. */
export function blockingFindingsOf(subject: ContractCase): readonly Finding[] {
  const { facts, contract } = subject;
  const set = ruleSetOf(subject);
  return judge({ form: contract.form, facts, set }, set.blocks);
}
