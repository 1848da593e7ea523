import { choicesOf, nameIn, useCodeTables } from '../../api/city.js';
import { DateInput } from '../../design/DateInput.js';
import { Field, TextArea } from '../../design/Field.js';
import type { ContractIpKind, ContractIpStatus } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';
import { Choose, Line, Rows } from './Inputs.js';
import { emptyRight, type ContentForm, type PartProps, type RightForm } from './state.js';

function RightFields({
  right,
  index,
  patch,
}: {
  right: RightForm;
  index: number;
  patch: (change: Partial<RightForm>) => void;
}) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const path = `content.ipRights.${index}`;
  const kinds = choicesFrom(labels.ip).filter((choice) => choice.value !== 'NONE');
  return (
    <>
      <Choose<ContractIpKind>
        label={t.rightKind}
        path={`${path}.kind`}
        required
        value={right.kind}
        choices={kinds}
        onChange={(kind) => patch({ kind: kind === '' ? 'INVENTION_PATENT' : kind })}
      />
      <Line
        label={t.rightTitle}
        path={`${path}.title`}
        required
        value={right.title}
        onChange={(title) => patch({ title })}
      />
      <Line
        label={t.rightNumber}
        path={`${path}.number`}
        value={right.number}
        onChange={(number) => patch({ number })}
      />
      <Choose<ContractIpStatus>
        label={t.rightStatus}
        path={`${path}.status`}
        required
        value={right.status}
        choices={choicesFrom(labels.ipStatus)}
        onChange={(status) => patch({ status: status === '' ? 'GRANTED' : status })}
      />
      <Field label={t.filedOn} path={`${path}.filedOn`}>
        <DateInput value={right.filedOn} onChange={(filedOn) => patch({ filedOn })} />
      </Field>
      <Field label={t.expiresOn} path={`${path}.expiresOn`} hint={t.expiresHint}>
        <DateInput value={right.expiresOn} onChange={(expiresOn) => patch({ expiresOn })} />
      </Field>
      <div className={css['wide']}>
        <Field label={t.owners} path={`${path}.owners`} hint={t.ownersHint}>
          <TextArea rows={2} value={right.owners} onChange={(owners) => patch({ owners })} />
        </Field>
      </div>
    </>
  );
}

/** 技术内容: what the technology is, its rights, where it comes from and what it serves. */
export function ContentPart({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const tables = useCodeTables();
  const { content } = form;
  const set = (change: Partial<ContentForm>): void => patch({ content: { ...content, ...change } });
  const clause = (label: string, name: 'ownershipClause' | 'confidentialityClause' | 'acceptanceClause') => (
    <Field label={label} path={`content.${name}`} required>
      <TextArea rows={3} max={2000} value={content[name]} onChange={(value) => set({ [name]: value })} />
    </Field>
  );
  return (
    <>
      <Field label={t.summary} path="content.summary" hint={t.summaryHint} required>
        <TextArea rows={6} max={5000} value={content.summary} onChange={(summary) => set({ summary })} />
      </Field>
      <div className={css['grid']}>
        <Choose
          label={t.techField}
          path="content.techField"
          required
          value={content.techField}
          choices={choicesOf(tables?.techFields)}
          onChange={(techField) => set({ techField })}
        />
        <Choose<ContractIpKind>
          label={t.ipKind}
          path="content.ipKind"
          hint={t.ipKindHint}
          required
          value={content.ipKind}
          choices={choicesFrom(labels.ip)}
          onChange={(ipKind) => set({ ipKind })}
        />
        <Choose
          label={t.planSource}
          path="content.planSource"
          required
          value={content.planSource}
          choices={choicesOf(tables?.planSources)}
          onChange={(planSource) => set({ planSource })}
        />
        <Line
          label={t.projectNumber}
          path="content.projectNumber"
          value={content.projectNumber}
          onChange={(projectNumber) => set({ projectNumber })}
        />
        <Choose
          label={t.industry}
          path="content.industry"
          hint={
            content.industryDivision === '' && content.industry !== ''
              ? nameIn(tables?.industrySections, content.industry)
              : undefined
          }
          required
          value={content.industryDivision}
          choices={choicesOf(tables?.industryDivisions).map(({ value, label }) => ({
            value,
            label: `${value} ${label}`,
          }))}
          onChange={(industryDivision) => set({ industryDivision })}
        />
        <Choose
          label={t.goal}
          path="content.socioEconomicGoal"
          required
          value={content.socioEconomicGoal}
          choices={choicesOf(tables?.socioEconomicGoals)}
          onChange={(socioEconomicGoal) => set({ socioEconomicGoal })}
        />
        <Choose
          label={t.trl}
          path="content.trl"
          value={content.trl}
          choices={choicesOf(tables?.trlLevels)}
          onChange={(trl) => set({ trl })}
        />
      </div>
      <Field label={t.ipRights} path="content.ipRights" group>
        <Rows<RightForm>
          rows={content.ipRights}
          empty={emptyRight}
          max={50}
          addLabel={t.addRight}
          removeLabel={(_, index) => t.removeRight(index + 1)}
          title={(right, index) => `${t.right(index + 1)}${right.title ? ` · ${right.title}` : ''}`}
          onChange={(ipRights) => set({ ipRights })}
          render={(right, patchRight, index) => (
            <RightFields right={right} index={index} patch={patchRight} />
          )}
        />
      </Field>
      {clause(t.ownership, 'ownershipClause')}
      {clause(t.confidentiality, 'confidentialityClause')}
      {clause(t.acceptance, 'acceptanceClause')}
    </>
  );
}
