import { useCommand } from '../api/command.js';
import { MoneyInput, PercentInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { useWords } from '../i18n/index.js';
import { EnterVersionDocument } from './documents.js';
import type { Parameter } from './parts.js';
import { lawWords } from './words.js';

/** A value as its unit is typed. */
function ValueInput({
  parameter,
  value,
  onChange,
}: {
  parameter: Parameter;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const t = useWords(lawWords);
  switch (parameter.unit) {
    case 'FEN':
      return <MoneyInput value={value} onChange={onChange} />;
    case 'BASIS_POINTS':
      return <PercentInput value={value} onChange={onChange} />;
    case 'CHOICE':
      return (
        <SelectInput
          value={value === null ? '' : String(value)}
          placeholder=""
          choices={parameter.choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
          onChange={(next) => onChange(next === '' ? null : Number(next))}
        />
      );
    default:
      return (
        <TextInput
          inputMode="numeric"
          unit={t.unitNames[parameter.unit]}
          value={value === null ? '' : String(value)}
          onChange={(next) => onChange(/^\d{1,15}$/.test(next) ? Number(next) : null)}
        />
      );
  }
}

/** A new version, from tomorrow on. */
export function EnterVersionForm({ parameter, onClose }: { parameter: Parameter; onClose: () => void }) {
  const t = useWords(lawWords);
  const enter = useCommand(EnterVersionDocument);
  const [value, setValue] = useKept<number | null>('version', 'value', parameter.current?.value ?? null);
  const [from, setFrom] = useKept<string | null>('version', 'from', null);
  const [to, setTo] = useKept<string | null>('version', 'to', null);
  const [source, setSource] = useKept('version', 'source', '');
  const [note, setNote] = useKept('version', 'note', '');
  return (
    <FormDialog
      kept="version"
      title={t.enter}
      done={t.entered}
      onClose={onClose}
      disabled={value === null || from === null}
      onSubmit={() =>
        enter.run({
          parameter: parameter.id,
          expectedVersion: parameter.version,
          value: value ?? 0,
          effectiveFrom: from ?? '',
          effectiveTo: to,
          source,
          note,
        })
      }
    >
      <Field label={t.value} path="value" required>
        <ValueInput parameter={parameter} value={value} onChange={setValue} />
      </Field>
      <Field label={t.from} path="effectiveFrom" hint={t.fromHint} required>
        <DateInput value={from} onChange={setFrom} />
      </Field>
      <Field label={t.to} path="effectiveTo" hint={t.toHint} optional>
        <DateInput value={to} onChange={setTo} {...(from !== null && { min: from })} />
      </Field>
      <Field label={t.source} path="source" hint={t.sourceHint} required>
        <TextArea value={source} max={300} rows={2} onChange={setSource} />
      </Field>
      <Field label={t.note} path="note" optional>
        <TextArea value={note} max={1000} rows={3} onChange={setNote} />
      </Field>
    </FormDialog>
  );
}
