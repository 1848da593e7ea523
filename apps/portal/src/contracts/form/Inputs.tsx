import { useId, type ReactNode } from 'react';
import { Button } from '../../design/Button.js';
import { Field, RadioButtons, SelectInput, TextInput } from '../../design/Field.js';
import type { Choice } from '../../design/Field.js';
import { useWords } from '../../i18n/index.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';

/** 是/否 that may still be open. */
export function YesNo(props: {
  readonly label: ReactNode;
  readonly path: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean) => void;
  readonly hint?: ReactNode;
  /** Left open it counts as no. */
  readonly optional?: boolean;
}) {
  const t = useWords(formWords);
  return (
    <Field label={props.label} path={props.path} hint={props.hint} required={!props.optional} group>
      <RadioButtons
        value={props.value === null ? '' : props.value ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        onChange={(value) => props.onChange(value === 'yes')}
      />
    </Field>
  );
}

/** A labelled select with an empty first choice. */
export function Choose<T extends string>(props: {
  readonly label: ReactNode;
  readonly path: string;
  readonly value: T | '';
  readonly choices: readonly Choice[];
  readonly onChange: (value: T | '') => void;
  readonly hint?: ReactNode;
  readonly required?: boolean;
}) {
  const t = useWords(formWords);
  return (
    <Field label={props.label} path={props.path} hint={props.hint} required={props.required ?? false}>
      <SelectInput
        value={props.value}
        placeholder={t.choose}
        choices={props.choices}
        onChange={(value) => props.onChange(value as T | '')}
      />
    </Field>
  );
}

/** A labelled line of text. */
export function Line(props: {
  readonly label: ReactNode;
  readonly path: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly type?: 'text' | 'tel';
  readonly numeric?: boolean;
  readonly unit?: string;
  /** What is usually meant; anything else may be typed as well. */
  readonly suggestions?: readonly Choice[];
}) {
  const list = useId();
  const { suggestions = [] } = props;
  return (
    <Field label={props.label} path={props.path} hint={props.hint} required={props.required ?? false}>
      <TextInput
        {...(suggestions.length > 0 && { list })}
        type={props.type ?? 'text'}
        {...(props.numeric && { inputMode: 'numeric' as const })}
        {...(props.unit !== undefined && { unit: props.unit })}
        value={props.value}
        onChange={props.onChange}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** Rows that can be added and removed: parties, rights, costs. */
export function Rows<R>(props: {
  readonly rows: readonly R[];
  readonly onChange: (rows: readonly R[]) => void;
  readonly empty: R;
  readonly addLabel: string;
  readonly removeLabel: (row: R, index: number) => string;
  readonly title: (row: R, index: number) => string;
  readonly render: (row: R, patch: (change: Partial<R>) => void, index: number) => ReactNode;
  readonly max?: number;
}) {
  const { rows, onChange } = props;
  return (
    <div className={css['rows']}>
      {rows.map((row, index) => (
        <section key={index} className={css['row']} aria-label={props.title(row, index)}>
          <div className="spread">
            <h3>{props.title(row, index)}</h3>
            <Button
              tone="quiet"
              size="small"
              icon="trash"
              label={props.removeLabel(row, index)}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          </div>
          <div className={css['grid']}>
            {props.render(
              row,
              (change) => onChange(rows.map((other, at) => (at === index ? { ...other, ...change } : other))),
              index,
            )}
          </div>
        </section>
      ))}
      <div>
        <Button
          icon="plus"
          disabled={rows.length >= (props.max ?? 20)}
          onClick={() => onChange([...rows, props.empty])}
        >
          {props.addLabel}
        </Button>
      </div>
    </div>
  );
}
