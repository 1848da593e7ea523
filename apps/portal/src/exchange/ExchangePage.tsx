import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Field } from '../design/Field.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty, Notice, Refusal } from '../design/States.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import { When } from '../design/Values.js';
import type { ExchangeBatchesQuery, ExchangeState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ExchangeBatchesDocument, ExportToNationalDocument } from './documents.js';
import { MappingTable } from './MappingTable.js';
import { exchangeWords } from './words.js';

const SORTS = ['NEWEST'] as const;
const tones: Readonly<Record<ExchangeState, StatusTone>> = {
  RUNNING: 'moving',
  COMPLETE: 'good',
  WITH_PROBLEMS: 'attention',
};

/** What the server tells of a file of returned numbers. */
interface ReturnedFile extends StoredFile {
  readonly updated?: number;
  readonly unchanged?: number;
  readonly failed?: number;
}

type Waiting = ExchangeBatchesQuery['exchangeWaiting'];

/** What the next package would hold; nothing while it is not known. */
function Waits({ waiting }: { waiting: Waiting | undefined }) {
  const t = useWords(exchangeWords);
  if (waiting === undefined) return null;
  if (waiting.length === 0) return <p>{t.nothingWaits}</p>;
  return (
    <p>
      {t.waiting}{' '}
      <strong>{waiting.map(({ report, count }) => t.waitingOf(t.reports[report], count)).join(' · ')}</strong>
    </p>
  );
}

function Acts({ waiting, onDone }: { waiting: Waiting | undefined; onDone: () => void }) {
  const t = useWords(exchangeWords);
  const toast = useToast();
  const send = useCommand(ExportToNationalDocument);
  const run = async (again: boolean): Promise<void> => {
    const outcome = await send.run({ again });
    if (!outcome.ok) return;
    toast(t.exported);
    onDone();
  };
  const taken = (files: readonly ReturnedFile[]): void => {
    const last = files.at(-1);
    if (last === undefined) return;
    toast(t.taken(last.updated ?? 0, last.unchanged ?? 0, last.failed ?? 0));
    onDone();
  };
  return (
    <Notice>
      <div className="stack">
        <p>{t.exportHint}</p>
        <Waits waiting={waiting} />
        <div className="row">
          <Button tone="primary" busy={send.busy} onClick={() => void run(false)}>
            {t.export}
          </Button>
          <Button busy={send.busy} onClick={() => void run(true)}>
            {t.again}
          </Button>
        </div>
        <Refusal failure={send.failure} />
        <Field label={t.take} group>
          <UploadList
            domain="contracts/exchange"
            files={[]}
            max={1}
            accept=".csv,.xlsx,.jsonl,.ndjson"
            hint={t.takeHint}
            onChange={taken}
          />
        </Field>
      </div>
    </Notice>
  );
}

/** 与全国系统交换, for the registrars. */
export function Component() {
  const t = useWords(exchangeWords);
  const state = useListState(SORTS);
  const [direction = null] = state.among('direction', t.directions);
  const [result, ask] = useQuery({
    query: ExchangeBatchesDocument,
    variables: { ...state.paging, direction, text: state.text || null },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <ListPage
        title={t.title}
        intro={t.intro}
        state={state}
        searchPlaceholder={t.search}
        facets={[{ name: 'direction', label: t.direction, single: true, options: choicesFrom(t.directions) }]}
        notice={<Acts waiting={result.data?.exchangeWaiting} onDone={again} />}
        result={result}
        connection={result.data?.exchangeBatches}
        onRetry={again}
        keyOf={({ id }) => id}
        renderItems={(batches) => (
          <DataTable
            caption={t.batches}
            rows={batches}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'number',
                title: t.number,
                render: (batch) => (
                  <>
                    <span className="mono">{batch.number}</span>
                    <br />
                    <small className="quiet">
                      {t.directions[batch.direction]} {batch.fileName}
                    </small>
                  </>
                ),
              },
              { key: 'when', title: t.when, render: (batch) => <When at={batch.createdAt} /> },
              { key: 'who', title: t.who, render: (batch) => batch.createdByName },
              {
                key: 'counts',
                title: t.counts,
                render: ({ rows, done, unchanged, failed }) => (
                  <span className="num">{t.countsOf(rows, done, unchanged, failed)}</span>
                ),
              },
              {
                key: 'state',
                title: t.state,
                render: (batch) => <StatusTag tone={tones[batch.state]}>{t.states[batch.state]}</StatusTag>,
              },
              {
                key: 'files',
                title: t.files,
                render: ({ csvUrl, xlsxUrl, jsonlUrl, problemsUrl }) => (
                  <span className="row">
                    {xlsxUrl && <a href={xlsxUrl}>XLSX</a>}
                    {csvUrl && <a href={csvUrl}>CSV</a>}
                    {jsonlUrl && <a href={jsonlUrl}>JSONL</a>}
                    {problemsUrl && <a href={problemsUrl}>{t.problems}</a>}
                  </span>
                ),
              },
            ]}
          />
        )}
        empty={
          <Empty title={t.none} icon="external">
            {t.noneText}
          </Empty>
        }
      />
      <MappingTable />
    </>
  );
}
