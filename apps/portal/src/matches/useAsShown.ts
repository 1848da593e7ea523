import { useState } from 'react';

interface Row {
  readonly id: string;
}

/**
 * A list in the order in which it was first shown, however often it is read again: what a later answer moves or leaves
 * out stays under the reader's hand, with what the answer says of it, and what is new comes behind it.
 */
export function useAsShown<T extends Row>(read: readonly { readonly node: T }[] | undefined): readonly T[] {
  const [shown, setShown] = useState<{ readonly of: typeof read; readonly rows: readonly T[] }>({
    of: undefined,
    rows: [],
  });
  if (read === undefined || read === shown.of) return shown.rows;
  const answered = new Map(read.map(({ node }) => [node.id, node]));
  const kept = shown.rows.map((row) => answered.get(row.id) ?? row);
  const known = new Set(kept.map(({ id }) => id));
  const rows = [...kept, ...[...answered.values()].filter(({ id }) => !known.has(id))];
  setShown({ of: read, rows });
  return rows;
}
