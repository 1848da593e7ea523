import { useCallback, useEffect, useRef, useState } from 'react';
import type { ListState } from './listState.js';
import { searchWords } from './searchText.js';
import { REST_MS } from './useRested.js';

/** A field whose words are looked for as one types. */
export interface TypedSearch {
  readonly text: string;
  /** @param composing an input method still works on it: what stands there is no word yet */
  type(text: string, composing: boolean): void;
  /** Looks for the words at once, as an address that Back leads away from. */
  submit(): void;
}

/** An address without what one types and what typing resets. */
function besidesWords(address: string): string {
  const url = new URL(address, location.origin);
  for (const key of ['q', 'after', 'before', 'p']) url.searchParams.delete(key);
  return `${url.pathname}?${url.searchParams.toString()}`;
}

const here = (): string => `${location.pathname}${location.search}`;

/**
 * Asks each time the typing has rested. Meanwhile the address is replaced, pause by pause; once the words are sent, the one
 * from before the typing stands in the history again, below them.
 */
export function useTypedSearch(state: ListState): TypedSearch {
  const [text, setText] = useState(state.text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was asked from here and has not arrived in the address yet, in its order. */
  const sent = useRef<readonly string[]>([]);
  /** The address from before the typing. */
  const before = useRef<string | null>(null);
  const latest = useRef(state);
  latest.current = state;

  useEffect(() => {
    const arrived = sent.current.indexOf(state.text);
    sent.current = sent.current.slice(arrived + 1);
    if (arrived >= 0) return;
    // Back, or a link: no words of this field.
    sent.current = [];
    before.current = null;
    clearTimeout(timer.current);
    setText(state.text);
  }, [state.text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Notes the words as sent, unless they are what stands there already. */
  const isNew = (words: string): boolean => {
    if (words === (sent.current.at(-1) ?? latest.current.text)) return false;
    sent.current = [...sent.current, words];
    return true;
  };
  const ask = useCallback((words: string): void => {
    const from = here();
    if (!isNew(words)) return;
    before.current ??= from;
    latest.current.searchTyped(words);
  }, []);
  const type = useCallback(
    (typed: string, composing: boolean): void => {
      clearTimeout(timer.current);
      setText(typed);
      if (!composing) timer.current = setTimeout(() => ask(searchWords(typed)), REST_MS);
    },
    [ask],
  );
  const submit = (): void => {
    clearTimeout(timer.current);
    const words = searchWords(text);
    const from = before.current;
    before.current = null;
    const isTyped = from !== null && besidesWords(from) === besidesWords(here());
    if (!isNew(words) && !isTyped) return;
    if (isTyped) history.replaceState(history.state, '', from);
    state.search(words);
  };
  return { text, type, submit };
}
