import { lengthOf } from '@jihui/kernel';
import type { ContractForm } from '../contract.js';
import type { CaseFacts } from '../facts.js';
import type { Facts, Finding, Ground, Level } from '../findings.js';
import type { ContractParameters } from '../parameters.js';
import type { Citation, Law } from './law.js';

/** What a rule looks at: the form, the facts around it, and the set that it stands in. */
export interface Subject {
  readonly form: ContractForm;
  readonly facts: CaseFacts;
  readonly set: RuleSet;
}

/** A place at which a rule is not met. */
export interface Hit {
  readonly path: string;
  readonly message: string;
  readonly facts?: Facts;
}

/** One rule of the registration's law: pure, named, citing its basis. */
export interface Rule {
  /** Stable over rule sets and releases: stored with every verdict. */
  readonly id: string;
  readonly level: Level;
  readonly code: string;
  readonly cite: Citation;
  readonly ground?: Ground;
  /** FACTS: what it looked at is the registry's to see; UNTIL_SUBMITTED: so is that it speaks at all, since a draft costs nothing to try. */
  readonly discreet?: 'FACTS' | 'UNTIL_SUBMITTED';
  readonly look: (subject: Subject) => readonly Hit[];
}

export type RuleSetId = '2000/2001' | '2024-draft' | '2026';

/**
 * One version of the law as code. An application is judged by the set in force on its acceptance day
 * and by no later one; before acceptance, by the set in force on the day that it is looked at.
 */
export interface RuleSet {
  readonly id: RuleSetId;
  /** Its value in the parameter `contracts.rule_set`, which says from which day it is in force. */
  readonly code: number;
  readonly name: string;
  readonly law: Law;
  /** 类别 of a subclass: before 2024 licences stood under 技术转让. */
  readonly classOf: (subclass: string | null) => string | null;
  /** How the time limit is counted. */
  readonly clock: 'WORKING_DAYS' | 'NATURAL_DAYS';
  /** The parameter that holds the time limit, and the one with expert review (null: no such review). */
  readonly timeLimit: keyof ContractParameters;
  readonly expertTimeLimit: keyof ContractParameters | null;
  /** What a return for correction does to the clock. */
  readonly correction: 'RESTARTS' | 'PAUSES';
  /** Who applies when technology is imported. */
  readonly importApplicant: 'SELLER' | 'DOMESTIC_BUYER';
  /** 混合合同: never, or when the technical part meets its class and its amount is clear. */
  readonly mixed: 'NEVER' | 'TECHNICAL_PART';
  /** 电子合同 counts as the text of a contract. */
  readonly electronic: boolean;
  /** With a government project, bid and award stand for the contract. */
  readonly bidAndAward: boolean;
  /** Grounds on which registration is refused. */
  readonly grounds: readonly Ground[];
  readonly rules: readonly Rule[];
  /** Those of the rules that stop a step. */
  readonly blocks: readonly Rule[];
}

type Basis = Pick<Rule, 'cite'> & Partial<Pick<Rule, 'ground' | 'discreet'>>;
type Look = Rule['look'];

export const block = (id: string, code: string, basis: Basis, look: Look): Rule => ({
  id,
  level: 'BLOCK',
  code,
  ...basis,
  look,
});
export const warning = (id: string, code: string, basis: Basis, look: Look): Rule => ({
  id,
  level: 'WARNING',
  code,
  ...basis,
  look,
});

/** The one hit when the condition holds. */
export const hitIf = (
  condition: boolean,
  path: string,
  message: string,
  facts: Facts = {},
): readonly Hit[] => (condition ? [{ path, message, facts }] : []);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const missing = (path: string, label: string, value: unknown): readonly Hit[] =>
  hitIf(isEmpty(value), path, `请填写${label}`);

/** A field that must be filled before submission; `when` it applies at all. */
export const required = (
  path: string,
  label: string,
  basis: Basis,
  valueOf: (form: ContractForm) => unknown,
  when: (subject: Subject) => boolean = () => true,
): Rule =>
  block(`required.${path}`, 'REQUIRED', basis, (subject) =>
    when(subject) ? missing(path, label, valueOf(subject.form)) : [],
  );

/** A text that must have so many characters before submission. */
export function longEnough(path: string, label: string, value: string | null, min: number): readonly Hit[] {
  const length = lengthOf(value ?? '');
  return hitIf(length > 0 && length < min, path, `${label}至少${min}个字，现在${length}个字`, {
    length,
    min,
  });
}

/** Hits of one rule at places of their own: an answer is given to what a rule says at a path. */
function apart(hits: readonly Hit[]): readonly Hit[] {
  if (hits.length < 2) return hits;
  const seen = new Map<string, number>();
  return hits.map((hit) => {
    const before = seen.get(hit.path) ?? 0;
    seen.set(hit.path, before + 1);
    return before === 0 ? hit : { ...hit, path: `${hit.path}.${before}` };
  });
}

/** What these rules of its set say of the case. Most say nothing, and a registration asks a hundred of them. */
export function judge(subject: Subject, rules: readonly Rule[]): readonly Finding[] {
  const { law } = subject.set;
  const findings: Finding[] = [];
  for (const { look, id: rule, level, code, cite, ground } of rules)
    for (const { path, message, facts = {} } of apart(look(subject))) {
      const article = cite(law);
      findings.push({ rule, level, path, code, message, article, ...(ground && { ground }), facts });
    }
  return findings;
}
