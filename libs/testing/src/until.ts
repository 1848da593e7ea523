import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a fact that nothing announces, such as a retry that is due in a while.
 * @throws Error when it does not come within the bound
 */
export async function until(fact: () => boolean | Promise<boolean>, boundMs = 20_000): Promise<void> {
  for (const end = Date.now() + boundMs; !(await fact()); await pause(10))
    if (Date.now() > end) throw new Error(`not so within ${boundMs} ms: ${String(fact)}`);
}
