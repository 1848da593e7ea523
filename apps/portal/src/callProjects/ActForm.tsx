import { useState } from 'react';
import { useQuery } from 'urql';
import type { Outcome } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import {
  CheckBox,
  ErrorsProvider,
  Field,
  SelectInput,
  TextArea,
  TextInput,
  type Choice,
} from '../design/Field.js';
import { useKept } from '../design/kept.js';
import { Refusal, Violations } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import { useRested } from '../design/useRested.js';
import { CallUndertakersDocument } from '../calls/documents.js';
import type { AvailableAction } from '../api/actions.js';
import { useWords } from '../i18n/index.js';
import { actWords } from './actWords.js';

/** One thing that an act asks for; its name is the input's path. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'area' | 'day' | 'money' | 'check' | 'choice' | 'organisation';
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
}

/** The files that an act takes. */
export interface AskedFiles {
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
}

/** What was entered: money as 分, a check as true or false, everything else as text. */
export type Entered = Readonly<Record<string, string | number | boolean | null>>;

const NOTHING: Entered = {};

/** An act with its fields, folded until it is wanted; what is typed stays on this device until it is done. */
export function ActForm({
  name,
  subject,
  label,
  action,
  asked,
  files,
  initial = NOTHING,
  run,
}: {
  readonly name: string;
  /** What files are sent for: the project and the act. */
  readonly subject: Readonly<Record<string, string>>;
  readonly label: string;
  readonly action: AvailableAction;
  readonly asked: readonly Asked[];
  readonly files?: AskedFiles | undefined;
  /** What the fields begin with. */
  readonly initial?: Entered;
  /** @returns null where what was entered cannot be read */
  readonly run: (entered: Entered, files: string[]) => Promise<Outcome<unknown>> | null;
}) {
  const t = useWords(actWords);
  const toast = useToast();
  const [entered, setEntered] = useKept<Entered>(`project/${name}`, 'entered', initial);
  const [sent, setSent] = useState<readonly StoredFile[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const send = async (): Promise<void> => {
    setFailure(null);
    const done = run(
      entered,
      sent.map(({ id }) => id),
    );
    setUnreadable(done === null);
    if (done === null) return;
    setBusy(true);
    const outcome = await done;
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setEntered(initial);
    setSent([]);
    toast(t.done);
  };
  const set = (field: string, value: string | number | boolean | null): void =>
    setEntered({ ...entered, [field]: value });
  const isMissing =
    asked.some(
      ({ name: field, kind, optional }) =>
        optional !== true && kind !== 'check' && (entered[field] ?? '') === '',
    ) ||
    (files !== undefined && files.optional !== true && sent.length === 0);
  return (
    <details>
      <summary>{label}</summary>
      <ErrorsProvider value={failure?.violations ?? []}>
        <div className="stack">
          {!action.enabled && <Violations violations={action.violations} />}
          {asked.map((field) => (
            <OneField key={field.name} asked={field} value={entered[field.name]} onChange={set} />
          ))}
          {files && action.enabled && (
            <Field
              label={files.label}
              path="files"
              {...(files.optional ? { optional: true } : { required: true })}
            >
              <UploadList
                domain="challenges/records"
                fields={subject}
                files={sent}
                max={10}
                hint={files.hint}
                onChange={setSent}
              />
            </Field>
          )}
          {unreadable && <p role="alert">{t.unreadable}</p>}
          <Refusal failure={failure} />
          <Button
            tone="primary"
            busy={busy}
            disabled={!action.enabled || isMissing}
            onClick={() => void send()}
          >
            {label}
          </Button>
        </div>
      </ErrorsProvider>
    </details>
  );
}

/** The control of one thing that is asked for, with its label. */
export function OneField({
  asked: { name, label, hint, kind, choices = [], optional },
  value,
  onChange,
}: {
  readonly asked: Asked;
  readonly value: string | number | boolean | null | undefined;
  readonly onChange: (name: string, value: string | number | boolean | null) => void;
}) {
  const t = useWords(actWords);
  const change = (to: string | number | boolean | null): void => onChange(name, to);
  if (kind === 'check')
    return (
      <CheckBox checked={value === true} onChange={change}>
        {label}
      </CheckBox>
    );
  const text = typeof value === 'string' ? value : '';
  const said = { ...(hint === undefined ? {} : { hint }), ...(optional ? { optional } : { required: true }) };
  if (kind === 'organisation')
    return <OrganisationField {...{ name, label, said, value: text, onChange: change }} />;
  return (
    <Field label={label} path={name} {...said}>
      {kind === 'text' && <TextInput value={text} onChange={change} />}
      {kind === 'area' && <TextArea value={text} max={5_000} rows={4} onChange={change} />}
      {kind === 'day' && (
        <DateInput value={text === '' ? null : text} onChange={change} clearable={optional === true} />
      )}
      {kind === 'money' && <MoneyInput value={typeof value === 'number' ? value : null} onChange={change} />}
      {kind === 'choice' && (
        <SelectInput value={text} placeholder={t.choose} choices={choices} onChange={change} />
      )}
    </Field>
  );
}

/** An organisation that may undertake something, found by a part of its name. */
function OrganisationField({
  name,
  label,
  said,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly said: object;
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const t = useWords(actWords);
  const [text, setText] = useState('');
  const sought = useRested(text.trim());
  const [found] = useQuery({
    query: CallUndertakersDocument,
    variables: { text: sought },
    pause: sought === '',
  });
  const choices = (sought === '' ? [] : (found.data?.callUndertakers ?? [])).map((one) => ({
    ...{ value: one.id, label: one.name },
  }));
  return (
    <>
      <Field label={t.seek} hint={t.seekHint} optional>
        <TextInput value={text} onChange={setText} />
      </Field>
      <Field label={label} path={name} {...said}>
        <SelectInput value={value} placeholder={t.choose} choices={choices} onChange={onChange} />
      </Field>
    </>
  );
}
