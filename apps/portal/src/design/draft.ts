import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../api/command.js';
import type { Failure, Violation } from '../api/failure.js';

/** A draft as the server holds it. */
export interface StoredDraft<C> {
  readonly id: string;
  readonly version: number;
  readonly content: C;
  /** What still keeps it from being submitted. */
  readonly missing: readonly Violation[];
}

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed' | 'stale';

export interface Draft<C> {
  readonly content: C;
  readonly id: string | null;
  readonly version: number;
  readonly missing: readonly Violation[];
  readonly state: SaveState;
  /** When the server last confirmed, on this device's clock. */
  readonly savedAt: number | null;
  readonly failure: Failure | null;
  /** Changes part of the content; it is saved when the hands rest. */
  patch(change: Partial<C>): void;
  /** Saves what is unsaved at once. False when something stands in the way. */
  flush(): Promise<{ readonly id: string; readonly version: number } | null>;
  /** After STALE_VERSION: takes what the server holds and drops what is unsaved here. */
  takeTheirs(): Promise<void>;
  /** After STALE_VERSION: saves what is here over the newer version, knowingly. */
  keepMine(): Promise<void>;
  /**
   * Carries out another command of this page on the same thing, such as adding a file: what is typed is saved first,
   * and saving waits until the command's own version is taken over. False where it could not be saved: then nothing is done.
   */
  alongside(
    act: (head: { readonly id: string; readonly version: number }) => Promise<{
      readonly version: number;
      readonly missing: readonly Violation[];
    } | null>,
  ): Promise<boolean>;
  /** What is missing changed by itself, while the content did not: a file was read, say. */
  learn(version: number, missing: readonly Violation[]): void;
}

const REST_MS = 1200;
const RETRY_MS = 8000;

/**
 * Keeps a form's content and saves it by itself: debounced, one save at a time, each with the version it was made on.
 * A lost connection is tried again; somebody else's change stops the saving and asks.
 */
export function useDraft<C extends object>(options: {
  readonly initial: StoredDraft<C> | null;
  readonly empty: C;
  readonly save: (draft: {
    readonly id: string | null;
    readonly expectedVersion: number | null;
    readonly content: C;
  }) => Promise<Outcome<StoredDraft<C>>>;
  /** Reads the draft afresh, past any cache. */
  readonly load: (id: string) => Promise<StoredDraft<C> | null>;
}): Draft<C> {
  const [content, setContent] = useState<C>(options.initial?.content ?? options.empty);
  const [head, setHead] = useState<{ id: string | null; version: number }>({
    id: options.initial?.id ?? null,
    version: options.initial?.version ?? 0,
  });
  const [missing, setMissing] = useState<readonly Violation[]>(options.initial?.missing ?? []);
  const [state, setState] = useState<SaveState>('clean');
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const latest = useRef({ content, head, revision: 0, savedRevision: 0, options });
  latest.current.options = options;
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const take = useCallback((stored: StoredDraft<C>) => {
    latest.current.head = { id: stored.id, version: stored.version };
    setHead(latest.current.head);
    setMissing(stored.missing);
  }, []);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const now = latest.current;
    const { revision } = now;
    setState('saving');
    const outcome = await now.options.save({
      id: now.head.id,
      expectedVersion: now.head.id ? now.head.version : null,
      content: now.content,
    });
    if (outcome.ok) {
      take(outcome.data);
      now.savedRevision = revision;
      setFailure(null);
      setSavedAt(Date.now());
      setState(now.revision === revision ? 'saved' : 'dirty');
      return true;
    }
    setFailure(outcome.failure);
    setState(outcome.failure.code === 'STALE_VERSION' ? 'stale' : 'failed');
    return false;
  }, [take]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    while (latest.current.revision !== latest.current.savedRevision || latest.current.head.id === null) {
      running.current = saveOnce();
      const saved = await running.current;
      running.current = null;
      if (!saved) return null;
    }
    const { id, version } = latest.current.head;
    return id === null ? null : { id, version };
  }, [saveOnce]);

  const patch = useCallback((change: Partial<C>) => {
    latest.current.content = { ...latest.current.content, ...change };
    latest.current.revision += 1;
    setContent(latest.current.content);
    setState((before) => (before === 'stale' ? 'stale' : 'dirty'));
  }, []);

  useEffect(() => {
    if (state !== 'dirty') return undefined;
    timer.current = setTimeout(() => void flush(), REST_MS);
    return () => clearTimeout(timer.current);
  }, [state, content, flush]);

  const lostConnection = state === 'failed' && (failure?.code === 'NETWORK' || failure?.code === 'OFFLINE');
  useEffect(() => {
    if (!lostConnection) return undefined;
    const again = setInterval(() => void flush(), RETRY_MS);
    return () => clearInterval(again);
  }, [lostConnection, flush]);

  const unsaved = state === 'dirty' || state === 'saving' || state === 'failed' || state === 'stale';
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  // Leaving for another page of the portal saves what is still unsaved.
  useEffect(
    () => () => {
      const { revision, savedRevision } = latest.current;
      if (revision !== savedRevision) void flush();
    },
    [flush],
  );

  const takeTheirs = useCallback(async () => {
    const { id } = latest.current.head;
    const stored = id ? await latest.current.options.load(id) : null;
    if (!stored) return;
    latest.current.content = stored.content;
    latest.current.savedRevision = latest.current.revision;
    setContent(stored.content);
    take(stored);
    setFailure(null);
    setState('clean');
  }, [take]);

  const keepMine = useCallback(async () => {
    const { id } = latest.current.head;
    const stored = id ? await latest.current.options.load(id) : null;
    if (!stored) return;
    latest.current.head = { id: stored.id, version: stored.version };
    latest.current.revision += 1;
    await flush();
  }, [flush]);

  const alongside = useCallback<Draft<C>['alongside']>(
    async (act) => {
      const saved = await flush();
      if (!saved) return false;
      while (running.current) await running.current;
      // What is typed meanwhile waits: a save on the old version would be refused as somebody else's change.
      const turn = act({ ...saved, version: latest.current.head.version }).then((now) => {
        if (!now) return false;
        latest.current.head = { ...latest.current.head, version: now.version };
        setHead(latest.current.head);
        setMissing(now.missing);
        return true;
      });
      running.current = turn;
      try {
        await turn;
      } finally {
        running.current = null;
      }
      return true;
    },
    [flush],
  );

  const learn = useCallback((version: number, nowMissing: readonly Violation[]) => {
    if (version === latest.current.head.version) setMissing(nowMissing);
  }, []);

  return {
    content,
    id: head.id,
    version: head.version,
    missing,
    state,
    savedAt,
    failure,
    patch,
    flush,
    takeTheirs,
    keepMine,
    alongside,
    learn,
  };
}
