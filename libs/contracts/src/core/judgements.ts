import { cleanText, Violations, type Violation } from '@jihui/kernel';
import type { Contract, Judgement } from './contract.js';
import { checklistOf, type ChecklistItem } from './rulesets/checklists.js';

/** What counts for a condition: the second reviewer's word, otherwise the first's. */
export function judgementOf(contract: Contract, item: string): Judgement | undefined {
  const ofItem = contract.judgements.filter((judgement) => judgement.item === item);
  return ofItem.find(({ stage }) => stage === 'SECOND') ?? ofItem.find(({ stage }) => stage === 'FIRST');
}

export const openConditions = (contract: Contract): readonly ChecklistItem[] =>
  checklistOf(contract.form.subclass).filter(({ id }) => judgementOf(contract, id) === undefined);

export const failedConditions = (contract: Contract): readonly ChecklistItem[] =>
  checklistOf(contract.form.subclass).filter(({ id }) => judgementOf(contract, id)?.met === false);

/** What a reviewer sends: a word on some of the conditions. */
export interface JudgementForm {
  readonly item: string;
  readonly met: boolean;
  readonly note: string;
}

export const cleanJudgements = (
  forms: readonly { readonly item: string; readonly met: boolean; readonly note?: string | null }[],
): readonly JudgementForm[] =>
  forms.map(({ item, met, note }) => ({ item, met, note: cleanText(note ?? '') }));

/** Conditions that the contract's class has, each once; what is not met says why. */
export function judgementViolations(
  forms: readonly JudgementForm[],
  subclass: string | null,
): readonly Violation[] {
  const found = new Violations();
  const known = new Set(checklistOf(subclass).map(({ id }) => id));
  const seen = new Set<string>();
  found.when(forms.length === 0, 'judgements', 'REQUIRED', '请至少核对一项');
  forms.forEach(({ item, met, note }, index) => {
    const path = `judgements.${index}`;
    found
      .when(!known.has(item) || seen.has(item), `${path}.item`, 'UNKNOWN_CODE', '认定条件不在列表中或重复')
      .text(`${path}.note`, '不符合的理由', note, { min: met ? 0 : 1, max: 500 });
    seen.add(item);
  });
  return found.found;
}

/** Those that were found not met, in words, with why. */
export const failedIn = (forms: readonly JudgementForm[], subclass: string | null): readonly string[] =>
  checklistOf(subclass).flatMap(({ id, text }) => {
    const failed = forms.find(({ item, met }) => item === id && !met);
    return failed === undefined ? [] : [`${text}（${failed.note}）`];
  });

/** The judgements after this reviewer's words at this stage. */
export const judged = (
  before: readonly Judgement[],
  forms: readonly JudgementForm[],
  stage: Judgement['stage'],
  by: string,
): readonly Judgement[] => {
  const said = new Set(forms.map(({ item }) => item));
  return [
    ...before.filter((judgement) => judgement.stage !== stage || !said.has(judgement.item)),
    ...forms.map((form) => ({ ...form, stage, by })),
  ];
};
