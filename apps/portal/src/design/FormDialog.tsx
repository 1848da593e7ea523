import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import css from './Dialog.module.css';
import { ErrorsProvider } from './Field.js';
import { forget, isKept, keptKey } from './kept.js';
import { SendingProvider } from './sending.js';
import { Refusal } from './States.js';
import { useToast } from './Toast.js';
import { useRefusal } from './useRefusal.js';

const dialogWords = words(
  { restored: '已恢复上次没有提交的内容。', drop: '丢弃并关闭' },
  { restored: 'What was not submitted last time is back.', drop: 'Discard and close' },
);

/**
 * A form in a drawer for one act: violations beside their fields, the refusal above the buttons, a toast when done.
 * Only its own buttons and Escape close it, so that a stray click loses nothing. It waits for the files that are on their
 * way.
 */
export function FormDialog(props: {
  /** The act, as its button says it. */
  readonly title: string;
  readonly tone?: 'primary' | 'danger';
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<Outcome<unknown>>;
  /** Said once it was done. */
  readonly done?: string;
  readonly submitLabel?: string;
  /** The form's name where its fields are kept with useKept until it is done. */
  readonly kept?: string;
  /** Nothing to submit yet, e.g. before an undertaking is ticked. */
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  const c = useWords(common);
  const toast = useToast();
  const t = useWords(dialogWords);
  const [key] = useState(() => (props.kept === undefined ? null : keptKey(props.kept)));
  const [restored] = useState(() => key !== null && isKept(key));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const general = useRefusal(body, failure);
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const onSending = useCallback(
    (list: string, isSending: boolean): void =>
      setSending((before) => {
        if (before.has(list) === isSending) return before;
        return new Set(isSending ? [...before, list] : [...before].filter((other) => other !== list));
      }),
    [],
  );

  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const outcome = await props.onSubmit();
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    if (key !== null) forget(key);
    if (props.done) toast(props.done);
    props.onClose();
  };
  return (
    <Dialog
      open
      side="right"
      wide
      sticky
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{c.cancel}</Button>
          <Button
            tone={props.tone ?? 'primary'}
            busy={busy}
            disabled={(props.disabled ?? false) || sending.size > 0}
            onClick={() => void submit()}
          >
            {props.submitLabel ?? props.title}
          </Button>
        </>
      }
    >
      {key !== null && restored && (
        <p className="row quiet" role="status">
          {t.restored}
          <Button
            tone="quiet"
            size="small"
            onClick={() => {
              forget(key);
              props.onClose();
            }}
          >
            {t.drop}
          </Button>
        </p>
      )}
      <div ref={body} className={css['fields']}>
        <ErrorsProvider value={failure?.violations ?? []}>
          <SendingProvider value={onSending}>{props.children}</SendingProvider>
        </ErrorsProvider>
      </div>
      <Refusal failure={general} />
    </Dialog>
  );
}
