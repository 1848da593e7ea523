import { Field, TextInput } from '../design/Field.js';

/** The code of the authenticator app, or a recovery code. */
export const CodeField = ({
  label,
  value,
  onChange,
  digits = false,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (code: string) => void;
  /** The app's alone: a keyboard of digits. */
  digits?: boolean;
  autoFocus?: boolean;
}) => (
  <Field label={label} path="code" required>
    <TextInput
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      spellCheck={false}
      autoFocus={autoFocus}
      maxLength={20}
      {...(digits && { inputMode: 'numeric' as const })}
    />
  </Field>
);
