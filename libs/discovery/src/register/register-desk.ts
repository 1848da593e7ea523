import { notFound, type Actor, type Machine } from '@jihui/kernel';
import { checkIds, staleVersion, type Searchable, type Tx, type Work } from '@jihui/platform';
import type { RegisterEntry, RegisterState } from '../core/register/register.js';
import { requireSignedIn } from '../refusals.js';
import type { Changed, Step } from '../steps.js';
import type { RegisterStore } from '../store/register-store.js';

/** The part of every input that names the entry and the version that was read. */
export interface RegisterTarget {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}

/** The one way in which an entry is changed: visible → allowed → current → changed → kept → told. */
export abstract class RegisterDesk<E extends RegisterEntry, S extends RegisterState, A extends string> {
  protected constructor(
    protected readonly work: Work,
    private readonly store: RegisterStore<E>,
    private readonly index: Searchable,
    private readonly machine: Machine<E, S, A>,
    /** What a refusal calls the entry, and its stream of the audit. */
    private readonly names: { readonly what: string; readonly stream: string },
  ) {}

  /** @throws DomainError NOT_FOUND for a hidden entry, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: A,
    actor: Actor,
    input: RegisterTarget,
    step: (before: E, tx: Tx) => Promise<Step<E>> | Step<E> = () => ({}),
  ): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.id);
    return this.work.run(
      { domain: 'discovery', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const before = await this.store.lockVisible(actor, input.id);
        if (before === undefined) throw notFound(this.names.what);
        this.machine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        await this.write(before, action, actor, tx, await step(before, tx));
        return { id: before.id };
      },
    );
  }

  /** Begins an entry with what its form says. */
  begin(
    name: string,
    action: A,
    actor: Actor,
    input: { readonly clientMutationId: string },
    make: (tx: Tx) => Promise<{ readonly entry: E; readonly step: Step<E> }>,
  ): Promise<Changed> {
    return this.work.run(
      { domain: 'discovery', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const { entry: blank, step } = await make(tx);
        const entry: E = { ...blank, ...step.change };
        this.machine.perform(entry, action, actor, tx.now, step.wrong);
        await this.store.insert(entry);
        await this.index.refresh([entry.id]);
        await tx.audit({ stream: `${this.names.stream}:${entry.id}`, action: 'begin', after: entry });
        await this.tell(entry, 'begin', tx);
        return { id: entry.id };
      },
    );
  }

  /** The one place where an entry is changed, in a transaction that is already open. */
  async write(before: E, action: A, actor: Actor, tx: Tx, step: Step<E> = {}): Promise<void> {
    // What is edited must be right as it will stand; what is decided is judged by what it was.
    const judged: E = action === 'edit' ? { ...before, ...step.change } : before;
    const state = this.machine.perform(judged, action, actor, tx.now, step.wrong);
    const stateSince = state === before.state ? before.stateSince : tx.now;
    const next: E = { ...before, ...step.change, state, stateSince };
    await this.store.save(next);
    await this.index.refresh([next.id]);
    const after: E = { ...next, version: before.version + 1, updatedAt: tx.now };
    const stream = `${this.names.stream}:${after.id}`;
    await tx.audit({ stream, action, before, after, reason: step.reason ?? null });
    await this.tell(after, action, tx);
  }

  /** Emits the entry as it is now. */
  abstract tell(entry: E, action: string, tx: Tx): Promise<void>;
}

/** What begins a new round of the life in the register: nothing said of the last one holds for it. */
export const ANEW = { stateReason: null, stateNote: '' } as const satisfies Partial<RegisterEntry>;
