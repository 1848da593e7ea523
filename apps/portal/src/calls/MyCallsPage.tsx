import { useQuery } from 'urql';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { CallTable } from './CallTable.js';
import { CallsDocument } from './documents.js';
import { StartCall } from './StartCall.js';
import { callStates } from './terms.js';
import { callWords } from './words.js';

const SORTS = ['NEWEST'] as const;

/** 我的榜单: demands and calls of my organisations. */
export function Component() {
  const t = useWords(callWords);
  const names = useWords(callStates);
  const state = useListState(SORTS);
  const states = state.among('state', names);
  const [result, ask] = useQuery({
    query: CallsDocument,
    variables: {
      ...state.paging,
      filter: { mine: true, states: states.length > 0 ? states : null, text: state.text || null },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      title={t.mine}
      intro={t.mineIntro}
      actions={
        <>
          <StartCall />
          <Button to="/calls">{t.toHall}</Button>
        </>
      }
      state={state}
      searchPlaceholder={t.search}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(names) }]}
      result={result}
      connection={result.data?.calls}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      renderItems={(calls) => <CallTable calls={calls} caption={t.mine} />}
      empty={<Empty title={t.mineNone}>{t.mineNoneText}</Empty>}
    />
  );
}
