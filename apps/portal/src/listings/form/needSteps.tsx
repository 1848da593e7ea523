import type { Draft } from '../../design/draft.js';
import { CheckBox, Field, RadioButtons } from '../../design/Field.js';
import type { Step } from '../../design/StepForm.js';
import type { NeedType, Urgency } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, needTypes, urgencies } from '../terms.js';
import type { NeedForm } from './content.js';
import { Code, DayField, Half, Lines, MoneyField } from './inputs.js';
import {
  ClusterField,
  ContactPart,
  DivisionField,
  FilesField,
  IndustryField,
  IpcField,
  KeywordsField,
  ModesField,
  TechField,
  TitleField,
  VisibilityPart,
} from './sharedParts.js';
import { IndicatorRows } from './rows.js';
import { formWords } from './words.js';

interface PartProps {
  readonly form: NeedForm;
  readonly patch: Draft<NeedForm>['patch'];
}

/** The steps of a need's form, each with the fields whose violations belong to it. */
export function useNeedSteps(draft: Draft<NeedForm>): Step[] {
  const t = useWords(formWords);
  const props: PartProps = { form: draft.content, patch: draft.patch };
  return [
    {
      key: 'need',
      title: t.need,
      paths: [
        'title',
        'description',
        'needType',
        'foundation',
        'keywords',
        'cluster',
        'techField',
        'industry',
        'divisionCode',
        'ipc',
      ],
      render: () => <What {...props} />,
    },
    {
      key: 'indicators',
      title: t.indicators,
      paths: ['indicators'],
      render: () => <Indicators {...props} />,
    },
    {
      key: 'money',
      title: t.money,
      paths: [
        'cooperationModes',
        'budgetNegotiable',
        'budgetMin',
        'budgetMax',
        'budget',
        'payment',
        'neededBy',
        'urgency',
      ],
      render: () => <Terms {...props} />,
    },
    {
      key: 'publication',
      title: t.publication,
      paths: [
        'contact',
        'attachmentIds',
        'attachments',
        'visibility',
        'validUntil',
        'anonymous',
        'wantsChallenge',
        'ownerScale',
      ],
      render: () => <Publication {...props} />,
    },
  ];
}

function What({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const types = useWords(needTypes);
  return (
    <>
      <TitleField form={form} patch={patch} />
      <Lines
        label={t.description}
        path="description"
        hint={t.descriptionHint}
        required
        max={5000}
        rows={8}
        value={form.description}
        onChange={(description) => patch({ description })}
      />
      <Half>
        <Code
          label={t.needType}
          path="needType"
          required
          value={form.needType}
          choices={choicesFrom(types)}
          onChange={(needType) => patch({ needType: needType as NeedType | null })}
        />
      </Half>
      <TechField form={form} patch={patch} />
      <ClusterField form={form} patch={patch} />
      <DivisionField form={form} patch={patch} />
      <KeywordsField form={form} patch={patch} hint={t.needKeywordsHint} />
      <Lines
        label={t.foundation}
        path="foundation"
        hint={t.foundationHint}
        max={2000}
        value={form.foundation}
        onChange={(foundation) => patch({ foundation })}
      />
      <IndustryField form={form} patch={patch} />
      <Half>
        <IpcField form={form} patch={patch} />
      </Half>
    </>
  );
}

function Indicators({ form, patch }: PartProps) {
  const t = useWords(formWords);
  return (
    <Field label={t.indicators} path="indicators" hint={t.indicatorsHint} group>
      <IndicatorRows rows={form.indicators} onChange={(indicators) => patch({ indicators })} />
    </Field>
  );
}

function Terms({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const levels = useWords(urgencies);
  return (
    <>
      <ModesField form={form} patch={patch} />
      <Field label={t.budgetNegotiable} path="budgetNegotiable" group>
        <CheckBox
          checked={form.budgetNegotiable ?? false}
          onChange={(budgetNegotiable) => patch({ budgetNegotiable })}
        >
          {t.budgetNegotiable}
        </CheckBox>
      </Field>
      <Half>
        <MoneyField
          label={t.budgetMin}
          path="budgetMin"
          value={form.budgetMin}
          onChange={(budgetMin) => patch({ budgetMin })}
        />
      </Half>
      <Half>
        <MoneyField
          label={t.budgetMax}
          path="budgetMax"
          value={form.budgetMax}
          onChange={(budgetMax) => patch({ budgetMax })}
        />
      </Half>
      <Lines
        label={t.payment}
        path="payment"
        max={500}
        rows={2}
        value={form.payment}
        onChange={(payment) => patch({ payment })}
      />
      <Half>
        <DayField
          label={t.neededBy}
          path="neededBy"
          value={form.neededBy}
          onChange={(neededBy) => patch({ neededBy })}
        />
      </Half>
      <Half>
        <Field label={t.urgency} path="urgency" group>
          <RadioButtons
            value={form.urgency ?? 'NORMAL'}
            choices={choicesFrom(levels)}
            onChange={(urgency) => patch({ urgency: urgency as Urgency })}
          />
        </Field>
      </Half>
    </>
  );
}

function Publication({ form, patch }: PartProps) {
  const t = useWords(formWords);
  return (
    <>
      <ContactPart contact={form.contact} onChange={(contact) => patch({ contact })} />
      <Half>
        <Code
          label={t.scale}
          path="ownerScale"
          value={form.ownerScale}
          choices={t.scales.map((scale) => ({ value: scale, label: scale }))}
          onChange={(ownerScale) => patch({ ownerScale })}
        />
      </Half>
      <Field label={t.anonymous} path="anonymous" hint={t.anonymousHint} group>
        <CheckBox checked={form.anonymous ?? false} onChange={(anonymous) => patch({ anonymous })}>
          {t.anonymous}
        </CheckBox>
      </Field>
      <Field label={t.wantsChallenge} path="wantsChallenge" hint={t.wantsChallengeHint} group>
        <CheckBox
          checked={form.wantsChallenge ?? false}
          onChange={(wantsChallenge) => patch({ wantsChallenge })}
        >
          {t.wantsChallenge}
        </CheckBox>
      </Field>
      <FilesField form={form} patch={patch} />
      <VisibilityPart
        visibility={form.visibility ?? 'PUBLIC'}
        validUntil={form.validUntil}
        onChange={patch}
      />
    </>
  );
}
