import { useCallback, useRef, useState } from 'react';
import { useClient, type TypedDocumentNode } from 'urql';
import { failureOf, type Failure } from './failure.js';
import { sendInTurn } from './ownVersions.js';

export type Outcome<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly failure: Failure };

/** Whether the answer may have been lost on the way: then the same attempt is repeated under the same id. */
const undecided = ({ code }: Failure): boolean => ['NETWORK', 'OFFLINE', 'UNAVAILABLE'].includes(code);

export interface Command<D, I> {
  run(input: Omit<I, 'clientMutationId'>): Promise<Outcome<D>>;
  readonly busy: boolean;
  /** The last failure, until the next run. */
  readonly failure: Failure | null;
  reset(): void;
}

/**
 * One mutation with `input`. Each attempt has its own clientMutationId; an attempt whose answer got lost keeps its id
 * when it is repeated with the same input, so that the server does it once; one that is still on its way is not sent
 * again. Commands on one thing go one after another, each on the version that the one before it left.
 */
export function useCommand<D, I extends { clientMutationId: string }>(
  document: TypedDocumentNode<D, { input: I }>,
): Command<D, I> {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const pending = useRef<{ readonly id: string; readonly input: string } | null>(null);
  const onItsWay = useRef<{ readonly input: string; readonly outcome: Promise<Outcome<D>> } | null>(null);

  const attempt = useCallback(
    async (input: Omit<I, 'clientMutationId'>, key: string): Promise<Outcome<D>> => {
      const id = pending.current?.input === key ? pending.current.id : crypto.randomUUID();
      pending.current = { id, input: key };
      setBusy(true);
      setFailure(null);
      const result = await sendInTurn(
        client,
        { ...input, clientMutationId: id } as I,
        (sent) => client.mutation(document, { input: sent }).toPromise(),
        ({ data }) => data,
      );
      setBusy(false);
      if (result.error) {
        const problem = failureOf(result.error);
        if (!undecided(problem)) pending.current = null;
        setFailure(problem);
        return { ok: false, failure: problem };
      }
      pending.current = null;
      return { ok: true, data: result.data as D };
    },
    [client, document],
  );
  const run = useCallback(
    (input: Omit<I, 'clientMutationId'>): Promise<Outcome<D>> => {
      const key = JSON.stringify(input);
      if (onItsWay.current?.input === key) return onItsWay.current.outcome;
      const outcome = attempt(input, key).finally(() => {
        if (onItsWay.current?.outcome === outcome) onItsWay.current = null;
      });
      onItsWay.current = { input: key, outcome };
      return outcome;
    },
    [attempt],
  );
  const reset = useCallback(() => setFailure(null), []);
  return { run, busy, failure, reset };
}
