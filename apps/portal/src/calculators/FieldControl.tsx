import { MoneyInput, PercentInput } from '../design/AmountInputs.js';
import { Button } from '../design/Button.js';
import { CheckBox, Field, SelectInput, TextInput } from '../design/Field.js';
import { useLanguage, useWords } from '../i18n/index.js';
import css from './Calculators.module.css';
import type { CalculatorField, PlainField } from './documents.js';
import { englishField } from './english.js';
import { emptyInputs, isAsked, type Inputs } from './inputs.js';
import { calculatorWords } from './words.js';

type OneField = CalculatorField | PlainField;

/** The fields of a calculator, or of one row of it, as it describes them. */
export function FieldsForm(props: {
  readonly calculator: string;
  readonly fields: readonly OneField[];
  readonly inputs: Inputs;
  readonly path: string;
  readonly onChange: (inputs: Inputs) => void;
}) {
  const { calculator, fields, inputs, path, onChange } = props;
  return (
    <>
      {fields
        .filter((field) => isAsked(field, inputs))
        .map((field) => (
          <FieldControl
            key={field.name}
            calculator={calculator}
            field={field}
            path={`${path}.${field.name}`}
            value={inputs[field.name]}
            onChange={(value) => onChange({ ...inputs, [field.name]: value })}
          />
        ))}
    </>
  );
}

interface ControlProps {
  readonly calculator: string;
  readonly field: OneField;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function FieldControl(props: ControlProps) {
  const { field, path, value, onChange } = props;
  const { language } = useLanguage();
  const english = language === 'en' ? englishField(props.calculator, field.name) : undefined;
  const label = english?.label ?? field.label;
  const hint = english ? english.hint : (field.hint ?? undefined);
  if (field.kind === 'ROWS') return <RowsControl {...props} label={label} hint={hint} />;
  if (field.kind === 'YES_NO')
    return (
      <div className={css['check']}>
        <CheckBox checked={value === true} onChange={onChange}>
          {label}
        </CheckBox>
        {hint && <span className="quiet">{hint}</span>}
      </div>
    );
  return (
    <Field label={label} path={path} {...(hint ? { hint } : {})} required={field.required}>
      <PlainControl field={field} value={value} onChange={onChange} choices={english?.choices} />
    </Field>
  );
}

function PlainControl({
  field,
  value,
  onChange,
  choices,
}: Pick<ControlProps, 'field' | 'value' | 'onChange'> & {
  choices: Readonly<Record<string, string>> | undefined;
}) {
  switch (field.kind) {
    case 'MONEY':
      return <MoneyInput value={numberIn(value)} onChange={onChange} />;
    case 'PERCENT':
      return <PercentInput value={numberIn(value)} onChange={onChange} />;
    case 'CHOICE':
      return (
        <SelectInput
          value={textIn(value)}
          onChange={onChange}
          choices={field.choices.map(({ code, name }) => ({ value: code, label: choices?.[code] ?? name }))}
        />
      );
    case 'COUNT':
      return (
        <TextInput
          inputMode="numeric"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(text) => onChange(/^\d{1,9}$/.test(text) ? Number(text) : null)}
        />
      );
    case 'DAY':
      return <TextInput type="date" value={textIn(value)} onChange={onChange} />;
    default:
      return <TextInput value={textIn(value)} maxLength={200} onChange={onChange} />;
  }
}

function RowsControl({
  calculator,
  field,
  path,
  value,
  onChange,
  label,
  hint,
}: ControlProps & { label: string; hint: string | undefined }) {
  const t = useWords(calculatorWords);
  const fields = 'fields' in field ? field.fields : [];
  const rows = Array.isArray(value) ? (value as Inputs[]) : [];
  const replace = (index: number, row: Inputs): void =>
    onChange(rows.map((other, at) => (at === index ? row : other)));
  return (
    <Field label={label} path={path} group {...(hint ? { hint } : {})}>
      {rows.map((row, index) => (
        <div key={index} className={css['row']} role="group" aria-label={t.rowName(label, index + 1)}>
          <FieldsForm
            calculator={calculator}
            fields={fields}
            inputs={row}
            path={`${path}.${index}`}
            onChange={(next) => replace(index, next)}
          />
          {rows.length > (field.min ?? 0) && (
            <div>
              <Button
                size="small"
                tone="quiet"
                icon="trash"
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                {t.removeRow(index + 1)}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...rows, emptyInputs(fields)])}>
          {t.addRow}
        </Button>
      </div>
    </Field>
  );
}
