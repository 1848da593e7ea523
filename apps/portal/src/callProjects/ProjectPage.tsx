import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../design/Button.js';
import { DetailPage, Section, type Fact } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Timeline } from '../design/Timeline.js';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ProjectDocument } from './documents.js';
import { projectActs } from './actWords.js';
import { BenefitsPart, PerformancePart, ResultsPart } from './AfterParts.js';
import {
  IndicatorsPart,
  MilestonesPart,
  MoneyPart,
  RecordsPart,
  TaskBookPart,
  type Project,
} from './ProjectParts.js';
import { projectStates, projectTones, projectWords } from './words.js';

const ProjectActs = lazy(() =>
  import('./ProjectActs.js').then((module) => ({ default: module.ProjectActs })),
);

/** One project: promised beside measured, milestones, money, and what becomes of it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: ProjectDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const project = result.data?.callProject;
  return (
    <div className={project ? undefined : 'wrap'}>
      <Loaded page result={result} value={project} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <ProjectView key={found.id} project={found} />}
      </Loaded>
    </div>
  );
}

function useFacts(project: Project): Fact[] {
  const t = useWords(projectWords);
  const named = (label: string, value: string | null | undefined): Fact[] =>
    value == null || value === '' ? [] : [{ label, value }];
  return [
    { label: t.undertaker, value: project.organisationName },
    { label: t.owner, value: project.ownerName ?? t.hidden },
    { label: t.approved, value: <Money fen={project.approved} /> },
    { label: t.ownerDue, value: <Money fen={project.ownerDue} /> },
    ...named(t.taskBook, project.taskBookNumber),
    project.signedOn == null
      ? { label: t.signBy, value: <Day on={project.signBy} /> }
      : { label: t.signedOn, value: <Day on={project.signedOn} /> },
    ...(project.endsOn == null ? [] : [{ label: t.endsOn, value: <Day on={project.endsOn} /> }]),
    ...named(t.contract, project.registrationNumber),
    ...named(t.office, project.office),
    ...named(t.responsible, project.responsibleName),
    ...named(t.supervisor, project.supervisorName),
    ...(project.registerBy != null && project.results.length === 0
      ? [{ label: t.registerBy, value: <Day on={project.registerBy} /> }]
      : []),
    ...(project.performance == null
      ? []
      : [
          {
            label: t.performance,
            value: <span className="num">{(project.performance / 100).toFixed(2)}</span>,
          },
        ]),
  ];
}

function ProjectView({ project }: { readonly project: Project }) {
  const t = useWords(projectWords);
  const states = useWords(projectStates);
  const acts = useWords(projectActs);
  const facts = useFacts(project);
  return (
    <DetailPage
      title={project.title}
      crumbs={[{ label: t.title, to: '/call-projects' }]}
      eyebrow={
        <>
          <StatusTag tone={projectTones[project.state]}>{states[project.state]}</StatusTag>
          {project.suspendedAt != null && <StatusTag tone="attention">{t.suspended}</StatusTag>}
          <span className="num">{project.code}</span>
          <Link to={`/calls/${project.callId}`}>{t.call}</Link>
        </>
      }
      facts={facts}
    >
      {project.note != null && (
        <Notice tone="amber" icon="warn">
          <p className="prose">{project.note}</p>
        </Notice>
      )}
      {project.availableActions.length > 0 && (
        <Suspense>
          <ProjectActs project={project} />
        </Suspense>
      )}
      <IndicatorsPart project={project} />
      <TaskBookPart project={project} />
      <MilestonesPart project={project} />
      <MoneyPart project={project} />
      <RecordsPart project={project} />
      <ResultsPart project={project} />
      <BenefitsPart project={project} />
      <PerformancePart project={project} />
      {project.diligence != null && (
        <Section title={t.diligence} id="diligence">
          <p className="prose">{t.diligenceText}</p>
          <div className="row">
            <Button href={project.diligence.reportUrl}>{t.diligenceReport}</Button>
            <Button href={project.diligence.packUrl} download>
              {t.diligencePack}
            </Button>
          </div>
        </Section>
      )}
      <p>
        <Link to={`/report-misconduct?project=${project.id}`}>{t.reportMisconduct}</Link>
      </p>
      {project.timeline.length > 0 && (
        <Section title={t.history} id="history">
          <Timeline entries={project.timeline} nameOf={(action) => acts[action] ?? action} />
        </Section>
      )}
    </DetailPage>
  );
}
