import { Injectable } from '@nestjs/common';
import { notFound, refuseIf, type Actor } from '@jihui/kernel';
import { checkIds, Throttle, uuidv7, Work, type Credential, type Tx } from '@jihui/platform';
import { Throttles } from '../core/limits.js';
import { people as machine, type PersonAction } from '../core/person/perform.js';
import { ERASED_NAME, type Person } from '../core/person/person.js';
import { checkProfile, normaliseName } from '../core/person/profile.js';
import { FullProof } from '../auth/full-proof.js';
import { personOf, sessionOf, signedIn } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import { command, expectVersion, reasonOf } from '../command.js';
import { IdentityEvents } from '../identity.events.js';
import type {
  EditMyProfileInput,
  EraseMyselfInput,
  ReinstatePersonInput,
  ResetSecondFactorInput,
  SuspendPersonInput,
} from '../identity.types.gen.js';
import { MembershipsService } from '../memberships/memberships.service.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorsStore } from '../store/factors.store.js';
import { LinksStore } from '../store/links.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';
import { PeopleStore } from '../store/people.store.js';
import { PasswordsService } from './passwords.service.js';

/** What is done to accounts. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly credentials: CredentialsStore,
    private readonly links: LinksStore,
    private readonly organisations: OrganisationsStore,
    private readonly membershipRows: MembershipsStore,
    private readonly memberships: MembershipsService,
    private readonly passwords: PasswordsService,
    private readonly factors: FactorsStore,
    private readonly fullProof: FullProof,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly events: IdentityEvents,
  ) {}

  async editMyProfile(actor: Actor, input: EditMyProfileInput): Promise<{ id: string }> {
    const { personId } = personOf(actor);
    const displayName = normaliseName(input.displayName);
    refuseIf(checkProfile({ displayName }).found);
    return this.work.run(command(actor, 'editMyProfile', input), async (tx) => {
      const before = await this.locked(actor, personId, input.expectedVersion, 'edit', tx);
      const after = await this.people.update(before, { displayName });
      return this.record(tx, 'edit', before, after);
    });
  }

  /** Effective at once: no session, token or code of the person is honoured from here on. */
  async suspend(actor: Actor, input: SuspendPersonInput): Promise<{ id: string }> {
    signedIn(actor);
    checkIds(input.personId);
    const reason = reasonOf(input.reason);
    return this.work.run(command(actor, 'suspendPerson', input), async (tx) => {
      await this.membershipRows.lockPlatformAdmins();
      const before = await this.locked(actor, input.personId, input.expectedVersion, 'suspend', tx);
      const after = await this.people.update(before, { state: 'SUSPENDED' });
      await this.credentials.endSessions(before.id, null);
      return this.record(tx, 'suspend', before, after, reason);
    });
  }

  async reinstate(actor: Actor, input: ReinstatePersonInput): Promise<{ id: string }> {
    signedIn(actor);
    checkIds(input.personId);
    return this.work.run(command(actor, 'reinstatePerson', input), async (tx) => {
      const before = await this.locked(actor, input.personId, input.expectedVersion, 'reinstate', tx);
      const after = await this.people.update(before, { state: 'ACTIVE' });
      return this.record(tx, 'reinstate', before, after);
    });
  }

  /**
   * Takes the second factor off for somebody who has lost it. All sessions end, and the holder is told with the reason: who
   * has talked an administrator into it does not go unnoticed.
   * @throws DomainError INVALID_INPUT with IDENTITY.NO_SECOND_FACTOR
   */
  async resetSecondFactor(actor: Actor, input: ResetSecondFactorInput): Promise<{ id: string }> {
    signedIn(actor);
    checkIds(input.personId);
    const reason = reasonOf(input.reason);
    return this.work.run(command(actor, 'resetSecondFactor', input), async (tx) => {
      const before = await this.locked(actor, input.personId, input.expectedVersion, 'resetSecondFactor', tx);
      await this.factors.remove(before.id);
      await this.credentials.endSessions(before.id, null);
      const after = await this.people.update(before, {});
      const [notice, personId] = ['SECOND_FACTOR_RESET' as const, before.id];
      await tx.addJob('identity.sendNotice', {
        mailId: uuidv7(),
        notice,
        personId,
        membershipId: null,
        reason,
      });
      return this.record(tx, 'resetSecondFactor', before, after, reason);
    });
  }

  /**
   * Leaves every organisation, erases what names or signs in the person, and keeps the id, to which
   * others' deals and contracts refer (个人信息保护法 art 47).
   * @throws DomainError IDENTITY.PASSWORD_WRONG, INVALID_INPUT with IDENTITY.LAST_ADMIN, IDENTITY.LAST_PLATFORM_ADMIN;
   *   IDENTITY.REAUTHENTICATE where there is a second factor
   */
  async erase(actor: Actor, credential: Credential | undefined, input: EraseMyselfInput): Promise<void> {
    const { personId } = personOf(actor);
    sessionOf(credential);
    await this.fullProof.require(actor, credential);
    await this.throttle.take(Throttles.passwordPerson, personId);
    const remembered = { password: this.secrets.seal(input.password) };
    await this.work.run(command(actor, 'eraseMyself', input, remembered), async (tx) => {
      await this.passwords.confirm(personId, input.password);
      await this.membershipRows.lockPlatformAdmins();
      const memberships = await this.membershipRows.liveOfPerson(personId);
      for (const { organisationId } of memberships) await this.organisations.lock(organisationId);
      const before = await this.locked(actor, personId, input.expectedVersion, 'erase', tx);
      for (const membership of memberships) await this.memberships.endForErasure(tx, membership);
      await this.membershipRows.erasePerson(personId);
      await this.links.erase(personId, before.email, before.phone);
      const email = `${personId}@erased.invalid`;
      const after = await this.people.update(before, {
        state: 'ERASED',
        displayName: ERASED_NAME,
        email,
        phone: null,
      });
      await this.record(tx, 'erase', before, after);
      await this.credentials.erase(personId);
      return {};
    });
  }

  private async locked(
    actor: Actor,
    personId: string,
    version: number,
    action: PersonAction,
    tx: Tx,
  ): Promise<Person> {
    const person = await this.people.lock(personId);
    if (person === undefined) throw notFound('账号');
    const soleAdminOf = action === 'erase' ? await this.people.soleAdminOf(personId) : [];
    const takesAway = action === 'erase' || action === 'suspend';
    const platformAdmins = takesAway ? await this.membershipRows.platformAdmins() : [];
    const hasFactor = action === 'resetSecondFactor' && (await this.factors.on([personId])).has(personId);
    machine.perform({ person, soleAdminOf, hasFactor, platformAdmins }, action, actor, tx.now);
    expectVersion(person, version);
    return person;
  }

  private async record(
    tx: Tx,
    action: PersonAction,
    before: Person,
    after: Person,
    reason?: string,
  ): Promise<{ id: string }> {
    await tx.audit({
      stream: `Person:${after.id}`,
      action,
      before,
      after,
      ...(reason === undefined ? {} : { reason }),
    });
    await this.events.personChanged(tx, after.id, action);
    return { id: after.id };
  }
}
