import { Injectable } from '@nestjs/common';
import type { NeedSnapshot, OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { FactsStore } from './store/facts.store.js';

/** Keeps what others told. */
@Injectable()
export class ProjectionsService {
  constructor(private readonly facts: FactsStore) {}

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
