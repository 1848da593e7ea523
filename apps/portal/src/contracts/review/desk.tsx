import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { useCommand } from '../../api/command.js';
import type { Failure } from '../../api/failure.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { ContractDocument } from '../documents.js';
import { JudgeChecklistDocument } from '../reviewCommands.js';
import { blocksOf, type Contract } from '../types.js';
import { reviewWords } from './reviewWords.js';

export interface Judgement {
  readonly item: string;
  readonly met: boolean;
  readonly note: string;
}

/** What stands beside the conditions: the application, or the contract's text with the page to be shown. */
export type View =
  | { readonly of: 'APPLICATION' }
  /** A page of one text; of the first one where no file is named. */
  | { readonly of: 'TEXT'; readonly page: number | null; readonly fileId?: string };

interface Desk {
  readonly view: View;
  /** Null where the page has no place for the text beside the conditions. */
  readonly show: ((view: View) => void) | null;
  /** What was said here and is on its way or refused, before what the server holds. */
  readonly said: ReadonlyMap<string, Judgement>;
  readonly saving: boolean;
  readonly failure: Failure | null;
  judge(judgements: readonly Judgement[]): void;
}
const DeskContext = createContext<Desk>({
  view: { of: 'APPLICATION' },
  show: null,
  said: new Map(),
  saving: false,
  failure: null,
  judge: () => undefined,
});

/** Stores a reviewer's judgements one after another, so that quick ticks do not overtake each other. */
export function ReviewDesk(props: {
  readonly contract: Contract;
  /** The page can show the contract's text beside the conditions. */
  readonly split?: boolean;
  readonly children: ReactNode;
}) {
  const { contract, split = false } = props;
  const client = useClient();
  const command = useCommand(JudgeChecklistDocument);
  const [said, setSaid] = useState<ReadonlyMap<string, Judgement>>(new Map());
  const [saving, setSaving] = useState(false);
  const [view, setView] = useState<View>({ of: 'APPLICATION' });
  const waiting = useRef(new Map<string, Judgement>());
  const running = useRef(false);
  const version = useRef(contract.version);
  version.current = Math.max(version.current, contract.version);
  const { run, failure } = command;

  const work = useCallback(async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setSaving(true);
    // What is ticked while the contract is read again is stored as well.
    while (waiting.current.size > 0) {
      const judgements = [...waiting.current.values()];
      waiting.current = new Map();
      const outcome = await run({ id: contract.id, expectedVersion: version.current, judgements });
      if (outcome.ok) version.current = outcome.data.judgeChecklist.contract.version;
      else waiting.current = new Map();
      if (waiting.current.size === 0)
        await client
          .query(ContractDocument, { id: contract.id }, { requestPolicy: 'network-only' })
          .toPromise();
    }
    setSaid(new Map());
    setSaving(false);
    running.current = false;
  }, [client, contract.id, run]);

  const desk = useMemo<Desk>(
    () => ({
      view,
      show: split ? setView : null,
      said,
      saving,
      failure,
      judge(judgements) {
        for (const judgement of judgements) waiting.current.set(judgement.item, judgement);
        setSaid((before) => new Map([...before, ...judgements.map((each) => [each.item, each] as const)]));
        void work();
      },
    }),
    [view, split, said, saving, failure, work],
  );
  return <DeskContext value={desk}>{props.children}</DeskContext>;
}

export const useDesk = (): Desk => useContext(DeskContext);

export type Condition = Contract['checklist'][number];

/** What counts for a condition now: what was just said, the second reviewer's word, or the first's. */
export function useJudged(): (condition: Condition) => Judgement | null {
  const { said } = useDesk();
  return (condition) => {
    const { judgements, id } = condition;
    const stored = judgements.find(({ stage }) => stage === 'SECOND') ?? judgements[0];
    return said.get(id) ?? (stored ? { item: id, met: stored.met, note: stored.note } : null);
  };
}

export interface Deficiency {
  readonly path: string;
  readonly message: string;
  readonly article: string;
  /** Why it was not told at the first return. */
  readonly lateReason: string;
}

const evidenceOf = ({ page, clause }: Condition): string =>
  [page && `P${page}`, clause].filter(Boolean).join(' · ');

/** What the judgements make: an opinion to pass with, deficiencies to return with, grounds to refuse with. */
export function useOutcome(contract: Contract): {
  opinion: string;
  deficiencies: readonly Deficiency[];
  grounds: readonly string[];
} {
  const t = useWords(reviewWords);
  const say = useSay();
  const judged = useJudged();
  const of = (met: boolean): readonly Condition[] =>
    contract.checklist.filter((condition) => judged(condition)?.met === met);
  const line = (condition: Condition): string => {
    const evidence = evidenceOf(condition);
    return evidence === '' ? say(condition.text) : `${say(condition.text)}（${evidence}）`;
  };
  const [met, notMet] = [of(true), of(false)];
  return {
    opinion: met.length > 0 ? t.opinionPass(met.map(line).join('；')) : '',
    deficiencies: [
      ...blocksOf(contract.findings).map(({ path, message, article }) => ({
        path,
        message,
        article: article ?? '',
        lateReason: '',
      })),
      ...notMet.map((condition) => ({
        path: '',
        message: t.notMetLine(say(condition.text), judged(condition)?.note ?? ''),
        article: condition.article,
        lateReason: '',
      })),
    ],
    grounds: [...new Set(notMet.map(({ ground }) => ground))],
  };
}
