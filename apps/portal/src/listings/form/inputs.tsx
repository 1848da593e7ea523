import type { ReactNode } from 'react';
import { DateInput } from '../../design/DateInput.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput, type Choice } from '../../design/Field.js';
import { MoneyInput } from '../../design/AmountInputs.js';
import { useWords } from '../../i18n/index.js';
import { formWords } from './words.js';

interface LabelProps {
  readonly label: string;
  readonly path: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
}

/** One line of text. */
export const Line = ({
  value,
  onChange,
  ...field
}: LabelProps & { value: string | null | undefined; onChange: (value: string) => void }) => (
  <Field {...field}>
    <TextInput value={value ?? ''} onChange={onChange} />
  </Field>
);

/** Several lines, with how many characters are used. */
export const Lines = ({
  value,
  onChange,
  max,
  rows,
  ...field
}: LabelProps & {
  value: string | null | undefined;
  onChange: (value: string) => void;
  max: number;
  rows?: number;
}) => (
  <Field {...field}>
    <TextArea value={value ?? ''} onChange={onChange} max={max} rows={rows ?? 4} />
  </Field>
);

/** One code of a table; empty is null. */
export function Code({
  value,
  onChange,
  choices,
  ...field
}: LabelProps & {
  value: string | null | undefined;
  onChange: (value: string | null) => void;
  choices: readonly Choice[];
}) {
  const t = useWords(formWords);
  return (
    <Field {...field}>
      <SelectInput
        value={value ?? ''}
        onChange={(code) => onChange(code || null)}
        choices={choices}
        placeholder={t.choose}
      />
    </Field>
  );
}

export const DayField = ({
  value,
  onChange,
  min,
  ...field
}: LabelProps & {
  value: string | null | undefined;
  onChange: (value: string | null) => void;
  min?: string;
}) => (
  <Field {...field}>
    <DateInput value={value ?? null} onChange={onChange} min={min} />
  </Field>
);

export const MoneyField = ({
  value,
  onChange,
  ...field
}: LabelProps & { value: number | null | undefined; onChange: (value: number | null) => void }) => (
  <Field {...field}>
    <MoneyInput value={value ?? null} onChange={onChange} />
  </Field>
);

/** 是/否 that may still be open. */
export function YesNo({
  value,
  onChange,
  ...field
}: LabelProps & { value: boolean | null | undefined; onChange: (value: boolean) => void }) {
  const t = useWords(formWords);
  return (
    <Field {...field} group>
      <RadioButtons
        value={value === true ? 'yes' : value === false ? 'no' : ''}
        choices={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        onChange={(choice) => onChange(choice === 'yes')}
      />
    </Field>
  );
}

/** Half of a row on a wide page. */
export const Half = ({ children }: { children: ReactNode }) => <div className="half">{children}</div>;
