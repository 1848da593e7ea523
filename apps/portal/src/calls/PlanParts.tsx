import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { MoneyInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { Section } from '../design/DetailPage.js';
import {
  CheckBox,
  Field,
  SelectInput,
  TextArea,
  TextInput,
  type Choice,
  type FieldProps,
} from '../design/Field.js';
import { Rows } from '../design/Rows.js';
import { UploadList } from '../design/UploadList.js';
import { useRested } from '../design/useRested.js';
import type { CallDocumentKind, CallMode, CallModesQuery, CustodianOffice } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { CallStaffDocument, CallUndertakersDocument } from './documents.js';
import { callFormWords } from './formWords.js';
import {
  pointsSum,
  type CriterionLine,
  type CustodianLine,
  type DocumentLine,
  type PlanForm,
} from './planForm.js';
import { planWords } from './planWords.js';
import { callModes, documentKinds, modeExplanations, offices } from './terms.js';

interface PartProps {
  readonly form: PlanForm;
  readonly patch: (change: Partial<PlanForm>) => void;
}
type ModeRule = CallModesQuery['callModes'][number];

/** A whole number of the plan, as it is typed. */
function NumberField({
  form,
  patch,
  name,
  path = name,
  ...field
}: PartProps & {
  readonly name:
    'winners' | 'biddingDays' | 'judges' | 'panelTimes' | 'threshold' | 'advance' | 'defenceWeight';
  /** In the server's input, where it is not the name. */
  readonly path?: string;
} & Pick<FieldProps, 'hint' | 'required' | 'optional'>) {
  const t = useWords(planWords);
  return (
    <Field label={t[name]} path={path} {...field}>
      <TextInput value={form[name]} inputMode="numeric" onChange={(value) => patch({ [name]: value })} />
    </Field>
  );
}

export function ModePart({
  form,
  patch,
  rule,
  callId,
}: PartProps & { readonly rule: ModeRule | undefined; readonly callId: string }) {
  const t = useWords(planWords);
  const f = useWords(callFormWords);
  const modes = useWords(callModes);
  const explanations = useWords(modeExplanations);
  return (
    <Section title={t.modeTitle}>
      <Field label={f.mode} path="mode" hint={explanations[form.mode]} required>
        <SelectInput
          value={form.mode}
          choices={choicesFrom(modes)}
          onChange={(mode) => patch({ mode: mode as CallMode })}
        />
      </Field>
      {(['total', 'owner', 'city'] as const).map((part) => (
        <Field key={part} label={f[part]} path={`funding.${part}`} required>
          <MoneyInput value={form[part]} onChange={(amount) => patch({ [part]: amount })} />
        </Field>
      ))}
      {(rule?.shared === true || (form.county ?? 0) > 0) && (
        <Field label={f.county} path="funding.county" hint={f.countyHint} required>
          <MoneyInput value={form.county} onChange={(county) => patch({ county })} />
        </Field>
      )}
      <NumberField form={form} patch={patch} name="winners" required />
      <NumberField form={form} patch={patch} name="biddingDays" required />
      {(rule?.open === false || form.undertakerId !== '') && <UndertakerPicker form={form} patch={patch} />}
      <DocumentRows form={form} patch={patch} kinds={rule?.documents ?? []} callId={callId} />
      <CheckBox checked={form.key} onChange={(key) => patch({ key })}>
        {t.key}
      </CheckBox>
    </Section>
  );
}

/** 定向委托、一事一议: whom the call is meant for. */
function UndertakerPicker({ form, patch }: PartProps) {
  const t = useWords(planWords);
  const [text, setText] = useState('');
  const sought = useRested(text);
  const [found] = useQuery({
    query: CallUndertakersDocument,
    variables: { text: sought },
    pause: sought === '',
  });
  const choices = (sought === '' ? [] : (found.data?.callUndertakers ?? [])).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <>
      <Field label={t.undertaker} hint={t.undertakerHint} optional>
        <TextInput value={text} onChange={setText} />
      </Field>
      <Field label={form.undertakerName === '' ? t.none : t.chosen(form.undertakerName)} path="undertakerId">
        <SelectInput
          value={form.undertakerId}
          placeholder={t.none}
          choices={withChosen(choices, form.undertakerId, form.undertakerName)}
          onChange={(undertakerId) =>
            patch({
              undertakerId,
              undertakerName: choices.find(({ value }) => value === undertakerId)?.label ?? '',
            })
          }
        />
      </Field>
    </>
  );
}

const withChosen = (choices: readonly Choice[], value: string, label: string): readonly Choice[] =>
  value === '' || choices.some((choice) => choice.value === value) ? choices : [{ value, label }, ...choices];

/** What the mode asks for, and what else belongs to the plan; a file is sent while the form is filled in. */
function DocumentRows({
  form,
  patch,
  kinds,
  callId,
}: PartProps & { readonly kinds: readonly CallDocumentKind[]; readonly callId: string }) {
  const t = useWords(planWords);
  // A file that has come long after it was chosen must not undo what was typed meanwhile.
  const latest = useRef(form.documents);
  latest.current = form.documents;
  const keep = (key: string, files: DocumentLine['files']): void =>
    patch({ documents: latest.current.map((one) => (one.key === key ? { ...one, files } : one)) });
  const names = useWords(documentKinds);
  return (
    <Field
      label={t.documents}
      path="documents"
      hint={t.documentsHint}
      group
      {...(kinds.length > 0 ? { required: true } : { optional: true })}
    >
      <Rows<DocumentLine>
        rows={form.documents}
        blank={() => ({
          ...{ key: crypto.randomUUID(), kind: kinds[0] ?? 'NOVELTY_REPORT', title: '', number: '' },
          ...{ day: null, summary: '', files: [] },
        })}
        max={20}
        addLabel={t.addDocument}
        removeLabel={t.removeDocument}
        onChange={(documents) => patch({ documents })}
        render={(row, change, index) => (
          <>
            <Field label={t.kind} path={`documents.${index}.kind`} required>
              <SelectInput
                value={row.kind}
                choices={choicesFrom(names)}
                onChange={(kind) => change({ kind: kind as CallDocumentKind })}
              />
            </Field>
            <Field label={t.documentTitle} path={`documents.${index}.title`} required>
              <TextInput value={row.title} onChange={(title) => change({ title })} />
            </Field>
            <Field label={t.documentNumber} path={`documents.${index}.number`} optional>
              <TextInput value={row.number} onChange={(number) => change({ number })} />
            </Field>
            <Field label={t.documentDay} path={`documents.${index}.day`} optional>
              <DateInput value={row.day} onChange={(day) => change({ day })} />
            </Field>
            <Field label={t.summary} path={`documents.${index}.summary`} required>
              <TextArea value={row.summary} max={2000} rows={3} onChange={(summary) => change({ summary })} />
            </Field>
            <Field label={t.documentFiles} path={`documents.${index}.files`} optional>
              <UploadList
                domain="challenges/records"
                fields={{ callId }}
                files={row.files}
                max={10}
                hint={t.filesHint}
                onChange={(files) => keep(row.key, files)}
              />
            </Field>
          </>
        )}
      />
    </Field>
  );
}

export function CriteriaPart({ form, patch }: PartProps) {
  const t = useWords(planWords);
  return (
    <Section title={t.criteriaTitle}>
      <Field label={t.criteriaTitle} path="criteria" group required>
        <Rows<CriterionLine>
          rows={form.criteria}
          blank={() => ({ name: '', points: '' })}
          max={12}
          addLabel={t.addCriterion}
          removeLabel={t.removeCriterion}
          onChange={(criteria) => patch({ criteria })}
          render={(row, change, index) => (
            <>
              <Field label={t.criterion} path={`criteria.${index}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
              <Field label={t.points} path={`criteria.${index}.weight`} required>
                <TextInput value={row.points} inputMode="decimal" onChange={(points) => change({ points })} />
              </Field>
            </>
          )}
        />
      </Field>
      <p className="quiet num" role="status">
        {t.sum(String(pointsSum(form.criteria)))}
      </p>
      <NumberField form={form} patch={patch} name="judges" hint={t.judgesHint} optional />
      <NumberField form={form} patch={patch} name="panelTimes" hint={t.panelTimesHint} required />
      <CheckBox checked={form.twoStages} onChange={(twoStages) => patch({ twoStages })}>
        {t.twoStages}
      </CheckBox>
      {form.twoStages && (
        <>
          <NumberField
            {...{ form, patch, name: 'advance', path: 'secondStage.advance', hint: t.advanceHint }}
            required
          />
          <Field label={t.line} path="secondStage.line" hint={t.lineHint} optional>
            <TextInput value={form.line} inputMode="decimal" onChange={(line) => patch({ line })} />
          </Field>
          <NumberField {...{ form, patch, name: 'defenceWeight', path: 'secondStage.weight' }} required />
        </>
      )}
    </Section>
  );
}

/** Whom an officer of the city may name. */
function useStaff(): readonly Choice[] {
  const [result] = useQuery({ query: CallStaffDocument, variables: { text: null } });
  return (result.data?.callStaff ?? []).map(({ personId, name, organisationName }) => ({
    value: personId,
    label: `${name} · ${organisationName}`,
  }));
}

export function CustodiansPart({ form, patch }: PartProps) {
  const t = useWords(planWords);
  const names = useWords(offices);
  const staff = useStaff();
  return (
    <Section title={t.custodiansTitle}>
      <Field label={t.custodiansTitle} path="custodians" group required>
        <Rows<CustodianLine>
          rows={form.custodians}
          blank={() => ({ personId: '', office: 'BUREAU' })}
          max={9}
          addLabel={t.addCustodian}
          removeLabel={t.removeCustodian}
          onChange={(custodians) => patch({ custodians })}
          render={(row, change, index) => (
            <>
              <Field label={t.person} path={`custodians.${index}.personId`} required>
                <SelectInput
                  value={row.personId}
                  placeholder={t.choose}
                  choices={staff}
                  onChange={(personId) => change({ personId })}
                />
              </Field>
              <Field label={t.officeOf} path={`custodians.${index}.office`} required>
                <SelectInput
                  value={row.office}
                  choices={choicesFrom(names)}
                  onChange={(office) => change({ office: office as CustodianOffice })}
                />
              </Field>
            </>
          )}
        />
      </Field>
      <NumberField form={form} patch={patch} name="threshold" hint={t.thresholdHint} required />
    </Section>
  );
}

export function PeoplePart({ form, patch }: PartProps) {
  const t = useWords(planWords);
  const staff = useStaff();
  return (
    <Section title={t.peopleTitle}>
      <Field label={t.office} path="office" required>
        <TextInput value={form.office} onChange={(office) => patch({ office })} />
      </Field>
      {(['responsible', 'supervisor'] as const).map((who) => (
        <Field key={who} label={t[who]} path={`${who}Id`} required>
          <SelectInput
            value={form[`${who}Id`]}
            placeholder={t.choose}
            choices={staff}
            onChange={(personId) => patch({ [`${who}Id`]: personId })}
          />
        </Field>
      ))}
    </Section>
  );
}
