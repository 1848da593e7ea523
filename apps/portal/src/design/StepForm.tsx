import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import type { Failure, Violation } from '../api/failure.js';
import { useWords, words } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { Button } from './Button.js';
import { Panel } from './DetailPage.js';
import type { Draft } from './draft.js';
import { DraftTrouble, SavedAt } from './DraftState.js';
import { ErrorsProvider, normalPath } from './Field.js';
import { Icon } from './Icon.js';
import { Heading } from './ListPage.js';
import { Refusal } from './States.js';
import css from './StepForm.module.css';

const formWords = words(
  {
    steps: '填写步骤',
    previous: '上一步',
    next: '下一步',
    toDo: (count: number) => `还有 ${count} 处待完善`,
    ready: '内容已完整，可以提交',
    lacking: (count: number) => `${count} 处待完善`,
    summary: '填写摘要',
  },
  {
    steps: 'Steps',
    previous: 'Back',
    next: 'Next',
    toDo: (count: number) => `${count} left to complete`,
    ready: 'Complete; ready to submit',
    lacking: (count: number) => `${count} to complete`,
    summary: 'Summary',
  },
);

export interface Step {
  readonly key: string;
  readonly title: string;
  /** The first parts of the paths whose fields stand in this step: by them violations find their step. */
  readonly paths: readonly string[];
  readonly render: () => ReactNode;
}

const head = (path: string): string => normalPath(path).split('.')[0] ?? '';

const of = (step: Step, violations: readonly Violation[]): Violation[] =>
  violations.filter((violation) => step.paths.includes(head(violation.path)));

/** A long form in steps that saves itself, with a summary at the side and what is wrong beside its field. */
export function StepForm<C extends object>(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  /** What is to be known before one writes, between heading and form. */
  readonly notices?: ReactNode;
  readonly steps: readonly Step[];
  readonly draft: Draft<C>;
  readonly summary?: ReactNode;
  readonly submitLabel: string;
  /** Submits the saved draft; violations of a refusal are shown beside their fields. */
  readonly onSubmit: (saved: { readonly id: string; readonly version: number }) => Promise<Outcome<unknown>>;
  readonly extraActions?: ReactNode;
}) {
  const { steps, draft } = props;
  const t = useWords(formWords);
  const say = useSay();
  const [current, setCurrent] = useState(0);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Failure | null>(null);
  const body = useRef<HTMLDivElement>(null);
  /** The field to go to; each going is one of its own, also to the same field. */
  const [goal, setGoal] = useState<{ readonly path: string } | null>(null);
  /** Counts how often one went to a step or a field: a refusal that comes late takes nobody back. */
  const moves = useRef(0);

  // Before the first try to submit only what cannot be stored is marked; afterwards everything that is missing.
  const refusals = [...(draft.failure?.violations ?? []), ...(refused?.violations ?? [])];
  const known = new Set(refusals.map((violation) => `${normalPath(violation.path)}:${violation.message}`));
  const errors = [
    ...refusals,
    ...(tried
      ? draft.missing.filter((violation) => !known.has(`${normalPath(violation.path)}:${violation.message}`))
      : []),
  ];

  // What was refused may be mended by the next save; what still lacks stands in `missing`.
  useEffect(() => setRefused(null), [draft.version]);

  // With the drawing that shows the field's step, and with no other: what comes in between, such as an answer of the
  // server, neither uses the goal up nor goes there twice.
  useLayoutEffect(() => {
    if (goal === null) return;
    const field = body.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(goal.path)}"]`);
    if (!field) return;
    field.scrollIntoView({ block: 'center' });
    field.querySelector<HTMLElement>('input,select,textarea,button')?.focus({ preventScroll: true });
  }, [goal]);

  const show = (violation: Violation): void => {
    const index = steps.findIndex((step) => step.paths.includes(head(violation.path)));
    setGoal({ path: normalPath(violation.path) });
    moves.current += 1;
    setTried(true);
    if (index >= 0) setCurrent(index);
  };
  const go = (index: number): void => {
    moves.current += 1;
    setCurrent(index);
    void draft.flush();
    scrollTo({ top: 0 });
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    setRefused(null);
    setBusy(true);
    const before = moves.current;
    const saved = await draft.flush();
    const outcome = saved ? await props.onSubmit(saved) : null;
    setBusy(false);
    if (!outcome || outcome.ok) return;
    setRefused(outcome.failure);
    const first = outcome.failure.violations[0];
    if (first && moves.current === before) show(first);
  };

  // A refusal that only repeats the list above it needs no second list.
  const listed =
    refused?.violations.length !== 0 &&
    refusals.every((violation) => draft.missing.some((other) => other.message === violation.message));
  const step = steps[current];
  if (!step) return null;
  return (
    <div className="wrap">
      <Heading title={props.title} intro={props.intro} />
      {props.notices && <div className={css['notices']}>{props.notices}</div>}
      <div className={css['grid']}>
        <nav aria-label={t.steps}>
          <ol className={css['steps']}>
            {steps.map((entry, index) => {
              const lack = of(entry, draft.missing).length;
              return (
                <li key={entry.key}>
                  <button
                    type="button"
                    className={css['step']}
                    aria-current={index === current ? 'step' : undefined}
                    onClick={() => go(index)}
                  >
                    <span>{`${index + 1}. ${entry.title}`}</span>
                    {lack > 0 ? (
                      <span className={css['lack']} aria-label={t.lacking(lack)}>
                        {lack}
                      </span>
                    ) : (
                      draft.id && (
                        <span className={css['complete']}>
                          <Icon name="check" size={15} />
                        </span>
                      )
                    )}
                  </button>
                </li>
              );
            })}
          </ol>
        </nav>
        <div className={css['body']} ref={body}>
          <h2>{step.title}</h2>
          <DraftTrouble draft={draft} />
          <ErrorsProvider value={errors}>
            <div className={css['fields']}>{step.render()}</div>
          </ErrorsProvider>
          <div className={css['foot']}>
            <Button disabled={current === 0} onClick={() => go(current - 1)}>
              {t.previous}
            </Button>
            {current < steps.length - 1 ? (
              <Button tone="primary" onClick={() => go(current + 1)}>
                {t.next}
              </Button>
            ) : (
              <Button tone="primary" busy={busy} onClick={() => void submit()}>
                {props.submitLabel}
              </Button>
            )}
          </div>
        </div>
        <aside className={css['aside']}>
          <Panel>
            <SavedAt draft={draft} />
            {draft.id && (
              <>
                <strong>{draft.missing.length > 0 ? t.toDo(draft.missing.length) : t.ready}</strong>
                {draft.missing.length > 0 && (
                  <ul className={css['list']}>
                    {draft.missing.map((violation, index) => (
                      <li key={`${violation.path}:${index}`}>
                        <button type="button" onClick={() => show(violation)}>
                          {say(violation)}
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
            <Button tone="primary" block busy={busy} onClick={() => void submit()}>
              {props.submitLabel}
            </Button>
            {props.extraActions}
            {refused && !listed && <Refusal failure={refused} />}
          </Panel>
          {props.summary && <Panel title={t.summary}>{props.summary}</Panel>}
        </aside>
      </div>
    </div>
  );
}
