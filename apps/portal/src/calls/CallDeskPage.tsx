import { useQuery } from 'urql';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { CallTable } from './CallTable.js';
import { CallsDocument } from './documents.js';
import { callStates } from './terms.js';
import { callWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 榜单办理: what waits for my office, the longest waiting first; or everything that it reads. */
export function Component() {
  const t = useWords(callWords);
  const { DRAFT: _, ...names } = useWords(callStates);
  const state = useListState(SORTS);
  const states = state.among('state', names);
  const waiting = state.values('scope')[0] !== 'all';
  const [result, ask] = useQuery({
    query: CallsDocument,
    variables: {
      ...state.paging,
      filter: {
        waiting: waiting ? true : null,
        states: states.length > 0 ? states : null,
        text: state.text || null,
      },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      title={t.desk}
      intro={t.deskIntro}
      actions={
        <>
          <Button to="/call-batches">{t.batches}</Button>
          <Button to="/call-bans">{t.bans}</Button>
          <Button to="/review-fees">{t.fees}</Button>
          <Button to="/review-credit">{t.credit}</Button>
          <Button to="/calls">{t.toHall}</Button>
        </>
      }
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          name: 'scope',
          label: t.desk,
          single: true,
          fallback: 'waiting',
          options: [
            { value: 'waiting', label: t.waitingOnly },
            { value: 'all', label: t.all },
          ],
        },
        { name: 'state', label: t.state, options: choicesFrom(names) },
      ]}
      result={result}
      connection={result.data?.calls}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      renderItems={(calls) => <CallTable calls={calls} caption={t.desk} />}
      empty={<Empty title={t.deskNone}>{t.deskNoneText}</Empty>}
    />
  );
}
