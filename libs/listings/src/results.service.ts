import { Injectable } from '@nestjs/common';
import {
  actorId,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds, City, staleVersion, Work, type Tx } from '@jihui/platform';
import { FormReader, reasonFrom, requireContact } from './core/form.js';
import { newResult } from './core/new-listing.js';
import { resultMachine } from './core/perform.js';
import { resultContentFrom, teamMemberFrom } from './core/result.form.js';
import type { ResultAction } from './core/result.lifecycle.js';
import type { Result } from './core/result.js';
import type {
  AmendResultInput,
  ApproveResultByUnitInput,
  ListingActionInput,
  ListingReasonInput,
  SaveResultDraftInput,
} from './listings.types.gen.js';
import { givenOwner, requireSignedIn } from './refusals.js';
import { PARAMETERS } from './parameters.js';
import { ResultWriter } from './result.writer.js';
import { FilesStore } from './store/files.store.js';
import { ResultsStore } from './store/results.store.js';
import { Validity } from './validity.js';

export interface Changed {
  readonly id: string;
}
interface Target {
  readonly id: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
}
type Change = (before: Result, tx: Tx) => Promise<Partial<Result>> | Partial<Result>;

/** Everything that changes a result. One verb, one method, one transaction. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly work: Work,
    private readonly results: ResultsStore,
    private readonly writer: ResultWriter,
    private readonly files: FilesStore,
    private readonly validity: Validity,
    private readonly city: City,
  ) {}

  /**
   * Saves the form as it is: a new draft, or what may still be edited.
   * @throws DomainError INVALID_INPUT with every field that is wrong; what is missing is no fault yet.
   */
  saveDraft(actor: Actor, input: SaveResultDraftInput): Promise<Changed> {
    if (input.id == null) return this.create(actor, input);
    return this.act(
      'saveResultDraft',
      'edit',
      actor,
      { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 },
      async (before) => {
        const owner = await this.writer.ownerOf(before.ownerId);
        const { content, violations } = resultContentFrom(input.content, owner, this.city);
        const foreign =
          violations.length > 0
            ? []
            : await this.files.attach(actor, 'RESULT', before.id, content.attachmentIds);
        refuseIf([...violations, ...foreign]);
        return { content, scopeCode: this.scopeOf(content.divisionCode) };
      },
    );
  }

  submit(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('submitResult', 'submit', actor, input, (_, tx) => ({
      submittedAt: tx.now,
      unitApprovedBy: null,
      unitApprovedAt: null,
      stateReason: null,
    }));
  }

  recall(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('recallResult', 'recall', actor, input);
  }

  discard(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('discardResult', 'discard', actor, input);
  }

  approveByUnit(actor: Actor, input: ApproveResultByUnitInput): Promise<Changed> {
    const reader = new FormReader(this.city);
    const document = reader.text('approvalDocument', '单位审批文号', input.approvalDocument, 100);
    return this.act(
      'approveResultByUnit',
      'approveByUnit',
      actor,
      input,
      ({ content }, tx) => ({
        unitApprovedBy: actorId(actor),
        unitApprovedAt: tx.now,
        content: document === '' ? content : { ...content, unitApprovalDocument: document },
      }),
      null,
      reader.violations.found,
    );
  }

  return(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('returnResult', 'return', actor, input);
  }

  publish(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('publishResult', 'publish', actor, input, async (before, tx) => ({
      publishedAt: before.publishedAt ?? tx.now,
      stateReason: null,
      ...(await this.term(before, tx)),
    }));
  }

  /** Changes what needs no new review. */
  amend(actor: Actor, input: AmendResultInput): Promise<Changed> {
    return this.act('amendResult', 'amend', actor, input, ({ content }) => {
      const reader = new FormReader(this.city);
      const amended = {
        contact: reader.contact(input.contact),
        team: reader.items('team', '团队', input.team, 50, (member, path) =>
          teamMemberFrom(reader, member, path),
        ),
        cases: reader.text('cases', '应用案例', input.cases, 2_000),
      };
      requireContact(reader, amended.contact);
      refuseIf(reader.violations.found);
      return { content: { ...content, ...amended } };
    });
  }

  revise(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('reviseResult', 'revise', actor, input, () => ({
      unitApprovedBy: null,
      unitApprovedAt: null,
    }));
  }

  withdraw(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('withdrawResult', 'withdraw', actor, input);
  }

  relist(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('relistResult', 'relist', actor, input, (before, tx) => this.backOnline(before, tx));
  }

  renew(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('renewResult', 'renew', actor, input, async ({ content }, tx) => ({
      stateReason: null,
      content: { ...content, validUntil: null },
      ...(await this.validity.from(tx.now, PARAMETERS.RESULT_VALIDITY, null)),
    }));
  }

  takeDown(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('takeDownResult', 'takeDown', actor, input);
  }

  reinstate(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('reinstateResult', 'reinstate', actor, input, async (before, tx) => ({
      ...(await this.backOnline(before, tx)),
      stateReason: null,
    }));
  }

  private act(
    name: string,
    action: ResultAction,
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
        const before = await this.results.lockVisible(actor, input.id);
        if (before === undefined) throw notFound('成果');
        resultMachine.permit(before, action, actor);
        if (before.version !== input.expectedVersion) throw staleVersion();
        await this.writer.write(before, action, actor, tx, reason, await change(before, tx), wrong);
        return { id: before.id };
      },
    );
  }

  private actForReason(
    name: string,
    action: ResultAction,
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

  private create(actor: Actor, input: SaveResultDraftInput): Promise<Changed> {
    requireSignedIn(actor);
    const ownerId = givenOwner(input.ownerId);
    return this.work.run(
      { domain: 'listings', name: 'saveResultDraft', actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const owner = await this.writer.ownerOf(ownerId);
        const id = this.results.newId();
        const { content, violations } = resultContentFrom(input.content, owner, this.city);
        const result = newResult({
          id,
          owner,
          actor,
          content,
          now: tx.now,
          scopeCode: this.scopeOf(content.divisionCode),
        });
        resultMachine.permit(result, 'edit', actor);
        const foreign =
          violations.length > 0 ? [] : await this.files.attach(actor, 'RESULT', id, content.attachmentIds);
        refuseIf([...violations, ...foreign]);
        const [code = ''] = await this.results.nextCodes(legalDayOf(tx.now), 1);
        await this.results.insert({ ...result, code });
        await tx.audit({ stream: `Result:${id}`, action: 'create', after: { ...result, code } });
        return { id };
      },
    );
  }

  private term({ content }: Result, tx: Tx): Promise<Partial<Result>> {
    return this.validity.from(tx.now, PARAMETERS.RESULT_VALIDITY, content.validUntil);
  }

  /** A term that ended while the result was away begins anew. */
  private async backOnline(before: Result, tx: Tx): Promise<Partial<Result>> {
    const over = before.expiresOn === null || before.expiresOn < legalDayOf(tx.now);
    return { stateReason: null, ...(over ? await this.term(before, tx) : {}) };
  }

  private scopeOf(divisionCode: string): string {
    return this.city.isDivision(divisionCode) ? divisionCode : this.city.code;
  }
}
