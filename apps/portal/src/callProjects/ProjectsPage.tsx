import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../api/viewer.js';
import { TablePage } from '../design/TablePage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Day, Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { ProjectsDocument } from './documents.js';
import { projectStates, projectTones, projectWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 揭榜项目: what awards have become. */
export function Component() {
  const t = useWords(projectWords);
  const states = useWords(projectStates);
  const { viewer, may } = useViewer();
  const state = useListState(SORTS);
  const [which] = state.values('which');
  const chosen = state.among('state', states);
  const [result, ask] = useQuery({
    query: ProjectsDocument,
    variables: {
      ...state.paging,
      filter: {
        states: chosen.length > 0 ? chosen : null,
        mine: which === 'mine' ? true : null,
        toApprove: which === 'toApprove' ? true : null,
        text: state.text || null,
      },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.title}
      intro={t.intro}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          name: 'state',
          label: t.state,
          options: Object.entries(states).map(([value, label]) => ({ value, label })),
        },
        ...(viewer
          ? [
              {
                ...{ name: 'which', label: t.which, single: true },
                options: [
                  { value: 'mine', label: t.mine },
                  ...(may('REVIEW_LISTING') ? [{ value: 'toApprove', label: t.toApprove }] : []),
                ],
              },
            ]
          : []),
      ]}
      result={result}
      connection={result.data?.callProjects}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t.project,
          render: ({ id, title, code }) => (
            <Two under={code} mono>
              <Link to={`/call-projects/${id}`}>{title}</Link>
            </Two>
          ),
        },
        { key: 'undertaker', title: t.undertaker, render: ({ organisationName }) => organisationName },
        {
          key: 'approved',
          title: t.approved,
          right: true,
          render: ({ approved }) => <Money fen={approved} />,
        },
        { key: 'endsOn', title: t.endsOn, render: ({ endsOn }) => <Day on={endsOn} /> },
        {
          key: 'state',
          title: t.state,
          render: (project) => {
            const late = project.milestones.filter(({ overdue }) => overdue).length;
            return (
              <>
                <StatusTag tone={projectTones[project.state]}>{states[project.state]}</StatusTag>{' '}
                {late > 0 && <StatusTag tone="attention">{t.overdueCount(late)}</StatusTag>}
              </>
            );
          },
        },
      ]}
      empty={
        <Empty title={t.none} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}
