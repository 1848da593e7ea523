import { useState } from 'react';
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
import type { AvailableAction } from '../api/actions.js';
import { useWords } from '../i18n/index.js';
import { actWords } from './actWords.js';

/** One thing that an act asks for; its name is the input's path. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'area' | 'day' | 'money' | 'check' | 'choice';
  readonly choices?: readonly Choice[];
  readonly optional?: boolean;
}

/** What was entered: money as 分, a check as true or false, everything else as text. */
export type Entered = Readonly<Record<string, string | number | boolean | null>>;

/** An act with its fields, folded until it is wanted; what is typed stays on this device until it is done. */
export function ActForm({
  name,
  label,
  action,
  asked,
  run,
}: {
  readonly name: string;
  readonly label: string;
  readonly action: AvailableAction;
  readonly asked: readonly Asked[];
  /** @returns null where what was entered cannot be read */
  readonly run: (entered: Entered) => Promise<Outcome<unknown>> | null;
}) {
  const t = useWords(actWords);
  const toast = useToast();
  const [entered, setEntered] = useKept<Entered>(`project/${name}`, 'entered', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const send = async (): Promise<void> => {
    setFailure(null);
    const sent = run(entered);
    setUnreadable(sent === null);
    if (sent === null) return;
    setBusy(true);
    const outcome = await sent;
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setEntered({});
    toast(t.done);
  };
  const set = (field: string, value: string | number | boolean | null): void =>
    setEntered({ ...entered, [field]: value });
  const isMissing = asked.some(
    ({ name: field, kind, optional }) =>
      optional !== true && kind !== 'check' && (entered[field] ?? '') === '',
  );
  return (
    <details>
      <summary>{label}</summary>
      <ErrorsProvider value={failure?.violations ?? []}>
        <div className="stack">
          {!action.enabled && <Violations violations={action.violations} />}
          {asked.map((field) => (
            <OneField key={field.name} asked={field} value={entered[field.name]} onChange={set} />
          ))}
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

function OneField({
  asked: { name, label, hint, kind, choices = [], optional },
  value,
  onChange,
}: {
  readonly asked: Asked;
  readonly value: string | number | boolean | null | undefined;
  readonly onChange: (name: string, value: string | number | boolean | null) => void;
}) {
  const change = (to: string | number | boolean | null): void => onChange(name, to);
  if (kind === 'check')
    return (
      <CheckBox checked={value === true} onChange={change}>
        {label}
      </CheckBox>
    );
  const text = typeof value === 'string' ? value : '';
  const said = { ...(hint === undefined ? {} : { hint }), ...(optional ? { optional } : { required: true }) };
  return (
    <Field label={label} path={name} {...said}>
      {kind === 'text' && <TextInput value={text} onChange={change} />}
      {kind === 'area' && <TextArea value={text} max={5_000} rows={4} onChange={change} />}
      {kind === 'day' && <DateInput value={text === '' ? null : text} onChange={change} />}
      {kind === 'money' && <MoneyInput value={typeof value === 'number' ? value : null} onChange={change} />}
      {kind === 'choice' && <SelectInput value={text} choices={choices} onChange={change} />}
    </Field>
  );
}
