import { Injectable } from '@nestjs/common';
import { refuseIf, system, Violations } from '@jihui/kernel';
import { Administrators, City, uuidv7, Work, type AdministratorForm, type Tx } from '@jihui/platform';
import { normaliseEmail } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { normaliseRoles } from '../core/membership/roles.js';
import { checkRegisteredFacts, normaliseForm } from '../core/organisation/form.js';
import type { Organisation } from '../core/organisation/organisation.js';
import { checkPassword } from '../core/person/password.js';
import { checkProfile, normaliseName } from '../core/person/profile.js';
import { Passwords } from '../auth/passwords.js';
import { refusing } from '../command.js';
import { IdentityEvents } from '../identity.events.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { isUsccTaken, OrganisationsStore } from '../store/organisations.store.js';
import { PeopleStore } from '../store/people.store.js';

const ROLES = normaliseRoles(['ORG_ADMIN', 'PLATFORM_ADMIN']);

/** Makes the first administrators, when nobody could let them in. Only the command line reaches it. */
@Injectable()
export class AdministratorsService extends Administrators {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
    private readonly credentials: CredentialsStore,
    private readonly passwords: Passwords,
    private readonly events: IdentityEvents,
    private readonly city: City,
  ) {
    super();
  }

  async create(form: AdministratorForm): Promise<{ readonly personId: string; readonly created: boolean }> {
    const email = normaliseEmail(form.email);
    const displayName = normaliseName(form.displayName);
    const personal = [displayName, email.split('@')[0] ?? ''];
    refuseIf([...checkProfile({ displayName, email }).found, ...checkPassword(form.password, personal)]);
    const hash = await this.passwords.hash(form.password);
    return this.work
      .run({ domain: 'identity', name: 'createAdmin', actor: system('create-admin') }, async (tx) => {
        const bureau = await this.bureau(tx, form);
        const existing = await this.people.byEmail(email);
        const personId = existing?.id ?? (await this.person(tx, email, displayName, hash));
        await this.appoint(tx, bureau.id, personId);
        await this.events.membershipsChanged(tx, personId, 'appoint');
        return { personId, created: existing === undefined };
      })
      .catch(refusing(isUsccTaken, IdentityCodes.USCC_TAKEN, '这个统一社会信用代码已有机构在用，请核对'));
  }

  private async bureau(tx: Tx, form: AdministratorForm): Promise<Organisation> {
    const existing = await this.organisations.cityBureau();
    if (existing !== undefined) return existing;
    refuseIf(
      new Violations().when(
        form.bureau === undefined,
        'bureau',
        'REQUIRED',
        '平台还没有市级主管部门，请同时给出它的名称和统一社会信用代码',
      ).found,
    );
    const facts = normaliseForm({
      name: form.bureau?.name ?? '',
      uscc: form.bureau?.uscc ?? '',
      kind: 'BUREAU_CITY',
      divisionCode: this.city.code,
      partyNature: '013',
      stateEstablished: false,
      legalRepresentative: '',
      address: '',
      contactName: '',
      contactPhone: '',
    });
    const divisions = { cityCode: this.city.code, isDivision: (code: string) => this.city.isDivision(code) };
    refuseIf(checkRegisteredFacts(facts, divisions).found);
    const organisation: Organisation = {
      ...facts,
      id: uuidv7(),
      version: 1,
      state: 'ACTIVE',
      scopeCode: this.city.code,
      decisionReason: '',
      externalId: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.organisations.insert(organisation);
    await tx.audit({ stream: `Organisation:${organisation.id}`, action: 'register', after: organisation });
    await this.events.organisationChanged(tx, organisation, 'register');
    return organisation;
  }

  private async person(tx: Tx, email: string, displayName: string, hash: string): Promise<string> {
    const id = uuidv7();
    const person = {
      id,
      version: 1,
      state: 'ACTIVE' as const,
      email,
      displayName,
      phone: null,
      lastSignInAt: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    };
    await this.people.insert(person);
    await this.credentials.setPassword(id, hash);
    await tx.audit({ stream: `Person:${id}`, action: 'register', after: person });
    return id;
  }

  /** Adds the roles to the membership there is, or makes one. */
  private async appoint(tx: Tx, organisationId: string, personId: string): Promise<void> {
    await this.organisations.lock(organisationId);
    const before = await this.memberships.liveOf(organisationId, personId, '');
    const after = {
      id: before?.id ?? uuidv7(),
      version: before?.version ?? 1,
      organisationId,
      personId,
      email: before?.email ?? '',
      roles: normaliseRoles([...(before?.roles ?? []), ...ROLES]),
      state: 'ACTIVE' as const,
      note: before?.note ?? '',
      reason: '',
      invitedUntil: null,
      createdAt: before?.createdAt ?? tx.now,
      updatedAt: tx.now,
    };
    if (before === undefined) await this.memberships.insert(after);
    else await this.memberships.update(before, after);
    await tx.audit({
      stream: `Membership:${after.id}`,
      action: 'appoint',
      after,
      ...(before === undefined ? {} : { before }),
    });
  }
}
