import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCommand, type Outcome } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { ActForm, type Asked } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import type { CallBatchesQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { CallBatchesDocument, ChangeCallBatchDocument, OpenCallBatchDocument } from './documents.js';
import { batchWords } from './words.js';

type Batch = CallBatchesQuery['callBatches']['edges'][number]['node'];
const SORTS = ['NEWEST'] as const;
const CAN = { enabled: true, reason: null, violations: [] };
const NO_FILES = { projectId: '', action: '' };

/** 征集批次: when the city asks for demands, and what for. */
export function Component() {
  const t = useWords(batchWords);
  const { may } = useViewer();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: CallBatchesDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <ListPage
        title={t.title}
        intro={t.intro}
        actions={may('POST_NEED') && <Button to="/calls/mine">{t.post}</Button>}
        state={state}
        result={result}
        connection={result.data?.callBatches}
        onRetry={again}
        keyOf={({ id }) => id}
        renderItem={(batch) => <OneBatch batch={batch} onDone={again} />}
        empty={
          <Empty title={t.none} icon="clock">
            {t.noneText}
          </Empty>
        }
      />
      {may('REVIEW_LISTING') && <OpenBatch onDone={again} />}
    </>
  );
}

function OneBatch({ batch, onDone }: { readonly batch: Batch; readonly onDone: () => void }) {
  const t = useWords(batchWords);
  const { id, code, title, opensOn, closesOn, guide, collecting, mayChange } = batch;
  const word = collecting ? t.collecting : mayChange ? t.ahead : t.over;
  return (
    <Section title={title}>
      <p>
        <StatusTag tone={collecting ? 'moving' : 'ended'}>{word}</StatusTag>{' '}
        <span className="num quiet">{code}</span> <Day on={opensOn} /> – <Day on={closesOn} />
      </p>
      <p className="prose">{guide}</p>
      <p>
        <Link to={`/calls?batch=${id}`}>{t.calls}</Link>
      </p>
      {mayChange && <ChangeBatch batch={batch} onDone={onDone} />}
    </Section>
  );
}

const useAsked = (): readonly Asked[] => {
  const t = useWords(batchWords);
  return [
    { name: 'title', label: t.name, kind: 'text' },
    { name: 'opensOn', label: t.opensOn, kind: 'day' },
    { name: 'closesOn', label: t.closesOn, kind: 'day' },
    { name: 'guide', label: t.guide, hint: t.guideHint, kind: 'area' },
  ];
};

/** Tells the list once it is done. */
const then = async (done: Promise<Outcome<unknown>>, onDone: () => void): Promise<Outcome<unknown>> => {
  const outcome = await done;
  if (outcome.ok) onDone();
  return outcome;
};

function OpenBatch({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(batchWords);
  const open = useCommand(OpenCallBatchDocument);
  return (
    <div className="wrap">
      <ActForm
        name="batch/new"
        subject={NO_FILES}
        label={t.open}
        action={{ ...CAN, action: 'open' }}
        asked={useAsked()}
        run={(entered) =>
          then(
            open.run({
              ...{ title: textOf(entered, 'title'), guide: textOf(entered, 'guide') },
              ...{ opensOn: textOf(entered, 'opensOn'), closesOn: textOf(entered, 'closesOn') },
            }),
            onDone,
          )
        }
      />
    </div>
  );
}

function ChangeBatch({ batch, onDone }: { readonly batch: Batch; readonly onDone: () => void }) {
  const t = useWords(batchWords);
  const change = useCommand(ChangeCallBatchDocument);
  const { title, opensOn, closesOn, guide } = batch;
  return (
    <ActForm
      name={`batch/${batch.id}`}
      subject={NO_FILES}
      label={t.change}
      action={{ ...CAN, action: 'change' }}
      asked={useAsked()}
      initial={{ title, opensOn, closesOn, guide }}
      run={(entered) =>
        then(
          change.run({
            ...{ id: batch.id, expectedVersion: batch.version },
            ...{ title: textOf(entered, 'title'), guide: textOf(entered, 'guide') },
            ...{ opensOn: textOf(entered, 'opensOn'), closesOn: textOf(entered, 'closesOn') },
          }),
          onDone,
        )
      }
    />
  );
}
