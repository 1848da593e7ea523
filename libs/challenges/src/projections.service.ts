import { Injectable } from '@nestjs/common';
import type {
  ContractSnapshot,
  ExpertSnapshot,
  NeedSnapshot,
  OrganisationSnapshot,
  PatentSnapshot,
  PersonSnapshot,
} from '@jihui/events';
import { FactsStore } from './store/facts.store.js';
import { PoolStore } from './store/pool.store.js';
import { ProjectsStore } from './store/projects.store.js';

/** Keeps what others told. */
@Injectable()
export class ProjectionsService {
  constructor(
    private readonly facts: FactsStore,
    private readonly pool: PoolStore,
    private readonly registered: ProjectsStore,
  ) {}

  contract(fact: ContractSnapshot): Promise<void> {
    return this.registered.putContract(fact);
  }

  expert(fact: ExpertSnapshot, version: number): Promise<void> {
    return this.pool.putExpert(fact, version);
  }

  patent(fact: PatentSnapshot, version: number): Promise<void> {
    return this.pool.putPatent(fact, version);
  }

  organisation(fact: OrganisationSnapshot, version: number): Promise<void> {
    return this.facts.putOrganisation(fact, version);
  }

  person(fact: PersonSnapshot, version: number): Promise<void> {
    return this.facts.putPerson(fact, version);
  }

  needs(facts: readonly NeedSnapshot[]): Promise<void> {
    return this.facts.putNeeds(facts);
  }
}
