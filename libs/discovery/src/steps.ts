import { cleanText, Violations, type Violation } from '@jihui/kernel';
import { reasonFrom, type Reasons } from './core/reasons.js';

/** What a mutation answers before the entity is read anew. */
export interface Changed {
  readonly id: string;
}

/** What a step makes of a register's entry, and what is wrong with what was asked. */
export interface Step<E> {
  readonly change?: Partial<E>;
  /** For the history. */
  readonly reason?: string | null;
  readonly wrong?: readonly Violation[];
}

interface Stated<R extends string> {
  readonly stateReason: R;
  readonly stateNote: string;
}

/** A step that gives a typed reason, which stands with the state and in the history. */
export function reasoned<A extends string, R extends string>(
  reasons: Reasons<A, R>,
  act: A,
  { reason, note: sent }: { readonly reason: R; readonly note?: string | null },
): { readonly change: Stated<R>; readonly reason: string; readonly wrong: readonly Violation[] } {
  const { note, violations } = reasonFrom(reasons, act, reason, sent);
  const name = reasons.names[reason];
  return {
    change: { stateReason: reason, stateNote: note },
    reason: note === '' ? name : `${name}：${note}`,
    wrong: violations.found,
  };
}

/** An opinion that may be given with a decision; it stands in the history alone. */
export function opinionOf({ note: sent }: { readonly note?: string | null }): {
  readonly reason: string | null;
  readonly wrong: readonly Violation[];
} {
  const note = cleanText(sent ?? '');
  return {
    reason: note === '' ? null : note,
    wrong: new Violations().optionalText('note', '意见', note, 500).found,
  };
}
