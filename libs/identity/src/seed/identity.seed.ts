import { Injectable } from '@nestjs/common';
import { system, type OrganisationKind, type Role } from '@jihui/kernel';
import { City, DemoCity, Work, type Seed, type Tx } from '@jihui/platform';
import { normaliseRoles } from '../core/membership/roles.js';
import { normaliseForm, scopeOf } from '../core/organisation/form.js';
import type { OrganisationForm } from '../core/organisation/organisation.js';
import { Passwords } from '../auth/passwords.js';
import { IdentityEvents } from '../identity.events.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { PeopleStore } from '../store/people.store.js';

/** config/demo/identity.json: ids are fixed, so that the other domains' seeds may name them. */
interface DemoFile {
  readonly password: string;
  readonly organisations: readonly (OrganisationForm & {
    readonly key: string;
    readonly id: string;
    readonly kind: OrganisationKind;
  })[];
  readonly people: readonly {
    readonly id: string;
    readonly email: string;
    readonly displayName: string;
    /** Left out for whoever works where the platform has no organisation. */
    readonly organisation?: string;
    readonly membershipId?: string;
    readonly roles: readonly Role[];
  }[];
}

/** The demo city's organisations and people. What is there already stays as it is. */
@Injectable()
export class IdentitySeed implements Seed {
  constructor(
    private readonly work: Work,
    private readonly organisations: OrganisationsStore,
    private readonly people: PeopleStore,
    private readonly memberships: MembershipsStore,
    private readonly credentials: CredentialsStore,
    private readonly passwords: Passwords,
    private readonly events: IdentityEvents,
    private readonly city: City,
    private readonly files: DemoCity,
  ) {}

  async run(): Promise<void> {
    const demo = await this.files.read<DemoFile>('identity.json');
    for (const organisation of demo.organisations)
      await this.inTransaction('seedOrganisation', (tx) => this.organisation(tx, organisation));
    // One hash for all: everybody knows the password, and each hash is made to take its time.
    const hash = await this.passwords.hash(demo.password);
    for (const person of demo.people) {
      const organisationId = demo.organisations.find(({ key }) => key === person.organisation)?.id;
      if (organisationId === undefined && person.organisation !== undefined)
        throw new Error(`${person.email}: no organisation ${person.organisation}`);
      await this.inTransaction('seedPerson', (tx) => this.person(tx, person, organisationId, hash));
    }
  }

  private async organisation(tx: Tx, demo: DemoFile['organisations'][number]): Promise<void> {
    if ((await this.organisations.get(demo.id)) !== undefined) return;
    const divisions = { cityCode: this.city.code, isDivision: (code: string) => this.city.isDivision(code) };
    const organisation = {
      ...normaliseForm(demo),
      id: demo.id,
      version: 1,
      state: 'ACTIVE' as const,
      scopeCode: scopeOf(demo.divisionCode, divisions),
      decisionReason: '',
      externalId: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.organisations.insert(organisation);
    await tx.audit({ stream: `Organisation:${organisation.id}`, action: 'seed', after: organisation });
    await this.events.organisationChanged(tx, organisation, 'seed');
  }

  private async person(
    tx: Tx,
    demo: DemoFile['people'][number],
    organisationId: string | undefined,
    hash: string,
  ): Promise<void> {
    if ((await this.people.get(demo.id)) !== undefined) return;
    const { id, email, displayName } = demo;
    const times = { createdAt: tx.now, updatedAt: tx.now };
    const person = {
      id,
      version: 1,
      state: 'ACTIVE' as const,
      email,
      displayName,
      phone: null,
      lastSignInAt: null,
      ...times,
    };
    await this.people.insert(person);
    await this.credentials.setPassword(id, hash);
    await tx.audit({ stream: `Person:${id}`, action: 'seed', after: person });
    if (organisationId !== undefined && demo.membershipId !== undefined) {
      const membership = {
        ...{ id: demo.membershipId, version: 1, organisationId, personId: id, email: '' },
        ...{ roles: normaliseRoles(demo.roles), state: 'ACTIVE' as const, note: '', reason: '' },
        invitedUntil: null,
        ...times,
      };
      await this.memberships.insert(membership);
      await tx.audit({ stream: `Membership:${membership.id}`, action: 'seed', after: membership });
    }
    await this.events.personChanged(tx, id, 'seed');
  }

  private inTransaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run({ domain: 'identity', name, actor: system('seed') }, work);
  }
}
