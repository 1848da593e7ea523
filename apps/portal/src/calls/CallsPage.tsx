import { useQuery } from 'urql';
import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { CallBatchesDocument } from '../callBatches/documents.js';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { CallItem } from './CallItem.js';
import { CallsDocument } from './documents.js';
import { callModes, callStates, callTypes, PUBLIC_STATES } from './terms.js';
import { callWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 揭榜大厅: every call that the public sees. */
export function Component() {
  const t = useWords(callWords);
  const modes = useWords(callModes);
  const names = useWords(callStates);
  const types = useWords(callTypes);
  const city = useCity();
  const tables = useCodeTables();
  const { may } = useViewer();
  const state = useListState(SORTS);
  const shown = Object.fromEntries(PUBLIC_STATES.map((one) => [one, names[one]])) as Record<
    (typeof PUBLIC_STATES)[number],
    string
  >;
  const states = state.among('state', shown);
  const chosen = state.among('mode', modes);
  const one = (name: string): string | null => state.values(name)[0] ?? null;
  const batches = useBatchFacet();
  const [result, ask] = useQuery({
    query: CallsDocument,
    variables: {
      ...state.paging,
      filter: {
        states: states.length > 0 ? states : [...PUBLIC_STATES],
        modes: chosen.length > 0 ? chosen : null,
        type: state.among('type', types)[0] ?? null,
        cluster: one('cluster'),
        techField: one('field'),
        division: one('division'),
        batchId: one('batch'),
        open: state.values('open').length > 0 ? true : null,
        text: state.text || null,
      },
    },
  });
  return (
    <ListPage
      title={t.title}
      intro={t.intro}
      actions={
        <>
          {may('POST_NEED') && <Button to="/calls/mine">{t.mine}</Button>}
          <Button tone="quiet" to="/call-batches">
            {t.batches}
          </Button>
          <Button tone="quiet" href="/open-data/ocds/records">
            {t.openData}
          </Button>
          {may('REVIEW_LISTING') && <Button to="/calls/desk">{t.desk}</Button>}
        </>
      }
      state={state}
      searchPlaceholder={t.search}
      facets={[
        { name: 'open', label: t.when, options: [{ value: 'yes', label: t.openOnly }] },
        { name: 'state', label: t.state, options: choicesFrom(shown) },
        { name: 'mode', label: t.mode, options: choicesFrom(modes) },
        { name: 'type', label: t.type, single: true, options: choicesFrom(types) },
        { name: 'cluster', label: t.cluster, single: true, options: choicesOf(city?.clusters) },
        { name: 'field', label: t.field, single: true, options: choicesOf(tables?.techFields) },
        ...batches,
        { name: 'division', label: t.division, single: true, options: choicesOf(city?.divisions) },
      ]}
      result={result}
      connection={result.data?.calls}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node) => <CallItem call={node} />}
      keyOf={({ id }) => id}
      empty={<Empty title={t.none}>{t.noneText}</Empty>}
    />
  );
}

/** 征集批次 by which calls are filtered, where the city has any. */
function useBatchFacet() {
  const t = useWords(callWords);
  const [result] = useQuery({ query: CallBatchesDocument, variables: { first: 50 } });
  const options = (result.data?.callBatches.edges ?? []).map(({ node }) => ({
    ...{ value: node.id, label: node.title },
  }));
  return options.length === 0 ? [] : [{ name: 'batch', label: t.batches, single: true, options }];
}
