import { Link } from 'react-router';
import { useQuery } from 'urql';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Heading, ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ImportRunsDocument } from './documents.js';
import { StartImport } from './StartImport.js';
import { importStates, importTones, importWords } from './words.js';

const SORTS = ['NEWEST'] as const;
const KINDS = { RESULT: '', NEED: '', PATENT: '', PROJECT: '' };
const MODES = { check: '', store: '' };

/** 批量导入: a new file, and the reports of earlier ones. */
export function ImportsPage() {
  const t = useWords(importWords);
  const states = useWords(importStates);
  const state = useListState(SORTS);
  const kinds = state.among('kind', KINDS);
  const chosen = state.among('state', states);
  const [mode] = state.among('mode', MODES);
  const [result, ask] = useQuery({
    query: ImportRunsDocument,
    variables: {
      ...state.paging,
      filter: {
        kinds: kinds.length > 0 ? kinds : null,
        states: chosen.length > 0 ? chosen : null,
        dryRun: mode === undefined ? null : mode === 'check',
        failed: state.values('problems').includes('yes') || null,
        text: state.text || null,
      },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <div className="stack" style={{ gap: 32 }}>
        <StartImport />
        <Section title={t.recent}>
          <ListPage
            embedded
            title={t.recent}
            state={state}
            facets={[
              {
                name: 'kind',
                label: t.kind,
                options: (['RESULT', 'NEED', 'PATENT', 'PROJECT'] as const).map((value) => ({
                  value,
                  label: t[value],
                })),
              },
              { name: 'state', label: t.state, options: choicesFrom(states) },
              {
                name: 'mode',
                label: t.mode,
                single: true,
                options: [
                  { value: 'check', label: t.dryRun },
                  { value: 'store', label: t.real },
                ],
              },
              { name: 'problems', label: t.problems, options: [{ value: 'yes', label: t.withProblems }] },
            ]}
            searchPlaceholder={t.search}
            result={result}
            connection={result.data?.importRuns}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
            keyOf={(run) => run.id}
            renderItem={(run) => run.fileName}
            renderItems={(runs) => (
              <DataTable
                caption={t.recent}
                rows={runs}
                keyOf={(run) => run.id}
                columns={[
                  {
                    key: 'file',
                    title: t.file,
                    render: (run) => <Link to={`/imports/${run.id}`}>{run.fileName}</Link>,
                  },
                  {
                    key: 'kind',
                    title: t.kind,
                    render: (run) => `${t[run.kind]} · ${run.dryRun ? t.dryRun : t.real}`,
                  },
                  {
                    key: 'state',
                    title: t.state,
                    render: (run) => <StatusTag tone={importTones[run.state]}>{states[run.state]}</StatusTag>,
                  },
                  {
                    key: 'created',
                    title: t.created,
                    right: true,
                    render: (run) => run.created.toLocaleString('en-US'),
                  },
                  {
                    key: 'updated',
                    title: t.updated,
                    right: true,
                    render: (run) => run.updated.toLocaleString('en-US'),
                  },
                  {
                    key: 'failed',
                    title: t.failed,
                    right: true,
                    render: (run) => run.failed.toLocaleString('en-US'),
                  },
                  { key: 'at', title: t.at, render: (run) => <When at={run.createdAt} /> },
                ]}
              />
            )}
            empty={
              <Empty title={t.none} icon="upload">
                {t.noneText}
              </Empty>
            }
          />
        </Section>
      </div>
    </div>
  );
}

export { ImportsPage as Component };
