/** Several at a time, as people would. */
export async function each<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.map((item, index) => [item, index] as const);
  const run = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[1]] = await task(next[0]);
  };
  await Promise.all(Array.from({ length: 4 }, run));
  return results;
}
