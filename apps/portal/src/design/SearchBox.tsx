import { useEffect, useState, type SubmitEvent } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Button } from './Button.js';
import { Icon } from './Icon.js';
import type { ListState } from './listState.js';
import css from './SearchBox.module.css';
import { MAX_SEARCH } from './searchText.js';

/** What a list is searched by. It is asked when one says so: a word half typed in Chinese is no word yet. */
export function SearchBox({ state, label }: { state: ListState; label: string }) {
  const c = useWords(common);
  const [text, setText] = useState(state.text);
  useEffect(() => setText(state.text), [state.text]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    state.search(text);
  };
  return (
    <form className={css['search']} role="search" aria-label={label} onSubmit={submit}>
      <Icon name="search" />
      <input
        type="search"
        value={text}
        placeholder={label}
        aria-label={label}
        maxLength={MAX_SEARCH}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" tone="primary">
        {c.search}
      </Button>
    </form>
  );
}
