import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { failureOf } from '../api/failure.js';
import { FailureState, Skeleton } from './States.js';

interface LoadedProps<T> {
  readonly result: { readonly fetching: boolean; readonly error?: CombinedError };
  /** Undefined before the answer, null where there is nothing to see. */
  readonly value: T | null | undefined;
  readonly onRetry: () => void;
  readonly cards?: number;
  /** It is all that the page shows. */
  readonly page?: boolean;
  readonly children: (value: T) => ReactNode;
}

/** A page that brings its own frame once its thing is there; until then its frame is the plain one. */
export function LoadedPage<T>(props: Omit<LoadedProps<T>, 'page'>) {
  if (props.value !== undefined && props.value !== null) return <>{props.children(props.value)}</>;
  return (
    <div className="wrap">
      <Loaded page {...props} />
    </div>
  );
}

/**
 * What a query answered: bones while it loads, what to do when it failed, and the same words for what is missing and
 * what is hidden. A failed refresh leaves what is already shown.
 */
export function Loaded<T>(props: LoadedProps<T>) {
  const { result, value, onRetry, page = false } = props;
  if (value !== undefined && value !== null) return <>{props.children(value)}</>;
  if (result.error) return <FailureState page={page} failure={failureOf(result.error)} onRetry={onRetry} />;
  if (value === null && !result.fetching)
    return <FailureState page={page} failure={{ code: 'NOT_FOUND', message: '', violations: [] }} />;
  return <Skeleton cards={props.cards} />;
}
