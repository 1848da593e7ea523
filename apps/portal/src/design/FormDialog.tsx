import { useState, type ReactNode } from 'react';
import type { Outcome } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';
import { ErrorsProvider } from './Field.js';
import { Refusal } from './States.js';
import { useToast } from './Toast.js';

/**
 * A form in a drawer for one act: violations beside their fields, the refusal above the buttons, a toast when done.
 * Only its own buttons and Escape close it, so that a stray click loses nothing.
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
  /** Nothing to submit yet, e.g. before an undertaking is ticked. */
  readonly disabled?: boolean;
  readonly children: ReactNode;
}) {
  const c = useWords(common);
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const outcome = await props.onSubmit();
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
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
            disabled={props.disabled}
            onClick={() => void submit()}
          >
            {props.submitLabel ?? props.title}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={failure?.violations ?? []}>{props.children}</ErrorsProvider>
      <Refusal failure={failure} />
    </Dialog>
  );
}
