import { Injectable } from '@nestjs/common';
import { Codes, DomainError, legalDayOf, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { signConfirmation, type SignedConfirmation } from '@jihui/proofs';
import { BusinessClock, checkIds } from '@jihui/platform';
import { partyFaults } from '../core/bids/eligibility.js';
import { mayBidFor } from '../core/bids/sight.js';
import { FactsStore } from '../store/facts.store.js';
import { BidLogKey } from './bid-log-key.js';

const HASH = /^[0-9a-f]{64}$/;

/**
 * 成员确认 of consortia. That a member asks for one says that somebody is about to bid, so nothing is kept: no row, no event,
 * no audit entry, no count of tries; and what is confirmed comes as a salted hash, so that not even the answer to who asked
 * for which call could be kept. It takes part in no transaction and is not remembered by its clientMutationId: Ed25519
 * gives the same signature for the same confirmation.
 */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly facts: FactsStore,
    private readonly key: BidLogKey,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError FORBIDDEN for an organisation that the person does not act for */
  async sign(
    actor: Actor,
    { organisationId, blinded }: { readonly organisationId: string; readonly blinded: string },
  ): Promise<SignedConfirmation> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(organisationId);
    if (!mayBidFor(actor, organisationId))
      throw new DomainError(Codes.FORBIDDEN, '只有单位的转移转化负责人、单位管理员可以代表单位确认');
    const member = await this.facts.organisation(organisationId);
    refuseIf([
      ...partyFaults(member),
      ...new Violations().when(
        !HASH.test(blinded),
        'blinded',
        'NOT_A_HASH',
        '确认内容的哈希应为 64 位十六进制',
      ).found,
    ]);
    return signConfirmation(
      {
        ...{ organisation: organisationId, organisationName: member?.name ?? '', by: actor.personId },
        ...{ day: legalDayOf(await this.clock.now()), blinded },
      },
      this.key.secretKey,
    );
  }
}
