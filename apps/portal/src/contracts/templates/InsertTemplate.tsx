import { Field, SelectInput } from '../../design/Field.js';
import type { OpinionPurpose } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { templateWords } from './templateWords.js';

/** Adds a template's text, filled with the contract's facts, after what is written. */
export function InsertTemplate(props: {
  readonly contract: Contract;
  readonly purpose: OpinionPurpose;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const t = useWords(templateWords);
  const offered = props.contract.opinionTemplates.filter(
    ({ purpose }) => purpose === 'ANY' || purpose === props.purpose,
  );
  if (offered.length === 0) return null;
  return (
    <Field label={t.insert} optional>
      <SelectInput
        value=""
        placeholder={t.choose}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen) => {
          const text = offered.find(({ id }) => id === chosen)?.text;
          if (text) props.onChange(props.value.trim() === '' ? text : `${props.value}\n${text}`);
        }}
      />
    </Field>
  );
}
