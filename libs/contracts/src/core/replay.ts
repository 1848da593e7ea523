import type { ContractForm } from './contract.js';
import type { CaseFacts } from './facts.js';
import { blocks, type Finding } from './findings.js';
import { judge, type RuleSet } from './rulesets/rule.js';

/** A registered contract as it was judged: what was looked at, by which set, and what that set found. */
export interface Judged {
  readonly form: ContractForm;
  readonly facts: CaseFacts;
  readonly ruleSet: RuleSet;
  readonly findings: readonly Finding[];
}

/** One thing that another rule set would have said otherwise. */
export interface Difference {
  /** Id of the rule; of the set itself, `set.class` and `set.experts`. */
  readonly rule: string;
  readonly what: 'WOULD_STOP' | 'WOULD_NOT_STOP' | 'EXPERTS' | 'NO_EXPERTS' | 'OTHER_CLASS';
  readonly article: string;
  readonly why: string;
}

const needsExperts = ({ form, facts }: Judged, set: RuleSet): boolean =>
  set.expertTimeLimit !== null && (form.money.technical ?? 0) >= facts.parameters.expertThreshold;

const told =
  (what: 'WOULD_STOP' | 'WOULD_NOT_STOP') =>
  ({ rule, article, message }: Finding): Difference => ({ rule, what, article: article ?? '', why: message });

const notIn = (some: readonly Finding[], others: readonly Finding[]): readonly Finding[] =>
  some.filter(({ rule, path }) => !others.some((other) => other.rule === rule && other.path === path));

function ofClass(judged: Judged, set: RuleSet): readonly Difference[] {
  const [then, now] = [judged.ruleSet, set].map(({ classOf }) => classOf(judged.form.subclass));
  return then === now
    ? []
    : [
        {
          rule: 'set.class',
          what: 'OTHER_CLASS',
          article: set.law.disposal,
          why: `合同类别由 ${then ?? '—'} 变为 ${now ?? '—'}`,
        },
      ];
}

function ofExperts(judged: Judged, set: RuleSet): readonly Difference[] {
  const [then, now] = [needsExperts(judged, judged.ruleSet), needsExperts(judged, set)];
  if (then === now) return [];
  return [
    {
      rule: 'set.experts',
      what: now ? 'EXPERTS' : 'NO_EXPERTS',
      article: set.law.expertReview,
      why: now ? '技术交易额达到专家评审标准，须先经专家评审' : '不要求专家评审',
    },
  ];
}

/**
 * What the set would have decided otherwise, on the very facts of the decision: it would have stopped the
 * registration, or not stopped it, asked for experts, or put it in another class. Nothing: the same outcome.
 */
export function differences(judged: Judged, set: RuleSet): readonly Difference[] {
  const { form, facts } = judged;
  const then = blocks(judged.findings);
  const now = judge({ form, facts, set }, set.blocks);
  return [
    ...notIn(now, then).map(told('WOULD_STOP')),
    ...notIn(then, now).map(told('WOULD_NOT_STOP')),
    ...ofExperts(judged, set),
    ...ofClass(judged, set),
  ];
}
