import { CheckBox, CheckBoxes, Field, RadioButtons } from '../../design/Field.js';
import { Notice } from '../../design/States.js';
import type { DocumentBasis, ForeignMode, PricingMethod, TaxBenefit } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';
import { Choose, Line, YesNo } from './Inputs.js';
import type { FlagsForm, PartProps } from './state.js';

/** 情况说明 and 真实性承诺. */
export function FlagsPart({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const { flags, declaration } = form;
  const set = (change: Partial<FlagsForm>): void => patch({ flags: { ...flags, ...change } });
  return (
    <>
      <Field label={t.foreign} path="flags.foreign" required group>
        <RadioButtons
          value={flags.foreign}
          choices={choicesFrom(labels.foreign)}
          onChange={(foreign) => set({ foreign: foreign as ForeignMode })}
        />
      </Field>
      {(flags.foreign === 'IMPORT' || flags.foreign === 'EXPORT') && (
        <Line
          label={t.foreignLicence}
          path="flags.foreignLicenceNumber"
          required
          value={flags.foreignLicenceNumber}
          onChange={(foreignLicenceNumber) => set({ foreignLicenceNumber })}
        />
      )}
      <YesNo
        label={t.secret}
        path="flags.secret"
        value={flags.secret}
        onChange={(secret) => set({ secret })}
      />
      {flags.secret && (
        <Notice tone="amber" icon="warn">
          {t.secretNote}
        </Notice>
      )}
      <YesNo
        label={t.related}
        path="flags.relatedParties"
        value={flags.relatedParties}
        onChange={(relatedParties) => set({ relatedParties })}
      />
      <YesNo
        label={t.plan}
        path="flags.planProject"
        value={flags.planProject}
        onChange={(planProject) => set({ planProject })}
      />
      <YesNo
        label={t.challenge}
        path="flags.challengeCall"
        value={flags.challengeCall}
        onChange={(challengeCall) => set({ challengeCall })}
      />
      {flags.challengeCall && (
        <Line
          label={t.challengeNumber}
          path="flags.challengeNumber"
          required
          value={flags.challengeNumber}
          onChange={(challengeNumber) => set({ challengeNumber })}
        />
      )}
      <YesNo
        label={t.mixed}
        path="flags.mixed"
        hint={t.mixedHint}
        optional
        value={flags.mixed}
        onChange={(mixed) => set({ mixed })}
      />
      <Choose<DocumentBasis>
        label={t.documentBasis}
        path="flags.documentBasis"
        hint={t.documentBasisHint}
        value={flags.documentBasis}
        choices={choicesFrom(labels.documentBasis)}
        onChange={(documentBasis) => set({ documentBasis })}
      />
      {form.language !== '' && form.language !== 'zh' && (
        <Field label={t.translation} path="flags.translationFaithful" required group>
          <CheckBox
            checked={flags.translationFaithful}
            onChange={(translationFaithful) => set({ translationFaithful })}
          >
            {t.translationAgree}
          </CheckBox>
        </Field>
      )}
      <Choose<PricingMethod>
        label={t.pricing}
        path="flags.pricingMethod"
        value={flags.pricingMethod}
        choices={choicesFrom(labels.pricing)}
        onChange={(pricingMethod) => set({ pricingMethod })}
      />
      <Field label={t.tax} path="flags.taxBenefits" optional group>
        <CheckBoxes
          values={flags.taxBenefits}
          choices={choicesFrom(labels.tax)}
          onChange={(values) => set({ taxBenefits: values as TaxBenefit[] })}
        />
      </Field>
      <Line
        label={t.resultNumber}
        path="flags.resultRegistrationNumber"
        value={flags.resultRegistrationNumber}
        onChange={(resultRegistrationNumber) => set({ resultRegistrationNumber })}
      />
      <Field label={t.declaration} path="declaration.truthful" required group>
        <p className={css['undertaking']}>{t.declarationText}</p>
        <CheckBox
          checked={declaration.truthful}
          onChange={(truthful) => patch({ declaration: { ...declaration, truthful } })}
        >
          {t.declarationAgree}
        </CheckBox>
      </Field>
      <Line
        label={t.signatory}
        path="declaration.signatory"
        required
        value={declaration.signatory}
        onChange={(signatory) => patch({ declaration: { ...declaration, signatory } })}
      />
    </>
  );
}
