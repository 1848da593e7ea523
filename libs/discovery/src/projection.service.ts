import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import type { ContractSnapshot, OrganisationSnapshot, ResultSnapshot } from '@jihui/events';
import { Work, type Republisher } from '@jihui/platform';
import { PatentWriter } from './patents/patent-writer.js';
import { FactsStore } from './store/facts.store.js';
import { PatentsStore } from './store/patents.store.js';

const BATCH = 200;

/** Keeps what others told, and tells others again when they rebuild. */
@Injectable()
export class ProjectionService implements Republisher {
  constructor(
    private readonly facts: FactsStore,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
    private readonly work: Work,
  ) {}

  organisation(fact: OrganisationSnapshot, version: number): Promise<void> {
    return this.facts.putOrganisation(fact, version);
  }

  results(facts: readonly ResultSnapshot[]): Promise<void> {
    return this.facts.putResults(facts);
  }

  contract(fact: ContractSnapshot, version: number): Promise<void> {
    return this.facts.putContract(fact, version);
  }

  /** Emits every patent changed since then as it is now, a page a transaction. */
  async republish(since: Date): Promise<number> {
    const command = { domain: 'discovery', name: 'republish', actor: system('republish') } as const;
    for (let after: string | null = null, told = 0; ;) {
      const ids: string[] = await this.work.run(command, async (tx) => {
        const found = await this.patents.changedSince(since, after, BATCH);
        for (const patent of found) await this.writer.tell(patent, 'republish', tx);
        return found.map(({ id }) => id);
      });
      told += ids.length;
      if (ids.length < BATCH) return told;
      after = ids.at(-1) ?? null;
    }
  }
}
