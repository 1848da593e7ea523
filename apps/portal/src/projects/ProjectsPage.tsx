import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Card } from '../design/Card.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import { ExpertTabs } from '../experts/ExpertTabs.js';
import type { ProjectFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { named } from '../listings/facets.js';
import { ProjectsDocument } from './documents.js';
import { projectLevels, projectStatuses, projectTones, projectWords } from './words.js';

const ProjectDialog = lazy(() =>
  import('./ProjectDialog.js').then((module) => ({ default: module.ProjectDialog })),
);
const SORTS = ['NEWEST'] as const;

/** 科研项目: what the units undertake. */
export function ProjectsPage() {
  const t = useWords(projectWords);
  const levels = useWords(projectLevels);
  const statuses = useWords(projectStatuses);
  const { viewer, organisationsAs } = useViewer();
  const state = useListState(SORTS);
  const [recording, setRecording] = useState(false);
  const level = state.among('level', levels);
  const status = state.among('status', statuses);
  const [result, ask] = useQuery({
    query: ProjectsDocument,
    variables: {
      ...state.paging,
      filter: {
        text: state.text || null,
        levels: level.length > 0 ? level : null,
        statuses: status.length > 0 ? status : null,
        mine: state.values('scope').includes('mine') || null,
      },
    },
  });
  const connection = result.data?.projects;
  const counts = connection?.facets;
  return (
    <>
      <ListPage
        tabs={<ExpertTabs />}
        title={t.title}
        intro={t.intro}
        actions={
          organisationsAs('TRANSFER_OFFICER').length > 0 && (
            <>
              <Button icon="upload" to="/imports?import=PROJECT">
                {t.takeIn}
              </Button>
              <Button tone="primary" icon="plus" onClick={() => setRecording(true)}>
                {t.record}
              </Button>
            </>
          )
        }
        state={state}
        facets={[
          { name: 'scope', label: t.scope, options: viewer ? [{ value: 'mine', label: t.mine }] : [] },
          { name: 'level', label: t.level, options: named(counts?.levels, levels) },
          { name: 'status', label: t.status, options: named(counts?.statuses, statuses) },
        ]}
        searchPlaceholder={t.search}
        result={result}
        connection={connection}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        renderItem={(project) => <ProjectItem project={project} />}
        keyOf={({ id }) => id}
        empty={<Empty title={t.none}>{t.noneText}</Empty>}
      />
      {recording && (
        <Suspense>
          <ProjectDialog project={null} onClose={() => setRecording(false)} />
        </Suspense>
      )}
    </>
  );
}

function ProjectItem({ project }: { readonly project: ProjectFieldsFragment }) {
  const t = useWords(projectWords);
  const levels = useWords(projectLevels);
  const statuses = useWords(projectStatuses);
  return (
    <Card
      to={`/projects/${project.id}`}
      title={project.title}
      text={project.summary}
      corner={
        <span className="row" style={{ gap: 8 }}>
          {!project.open && <StatusTag tone="rest">{t.notOpen}</StatusTag>}
          <StatusTag tone={projectTones[project.status]}>{statuses[project.status]}</StatusTag>
        </span>
      }
      meta={[
        <span key="number" className="num">
          {project.number}
        </span>,
        <span key="level">{levels[project.level]}</span>,
        project.programme !== '' && <span key="programme">{project.programme}</span>,
        <span key="leader">{project.leader}</span>,
        <span key="owner">{project.owner.name}</span>,
        <Day key="started" on={project.startedOn} />,
      ]}
    />
  );
}

export { ProjectsPage as Component };
