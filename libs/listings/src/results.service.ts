import { Injectable } from '@nestjs/common';
import { actorId, refuseIf, type Actor } from '@jihui/kernel';
import { City, Work } from '@jihui/platform';
import { FormReader, requireContact } from './core/form.js';
import { teamMemberFrom, type ResultForm } from './core/result.form.js';
import type { ResultAction } from './core/result.lifecycle.js';
import type { Result } from './core/result.js';
import { ListingService, type Changed } from './listing.service.js';
import type {
  AmendResultInput,
  ApproveResultByUnitInput,
  ListingActionInput,
  ListingReasonInput,
} from './listings.types.gen.js';
import { ResultWriter } from './result.writer.js';
import { FilesStore } from './store/files.store.js';
import { ResultsStore } from './store/results.store.js';
import { resultTraits } from './traits.js';
import { Validity } from './validity.js';

/** What goes to the unit's office again was not approved by it. */
const UNAPPROVED = { unitApprovedBy: null, unitApprovedAt: null } as const satisfies Partial<Result>;

/** Everything that changes a result. One verb, one method, one transaction. */
@Injectable()
export class ResultsService extends ListingService<Result, ResultAction, ResultForm> {
  constructor(
    work: Work,
    store: ResultsStore,
    writer: ResultWriter,
    files: FilesStore,
    validity: Validity,
    city: City,
  ) {
    super(resultTraits, work, store, writer, files, validity, city);
  }

  submit(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('submit', actor, input, (_, tx) => ({
      submittedAt: tx.now,
      ...UNAPPROVED,
      stateReason: null,
    }));
  }

  approveByUnit(actor: Actor, input: ApproveResultByUnitInput): Promise<Changed> {
    const reader = new FormReader(this.city);
    const document = reader.text('approvalDocument', '单位审批文号', input.approvalDocument, 100);
    return this.actAs(
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

  /** Changes what needs no new review. */
  amend(actor: Actor, input: AmendResultInput): Promise<Changed> {
    return this.act('amend', actor, input, ({ content }) => {
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
    return this.act('revise', actor, input, () => UNAPPROVED);
  }

  withdraw(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('withdraw', actor, input);
  }
}
