import { Injectable } from '@nestjs/common';
import type { ContractSnapshot, DealSnapshot, OrganisationSnapshot, PatentSnapshot } from '@jihui/events';
import type { Tx } from '@jihui/platform';
import { NeedsBackground } from './needs.background.js';
import { ResultsBackground } from './results.background.js';
import { DealsStore } from './store/deals.store.js';
import { OwnersStore } from './store/owners.store.js';
import { PatentsStore } from './store/patents.store.js';

/** Keeps what listings know of others: owners, deals, contracts, patents. Runs inside a handler's transaction. */
@Injectable()
export class ProjectionService {
  constructor(
    private readonly owners: OwnersStore,
    private readonly deals: DealsStore,
    private readonly patents: PatentsStore,
    private readonly results: ResultsBackground,
    private readonly needs: NeedsBackground,
  ) {}

  async organisation(organisation: OrganisationSnapshot, version: number): Promise<void> {
    await this.owners.project(organisation, version);
  }

  async patent(patent: PatentSnapshot, version: number, at: string): Promise<void> {
    await this.patents.project(patent, version, at);
  }

  async deal(deal: DealSnapshot, version: number, tx: Tx): Promise<void> {
    if (await this.deals.projectDeal(deal, version)) await this.follow(deal, tx);
  }

  /** A contract without a deal of ours says nothing about a listing's offer. */
  async contract(contract: ContractSnapshot, version: number, tx: Tx): Promise<void> {
    if (contract.dealId === null) return;
    if (await this.deals.projectContract(contract, contract.dealId, version)) await this.follow(contract, tx);
  }

  private async follow(about: { resultId: string | null; needId: string | null }, tx: Tx): Promise<void> {
    if (about.resultId !== null) await this.results.followDeals(about.resultId, tx);
    if (about.needId !== null) await this.needs.followDeals(about.needId, tx);
  }
}
