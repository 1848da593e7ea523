import { legalDayOf, notFound, refuseIf, Violations, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, type City, type Tx, type Work } from '@jihui/platform';
import { reasonFrom } from './core/form.js';
import type { CommonAction, Listing, ListingChange } from './core/listing.js';
import type { ListingWriter } from './listing.writer.js';
import type { ListingActionInput, ListingReasonInput } from './listings.types.gen.js';
import { givenOwner, requireSignedIn } from './refusals.js';
import type { FilesStore } from './store/files.store.js';
import type { ListingRow } from './store/listing.row.js';
import type { ListingStore } from './store/listing.store.js';
import type { ListingTraits } from './traits.js';
import type { Term, Validity } from './validity.js';

export interface Changed {
  readonly id: string;
}
interface Target {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}
/** A form to be saved: anew, or over what the id names. */
interface DraftInput<F> {
  readonly id?: string | null;
  readonly expectedVersion?: number | null;
  readonly ownerId?: string | null;
  readonly content: F;
  readonly clientMutationId: string;
}
type Change<L extends Listing> = (before: L, tx: Tx) => Promise<ListingChange<L>> | ListingChange<L>;

/** The verbs that results and needs share. One verb, one method, one transaction. */
export abstract class ListingService<L extends Listing, A extends string, F> {
  protected constructor(
    private readonly traits: ListingTraits<L, A, F>,
    private readonly work: Work,
    private readonly store: ListingStore<L, ListingRow>,
    private readonly writer: ListingWriter<L, A>,
    private readonly files: FilesStore,
    private readonly validity: Validity,
    protected readonly city: City,
  ) {}

  /**
   * Saves the form as it is: a new draft, or what may still be edited.
   * @throws DomainError INVALID_INPUT with every field that is wrong; what is missing is no fault yet.
   */
  saveDraft(actor: Actor, input: DraftInput<F>): Promise<Changed> {
    if (input.id == null) return this.create(actor, input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.actAs(`save${this.traits.aggregate}Draft`, 'edit', actor, target, async (before) => {
      const owner = await this.writer.ownerOf(before.ownerId);
      const { content, violations } = this.traits.contentFrom(input.content, owner, this.city);
      await this.attach(actor, before.id, content, violations);
      return this.traits.withContent(before, content, this.scopeOf(content.divisionCode));
    });
  }

  recall(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('recall', actor, input);
  }

  discard(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('discard', actor, input);
  }

  return(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('return', actor, input);
  }

  publish(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('publish', actor, input, async (before, tx) => ({
      publishedAt: before.publishedAt ?? tx.now,
      stateReason: null,
      ...(await this.term(before, tx)),
    }));
  }

  relist(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('relist', actor, input, (before, tx) => this.backOnline(before, tx));
  }

  renew(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('renew', actor, input, async ({ content }, tx) => ({
      stateReason: null,
      content: { ...content, validUntil: null },
      ...(await this.validity.from(tx.now, this.traits.validity, null)),
    }));
  }

  takeDown(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('takeDown', actor, input);
  }

  reinstate(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('reinstate', actor, input, (before, tx) => this.backOnline(before, tx));
  }

  /** A verb whose command is named by it and by what it is done to. */
  protected act(
    action: A | CommonAction,
    actor: Actor,
    input: Target,
    change?: Change<L>,
    reason?: string | null,
    wrong?: readonly Violation[],
  ): Promise<Changed> {
    return this.actAs(`${action}${this.traits.aggregate}`, action, actor, input, change, reason, wrong);
  }

  protected actAs(
    name: string,
    action: A | CommonAction,
    actor: Actor,
    input: Target,
    change: Change<L> = () => ({}),
    reason: string | null = null,
    wrong: readonly Violation[] = [],
  ): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.id);
    return this.work.run(
      { domain: 'listings', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const before = await this.store.lockVisible(actor, input.id);
        if (before === undefined) throw notFound(this.traits.what);
        this.traits.machine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        await this.writer.write(before, action, actor, tx, reason, await change(before, tx), wrong);
        return { id: before.id };
      },
    );
  }

  protected actForReason(
    action: A | CommonAction,
    actor: Actor,
    input: ListingReasonInput,
    change: Change<L> = () => ({}),
  ): Promise<Changed> {
    const violations = new Violations();
    const reason = reasonFrom(input.reason, violations);
    return this.act(
      action,
      actor,
      input,
      async (before, tx) => ({ stateReason: reason, ...(await change(before, tx)) }),
      reason,
      violations.found,
    );
  }

  private create(actor: Actor, input: DraftInput<F>): Promise<Changed> {
    requireSignedIn(actor);
    const ownerId = givenOwner(input.ownerId);
    const { aggregate, machine } = this.traits;
    const name = `save${aggregate}Draft`;
    return this.work.run(
      { domain: 'listings', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const owner = await this.writer.ownerOf(ownerId);
        const id = uuidv7();
        const { content, violations } = this.traits.contentFrom(input.content, owner, this.city);
        const scopeCode = this.scopeOf(content.divisionCode);
        const draft = this.traits.begin({ id, owner, actor, content, now: tx.now, scopeCode });
        machine.permit(draft, 'edit', actor);
        await this.attach(actor, id, content, violations);
        const after: L = { ...draft, code: await this.store.nextCode(legalDayOf(tx.now)) };
        await this.store.insert(after);
        await tx.audit({ stream: `${aggregate}:${id}`, action: 'create', after });
        return { id };
      },
    );
  }

  /** Makes the form's files the listing's. @throws DomainError INVALID_INPUT with what is wrong in the form, or in them. */
  private async attach(
    actor: Actor,
    id: string,
    { attachmentIds }: L['content'],
    violations: readonly Violation[],
  ): Promise<void> {
    refuseIf(violations);
    refuseIf(await this.files.attach(actor, this.traits.kind, id, attachmentIds));
  }

  private term({ content }: L, tx: Tx): Promise<Term> {
    return this.validity.from(tx.now, this.traits.validity, content.validUntil);
  }

  /** A term that ended while the listing was away begins anew. */
  private async backOnline(before: L, tx: Tx): Promise<ListingChange<L>> {
    const over = before.expiresOn === null || before.expiresOn < legalDayOf(tx.now);
    return { stateReason: null, ...(over ? await this.term(before, tx) : {}) };
  }

  private scopeOf(divisionCode: string): string {
    return this.city.isDivision(divisionCode) ? divisionCode : this.city.code;
  }
}
