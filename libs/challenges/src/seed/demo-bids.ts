import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { drawPages } from '@jihui/platform';
import { blindStatement, sealBid, type BidFile, type MemberConfirmation } from '@jihui/proofs';
import { BidLogService } from '../bids/bid-log.service.js';
import { BidsService } from '../bids/bids.service.js';
import { ConfirmationsService } from '../bids/confirmations.service.js';
import { CustodianKeysService } from '../bids/custodian-keys.service.js';
import { UploadsService } from '../bids/uploads.service.js';
import type { Call } from '../core/calls/call.js';
import type { DemoBid, Telling } from './story.js';

/** Bids of the demo city: sealed as the page does it, with the agreement that a consortium's members have confirmed. */
@Injectable()
export class DemoBids {
  constructor(
    private readonly keys: CustodianKeysService,
    private readonly uploads: UploadsService,
    private readonly bids: BidsService,
    private readonly confirmations: ConfirmationsService,
    private readonly log: BidLogService,
  ) {}

  /** Sent in one piece. */
  async handIn(telling: Telling, call: Call, bid: DemoBid): Promise<void> {
    const { person } = bid;
    const bidder = telling.who(person);
    const organisationId = bidder.memberships[0]?.organisationId ?? '';
    const { id: callId, round, plan } = call;
    await this.log.publishDueOf(callId);
    const custodians = await this.keys.custodians(call);
    const { form, files } = await this.contentsOf(telling, call, bid);
    const sealed = await sealBid({
      ...{ call: callId, round, bidder: organisationId, custodians, threshold: plan.threshold },
      ...{ form, files },
    });
    const parts: Uint8Array[] = [];
    for await (const part of sealed.bytes) parts.push(part);
    const bytes = Buffer.concat(parts);
    const upload = await this.uploads.start(bidder, {
      ...{ clientMutationId: telling.request(`upload${person}`), callId, organisationId },
      ...{ size: bytes.length, commitment: sealed.commitment() },
    });
    await this.uploads.take(bidder, upload.id, 0, Readable.from([bytes]));
    await this.bids.handIn(bidder, {
      clientMutationId: telling.request(`handIn${person}`),
      uploadId: upload.id,
    });
  }

  private async contentsOf(
    telling: Telling,
    call: Call,
    { person, form, agreement }: DemoBid,
  ): Promise<{ readonly form: object; readonly files: readonly BidFile[] }> {
    if (agreement === undefined) return { form, files: [] };
    const { title, paragraphs, clauses, members: confirming } = agreement;
    const content = await drawPages(title, paragraphs);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const [lead, ...members] = form.members ?? [];
    const confirmed = [];
    for (const [at, member] of members.entries()) {
      const key = confirming[at];
      const confirmation =
        key === undefined ? null : await this.confirmed(telling, call, key, person, sha256);
      confirmed.push({ ...member, confirmation });
    }
    return {
      form: { ...form, agreement: { sha256, clauses }, members: [lead, ...confirmed] },
      files: [{ name: `${title}.pdf`, type: 'application/pdf', size: content.length, read: () => [content] }],
    };
  }

  /** What the member's page gives it, to be sent to the lead. */
  private async confirmed(
    telling: Telling,
    { id: call, round }: Call,
    member: string,
    lead: string,
    agreement: string,
  ): Promise<MemberConfirmation> {
    const [actor, leading] = [telling.who(member), telling.who(lead)];
    const salt = createHash('sha256')
      .update(telling.request(`salt${member}`))
      .digest('hex');
    const statement = {
      ...{ call, round, agreement, salt },
      lead: leading.memberships[0]?.organisationId ?? '',
    };
    const organisationId = actor.memberships[0]?.organisationId ?? '';
    const signed = await this.confirmations.sign(actor, {
      organisationId,
      blinded: blindStatement(statement),
    });
    return { ...signed, statement };
  }
}
