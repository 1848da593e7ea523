import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/index.js';
import { blocksOf, type Contract } from '../types.js';
import { checklists, type ChecklistItem } from './checklist.js';
import { reviewWords } from './reviewWords.js';

export interface Answer {
  readonly met: 'yes' | 'no' | '';
  /** The contract's clause that shows it. */
  readonly clause: string;
}
export type Answers = Readonly<Record<string, Answer>>;
const OPEN: Answer = { met: '', clause: '' };

interface Desk {
  readonly answers: Answers;
  answer(key: string, change: Partial<Answer>): void;
}
const DeskContext = createContext<Desk>({ answers: {}, answer: () => undefined });

export const answerOf = (answers: Answers, key: string): Answer => answers[key] ?? OPEN;

/** Keeps the reviewer's ticks for one contract while this tab is open, so that looking at another loses none. */
export function ReviewDesk({ contractId, children }: { contractId: string; children: ReactNode }) {
  const key = `jihui.checklist.${contractId}`;
  const [answers, setAnswers] = useState<Answers>(
    () => JSON.parse(sessionStorage.getItem(key) ?? '{}') as Answers,
  );
  const desk = useMemo<Desk>(
    () => ({
      answers,
      answer(item, change) {
        const next = { ...answers, [item]: { ...answerOf(answers, item), ...change } };
        sessionStorage.setItem(key, JSON.stringify(next));
        setAnswers(next);
      },
    }),
    [answers, key],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export const useDesk = (): Desk => useContext(DeskContext);

/** The conditions of the contract's class, and those of every contract. */
export function useChecklist(contract: Contract): readonly ChecklistItem[] {
  const { general, classes } = useWords(checklists);
  return [...(classes[contract.contractClass ?? ''] ?? []), ...general];
}

export interface Deficiency {
  readonly path: string;
  readonly message: string;
  readonly article: string;
}

/** What the ticks make: an opinion to pass with, deficiencies to return with, grounds to refuse with. */
export function useOutcome(contract: Contract): {
  opinion: string;
  deficiencies: readonly Deficiency[];
  grounds: readonly string[];
} {
  const t = useWords(reviewWords);
  const { answers } = useDesk();
  const items = useChecklist(contract);
  const met = items.filter((item) => answerOf(answers, item.key).met === 'yes');
  const notMet = items.filter((item) => answerOf(answers, item.key).met === 'no');
  const withClause = (item: ChecklistItem): string => {
    const { clause } = answerOf(answers, item.key);
    return clause.trim() === '' ? item.text : `${item.text}（${clause.trim()}）`;
  };
  const fromRules = blocksOf(contract.findings).map((finding) => ({
    path: finding.path,
    message: finding.message,
    article: finding.article ?? '',
  }));
  const fromTicks = notMet.map((item) => ({
    path: '',
    message: t.notMetLine(withClause(item)),
    article: '',
  }));
  return {
    opinion: met.length > 0 ? t.opinionPass(met.map(withClause).join('；')) : '',
    deficiencies: [...fromRules, ...fromTicks],
    grounds: [...new Set(notMet.flatMap((item) => item.ground ?? []))],
  };
}
