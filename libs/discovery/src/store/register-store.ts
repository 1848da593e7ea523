import type { Actor } from '@jihui/kernel';

/** The store of one kind of entry, as its desk uses it. */
export interface RegisterStore<E> {
  /** The entry, locked, if the actor may know of it. */
  lockVisible(actor: Actor, id: string): Promise<E | undefined>;
  insert(entry: E): Promise<void>;
  /** @throws DomainError STALE_VERSION */
  save(entry: E): Promise<void>;
}
