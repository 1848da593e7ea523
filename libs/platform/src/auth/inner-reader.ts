import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '@jihui/kernel';

const readers = new AsyncLocalStorage<Actor>();

/** Asks this process's own addresses as somebody: whatever is asked from outside never stands within. */
export const asInnerReader = <T>(reader: Actor, ask: () => Promise<T>): Promise<T> =>
  readers.run(reader, ask);

/** Who asks from within; nobody does for a request that came from outside. */
export const innerReader = (): Actor | undefined => readers.getStore();
