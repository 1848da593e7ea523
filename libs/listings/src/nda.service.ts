import { Injectable } from '@nestjs/common';
import { Codes, DomainError, hasRole, notFound, type Actor } from '@jihui/kernel';
import { checkIds, Work } from '@jihui/platform';
import { ListingCodes } from './core/errors.js';
import type { AcceptNdaInput } from './listings.types.gen.js';
import { requireSignedIn } from './refusals.js';
import { NdaStore } from './store/nda.store.js';
import { ReadsStore } from './store/reads.store.js';

/** What was accepted, for the answer. */
export interface Accepted {
  readonly acceptanceId: string;
  readonly kind: 'RESULT' | 'NEED';
  readonly listingId: string;
}

/** Acceptance of the NDA by an organisation, for one listing. */
@Injectable()
export class NdaService {
  constructor(
    private readonly work: Work,
    private readonly reads: ReadsStore,
    private readonly nda: NdaStore,
  ) {}

  /**
   * Accepts the current text for the organisation; doing so again answers the first acceptance.
   * @throws DomainError NOT_FOUND, FORBIDDEN without authority, LISTING.NDA_NOT_NEEDED, LISTING.NDA_OUTDATED.
   */
  accept(actor: Actor, input: AcceptNdaInput): Promise<Accepted> {
    requireSignedIn(actor);
    const { listingId, organisationId, clientMutationId } = input;
    checkIds(listingId, organisationId);
    return this.work.run(
      { domain: 'listings', name: 'acceptNda', actor, clientMutationId, input },
      async (tx) => {
        const reader = { actor, whole: false };
        const [result] = await this.reads.results(reader, [listingId]);
        const [need] = result === undefined ? await this.reads.needs(reader, [listingId]) : [];
        const listing = result ?? need;
        if (listing === undefined) throw notFound('所指内容');
        if (!hasRole(actor, organisationId, 'TRANSFER_OFFICER'))
          throw new DomainError(Codes.FORBIDDEN, '保密协议须由该单位的转化专员或管理员签署');
        if (listing.visibility !== 'NDA' || listing.ownerId === organisationId)
          throw new DomainError(ListingCodes.NDA_NOT_NEEDED, '查阅该内容不需要签署保密协议');
        const nda = await this.nda.current();
        if (nda.version !== input.ndaVersion)
          throw new DomainError(ListingCodes.NDA_OUTDATED, '保密协议已有新版本，请阅读新文本后再签署');
        const acceptance = await this.nda.accept(actor, listingId, organisationId, nda, tx.now);
        const kind = result === undefined ? 'NEED' : 'RESULT';
        const stream = `${kind === 'RESULT' ? 'Result' : 'Need'}:${listingId}`;
        await tx.audit({ stream, action: 'acceptNda', after: acceptance });
        return { acceptanceId: acceptance.id, kind, listingId };
      },
    );
  }
}
