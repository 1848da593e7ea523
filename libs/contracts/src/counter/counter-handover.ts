import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot } from '@jihui/events';
import type { Tx } from '@jihui/platform';
import { ContractChanges } from '../contract-changes.js';
import { handedOver } from '../core/counter.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

/** 移交: what the counter entered for a seller without an account becomes its organisation's once that is here. */
@Injectable()
export class CounterHandover {
  constructor(
    private readonly projections: ProjectionsStore,
    private readonly store: ContractsStore,
    private readonly changes: ContractChanges,
  ) {}

  /** Hands over once: what the counter kept of the code is gone then. Nothing for who is not active or came before. */
  async run(comer: OrganisationSnapshot, tx: Tx): Promise<void> {
    if (comer.status !== 'ACTIVE') return;
    await this.projections.lockSellerCode(comer.uscc);
    // An event that comes late tells of an organisation that is active no more.
    const active = await this.projections.organisationIds([comer.uscc]);
    if (active.get(comer.uscc) !== comer.id) return;
    const kept = await this.projections.endCounterSeller(comer.uscc);
    if (kept === undefined) return;
    for (const contract of await this.store.lockAppliedBy(kept)) {
      const next = handedOver(contract, comer);
      await this.store.save(contract, next);
      await this.changes.tell(tx, 'handOver', next, {
        before: contract,
        reason: `移交给${comer.name}（${comer.uscc}）：该单位已在平台注册`,
      });
    }
  }
}
