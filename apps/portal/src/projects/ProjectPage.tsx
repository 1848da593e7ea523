import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { ActionRail } from '../design/ActionRail.js';
import { DetailPage } from '../design/DetailPage.js';
import { LoadedPage } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day, Money } from '../design/Values.js';
import type { ProjectPageFragment } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { TextSection } from '../listings/parts.js';
import { EntryHistory } from '../design/EntryHistory.js';
import { DiscardProjectDocument, ProjectDocument } from './documents.js';
import { projectLevels, projectPast, projectStatuses, projectTones, projectWords } from './words.js';

const ProjectDialog = lazy(() =>
  import('./ProjectDialog.js').then((module) => ({ default: module.ProjectDialog })),
);

/** One research project. */
export function ProjectPage() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: ProjectDocument, variables: { id } });
  return (
    <LoadedPage
      result={result}
      value={result.data?.project}
      cards={2}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(project) => <Shown project={project} />}
    </LoadedPage>
  );
}

function Shown({ project }: { readonly project: ProjectPageFragment }) {
  const t = useWords(projectWords);
  const levels = useWords(projectLevels);
  const statuses = useWords(projectStatuses);
  const past = useWords(projectPast);
  const { list } = useWords(common);
  const [editing, setEditing] = useState(false);
  const discard = useCommand(DiscardProjectDocument);
  return (
    <DetailPage
      title={project.title}
      crumbs={[{ label: t.title, to: '/projects' }]}
      eyebrow={
        <>
          <StatusTag tone={projectTones[project.status]}>{statuses[project.status]}</StatusTag>
          <span>{levels[project.level]}</span>
          {!project.open && <StatusTag tone="rest">{t.notOpen}</StatusTag>}
        </>
      }
      facts={[
        { label: t.number, value: <span className="num">{project.number}</span> },
        { label: t.owner, value: project.owner.name },
        ...(project.programme !== '' ? [{ label: t.programme, value: project.programme }] : []),
        { label: t.leader, value: project.leader },
        ...(project.members.length > 0 ? [{ label: t.members, value: list(project.members) }] : []),
        { label: t.startedOn, value: <Day on={project.startedOn} /> },
        ...(project.endedOn ? [{ label: t.endedOn, value: <Day on={project.endedOn} /> }] : []),
        ...(project.funding != null ? [{ label: t.funding, value: <Money fen={project.funding} /> }] : []),
      ]}
      actions={
        project.availableActions.length > 0 && (
          <>
            <ActionRail
              available={project.availableActions}
              specs={{
                edit: { label: t.edit, tone: 'primary', open: () => setEditing(true) },
                discard: {
                  label: t.discard,
                  tone: 'danger',
                  confirm: t.discardAsk,
                  run: () => discard.run({ id: project.id, expectedVersion: project.version }),
                  done: t.discarded,
                },
              }}
            />
            {editing && (
              <Suspense>
                <ProjectDialog project={project} onClose={() => setEditing(false)} />
              </Suspense>
            )}
          </>
        )
      }
    >
      {project.removed && <Notice icon="stop">{t.removed}</Notice>}
      {project.summary !== '' && <TextSection title={t.summary} text={project.summary} />}
      <EntryHistory
        title={t.timeline}
        note={t.timelineNote}
        entries={project.timeline}
        nameOf={(action) => past[action] ?? action}
      />
    </DetailPage>
  );
}

export { ProjectPage as Component };
