import { useCallback, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Outcome } from '../api/command.js';
import type { Failure, Violation } from '../api/failure.js';
import { Button } from '../design/Button.js';
import { useDraft, type StoredDraft } from '../design/draft.js';
import { DraftTrouble, SavedAt } from '../design/DraftState.js';
import { ErrorsProvider } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Refusal } from '../design/States.js';
import { useRefusal } from '../design/useRefusal.js';
import css from '../patents/EditPatent.module.css';

/** What a saved entry tells of itself. */
export interface SavedEntry {
  readonly id: string;
  readonly version: number;
  readonly missing: readonly Violation[];
}

/** The way in which one kind of entry is read and saved. */
export interface EntryForm<C> {
  /** As it is stored; null before it is begun. */
  readonly initial: StoredDraft<C> | null;
  readonly empty: C;
  readonly save: (input: {
    readonly id: string | null;
    readonly expectedVersion: number | null;
    readonly content: C;
  }) => Promise<Outcome<SavedEntry>>;
  /** Read anew, when another window changed it. */
  readonly load: () => Promise<StoredDraft<C> | null>;
}

/** One's own entry of a register: begun with the first word, saved by itself, looked over and handed in on its page. */
export function EntryEditor<C extends object>({
  title,
  intro,
  mark,
  next,
  missingFirst,
  pageOf,
  form: { initial, empty, save, load },
  children,
}: {
  readonly title: string;
  readonly intro: string;
  /** Where the entry stands. */
  readonly mark: ReactNode;
  readonly next: string;
  readonly missingFirst: string;
  readonly pageOf: (id: string) => string;
  readonly form: EntryForm<C>;
  readonly children: (content: C, patch: (change: Partial<C>) => void) => ReactNode;
}) {
  const navigate = useNavigate();
  const lacking = useRef<readonly Violation[]>(initial?.missing ?? []);
  const draft = useDraft<C>({
    initial,
    empty,
    save: useCallback(
      async ({ id, expectedVersion, content }) => {
        const outcome = await save({ id, expectedVersion, content });
        if (!outcome.ok) return outcome;
        lacking.current = outcome.data.missing;
        return { ok: true, data: { ...outcome.data, content } };
      },
      [save],
    ),
    load,
  });
  // What was missing when one asked to go on takes the focus once; what is still missing is told as one writes.
  const [refused, setRefused] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const general = useRefusal(form, refused);
  const told =
    draft.state === 'failed' ? (draft.failure?.violations ?? []) : refused === null ? [] : draft.missing;
  const proceed = async (): Promise<void> => {
    const saved = await draft.flush();
    if (saved === null) return;
    if (lacking.current.length === 0) void navigate(pageOf(saved.id));
    else setRefused({ code: 'INVALID_INPUT', message: missingFirst, violations: lacking.current });
  };
  return (
    <div className="wrap">
      <form
        ref={form}
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proceed();
        }}
      >
        <Heading title={title} intro={intro} actions={mark} />
        <ErrorsProvider value={told}>{children(draft.content, draft.patch)}</ErrorsProvider>
        <DraftTrouble draft={draft} />
        <Refusal failure={general} />
        <div className={css['foot']}>
          <SavedAt draft={draft} />
          <Button type="submit" tone="primary">
            {next}
          </Button>
        </div>
      </form>
    </div>
  );
}
