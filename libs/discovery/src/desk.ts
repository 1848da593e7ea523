import { notFound, type Actor } from '@jihui/kernel';
import { checkIds, staleVersion, type Tx, type Work } from '@jihui/platform';
import { requireSignedIn } from './refusals.js';
import type { Changed } from './steps.js';

/** The part of every input that names a thing and the version that was read. */
export interface Target {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}

/** Where things of one kind are changed. */
export interface Desk<E, A extends string> {
  readonly work: Work;
  /** What a refusal calls the thing. */
  readonly what: string;
  /** The thing, locked, if the actor may know of it. */
  lockVisible(actor: Actor, id: string): Promise<E | undefined>;
  /** @throws DomainError FORBIDDEN, ILLEGAL_TRANSITION */
  permit(entry: E, action: A, actor: Actor): unknown;
}

/**
 * The one way in which people change what this domain keeps: visible → allowed → current → changed.
 * @param change writes what becomes of it, in the open transaction
 * @throws DomainError NOT_FOUND for a hidden thing, FORBIDDEN, STALE_VERSION, and what `change` refuses with.
 */
export function actOn<E extends { readonly id: string; readonly version: number }, A extends string>(
  desk: Desk<E, A>,
  {
    name,
    action,
    actor,
    input,
  }: { readonly name: string; readonly action: A; readonly actor: Actor; readonly input: Target },
  change: (before: E, tx: Tx) => Promise<void>,
): Promise<Changed> {
  requireSignedIn(actor);
  checkIds(input.id);
  return desk.work.run(
    { domain: 'discovery', name, actor, clientMutationId: input.clientMutationId, input },
    async (tx) => {
      const before = await desk.lockVisible(actor, input.id);
      if (before === undefined) throw notFound(desk.what);
      desk.permit(before, action, actor);
      if (before.version !== input.expectedVersion) throw staleVersion();
      await change(before, tx);
      return { id: before.id };
    },
  );
}
