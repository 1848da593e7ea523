import type { Actor, Machine } from '@jihui/kernel';
import type { Searchable, Tx, Work } from '@jihui/platform';
import type { Intermediary, RegisterEntry, RegisterState } from '../core/register/register.js';
import { actOn, type Desk, type Target } from '../desk.js';
import type { Changed, Step } from '../steps.js';
import type { RegisterStore } from '../store/register-store.js';

/** What a step makes of an entry: of its own kind, or of any in the register. */
export type EntryStep<E extends Intermediary> = Step<E> | Step<Intermediary>;

/** The one way in which an entry is changed: visible → allowed → current → changed → kept → told. */
export abstract class RegisterDesk<
  E extends Intermediary,
  S extends RegisterState,
  A extends string,
> implements Desk<E, A> {
  protected constructor(
    readonly work: Work,
    private readonly store: RegisterStore<E>,
    private readonly index: Searchable,
    private readonly machine: Machine<E, S, A>,
    /** What a refusal calls the entry, and its stream of the audit, by which its commands are named as well. */
    readonly names: { readonly what: string; readonly stream: string },
  ) {}

  get what(): string {
    return this.names.what;
  }

  lockVisible(actor: Actor, id: string): Promise<E | undefined> {
    return this.store.lockVisible(actor, id);
  }

  permit(entry: E, action: A, actor: Actor): S {
    return this.machine.permit(entry, action, actor);
  }

  /** @throws DomainError NOT_FOUND for a hidden entry, FORBIDDEN, STALE_VERSION, and what the core refuses with. */
  act(
    name: string,
    action: A,
    actor: Actor,
    input: Target,
    step: (before: E, tx: Tx) => Promise<EntryStep<E>> | EntryStep<E> = () => ({}),
  ): Promise<Changed> {
    const asked = { name, action, actor, input };
    return actOn(this, asked, async (before, tx) =>
      this.write(before, action, actor, tx, await step(before, tx)),
    );
  }

  /** Begins an entry with what its form says. */
  begin(
    name: string,
    action: A,
    actor: Actor,
    input: { readonly clientMutationId: string },
    make: (tx: Tx) => Promise<{ readonly entry: E; readonly step: EntryStep<E> }>,
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
  async write(before: E, action: A, actor: Actor, tx: Tx, step: EntryStep<E> = {}): Promise<void> {
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
