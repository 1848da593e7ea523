import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot } from '@jihui/events';
import { system } from '@jihui/kernel';
import { sql, Work, type Republisher, type Tx } from '@jihui/platform';
import type { Organisation } from './core/organisation/organisation.js';
import { OrganisationsStore } from './store/organisations.store.js';
import { PeopleStore } from './store/people.store.js';

const snapshotOf = (organisation: Organisation): OrganisationSnapshot => ({
  id: organisation.id,
  name: organisation.name,
  kind: organisation.kind,
  uscc: organisation.uscc,
  divisionCode: organisation.divisionCode,
  partyNature: organisation.partyNature,
  stateEstablished: organisation.stateEstablished,
  status: organisation.state,
  legalRepresentative: organisation.legalRepresentative,
  contactName: organisation.contactName,
  contactPhone: organisation.contactPhone,
  address: organisation.address,
});

const FIRST = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;

/** Tells the other domains of organisations and people, always with the whole snapshot. */
@Injectable()
export class IdentityEvents implements Republisher {
  constructor(
    private readonly organisations: OrganisationsStore,
    private readonly people: PeopleStore,
    private readonly work: Work,
  ) {}

  organisationChanged(tx: Tx, organisation: Organisation, action: string): Promise<void> {
    return tx.emit('identity.organisation', {
      aggregateId: organisation.id,
      version: organisation.version,
      action,
      payload: snapshotOf(organisation),
    });
  }

  /** The person itself changed; its version is already raised. */
  async personChanged(tx: Tx, personId: string, action: string): Promise<void> {
    for (const { version, snapshot } of await this.people.snapshots(sql`p.id = ${personId}`))
      await tx.emit('identity.person', { aggregateId: personId, version, action, payload: snapshot });
  }

  /** A membership of the person changed, which the person's snapshot shows. */
  async membershipsChanged(tx: Tx, personId: string, action: string): Promise<void> {
    await this.people.touch(personId);
    await this.personChanged(tx, personId, action);
  }

  /** Emits the present snapshot of every organisation and person changed since then. @returns how many. */
  async republish(since: Date): Promise<number> {
    return (await this.republishOrganisations(since)) + (await this.republishPeople(since));
  }

  private async republishOrganisations(since: Date): Promise<number> {
    let count = 0;
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const batch: Organisation[] = await this.inTransaction(async (tx) => {
        const changed = await this.organisations.changedSince(since, after ?? FIRST, BATCH);
        for (const organisation of changed) await this.organisationChanged(tx, organisation, 'republish');
        return changed;
      });
      count += batch.length;
      after = batch.at(-1)?.id;
    }
    return count;
  }

  private async republishPeople(since: Date): Promise<number> {
    let count = 0;
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const ids: string[] = await this.inTransaction(async (tx) => {
        const changed = await this.people.snapshots(
          sql`p.updated_at >= ${since} and p.id > ${after ?? FIRST} order by p.id limit ${BATCH}`,
        );
        for (const { version, snapshot } of changed)
          await tx.emit('identity.person', {
            aggregateId: snapshot.id,
            version,
            action: 'republish',
            payload: snapshot,
          });
        return changed.map(({ snapshot }) => snapshot.id);
      });
      count += ids.length;
      after = ids.at(-1);
    }
    return count;
  }

  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run({ domain: 'identity', name: 'republish', actor: system('republish') }, work);
  }
}
