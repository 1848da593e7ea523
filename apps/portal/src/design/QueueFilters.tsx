import { Button } from './Button.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import { Field, SelectInput, type Choice } from './Field.js';
import type { ListState } from './listState.js';
import css from './QueueFilters.module.css';
import { SearchBox } from './SearchBox.js';

const queueWords = words(
  { nothing: '没有符合条件的事项', any: '全部' },
  { nothing: 'Nothing matches', any: 'All' },
);

/** One of the filters above a queue. */
export interface QueueFilter {
  /** The name in the URL. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** What narrows a queue; all of it stands in the URL. */
export function QueueFilters(props: {
  readonly state: ListState;
  readonly searchLabel: string;
  readonly filters: readonly QueueFilter[];
}) {
  const { state } = props;
  const t = useWords(queueWords);
  return (
    <div className={css['filters']}>
      <SearchBox state={state} label={props.searchLabel} />
      <div className={css['selects']}>
        {props.filters.map(({ name, label, choices }) => (
          <Field key={name} label={label}>
            <SelectInput
              value={state.values(name)[0] ?? ''}
              placeholder={t.any}
              choices={choices}
              onChange={(value) => state.setFacet(name, value === '' ? [] : [value])}
            />
          </Field>
        ))}
      </div>
    </div>
  );
}

/** Below a queue: that nothing is in it, or its further pages. */
export function QueueFoot(props: {
  readonly state: ListState;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
  readonly isEmpty: boolean;
  /** What an empty queue that nothing narrows says, and what comes next. */
  readonly empty: { readonly title: string; readonly text: string };
}) {
  const { state, pageInfo, empty } = props;
  const t = useWords(queueWords);
  const c = useWords(common);
  if (props.isEmpty)
    return (
      <div className="stack">
        <strong>{state.narrowed ? t.nothing : empty.title}</strong>
        {state.narrowed ? (
          <Button onClick={state.clear}>{c.clearAll}</Button>
        ) : (
          <span className="quiet">{empty.text}</span>
        )}
      </div>
    );
  if (!pageInfo.hasNextPage && state.page <= 1) return null;
  return (
    <div className="spread">
      <Button
        size="small"
        disabled={state.page <= 1}
        onClick={() => state.previous(pageInfo.startCursor ?? '')}
      >
        {c.previous}
      </Button>
      <Button
        size="small"
        disabled={!pageInfo.hasNextPage}
        onClick={() => state.next(pageInfo.endCursor ?? '')}
      >
        {c.next}
      </Button>
    </div>
  );
}
