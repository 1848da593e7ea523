import { useEffect, useRef, useState, type CompositionEvent, type SubmitEvent } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Button } from './Button.js';
import { Icon } from './Icon.js';
import type { ListState } from './listState.js';
import css from './SearchBox.module.css';
import { MAX_SEARCH } from './searchText.js';
import { useTypedSearch } from './useTypedSearch.js';

/** What a list is searched by. It is asked when one says so: a word half typed in Chinese is no word yet. */
export function SearchBox({ state, label }: { state: ListState; label: string }) {
  const [text, setText] = useState(state.text);
  useEffect(() => setText(state.text), [state.text]);
  return <Box label={label} text={text} onType={setText} onSubmit={() => state.search(text)} />;
}

/**
 * The same where what is found is shown as one types: asked when the typing has rested, never while an input method composes.
 * @param busy an answer is on its way
 */
export function TypedSearchBox({ state, label, busy }: { state: ListState; label: string; busy: boolean }) {
  const { text, type, submit } = useTypedSearch(state);
  const composing = useRef(false);
  return (
    <Box
      label={label}
      text={text}
      busy={busy}
      onType={(typed) => type(typed, composing.current)}
      onCompose={(on, typed) => {
        composing.current = on;
        type(typed, on);
      }}
      onSubmit={submit}
    />
  );
}

function Box(props: {
  readonly label: string;
  readonly text: string;
  readonly busy?: boolean;
  readonly onType: (text: string) => void;
  readonly onCompose?: (on: boolean, text: string) => void;
  readonly onSubmit: () => void;
}) {
  const { label, text, busy = false, onType, onCompose, onSubmit } = props;
  const c = useWords(common);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const compose = (on: boolean) => (event: CompositionEvent<HTMLInputElement>) =>
    onCompose?.(on, event.currentTarget.value);
  return (
    <form className={css['search']} role="search" aria-label={label} onSubmit={submit}>
      <Icon name="search" />
      <input
        type="search"
        value={text}
        placeholder={label}
        aria-label={label}
        maxLength={MAX_SEARCH}
        onChange={(event) => onType(event.target.value)}
        onCompositionStart={compose(true)}
        onCompositionEnd={compose(false)}
      />
      {busy && <span className={css['busy']} aria-hidden="true" />}
      <Button type="submit" tone="primary">
        {c.search}
      </Button>
    </form>
  );
}
