import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, refuseIf, Violations, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, City, staleVersion, Work, type Tx } from '@jihui/platform';
import { FormReader, reasonFrom, requireContact } from './core/form.js';
import { needContentFrom } from './core/need.form.js';
import type { NeedAction } from './core/need.lifecycle.js';
import type { Need } from './core/need.js';
import { newNeed } from './core/new-listing.js';
import { needMachine } from './core/perform.js';
import { demandQuality } from './core/quality.js';
import type {
  AmendNeedInput,
  ListingActionInput,
  ListingReasonInput,
  SaveNeedDraftInput,
} from './listings.types.gen.js';
import { PARAMETERS } from './parameters.js';
import { givenOwner, requireSignedIn } from './refusals.js';
import type { Changed } from './results.service.js';
import { NeedWriter } from './need.writer.js';
import { FilesStore } from './store/files.store.js';
import { NeedsStore } from './store/needs.store.js';
import { Validity } from './validity.js';

interface Target {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}
type Change = (before: Need, tx: Tx) => Promise<Partial<Need>> | Partial<Need>;

/** Everything that changes a need. One verb, one method, one transaction. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly work: Work,
    private readonly needs: NeedsStore,
    private readonly writer: NeedWriter,
    private readonly files: FilesStore,
    private readonly validity: Validity,
    private readonly city: City,
  ) {}

  /**
   * Saves the form as it is: a new draft, or what may still be edited.
   * @throws DomainError INVALID_INPUT with every field that is wrong; what is missing is no fault yet.
   */
  saveDraft(actor: Actor, input: SaveNeedDraftInput): Promise<Changed> {
    if (input.id == null) return this.create(actor, input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.act('saveNeedDraft', 'edit', actor, target, async (before) => {
      const owner = await this.writer.ownerOf(before.ownerId);
      const { content, violations } = needContentFrom(input.content, owner, this.city);
      const foreign =
        violations.length > 0 ? [] : await this.files.attach(actor, 'NEED', before.id, content.attachmentIds);
      refuseIf([...violations, ...foreign]);
      return {
        content,
        scopeCode: this.scopeOf(content.divisionCode),
        quality: demandQuality(content).score,
      };
    });
  }

  submit(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('submitNeed', 'submit', actor, input, (_, tx) => ({
      submittedAt: tx.now,
      stateReason: null,
    }));
  }

  recall(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('recallNeed', 'recall', actor, input);
  }

  discard(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('discardNeed', 'discard', actor, input);
  }

  return(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('returnNeed', 'return', actor, input);
  }

  publish(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('publishNeed', 'publish', actor, input, async (before, tx) => ({
      publishedAt: before.publishedAt ?? tx.now,
      stateReason: null,
      ...(await this.term(before, tx)),
    }));
  }

  /** Changes what needs no new review. */
  amend(actor: Actor, input: AmendNeedInput): Promise<Changed> {
    return this.act('amendNeed', 'amend', actor, input, ({ content }) => {
      const reader = new FormReader(this.city);
      const contact = reader.contact(input.contact);
      requireContact(reader, contact);
      refuseIf(reader.violations.found);
      return { content: { ...content, contact, urgency: input.urgency } };
    });
  }

  revise(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('reviseNeed', 'revise', actor, input);
  }

  close(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('closeNeed', 'close', actor, input);
  }

  relist(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('relistNeed', 'relist', actor, input, (before, tx) => this.backOnline(before, tx));
  }

  renew(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('renewNeed', 'renew', actor, input, async ({ content }, tx) => ({
      stateReason: null,
      content: { ...content, validUntil: null },
      ...(await this.validity.from(tx.now, PARAMETERS.NEED_VALIDITY, null)),
    }));
  }

  solve(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('solveNeed', 'solve', actor, input);
  }

  convert(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('convertNeed', 'convert', actor, input);
  }

  takeDown(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('takeDownNeed', 'takeDown', actor, input);
  }

  reinstate(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('reinstateNeed', 'reinstate', actor, input, (before, tx) =>
      this.backOnline(before, tx),
    );
  }

  private act(
    name: string,
    action: NeedAction,
    actor: Actor,
    input: Target,
    change: Change = () => ({}),
    reason: string | null = null,
    wrong: readonly Violation[] = [],
  ): Promise<Changed> {
    requireSignedIn(actor);
    checkIds(input.id);
    return this.work.run(
      { domain: 'listings', name, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const before = await this.needs.lockVisible(actor, input.id);
        if (before === undefined) throw notFound('需求');
        needMachine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        await this.writer.write(before, action, actor, tx, reason, await change(before, tx), wrong);
        return { id: before.id };
      },
    );
  }

  private actForReason(
    name: string,
    action: NeedAction,
    actor: Actor,
    input: ListingReasonInput,
    change: Change = () => ({}),
  ): Promise<Changed> {
    const violations = new Violations();
    const reason = reasonFrom(input.reason, violations);
    return this.act(
      name,
      action,
      actor,
      input,
      async (before, tx) => ({ stateReason: reason, ...(await change(before, tx)) }),
      reason,
      violations.found,
    );
  }

  private create(actor: Actor, input: SaveNeedDraftInput): Promise<Changed> {
    requireSignedIn(actor);
    const ownerId = givenOwner(input.ownerId);
    return this.work.run(
      { domain: 'listings', name: 'saveNeedDraft', actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const owner = await this.writer.ownerOf(ownerId);
        const id = this.needs.newId();
        const { content, violations } = needContentFrom(input.content, owner, this.city);
        const need = newNeed({
          id,
          owner,
          actor,
          content,
          now: tx.now,
          scopeCode: this.scopeOf(content.divisionCode),
        });
        needMachine.permit(need, 'edit', actor);
        const foreign =
          violations.length > 0 ? [] : await this.files.attach(actor, 'NEED', id, content.attachmentIds);
        refuseIf([...violations, ...foreign]);
        const [code = ''] = await this.needs.nextCodes(legalDayOf(tx.now), 1);
        await this.needs.insert({ ...need, code });
        await tx.audit({ stream: `Need:${id}`, action: 'create', after: { ...need, code } });
        return { id };
      },
    );
  }

  private term({ content }: Need, tx: Tx): Promise<Partial<Need>> {
    return this.validity.from(tx.now, PARAMETERS.NEED_VALIDITY, content.validUntil);
  }

  /** A term that ended while the need was away begins anew. */
  private async backOnline(before: Need, tx: Tx): Promise<Partial<Need>> {
    const over = before.expiresOn === null || before.expiresOn < legalDayOf(tx.now);
    return { stateReason: null, ...(over ? await this.term(before, tx) : {}) };
  }

  private scopeOf(divisionCode: string): string {
    return this.city.isDivision(divisionCode) ? divisionCode : this.city.code;
  }
}
