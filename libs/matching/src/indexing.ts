import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ContractSnapshot, DealSnapshot, OrganisationSnapshot } from '@jihui/events';
import { Db, segment, type Tx } from '@jihui/platform';
import { outcomeOfContract, outcomeOfDeal } from './core/outcome.js';
import { BOILERPLATE_RULE, WordCounts } from './core/terms.js';
import { ExpertsStore, type ProjectedExpert } from './store/experts.store.js';
import { ListingsStore, type ProjectedListing } from './store/listings.store.js';
import { PatentsStore, type ProjectedPatent } from './store/patents.store.js';
import { WaitingStore, type Waiting } from './store/waiting.store.js';
import { PairsStore } from './store/pairs.store.js';

/** Needs whose words are counted: the newest ones. */
const COUNTED_NEEDS = 20_000;
const BREATH = 100;

/** Keeps the projection and what is derived from it. */
@Injectable()
export class Indexing {
  constructor(
    private readonly db: Db,
    private readonly listings: ListingsStore,
    private readonly experts: ExpertsStore,
    private readonly pairs: PairsStore,
    private readonly patents: PatentsStore,
    private readonly waiting: WaitingStore,
  ) {}

  /** One listing changed; when it has just come online its best counterparts are recommended, by a job of its own. */
  async index(listing: ProjectedListing, action: string, tx: Tx): Promise<void> {
    const before = await this.listings.lockAvailability(listing.id, listing.ownerId);
    const written = await this.listings.project([listing]);
    const authors = await this.retellWorks([listing]);
    // While a projection is rebuilt everything seems to come online.
    if (action === 'republish' || !written.has(listing.id)) return;
    for (const expertId of authors) await tx.addJob('matching.recommendNeeds', { expertId });
    if (!listing.online) return;
    if (listing.kind === 'NEED') {
      await tx.addJob('matching.recommendExperts', { needId: listing.id });
      // Patents for it are told at night; results and experts are by then.
      await this.waiting.add([{ kind: 'NEED_PATENTS', id: listing.id }]);
    }
    if (before !== true) await tx.addJob('matching.recommend', { listingId: listing.id });
  }

  /** Listings were imported: nobody is told one by one, the night matches them. */
  async indexMany(listings: readonly ProjectedListing[], tx: Tx): Promise<void> {
    const written = await this.listings.project(listings);
    const authors = await this.retellWorks(listings);
    await this.waiting.add([
      ...listings.filter(({ id, online }) => online && written.has(id)),
      ...authors.map(asExpert),
    ]);
    if (listings[0]?.kind === 'NEED' && (await this.listings.claimRecount(BOILERPLATE_RULE.minimumNeeds)))
      await tx.addJob('matching.refreshStatistics', {});
  }

  async projectOrganisation(organisation: OrganisationSnapshot, version: number): Promise<void> {
    if (await this.listings.projectOrganisation(organisation, version))
      await this.experts.touchOwner(organisation.id);
    await this.experts.touchNamed(organisation.name);
    await this.patents.followOwner(organisation.id);
  }

  /** An expert entered, changed or left; whom it concerns is told by a job of its own. */
  async projectExpert(expert: ProjectedExpert, action: string, tx: Tx): Promise<void> {
    const changed = await this.experts.project(expert);
    if (changed && expert.listed && action !== 'republish')
      await tx.addJob('matching.recommendNeeds', { expertId: expert.id });
  }

  /** A patent was entered or changed: a work of those it names. */
  async projectPatent(patent: ProjectedPatent, action: string, tx: Tx): Promise<void> {
    if (!(await this.patents.project(patent))) return;
    const authors = await this.experts.touchInventors(patent.ownerId, patent.inventors);
    if (action === 'republish' || !patent.open) return;
    // While a register is imported nobody is told one by one.
    const imported = action === 'import';
    await this.waiting.add([{ kind: 'PATENT', id: patent.id }, ...(imported ? authors.map(asExpert) : [])]);
    if (imported) return;
    for (const expertId of authors) await tx.addJob('matching.recommendNeeds', { expertId });
  }

  /** Results are works of whoever entered them. @returns the experts whose they are */
  private async retellWorks(listings: readonly ProjectedListing[]): Promise<readonly string[]> {
    const results = listings.filter(({ kind }) => kind === 'RESULT');
    if (results.length === 0) return [];
    return this.experts.touch([...new Set(results.map(({ createdBy }) => createdBy))]);
  }

  /** What a deal says of its pair. */
  async followDeal({ id, version, needId, resultId, state }: DealSnapshot): Promise<void> {
    if (needId === null || resultId === null) return;
    const kind = outcomeOfDeal(state, await this.pairs.lockOutcome(id));
    await this.pairs.saveOutcome(id, version, { needId, resultId }, kind);
  }

  /** What a registered contract says of its pair. */
  async followContract({ id, version, needId, resultId, state }: ContractSnapshot): Promise<void> {
    if (needId === null || resultId === null) return;
    await this.pairs.saveOutcome(id, version, { needId, resultId }, outcomeOfContract(state));
  }

  /** Finds anew which words say nothing about a need's subject. */
  async refreshStatistics(): Promise<void> {
    const counts = new WordCounts();
    for (const need of await this.listings.needTexts(COUNTED_NEEDS)) {
      counts.add(segment(`${need.title}\n${need.body}`), need.field);
      if (counts.needs % BREATH === 0) await breathe();
    }
    await this.db.transaction(() => this.listings.replaceBoilerplate(counts.boilerplate()));
  }
}

const asExpert = (id: string): Waiting => ({ kind: 'EXPERT', id });
