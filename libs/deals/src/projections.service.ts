import { Injectable } from '@nestjs/common';
import { system, type LegalDay } from '@jihui/kernel';
import type { DomainEvent, ExpertSnapshot, OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { Work, type Republisher } from '@jihui/platform';
import { CommissionsService } from './commissions.service.js';
import { DealDesk } from './deal-desk.js';
import { DealsStore } from './store/deals.store.js';
import { TERM_ACTS } from './core/vitality.js';
import { FactsStore, type ListingFact } from './store/facts.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { TermsStore } from './store/terms.store.js';

const PAGE = 200;

/** Keeps what others told, and tells others again when they rebuild. */
@Injectable()
export class ProjectionsService implements Republisher {
  constructor(
    private readonly facts: FactsStore,
    private readonly terms: TermsStore,
    private readonly deals: DealsStore,
    private readonly invitations: InvitationsStore,
    private readonly desk: DealDesk,
    private readonly commissions: CommissionsService,
    private readonly work: Work,
  ) {}

  organisation(fact: OrganisationSnapshot, version: number): Promise<void> {
    return this.facts.putOrganisation(fact, version);
  }

  person(fact: PersonSnapshot, version: number): Promise<void> {
    return this.facts.putPerson(fact, version);
  }

  expert(expert: ExpertSnapshot): Promise<void> {
    return this.invitations.putExpert(expert);
  }

  listings(facts: readonly ListingFact[]): Promise<void> {
    return this.facts.putListings(
      facts.map(({ id, kind, version, title, ownerId, createdBy, online, anonymous }) => ({
        id,
        kind,
        version,
        title,
        ownerId,
        createdBy,
        online,
        anonymous,
      })),
    );
  }

  /** Keeps a renewal or an expiry; whatever else was told of a listing says nothing of its term. */
  async term(kind: 'RESULT' | 'NEED', told: DomainEvent<'listings.result' | 'listings.need'>): Promise<void> {
    const act = TERM_ACTS[told.action];
    if (act === undefined) return;
    await this.terms.put({ listingId: told.aggregateId, version: told.version, kind, act, at: told.at });
  }

  /** Deals whose disclosure ended before that day without an open objection. */
  endedDisclosures(today: LegalDay): Promise<readonly { readonly id: string; readonly version: number }[]> {
    return this.deals.withEndedDisclosure(today);
  }

  /** Emits every deal that changed since then, or whose commission did, as it is now, a page a transaction. */
  async republish(since: Date): Promise<number> {
    let [after, told]: [string | null, number] = [null, 0];
    for (;;) {
      const ids: string[] = await this.deals.changedSince(since, after, PAGE);
      if (ids.length === 0) return told;
      await this.work.run({ domain: 'deals', name: 'republish', actor: system('republish') }, async (tx) => {
        for (const id of ids) await this.desk.tell(tx, await this.desk.current(id), 'republish', null);
        await this.commissions.republish(tx, ids);
      });
      told += ids.length;
      after = ids.at(-1) ?? null;
    }
  }
}
