import { createContext, useContext, useId, type ComponentProps, type ReactNode } from 'react';
import type { Violation } from '../api/failure.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { classes } from './classes.js';
import css from './Field.module.css';
import { Icon } from './Icon.js';

interface FieldContextValue {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}
const FieldContext = createContext<FieldContextValue | null>(null);

/** The attributes that tie a control to its field; spread them on antd's controls as on native ones. */
export function useFieldAttributes(): {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
} {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    ...(field.describedBy && { 'aria-describedby': field.describedBy }),
    ...(field.invalid && { 'aria-invalid': true as const }),
    ...(field.required && { 'aria-required': true as const }),
  };
}

const FieldErrors = createContext<readonly Violation[]>([]);

/** Gives every field below the violations of the last refusal; each shows those of its own path. */
export const ErrorsProvider = FieldErrors;

const FieldAside = createContext<(path: string) => ReactNode>(() => null);

/** Gives every field below something to stand beside its control, by its path: what a document says of it, say. */
export const AsideProvider = FieldAside;

/** `ipRights[0].number` and `ipRights.0.number` are the same path; a leading `input.` or `form.` is the server's wrapper. */
export const normalPath = (path: string): string =>
  path
    .replace(/\[(\w+)\]/g, '.$1')
    .replace(/^(?:input\.)?(?:form\.|body\.)?/, '')
    .replace(/^(files\.[A-Z_]+)\.\d+$/, '$1');

export interface FieldProps {
  readonly label: ReactNode;
  /** The input's path, by which violations find their field. */
  readonly path?: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  /** Marks what may be left out, in forms where most is required. */
  readonly optional?: boolean;
  readonly children: ReactNode;
  /** Several controls (checkboxes, a row of inputs): a fieldset with a legend. */
  readonly group?: boolean;
}

/** A label, its control, a hint, and what is wrong with it. */
export function Field(props: FieldProps) {
  const c = useWords(common);
  const say = useSay();
  const id = useId();
  const aside = useContext(FieldAside);
  const errors = useContext(FieldErrors).filter(
    (violation) => props.path !== undefined && normalPath(violation.path) === props.path,
  );
  const hintId = props.hint ? `${id}-hint` : undefined;
  const errorId = errors.length > 0 ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  const label = (
    <>
      {props.label}
      {props.required && <span className={css['mark']}>{c.required}</span>}
      {props.optional && <span className={css['mark']}>{c.optional}</span>}
    </>
  );
  const body = (
    <FieldContext value={{ id, describedBy, invalid: errors.length > 0, required: props.required ?? false }}>
      {props.children}
      {props.hint && (
        <span id={hintId} className={css['hint']}>
          {props.hint}
        </span>
      )}
      {props.path !== undefined && aside(props.path)}
      {errors.length > 0 && (
        <span id={errorId} role="alert">
          {errors.map((violation, index) => (
            <span key={index} className={css['error']}>
              <Icon name="stop" size={14} />
              <span>
                {say(violation)}
                {violation.article ? c.inBrackets(violation.article) : ''}
              </span>
            </span>
          ))}
        </span>
      )}
    </FieldContext>
  );
  if (props.group)
    return (
      <fieldset
        className={classes(css['field'], css['group'])}
        aria-describedby={describedBy}
        data-path={props.path}
      >
        <legend className={css['label']}>{label}</legend>
        {body}
      </fieldset>
    );
  return (
    <div className={css['field']} data-path={props.path}>
      <label className={css['label']} htmlFor={id}>
        {label}
      </label>
      {body}
    </div>
  );
}

type ControlProps<T extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentProps<T>,
  'onChange' | 'value'
> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
};

export function TextInput({ onChange, unit, ...props }: ControlProps<'input'> & { readonly unit?: string }) {
  const input = (
    <input
      type="text"
      {...useFieldAttributes()}
      {...props}
      className={classes(css['input'], props.className)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  if (!unit) return input;
  return (
    <span className={css['affix']}>
      {input}
      <span className={css['unit']} aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}

/** `max` shows how many characters are used. */
export function TextArea({ onChange, max, ...props }: ControlProps<'textarea'> & { readonly max?: number }) {
  const length = [...props.value].length;
  return (
    <>
      <textarea
        rows={4}
        {...useFieldAttributes()}
        {...props}
        className={css['input']}
        onChange={(event) => onChange(event.target.value)}
      />
      {max !== undefined && <span className={classes(css['counter'], 'num')}>{`${length} / ${max}`}</span>}
    </>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export function SelectInput({
  onChange,
  choices,
  placeholder,
  ...props
}: ControlProps<'select'> & { readonly choices: readonly Choice[]; readonly placeholder?: string }) {
  return (
    <select
      {...useFieldAttributes()}
      {...props}
      className={classes(css['input'], props.className)}
      onChange={(event) => onChange(event.target.value)}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

export function CheckBox(props: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}) {
  return (
    <label className={css['check']}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** Several of a few choices. */
export function CheckBoxes(props: {
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (values: string[]) => void;
}) {
  const toggle = (value: string, on: boolean): void =>
    props.onChange(on ? [...props.values, value] : props.values.filter((other) => other !== value));
  return (
    <div className={css['choices']}>
      {props.choices.map((choice) => (
        <CheckBox
          key={choice.value}
          checked={props.values.includes(choice.value)}
          disabled={choice.disabled ?? false}
          onChange={(on) => toggle(choice.value, on)}
        >
          {choice.label}
        </CheckBox>
      ))}
    </div>
  );
}

/** One of a few choices. */
export function RadioButtons(props: {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <div className={css['choices']}>
      {props.choices.map((choice) => (
        <label key={choice.value} className={css['check']}>
          <input
            type="radio"
            name={name}
            checked={props.value === choice.value}
            disabled={choice.disabled}
            onChange={() => props.onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
