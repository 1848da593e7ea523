import { choicesOf, useCodeTables } from '../../api/city.js';
import { DateInput } from '../../design/DateInput.js';
import { Field } from '../../design/Field.js';
import type { LicenceMode } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';
import { Choose, Line, YesNo } from './Inputs.js';
import { LANGUAGES, useLanguageName } from './languages.js';
import type { PartProps } from './state.js';

/** 项目与类别. */
export function BasicsPart({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const tables = useCodeTables();
  const subclasses = (tables?.contractSubclasses ?? []).map(({ code, name }) => ({
    value: code,
    label: `${labels.class[code.slice(0, 1)] ?? ''} · ${code} ${name}`,
  }));
  const languageOf = useLanguageName();
  // Whatever stands there stays a choice, so that opening the form changes nothing.
  const languages = [...new Set([...LANGUAGES, form.language])]
    .filter((code) => code !== '')
    .map((code) => ({ value: code, label: languageOf(code) }));
  return (
    <>
      <Line
        label={t.title}
        path="title"
        hint={t.titleHint}
        required
        value={form.title}
        onChange={(title) => patch({ title })}
      />
      <div className={css['grid']}>
        <Line
          label={t.contractNumber}
          path="contractNumber"
          hint={t.contractNumberHint}
          value={form.contractNumber}
          onChange={(contractNumber) => patch({ contractNumber })}
        />
        <Choose
          label={t.subclass}
          path="subclass"
          required
          value={form.subclass}
          choices={subclasses.length > 0 ? subclasses : choicesOf(tables?.contractClasses)}
          onChange={(subclass) => patch({ subclass })}
        />
        {form.subclass.startsWith('3') && (
          <Choose<LicenceMode>
            label={t.licenceMode}
            path="licenceMode"
            hint={t.licenceHint}
            value={form.licenceMode}
            choices={choicesFrom(labels.licence)}
            onChange={(licenceMode) => patch({ licenceMode })}
          />
        )}
        <Field label={t.signedOn} path="signedOn" required>
          <DateInput value={form.signedOn} onChange={(signedOn) => patch({ signedOn })} />
        </Field>
        <Line
          label={t.signedAt}
          path="signedAt"
          required
          value={form.signedAt}
          onChange={(signedAt) => patch({ signedAt })}
        />
        <Field label={t.effectiveFrom} path="effectiveFrom" required>
          <DateInput value={form.effectiveFrom} onChange={(effectiveFrom) => patch({ effectiveFrom })} />
        </Field>
        <Field label={t.effectiveTo} path="effectiveTo" required>
          <DateInput value={form.effectiveTo} onChange={(effectiveTo) => patch({ effectiveTo })} />
        </Field>
        <YesNo
          label={t.modelText}
          path="modelText"
          value={form.modelText}
          onChange={(modelText) => patch({ modelText })}
        />
        <YesNo
          label={t.electronic}
          path="electronic"
          value={form.electronic}
          onChange={(electronic) => patch({ electronic })}
        />
        <Choose
          label={t.language}
          path="language"
          hint={t.languageHint}
          required
          value={form.language}
          choices={languages}
          onChange={(language) => patch({ language })}
        />
      </div>
    </>
  );
}
