import type { CalculatorField, PlainField } from './documents.js';

export type Inputs = Readonly<Record<string, unknown>>;

/** What a field begins with: a choice is never made for the person but where there must be one. */
function initial(field: CalculatorField | PlainField): unknown {
  switch (field.kind) {
    case 'YES_NO':
      return false;
    case 'CHOICE':
      return field.choices[0]?.code ?? '';
    case 'ROWS':
      return 'fields' in field ? Array.from({ length: field.min ?? 0 }, () => emptyInputs(field.fields)) : [];
    case 'TEXT':
    case 'DAY':
      return '';
    case 'COUNT':
    case 'MONEY':
    case 'PERCENT':
      return null;
  }
}

export const emptyInputs = (fields: readonly (CalculatorField | PlainField)[]): Inputs =>
  Object.fromEntries(fields.map((field) => [field.name, initial(field)]));

const isRecord = (value: unknown): value is Inputs => typeof value === 'object' && value !== null;

/** Empty fields, with what a contract or an earlier calculation gives. */
export function filledInputs(fields: readonly (CalculatorField | PlainField)[], given: unknown): Inputs {
  const values = isRecord(given) ? given : {};
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field.name];
      if (field.kind === 'ROWS' && 'fields' in field && Array.isArray(value))
        return [field.name, value.map((row) => filledInputs(field.fields, row))];
      return [field.name, value ?? initial(field)];
    }),
  );
}

/** Whether the field is asked for, by what the others say. */
export const isAsked = ({ when }: CalculatorField | PlainField, inputs: Inputs): boolean =>
  !when || when.is.includes(String(inputs[when.field]));
