import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { PeopleStore } from './store/people.store.js';

/** Keeps who is who. */
@Injectable()
export class Projecting {
  constructor(private readonly people: PeopleStore) {}

  person(person: PersonSnapshot, version: number): Promise<void> {
    return this.people.projectPerson(person, version);
  }

  organisation(organisation: OrganisationSnapshot, version: number): Promise<void> {
    return this.people.projectOrganisation(organisation, version);
  }
}
