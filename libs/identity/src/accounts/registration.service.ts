import { Injectable } from '@nestjs/common';
import { anonymous, DomainError, refuseIf, type PersonActor } from '@jihui/kernel';
import { Throttle, uuidv7, Work } from '@jihui/platform';
import { normaliseEmail } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { Throttles } from '../core/limits.js';
import type { Client } from '../core/person/access.js';
import { checkPassword } from '../core/person/password.js';
import type { Person } from '../core/person/person.js';
import { checkProfile, normaliseName } from '../core/person/profile.js';
import { command } from '../command.js';
import { Passwords } from '../auth/passwords.js';
import { Secrets } from '../auth/secrets.js';
import { IdentityEvents } from '../identity.events.js';
import type { ConfirmEmailInput, RegisterPersonInput } from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { LinksStore, type Link } from '../store/links.store.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { isEmailTaken, PeopleStore } from '../store/people.store.js';
import { Sessions, type OpenedSession } from './sessions.js';

/** The person that the transaction makes, acting for itself. */
export const asPerson = (personId: string): PersonActor => ({ kind: 'person', personId, memberships: [] });

export const linkInvalid = (): DomainError =>
  new DomainError(IdentityCodes.LINK_INVALID, '链接无效、已使用或已过期，请重新获取');

/**
 * Registering. Asking leaves only a link behind, whoever asks and whether or not the address has
 * an account, so that neither answer nor time tells; the account begins with the confirmation.
 */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly work: Work,
    private readonly links: LinksStore,
    private readonly people: PeopleStore,
    private readonly memberships: MembershipsStore,
    private readonly credentials: CredentialsStore,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly events: IdentityEvents,
  ) {}

  /** @throws DomainError INVALID_INPUT, THROTTLED */
  async register(client: Client, input: RegisterPersonInput): Promise<void> {
    const email = normaliseEmail(input.email);
    const displayName = normaliseName(input.displayName);
    const personal = [displayName, email.split('@')[0] ?? ''];
    refuseIf([...checkProfile({ displayName, email }).found, ...checkPassword(input.password, personal)]);
    await this.throttle.take(Throttles.registerAddress, client.address);
    await this.throttle.take(Throttles.mailAccount, email);
    const passwordHash = await this.passwords.hash(input.password);
    const remembered = { email, displayName, password: this.secrets.seal(input.password) };
    await this.work.run(command(anonymous, 'registerPerson', input, remembered), async (tx) => {
      const link: Link = {
        id: uuidv7(),
        purpose: 'REGISTER',
        email,
        displayName,
        passwordHash,
        membershipId: null,
      };
      await this.links.insert(link);
      await tx.addJob('identity.sendLink', { linkId: link.id });
      return {};
    });
  }

  /**
   * Makes the account that the link asks for and signs in. The password is asked again, so that
   * a registration that somebody else made with one's address cannot come to life by one's click.
   * @throws DomainError IDENTITY.LINK_INVALID, IDENTITY.PASSWORD_WRONG, THROTTLED
   */
  async confirm(client: Client, input: ConfirmEmailInput): Promise<OpenedSession> {
    await this.throttle.take(Throttles.linkAddress, client.address);
    const linkId = this.secrets.linkOf(input.token);
    const link = linkId === undefined ? undefined : await this.links.open(linkId);
    if (link?.purpose !== 'REGISTER') throw linkInvalid();
    await this.throttle.take(Throttles.passwordPerson, link.email);
    if (!(await this.passwords.matches(input.password, link.passwordHash ?? undefined)))
      throw new DomainError(
        IdentityCodes.PASSWORD_WRONG,
        '密码与注册时填写的不一致，请重新输入；不是您本人注册的，请忽略邮件',
      );
    return this.open(client, link).catch((error: unknown) => {
      throw isEmailTaken(error) ? linkInvalid() : error;
    });
  }

  private open(client: Client, link: Link): Promise<OpenedSession> {
    const id = uuidv7();
    return this.work.run({ domain: 'identity', name: 'confirmEmail', actor: asPerson(id) }, async (tx) => {
      if (!(await this.links.use(link))) throw linkInvalid();
      const person: Person = {
        id,
        version: 1,
        state: 'ACTIVE',
        email: link.email,
        displayName: link.displayName ?? '',
        phone: null,
        lastSignInAt: null,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.people.insert(person);
      await this.credentials.setPassword(id, link.passwordHash ?? '');
      await this.memberships.attachInvitations(id, link.email);
      await tx.audit({ stream: `Person:${id}`, action: 'register', after: person });
      await this.events.personChanged(tx, id, 'register');
      return this.sessions.open(tx, id, client, true);
    });
  }
}
