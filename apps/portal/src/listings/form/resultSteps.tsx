import { choicesOf, useCodeTables } from '../../api/city.js';
import type { Draft } from '../../design/draft.js';
import { Field, RadioButtons } from '../../design/Field.js';
import type { Step } from '../../design/StepForm.js';
import { TagsInput } from '../../design/TagsInput.js';
import type { PriceMode } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { TeamRows } from '../TeamRows.js';
import { choicesFrom, priceModes } from '../terms.js';
import type { ResultForm } from './content.js';
import { Code, Half, Line, Lines, MoneyField, YesNo } from './inputs.js';
import { AwardRows, ComparisonRows, MediaRows, RightRows } from './rows.js';
import {
  ClusterField,
  ContactPart,
  DivisionField,
  FilesField,
  IndustryField,
  IpcField,
  KeywordsField,
  ModesField,
  MOST_KEYWORDS,
  TechField,
  TitleField,
  VisibilityPart,
} from './sharedParts.js';
import { formWords } from './words.js';

interface PartProps {
  readonly form: ResultForm;
  readonly patch: Draft<ResultForm>['patch'];
}

/** The steps of a result's form, each with the fields whose violations belong to it. */
export function useResultSteps(draft: Draft<ResultForm>): Step[] {
  const t = useWords(formWords);
  const props: PartProps = { form: draft.content, patch: draft.patch };
  return [
    {
      key: 'basics',
      title: t.basics,
      paths: ['title', 'summary', 'keywords', 'cluster', 'techField', 'industry', 'ipc', 'divisionCode'],
      render: () => <Basics {...props} />,
    },
    {
      key: 'technique',
      title: t.technique,
      paths: ['keyPoints', 'problem', 'innovation', 'comparison', 'applicationFields', 'scenes'],
      render: () => <Technique {...props} />,
    },
    {
      key: 'rights',
      title: t.rights,
      paths: ['trl', 'trlEvidence', 'ipRights', 'awards'],
      render: () => <Rights {...props} />,
    },
    {
      key: 'origin',
      title: t.origin,
      paths: [
        'planSource',
        'planName',
        'serviceInvention',
        'stateFunded',
        'stateOwned',
        'unitApprovalDocument',
      ],
      render: () => <Origin {...props} />,
    },
    {
      key: 'cooperation',
      title: t.cooperation,
      paths: [
        'cooperationModes',
        'priceMode',
        'priceMin',
        'priceMax',
        'conditions',
        'investment',
        'expectedBenefit',
        'cases',
        'media',
      ],
      render: () => <Cooperation {...props} />,
    },
    {
      key: 'publication',
      title: t.publication,
      paths: ['team', 'contact', 'attachmentIds', 'attachments', 'visibility', 'validUntil'],
      render: () => <Publication {...props} />,
    },
  ];
}

function Basics({ form, patch }: PartProps) {
  const t = useWords(formWords);
  return (
    <>
      <TitleField form={form} patch={patch} />
      <Lines
        label={t.summary}
        path="summary"
        hint={t.summaryHint}
        required
        max={2000}
        rows={6}
        value={form.summary}
        onChange={(summary) => patch({ summary })}
      />
      <KeywordsField form={form} patch={patch} hint={t.keywordsHint} />
      <ClusterField form={form} patch={patch} />
      <TechField form={form} patch={patch} />
      <IndustryField form={form} patch={patch} />
      <DivisionField form={form} patch={patch} />
      <IpcField form={form} patch={patch} />
    </>
  );
}

function Technique({ form, patch }: PartProps) {
  const t = useWords(formWords);
  return (
    <>
      <Lines
        label={t.keyPoints}
        path="keyPoints"
        hint={t.keyPointsHint}
        required
        max={5000}
        rows={7}
        value={form.keyPoints}
        onChange={(keyPoints) => patch({ keyPoints })}
      />
      <Lines
        label={t.problem}
        path="problem"
        max={2000}
        value={form.problem}
        onChange={(problem) => patch({ problem })}
      />
      <Lines
        label={t.innovation}
        path="innovation"
        max={2000}
        value={form.innovation}
        onChange={(innovation) => patch({ innovation })}
      />
      <Field label={t.comparison} path="comparison" group>
        <ComparisonRows rows={form.comparison} onChange={(comparison) => patch({ comparison })} />
      </Field>
      <Field label={t.applicationFields} path="applicationFields" required>
        <TagsInput
          values={form.applicationFields}
          onChange={(applicationFields) => patch({ applicationFields })}
          max={MOST_KEYWORDS}
        />
      </Field>
      <Lines
        label={t.scenes}
        path="scenes"
        max={2000}
        value={form.scenes}
        onChange={(scenes) => patch({ scenes })}
      />
    </>
  );
}

function Rights({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const tables = useCodeTables();
  const levels = (tables?.trlLevels ?? []).map(({ code, name }) => ({
    value: code,
    label: `${code} · ${name}`,
  }));
  return (
    <>
      <Code
        label={t.trl}
        path="trl"
        required
        value={form.trl?.toString()}
        choices={levels}
        onChange={(trl) => patch({ trl: trl === null ? null : Number(trl) })}
      />
      <Lines
        label={t.trlEvidence}
        path="trlEvidence"
        hint={t.trlEvidenceHint}
        max={2000}
        value={form.trlEvidence}
        onChange={(trlEvidence) => patch({ trlEvidence })}
      />
      <Field label={t.ip} path="ipRights" group>
        <RightRows rows={form.ipRights} onChange={(ipRights) => patch({ ipRights })} />
      </Field>
      <Field label={t.awards} path="awards" group>
        <AwardRows rows={form.awards} onChange={(awards) => patch({ awards })} />
      </Field>
    </>
  );
}

function Origin({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const tables = useCodeTables();
  return (
    <>
      <Half>
        <YesNo
          label={t.serviceInvention}
          path="serviceInvention"
          hint={t.serviceInventionHint}
          required
          value={form.serviceInvention}
          onChange={(serviceInvention) => patch({ serviceInvention })}
        />
      </Half>
      <Half>
        <YesNo
          label={t.stateFunded}
          path="stateFunded"
          required
          value={form.stateFunded}
          onChange={(stateFunded) => patch({ stateFunded })}
        />
      </Half>
      <Half>
        <YesNo
          label={t.stateOwned}
          path="stateOwned"
          hint={t.stateOwnedHint}
          value={form.stateOwned}
          onChange={(stateOwned) => patch({ stateOwned })}
        />
      </Half>
      <Half>
        <Code
          label={t.planSource}
          path="planSource"
          value={form.planSource}
          choices={choicesOf(tables?.planSources)}
          onChange={(planSource) => patch({ planSource })}
        />
      </Half>
      <Half>
        <Line
          label={t.planName}
          path="planName"
          value={form.planName}
          onChange={(planName) => patch({ planName })}
        />
      </Half>
      <Line
        label={t.approvalDocument}
        path="unitApprovalDocument"
        value={form.unitApprovalDocument}
        onChange={(unitApprovalDocument) => patch({ unitApprovalDocument })}
      />
    </>
  );
}

function Cooperation({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const prices = useWords(priceModes);
  const fixed = form.priceMode === 'FIXED' || form.priceMode === 'LISTED';
  return (
    <>
      <ModesField form={form} patch={patch} />
      <Field label={t.priceMode} path="priceMode" required group>
        <RadioButtons
          value={form.priceMode ?? ''}
          choices={choicesFrom(prices)}
          onChange={(value) => patch({ priceMode: value as PriceMode })}
        />
      </Field>
      <Half>
        <MoneyField
          label={fixed ? t.priceFixed : t.priceMin}
          path="priceMin"
          value={form.priceMin}
          onChange={(priceMin) => patch({ priceMin })}
        />
      </Half>
      {!fixed && (
        <Half>
          <MoneyField
            label={t.priceMax}
            path="priceMax"
            value={form.priceMax}
            onChange={(priceMax) => patch({ priceMax })}
          />
        </Half>
      )}
      <Lines
        label={t.conditions}
        path="conditions"
        hint={t.conditionsHint}
        max={2000}
        value={form.conditions}
        onChange={(conditions) => patch({ conditions })}
      />
      <Half>
        <MoneyField
          label={t.investment}
          path="investment"
          value={form.investment}
          onChange={(investment) => patch({ investment })}
        />
      </Half>
      <Lines
        label={t.benefit}
        path="expectedBenefit"
        max={2000}
        value={form.expectedBenefit}
        onChange={(expectedBenefit) => patch({ expectedBenefit })}
      />
      <Lines
        label={t.cases}
        path="cases"
        max={2000}
        value={form.cases}
        onChange={(cases) => patch({ cases })}
      />
      <Field label={t.media} path="media" hint={t.mediaHint} group>
        <MediaRows rows={form.media} onChange={(media) => patch({ media })} />
      </Field>
    </>
  );
}

function Publication({ form, patch }: PartProps) {
  const t = useWords(formWords);
  return (
    <>
      <Field label={t.team} path="team" group>
        <TeamRows rows={form.team} onChange={(team) => patch({ team })} />
      </Field>
      <ContactPart contact={form.contact} onChange={(contact) => patch({ contact })} />
      <FilesField form={form} patch={patch} />
      <VisibilityPart
        visibility={form.visibility ?? 'PUBLIC'}
        validUntil={form.validUntil}
        onChange={patch}
      />
    </>
  );
}
