import { useLocation, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Crumbs, Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { Heading, Pager } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Loaded } from '../design/Loaded.js';
import { Progress as Bar } from '../design/Progress.js';
import { Notice, Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useUntilDone } from '../design/useUntilDone.js';
import type { ImportRunQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { ImportRunDocument, StartImportDocument } from './documents.js';
import { importMappings, importStates, importTones, importWords } from './words.js';

type Run = NonNullable<ImportRunQuery['importRun']>;

const SORTS = ['ROW'] as const;
const PROBLEMS_A_PAGE = 50;

/** One import: its progress while it runs, and its report row by row. */
export function ImportPage() {
  const t = useWords(importWords);
  const say = useSay();
  const { id = '' } = useParams();
  // The file that was just checked; after a reload it is uploaded again.
  const { fileId } = (useLocation().state ?? {}) as { fileId?: string };
  const state = useListState(SORTS, PROBLEMS_A_PAGE);
  const [result, ask] = useQuery({
    query: ImportRunDocument,
    variables: { id, ...state.paging },
    requestPolicy: 'cache-and-network',
  });
  const run = result.data?.importRun;
  const going = run?.state === 'WAITING' || run?.state === 'RUNNING';
  useUntilDone(going, ask, run?.processed);
  return (
    <div className="wrap">
      <Crumbs crumbs={[{ label: t.title, to: '/imports' }]} />
      <Heading title={run ? t.reportTitle(run.fileName) : t.report} />
      <Loaded result={result} value={run} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => (
          <div className="stack" style={{ gap: 24 }}>
            <Progress run={found} going={going} />
            {found.state === 'DONE' && found.dryRun && fileId && <Continue run={found} fileId={fileId} />}
            <Section title={t.problems}>
              {found.problems.totalCount === 0 ? (
                <p className="quiet">{going ? t.running : t.noProblems}</p>
              ) : (
                <>
                  <DataTable
                    caption={t.problems}
                    rows={found.problems.edges.map((edge) => edge.node)}
                    keyOf={(problem, index) => `${problem.row}:${problem.column}:${index}`}
                    columns={[
                      { key: 'row', title: t.row, right: true, render: (problem) => problem.row },
                      { key: 'column', title: t.column, render: (problem) => problem.column },
                      {
                        key: 'value',
                        title: t.value,
                        render: (problem) => <span className="mono">{problem.value}</span>,
                      },
                      { key: 'what', title: t.what, render: (problem) => say(problem.message) },
                    ]}
                  />
                  <Pager connection={found.problems} state={state} />
                </>
              )}
            </Section>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Progress({ run, going }: { run: Run; going: boolean }) {
  const t = useWords(importWords);
  const say = useSay();
  const states = useWords(importStates);
  const mappings = useWords(importMappings);
  return (
    <>
      <div className="row">
        <StatusTag tone={importTones[run.state]}>{states[run.state]}</StatusTag>
        <span>{`${t[run.kind]} · ${run.dryRun ? t.dryRun : t.real} · ${run.owner.name}`}</span>
        {run.mapping && (
          <span className="quiet">{`${t.mapping} ${mappings[run.mapping] ?? run.mapping}`}</span>
        )}
      </div>
      {going && (
        <>
          <Bar label={t.progress} done={run.processed} of={run.total ?? null} />
          <p className="quiet" role="status">
            {t.running}
          </p>
        </>
      )}
      {run.state === 'FAILED' && (
        <Notice tone="amber" icon="warn">
          <strong>{t.failedText}</strong>
          <p>{run.message && say(run.message)}</p>
        </Notice>
      )}
      <Figures>
        <Figure label={t.processed} value={run.processed.toLocaleString('en-US')} unit={t.rows} />
        <Figure label={t.created} value={run.created.toLocaleString('en-US')} />
        <Figure label={t.updated} value={run.updated.toLocaleString('en-US')} />
        <Figure label={t.unchanged} value={run.unchanged.toLocaleString('en-US')} />
        <Figure label={t.failed} value={run.failed.toLocaleString('en-US')} />
      </Figures>
    </>
  );
}

/** After a check: the same file, this time for good. */
function Continue({ run, fileId }: { run: Run; fileId: string }) {
  const t = useWords(importWords);
  const navigate = useNavigate();
  const start = useCommand(StartImportDocument);
  const go = async (): Promise<void> => {
    const outcome = await start.run({ fileId, kind: run.kind, ownerId: run.owner.id, dryRun: false });
    if (outcome.ok) void navigate(`/imports/${outcome.data.startImport.importRun.id}`);
  };
  return (
    <div>
      <Button tone="primary" busy={start.busy} onClick={() => void go()}>
        {run.failed > 0 ? t.importRest(run.failed) : t.importNow}
      </Button>
      <Refusal failure={start.failure} />
    </div>
  );
}

export { ImportPage as Component };
