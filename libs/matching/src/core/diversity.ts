/** So many near-copies of one text may stand side by side. */
const SIDE_BY_SIDE = 2;

/**
 * The list with each group thinned out (near-copies, people of one unit): those beyond the number that may stand side by
 * side go behind everything else, in their order. Nothing is left out.
 */
export function spread<T>(
  ranked: readonly T[],
  groupOf: (item: T) => string | null,
  sideBySide: number = SIDE_BY_SIDE,
): T[] {
  const seen = new Map<string, number>();
  const isExtra = (item: T): boolean => {
    const group = groupOf(item);
    if (group === null) return false;
    const before = seen.get(group) ?? 0;
    seen.set(group, before + 1);
    return before >= sideBySide;
  };
  const marked = ranked.map((item) => ({ item, extra: isExtra(item) }));
  return [...marked.filter(({ extra }) => !extra), ...marked.filter(({ extra }) => extra)].map(
    ({ item }) => item,
  );
}
