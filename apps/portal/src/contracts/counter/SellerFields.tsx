import { choicesOf, useCity, useCodeTables } from '../../api/city.js';
import { Field, SelectInput, TextInput } from '../../design/Field.js';
import type { CounterSellerInput } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import css from '../form/Form.module.css';
import { counterWords } from './counterWords.js';

export const blankSeller: CounterSellerInput = {
  name: '',
  uscc: '',
  divisionCode: '',
  nature: '',
  legalRepresentative: '',
  contactName: '',
  contactPhone: '',
};

/** 卖方 without an account, as its licence shows it. */
export function SellerFields(props: {
  readonly value: CounterSellerInput;
  readonly onChange: (value: CounterSellerInput) => void;
}) {
  const t = useWords(counterWords);
  const city = useCity();
  const tables = useCodeTables();
  const { value } = props;
  const line = (key: 'name' | 'uscc' | 'legalRepresentative' | 'contactName' | 'contactPhone') => (
    <Field label={t[key]} path={`seller.${key}`} required>
      <TextInput value={value[key]} onChange={(text) => props.onChange({ ...value, [key]: text })} />
    </Field>
  );
  return (
    <div className={css['grid']}>
      {line('name')}
      {line('uscc')}
      <Field label={t.nature} path="seller.nature" required>
        <SelectInput
          value={value.nature}
          placeholder={t.placeholder}
          choices={choicesOf(tables?.partyNatures)}
          onChange={(nature) => props.onChange({ ...value, nature })}
        />
      </Field>
      <Field label={t.division} path="seller.divisionCode" required>
        <SelectInput
          value={value.divisionCode}
          placeholder={t.placeholder}
          choices={choicesOf(city?.divisions)}
          onChange={(divisionCode) => props.onChange({ ...value, divisionCode })}
        />
      </Field>
      {line('legalRepresentative')}
      {line('contactName')}
      {line('contactPhone')}
    </div>
  );
}
