import { MoneyInput } from '../../design/AmountInputs.js';
import { DateInput } from '../../design/DateInput.js';
import { Field, SelectInput, TextInput } from '../../design/Field.js';
import { Rows } from '../../design/Rows.js';
import type { TaxBenefit } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { formWords } from '../form/formWords.js';
import { contractLabels } from '../labels.js';
import { emptyBenefit, type BenefitForm } from './types.js';
import { proceedingWords } from './words.js';

/** 已享受的优惠: which, how much, when, by which voucher. */
export function BenefitRows({
  rows,
  onChange,
}: {
  rows: readonly BenefitForm[];
  onChange: (rows: readonly BenefitForm[]) => void;
}) {
  const t = useWords(proceedingWords);
  const f = useWords(formWords);
  const labels = useWords(contractLabels);
  return (
    <Rows<BenefitForm>
      rows={rows}
      blank={() => emptyBenefit}
      max={50}
      addLabel={t.addBenefit}
      removeLabel={(index) => t.removeBenefit(index + 1)}
      onChange={onChange}
      render={(row, change, index) => (
        <>
          <Field label={t.benefit} path={`benefits.${index}.benefit`} required>
            <SelectInput
              value={row.benefit}
              placeholder={f.choose}
              choices={choicesFrom(labels.tax)}
              onChange={(benefit) => change({ benefit: benefit as TaxBenefit | '' })}
            />
          </Field>
          <Field label={t.amount} path={`benefits.${index}.amount`} required>
            <MoneyInput value={row.amount} onChange={(amount) => change({ amount })} />
          </Field>
          <Field label={t.usedOn} path={`benefits.${index}.usedOn`} required>
            <DateInput value={row.usedOn} onChange={(usedOn) => change({ usedOn })} />
          </Field>
          <Field label={t.note} path={`benefits.${index}.note`}>
            <TextInput value={row.note} onChange={(note) => change({ note })} />
          </Field>
        </>
      )}
    />
  );
}
