import { useSyncExternalStore } from 'react';
import { useLanguage } from './index.js';
import { messageIn } from './messageIn.js';
import type { Said } from './reading.js';

type Loaded = typeof import('./serverEnglish.js');

let loaded: Loaded | null = null;
let loading: Promise<void> | null = null;
const told = new Set<() => void>();

/** Fetches the English of the server's sentences, once. A page that was left meanwhile or is offline tries again. */
export function loadServerEnglish(): Promise<void> {
  loading ??= import('./serverEnglish.js').then(
    (module) => {
      loaded = module;
      for (const tell of told) tell();
    },
    () => {
      loading = null;
    },
  );
  return loading;
}

function subscribe(tell: () => void): () => void {
  told.add(tell);
  return () => told.delete(tell);
}

/** The dictionary on English pages; null on Chinese ones, and until it has come. */
export function useServerEnglish(): Loaded | null {
  const { language } = useLanguage();
  const now = useSyncExternalStore(subscribe, () => loaded);
  if (language !== 'en') return null;
  if (now === null) void loadServerEnglish();
  return now;
}

/** What the server says, in the language of the page. */
export function useSay(): (said: Said | string) => string {
  const english = useServerEnglish();
  return (said) => {
    if (english !== null) return english.sentences.english(said);
    return typeof said === 'string' ? said : said.message;
  };
}

/** A note in a history: what the platform noted in the language of the page, what people wrote as it is. */
export function useNoted(): (note: string) => string {
  const english = useServerEnglish();
  return (note) => english?.noted.english(note) ?? note;
}

/** A message of the inbox, in the language of the page. */
export function useMessageText(): (text: string) => string {
  const english = useServerEnglish();
  return (text) => (english === null ? text : messageIn(text, english.messages));
}
