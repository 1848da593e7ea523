import { Button } from './Button.js';
import { SelectInput, type Choice } from './Field.js';

/** Several of many codes: each is added from the list, and stands below it until it is taken out again. */
export function CodesInput({
  values,
  choices,
  onChange,
  max,
  placeholder,
  removeLabel,
}: {
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (values: string[]) => void;
  readonly max: number;
  readonly placeholder: string;
  readonly removeLabel: (name: string) => string;
}) {
  const nameOf = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <>
      <SelectInput
        value=""
        placeholder={placeholder}
        disabled={values.length >= max}
        choices={choices.filter(({ value }) => !values.includes(value))}
        onChange={(value) => {
          if (value !== '') onChange([...values, value]);
        }}
      />
      {values.length > 0 && (
        <div className="row" style={{ gap: 6 }}>
          {values.map((value) => (
            <Button
              key={value}
              size="small"
              icon="close"
              label={removeLabel(nameOf(value))}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              {nameOf(value)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
