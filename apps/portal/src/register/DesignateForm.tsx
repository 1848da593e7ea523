import { useState } from 'react';
import type { Outcome } from '../api/command.js';
import { Field, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useWords } from '../i18n/index.js';
import { designationWords } from './designationWords.js';
import { registerWords } from './words.js';

/** 骨干认定: the decision's number, and the ground where the platform counts too little. */
export function DesignateForm({
  title,
  allMet,
  onSubmit,
  onClose,
}: {
  readonly title: string;
  readonly allMet: boolean;
  readonly onSubmit: (given: {
    readonly document: string;
    readonly exception: string;
  }) => Promise<Outcome<unknown>>;
  readonly onClose: () => void;
}) {
  const t = useWords(designationWords);
  const r = useWords(registerWords);
  const [document, setDocument] = useState('');
  const [exception, setException] = useState('');
  return (
    <FormDialog
      title={title}
      done={r.done}
      onClose={onClose}
      onSubmit={() => onSubmit({ document, exception })}
    >
      <Field label={t.document} path="document" hint={t.documentHint} required>
        <TextInput value={document} onChange={setDocument} />
      </Field>
      <Field label={t.exception} path="exception" hint={t.exceptionHint} required={!allMet}>
        <TextArea value={exception} onChange={setException} max={500} />
      </Field>
    </FormDialog>
  );
}
