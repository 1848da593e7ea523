import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Day, Money } from '../design/Values.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Files, type Project, type Props } from './ProjectParts.js';
import { projectWords } from './words.js';

/** 成果登记: what the project has brought about, as the register of results holds it. */
export function ResultsPart({ project }: Props) {
  const t = useWords(projectWords);
  if (project.results.length === 0) return null;
  return (
    <Section title={t.results} id="results">
      <DataTable
        caption={t.results}
        rows={project.results}
        keyOf={({ number }) => number}
        columns={[
          {
            key: 'name',
            title: t.resultName,
            render: ({ name, kind, files }) => (
              <>
                {name} <span className="quiet">{t.resultKinds[kind]}</span>
                <Files files={files} />
              </>
            ),
          },
          {
            key: 'number',
            title: t.resultNumber,
            render: ({ number }) => <span className="num">{number}</span>,
          },
          { key: 'day', title: t.registeredOn, render: ({ registeredOn }) => <Day on={registeredOn} /> },
          { key: 'authority', title: t.authority, render: ({ authority }) => authority },
        ]}
      />
    </Section>
  );
}

/** 经济效益 of each year after the acceptance, and what is still to be reported. */
export function BenefitsPart({ project }: Props) {
  const t = useWords(projectWords);
  const { list } = useWords(common);
  const open = project.benefitsDue.filter(({ reported }) => !reported);
  if (project.benefitsDue.length === 0) return null;
  return (
    <Section title={t.benefits} id="benefits">
      {open.length > 0 && (
        <p className="quiet">{t.benefitsDue(list(open.map(({ year, by }) => t.dueBy(year, by))))}</p>
      )}
      {project.benefits.length > 0 && (
        <DataTable
          caption={t.benefits}
          rows={project.benefits}
          keyOf={({ year }) => String(year)}
          columns={[
            {
              key: 'year',
              title: t.year,
              render: ({ year, organisationName, text, files }) => (
                <>
                  <span className="num">{year}</span> <span className="quiet">{organisationName}</span>
                  <div>{text}</div>
                  <Files files={files} />
                </>
              ),
            },
            ...(['sales', 'profit', 'tax'] as const).map((part) => ({
              key: part,
              title: t[part],
              right: true,
              render: (report: Project['benefits'][number]) => <Money fen={report[part]} />,
            })),
            {
              key: 'jobs',
              title: t.jobs,
              right: true,
              render: ({ jobs }) => <span className="num">{jobs}</span>,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** 绩效评价 by its criteria, for the sides and the bureau. */
export function PerformancePart({ project }: Props) {
  const t = useWords(projectWords);
  if (project.performanceSheet.length === 0) return null;
  return (
    <Section title={t.performanceSheet} id="performance">
      <DataTable
        caption={t.performanceSheet}
        rows={project.performanceSheet}
        keyOf={({ criterion }) => criterion}
        columns={[
          { key: 'criterion', title: t.criterion, render: ({ criterion }) => t.criteria[criterion] },
          {
            key: 'points',
            title: t.points,
            right: true,
            render: ({ points, most }) => (
              <span className="num">
                {points / 100} / {most / 100}
              </span>
            ),
          },
          { key: 'note', title: t.ground, render: ({ note }) => note },
        ]}
      />
    </Section>
  );
}
