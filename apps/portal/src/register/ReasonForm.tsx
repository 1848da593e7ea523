import { useState } from 'react';
import type { Outcome } from '../api/command.js';
import { Field, SelectInput, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { registerWords } from './words.js';

/** One act of a register that gives a typed reason and a note. */
export function ReasonForm<R extends string>({
  title,
  danger,
  reasons: [first, ...others],
  names,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly danger: boolean;
  readonly reasons: readonly [R, ...R[]];
  readonly names: Readonly<Record<R, string>>;
  readonly onSubmit: (given: { readonly reason: R; readonly note: string }) => Promise<Outcome<unknown>>;
  readonly onClose: () => void;
}) {
  const t = useWords(registerWords);
  const [reason, setReason] = useState<R>(first);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={title}
      tone={danger ? 'danger' : 'primary'}
      done={t.done}
      onClose={onClose}
      onSubmit={() => onSubmit({ reason, note })}
    >
      <Field label={t.reason} path="reason" required>
        <SelectInput
          value={reason}
          choices={choicesFrom(names, [first, ...others])}
          onChange={(value) => setReason(value as R)}
        />
      </Field>
      <Field label={t.note} path="note" hint={t.noteHint} required={reason === ('OTHER' as R)}>
        <TextArea value={note} onChange={setNote} max={500} />
      </Field>
    </FormDialog>
  );
}
