/**
 * Does the work for each, one after the other. What fails for one keeps none of the others.
 * @throws what failed, when all were done
 */
export async function eachApart<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const failed: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => failed.push(error));
  if (failed.length === 1) throw failed[0];
  if (failed.length > 1) throw new AggregateError(failed, failed.map(String).join('; '));
}
