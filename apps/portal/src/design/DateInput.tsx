import { TextInput } from './Field.js';

/** A legal day, `2026-11-23`; null while it is empty or incomplete. */
export function DateInput({
  value,
  onChange,
  ...props
}: {
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** Earliest and latest day that can be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly 'aria-label'?: string;
}) {
  return (
    <TextInput
      {...props}
      type="date"
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}
