import type { deskWords } from '../words.js';

type Words = (typeof deskWords)['zh'];

/** One thing that waits for me. */
export interface Todo {
  readonly key: string;
  readonly kind: keyof Words['kinds'];
  readonly act: keyof Words['acts'];
  readonly title: string;
  /** Whom or what it concerns, below the title. */
  readonly about?: string | undefined;
  readonly to: string;
  /** The legal day by which it is to be done; null without one. */
  readonly dueOn: string | null;
  /** Since when it waits, as an instant. */
  readonly since: string | null;
}

/** What one source of to-dos answers. */
export interface TodoSource {
  readonly todos: readonly Todo[];
  readonly loading: boolean;
  readonly failed: boolean;
}

export const NOTHING: TodoSource = { todos: [], loading: false, failed: false };

/** The nearest deadline first; what has none comes after, the longest waiting first. */
export const byDeadline = (a: Todo, b: Todo): number =>
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (a.since ?? '').localeCompare(b.since ?? '');
