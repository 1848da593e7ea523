import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import type { Batch } from './batch.js';
import { CallBatchesDocument } from './documents.js';
import { batchWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** The bureau's forms bring a calendar along, which nobody else loads. */
const BatchForm = lazy(() => import('./BatchForm.js').then((module) => ({ default: module.BatchForm })));

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
      {may('REVIEW_LISTING') && (
        <div className="wrap">
          <Suspense>
            <BatchForm batch={null} onDone={again} />
          </Suspense>
        </div>
      )}
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
      {mayChange && (
        <Suspense>
          <BatchForm batch={batch} onDone={onDone} />
        </Suspense>
      )}
    </Section>
  );
}
