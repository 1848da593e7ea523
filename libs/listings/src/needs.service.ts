import { Injectable } from '@nestjs/common';
import { refuseIf, type Actor } from '@jihui/kernel';
import { City, Work } from '@jihui/platform';
import { FormReader, requireContact } from './core/form.js';
import type { NeedForm } from './core/need.form.js';
import type { NeedAction } from './core/need.lifecycle.js';
import type { Need } from './core/need.js';
import { ListingService, type Changed } from './listing.service.js';
import type { AmendNeedInput, ListingActionInput, ListingReasonInput } from './listings.types.gen.js';
import { NeedWriter } from './need.writer.js';
import { FilesStore } from './store/files.store.js';
import { NeedsStore } from './store/needs.store.js';
import { needTraits } from './traits.js';
import { Validity } from './validity.js';

/** Everything that changes a need. One verb, one method, one transaction. */
@Injectable()
export class NeedsService extends ListingService<Need, NeedAction, NeedForm> {
  constructor(
    work: Work,
    store: NeedsStore,
    writer: NeedWriter,
    files: FilesStore,
    validity: Validity,
    city: City,
  ) {
    super(needTraits, work, store, writer, files, validity, city);
  }

  submit(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('submit', actor, input, (_, tx) => ({ submittedAt: tx.now, stateReason: null }));
  }

  /** Changes what needs no new review. */
  amend(actor: Actor, input: AmendNeedInput): Promise<Changed> {
    return this.act('amend', actor, input, ({ content }) => {
      const reader = new FormReader(this.city);
      const contact = reader.contact(input.contact);
      requireContact(reader, contact);
      refuseIf(reader.violations.found);
      return { content: { ...content, contact, urgency: input.urgency } };
    });
  }

  revise(actor: Actor, input: ListingActionInput): Promise<Changed> {
    return this.act('revise', actor, input);
  }

  close(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('close', actor, input);
  }

  solve(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('solve', actor, input);
  }

  convert(actor: Actor, input: ListingReasonInput): Promise<Changed> {
    return this.actForReason('convert', actor, input);
  }
}
