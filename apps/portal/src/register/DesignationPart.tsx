import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { StatusTag } from '../design/StatusTag.js';
import type { DesignationCriterionName } from '../gql/graphql.js';
import { useSource } from '../design/useSource.js';
import { useWords } from '../i18n/index.js';
import { designationCriteria, designationWords } from './designationWords.js';

interface Criterion {
  readonly name: DesignationCriterionName;
  readonly required: number;
  readonly actual?: number | null;
  readonly met: boolean;
  readonly source: string;
}
export interface Designated {
  readonly designation?: {
    readonly document: string;
    readonly until: string;
    readonly exception: string;
  } | null;
  readonly designationCriteria?: readonly Criterion[] | null;
}

/** A rating is kept in tenths, so that its threshold is a whole number. */
const shown = (name: DesignationCriterionName, value: number): string =>
  name === 'RATING' ? (value / 10).toFixed(1) : String(value);

/** 骨干认定: what was decided, for everybody; the criteria with what is counted, for those who decide and apply. */
export function DesignationPart({
  entry: { designation, designationCriteria: criteria },
}: {
  entry: Designated;
}) {
  const t = useWords(designationWords);
  const names = useWords(designationCriteria);
  const sourceOf = useSource();
  if (!designation && !criteria) return null;
  return (
    <Section title={t.title} id="designation">
      {designation ? (
        <>
          <p>{t.held(designation.document, designation.until)}</p>
          {designation.exception !== '' && (
            <p className="quiet">
              {t.exception}：{designation.exception}
            </p>
          )}
        </>
      ) : (
        <p className="quiet">{t.noneYet}</p>
      )}
      {criteria && (
        <DataTable
          caption={t.criteria}
          rows={criteria}
          keyOf={({ name }) => name}
          columns={[
            { key: 'name', title: t.criterion, render: ({ name }) => names[name] },
            {
              key: 'required',
              title: t.required,
              render: ({ name, required, source }) => (
                <span className="num" title={sourceOf(source)}>
                  {shown(name, required)}
                </span>
              ),
            },
            {
              key: 'actual',
              title: t.actual,
              render: ({ name, actual, met }) => (
                <span className="row" style={{ gap: 8 }}>
                  <span className="num">{actual == null ? t.unknown : shown(name, actual)}</span>
                  {actual != null && (
                    <StatusTag tone={met ? 'good' : 'attention'}>{met ? t.met : t.unmet}</StatusTag>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
