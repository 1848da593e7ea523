import type { ContractForm, ContractIpRight, Money, Party } from '../../src/core/contract.js';
import type { CaseFacts, ContractCase } from '../../src/core/facts.js';
import type { Finding } from '../../src/core/findings.js';
import type { RuleSetId } from '../../src/core/rulesets/rule.js';
import { blockingFindingsOf, findingsOf } from '../../src/core/rulesets/sets.js';
import { aCase, completeForm, sellerParty } from '../contract.fixture.js';

export type Change = (form: ContractForm) => ContractForm;
export const content =
  (change: Partial<ContractForm['content']>): Change =>
  (form) => ({ ...form, content: { ...form.content, ...change } });
export const money =
  (change: Partial<Money>): Change =>
  (form) => ({ ...form, money: { ...form.money, ...change } });
export const flags =
  (change: Partial<ContractForm['flags']>): Change =>
  (form) => ({ ...form, flags: { ...form.flags, ...change } });
export const form =
  (change: Partial<ContractForm>): Change =>
  (old) => ({ ...old, ...change });
export const right =
  (change: Partial<ContractIpRight>): Change =>
  (old) =>
    content({ ipRights: old.content.ipRights.map((each) => ({ ...each, ...change })) })(old);
export const seller =
  (change: Partial<Party>): Change =>
  (old) => ({ ...old, sellers: [{ ...sellerParty, ...change }] });
export const licence = (change: Partial<ContractForm> = {}): Change =>
  form({ subclass: '31', licenceMode: 'SOLE', ...change });
/** The first change, then the second … */
export const all =
  (...changes: readonly Change[]): Change =>
  (old) =>
    changes.reduce((now, change) => change(now), old);
export const same: Change = (old) => old;

/** A departure from the complete application under the rules of 2026. */
export interface Situation {
  readonly change?: Change;
  readonly facts?: Partial<CaseFacts>;
  readonly set?: RuleSetId;
  /** Where the rule speaks; unsaid, anywhere. */
  readonly at?: string;
}

const caseIn = ({ change = same, facts = {}, set = '2026' }: Situation): ContractCase =>
  aCase({ form: change(completeForm), ruleSet: set }, facts);
export const findingsIn = (situation: Situation): readonly Finding[] => findingsOf(caseIn(situation));
/** As they are asked where no verdict is kept. */
export const blockingFindingsIn = (situation: Situation): readonly Finding[] =>
  blockingFindingsOf(caseIn(situation));

/** For each rule, situations in which it speaks, and near ones in which it keeps silent. */
export type RuleCases = Readonly<
  Record<string, { readonly fires: readonly Situation[]; readonly silent?: readonly Situation[] }>
>;

/** A rule that asks for one field: it speaks when that is empty. */
export const asks = (at: string, change: Change): RuleCases => ({
  [`required.${at}`]: { fires: [{ at, change }] },
});
