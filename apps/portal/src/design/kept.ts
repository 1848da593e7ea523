import { useCallback, useRef, useState } from 'react';

/**
 * What is typed into a form that the server does not hold yet is kept on this device: a closed dialog, a reload or a
 * dead battery loses nothing. It is kept for the person and the page, for a week at most, until the form is done; signing
 * out removes all of it. Passwords and files are never kept.
 */
const PREFIX = 'jihui.kept:';
const LONGEST_MS = 7 * 24 * 3_600_000;

interface Kept {
  /** When it was last typed, in milliseconds of this device's clock. */
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
}

let keeper = 'anyone';
/** Whose forms are kept from now on; null for a stranger. */
export function keepFor(personId: string | null): void {
  keeper = personId ?? 'anyone';
}

/** The place of a form on the page that is open now. */
export const keptKey = (form: string): string => `${PREFIX}${keeper}:${location.pathname}:${form}`;

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
    return kept !== null && Date.now() - kept.at < LONGEST_MS ? kept : null;
  } catch {
    // Another version's words, or a browser that keeps nothing: the form begins anew.
    return null;
  }
}

function write(key: string, field: string, value: unknown): void {
  try {
    const kept: Kept = { at: Date.now(), values: { ...read(key)?.values, [field]: value } };
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Full, or switched off: what is typed stands in the page all the same.
  }
}

/** Whether something was typed into the form and not submitted. */
export const isKept = (key: string): boolean => read(key) !== null;

/** The form is done, or what was typed is not wanted. */
export const forget = (key: string): void => localStorage.removeItem(key);

/** Removes what is kept of everybody's forms, e.g. when one signs out of a shared computer. */
export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) forget(key);
}

/** A value of the shape that the form had when it was written; anything else is left aside. */
function fits<T>(initial: T, kept: unknown): kept is T {
  if (kept === undefined) return false;
  if (initial === null || kept === null) return true;
  return typeof kept === typeof initial && Array.isArray(kept) === Array.isArray(initial);
}

/**
 * Like useState, for one field of a form: begins with what was typed before and not submitted. A form without a name, such
 * as one of many alike on a page, is not kept.
 */
export function useKept<T>(
  form: string | null,
  field: string,
  initial: T | (() => T),
): [value: T, set: (value: T | ((before: T) => T)) => void, reset: () => void] {
  const [key] = useState(() => (form === null ? null : keptKey(form)));
  const [first] = useState<T>(initial);
  const [value, setValue] = useState<T>(() => {
    const kept = key === null ? undefined : read(key)?.values[field];
    return fits(first, kept) ? kept : first;
  });
  const latest = useRef(value);
  const set = useCallback(
    (change: T | ((before: T) => T)) => {
      const next = change instanceof Function ? change(latest.current) : change;
      latest.current = next;
      setValue(() => next);
      if (key !== null) write(key, field, next);
    },
    [key, field],
  );
  /** Done: the field is as it began, and the form is forgotten. */
  const reset = useCallback(() => {
    latest.current = first;
    setValue(() => first);
    if (key !== null) forget(key);
  }, [key, first]);
  return [value, set, reset];
}
