import { choicesOf, useCity, useCodeTables } from '../../api/city.js';
import type { Draft } from '../../design/draft.js';
import { CheckBox, CheckBoxes, Field, RadioButtons } from '../../design/Field.js';
import type { Step } from '../../design/StepForm.js';
import { TagsInput } from '../../design/TagsInput.js';
import { UploadList } from '../../design/UploadList.js';
import type { CooperationMode, NeedType, Urgency } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, cooperationModes, needTypes, urgencies } from '../terms.js';
import type { NeedForm } from './content.js';
import { Code, DayField, Half, Line, Lines, MoneyField } from './inputs.js';
import { ContactPart, VisibilityPart } from './resultSteps.js';
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

const MOST_KEYWORDS = 10;

function What({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const types = useWords(needTypes);
  const city = useCity();
  const tables = useCodeTables();
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
      <Half>
        <Code
          label={t.techField}
          path="techField"
          required
          value={form.techField}
          choices={choicesOf(tables?.techFields)}
          onChange={(techField) => patch({ techField })}
        />
      </Half>
      <Half>
        <Code
          label={t.cluster}
          path="cluster"
          value={form.cluster}
          choices={choicesOf(city?.clusters)}
          onChange={(cluster) => patch({ cluster })}
        />
      </Half>
      <Half>
        <Code
          label={t.division}
          path="divisionCode"
          value={form.divisionCode}
          choices={choicesOf(city?.divisions)}
          onChange={(divisionCode) => patch({ divisionCode })}
        />
      </Half>
      <Field label={t.keywords} path="keywords" hint={t.needKeywordsHint} required>
        <TagsInput values={form.keywords} onChange={(keywords) => patch({ keywords })} max={MOST_KEYWORDS} />
      </Field>
      <Lines
        label={t.foundation}
        path="foundation"
        hint={t.foundationHint}
        max={2000}
        value={form.foundation}
        onChange={(foundation) => patch({ foundation })}
      />
      <Half>
        <Code
          label={t.industry}
          path="industry"
          value={form.industry}
          choices={choicesOf(tables?.industrySections)}
          onChange={(industry) => patch({ industry })}
        />
      </Half>
      <Half>
        <Field label={t.ipc} path="ipc" hint={t.ipcHint}>
          <TagsInput values={form.ipc} onChange={(ipc) => patch({ ipc })} max={MOST_KEYWORDS} />
        </Field>
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
  const modes = useWords(cooperationModes);
  const levels = useWords(urgencies);
  return (
    <>
      <Field label={t.modes} path="cooperationModes" required group>
        <CheckBoxes
          values={form.cooperationModes}
          choices={choicesFrom(modes)}
          onChange={(values) => patch({ cooperationModes: values as CooperationMode[] })}
        />
      </Field>
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
      <Field label={t.files} path="attachments" group>
        <UploadList
          domain="listings"
          files={form.attachments}
          onChange={(attachments) => patch({ attachments })}
        />
      </Field>
      <VisibilityPart
        visibility={form.visibility ?? 'PUBLIC'}
        validUntil={form.validUntil}
        onChange={patch}
      />
    </>
  );
}
