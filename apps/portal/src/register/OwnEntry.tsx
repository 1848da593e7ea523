import { useState, type ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { findAction } from '../api/actions.js';
import { Loaded } from '../design/Loaded.js';

type Actions = Parameters<typeof findAction>[0];

/**
 * The page on which one writes an entry of one's own. What is edited is read once: later answers of the cache must not
 * replace what is being written. An entry that is not to be edited now is shown on its page instead.
 */
export function OwnEntry<D, E extends { readonly id: string; readonly availableActions: Actions }>({
  query,
  entryOf,
  pageOf,
  children,
}: {
  readonly query: TypedDocumentNode<D, Record<string, never>>;
  readonly entryOf: (data: D) => E | null | undefined;
  readonly pageOf: (id: string) => string;
  readonly children: (entry: E | null) => ReactNode;
}) {
  const [first, setFirst] = useState<{ readonly entry: E | null } | null>(null);
  const [result, ask] = useQuery<D, Record<string, never>>({
    query,
    variables: {},
    pause: first !== null,
    requestPolicy: 'network-only',
  });
  if (!first && result.data && !result.fetching) setFirst({ entry: entryOf(result.data) ?? null });
  return (
    <Loaded
      page
      result={result}
      value={first ?? undefined}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {({ entry }) =>
        entry && !findAction(entry.availableActions, 'edit') ? (
          <Navigate replace to={pageOf(entry.id)} />
        ) : (
          children(entry)
        )
      }
    </Loaded>
  );
}
