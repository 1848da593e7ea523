import type { REFUSAL_GROUNDS, Violation } from '@jihui/kernel';

export type Ground = keyof typeof REFUSAL_GROUNDS;
export type Level = 'BLOCK' | 'WARNING';

/** A value that a rule looked at, as it is stored beside the verdict: plain JSON, amounts in 分. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;

/** One result of a rule: what is wrong, where, by which article, and what the rule looked at. */
export interface Finding extends Violation {
  /** Id of the rule; the same rule keeps its id in every rule set. */
  readonly rule: string;
  readonly level: Level;
  /** Ground of refusal that it points to. */
  readonly ground?: Ground;
  /** What the rule looked at, so that the finding can be shown and replayed. */
  readonly facts: Facts;
}

export const blocks = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === 'BLOCK');
