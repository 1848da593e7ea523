import { Injectable } from '@nestjs/common';
import { anonymous, DomainError, refuseIf, type Actor } from '@jihui/kernel';
import { Throttle, uuidv7, Work, type Credential, type Tx } from '@jihui/platform';
import { normaliseEmail } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { Throttles } from '../core/limits.js';
import type { Client } from '../core/person/access.js';
import { checkPassword } from '../core/person/password.js';
import type { Person } from '../core/person/person.js';
import { checkEmail } from '../core/person/profile.js';
import { command } from '../command.js';
import { Passwords } from '../auth/passwords.js';
import { FullProof } from '../auth/full-proof.js';
import { personOf, sessionOf } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import type {
  ChangePasswordInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { LinksStore } from '../store/links.store.js';
import { PeopleStore } from '../store/people.store.js';
import { linkInvalid } from './registration.service.js';

/** Setting a new password: by a mailed link, or knowing the old one. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly credentials: CredentialsStore,
    private readonly links: LinksStore,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly fullProof: FullProof,
  ) {}

  /** Only the job that mails the link looks whether the address has an account. */
  async requestReset(client: Client, input: RequestPasswordResetInput): Promise<void> {
    const email = normaliseEmail(input.email);
    refuseIf(checkEmail(email).found);
    await this.throttle.take(Throttles.mailAddress, client.address);
    await this.throttle.take(Throttles.mailAccount, email);
    await this.work.run(command(anonymous, 'requestPasswordReset', input), async (tx) => {
      const id = uuidv7();
      await this.links.insert({
        id,
        purpose: 'RESET',
        email,
        displayName: null,
        passwordHash: null,
        membershipId: null,
      });
      await tx.addJob('identity.sendLink', { linkId: id });
      return {};
    });
  }

  /**
   * Ends all sessions and takes away all access tokens and links to an issuer: whoever had the old password is out, also by
   * what was made with it.
   * @throws DomainError IDENTITY.LINK_INVALID, INVALID_INPUT, THROTTLED
   */
  async reset(client: Client, input: ResetPasswordInput): Promise<void> {
    await this.throttle.take(Throttles.linkAddress, client.address);
    const remembered = {
      token: this.secrets.seal(input.token),
      newPassword: this.secrets.seal(input.newPassword),
    };
    await this.work.run(command(anonymous, 'resetPassword', input, remembered), async (tx) => {
      const linkId = this.secrets.linkOf(input.token);
      const link = linkId === undefined ? undefined : await this.links.open(linkId);
      if (link?.purpose !== 'RESET') throw linkInvalid();
      const person = await this.people.byEmail(link.email);
      if (person?.state !== 'ACTIVE') throw linkInvalid();
      refuseIf(checkPassword(input.newPassword, personal(person), 'newPassword'));
      if (!(await this.links.use(link))) throw linkInvalid();
      await this.replace(tx, person, input.newPassword, 'resetPassword', null);
      await this.credentials.revokeWaysIn(person.id);
      return {};
    });
  }

  /**
   * @throws DomainError IDENTITY.PASSWORD_WRONG, IDENTITY.SESSION_REQUIRED, INVALID_INPUT, THROTTLED;
   *   IDENTITY.REAUTHENTICATE where there is a second factor
   */
  async change(
    actor: Actor,
    credential: Credential | undefined,
    input: ChangePasswordInput,
  ): Promise<string> {
    const { personId } = personOf(actor);
    const sessionId = sessionOf(credential);
    await this.fullProof.require(actor, credential);
    const person = await this.people.get(personId);
    refuseIf(checkPassword(input.newPassword, person === undefined ? [] : personal(person), 'newPassword'));
    await this.throttle.take(Throttles.passwordPerson, personId);
    const remembered = {
      currentPassword: this.secrets.seal(input.currentPassword),
      newPassword: this.secrets.seal(input.newPassword),
    };
    await this.work.run(command(actor, 'changePassword', input, remembered), async (tx) => {
      await this.confirm(personId, input.currentPassword, 'currentPassword');
      const locked = await this.people.lock(personId);
      if (locked !== undefined)
        await this.replace(tx, locked, input.newPassword, 'changePassword', sessionId);
      return {};
    });
    return personId;
  }

  /** Asks for the password once more before something grave; the caller has counted the try. */
  async confirm(personId: string, password: string, path = 'password'): Promise<void> {
    const stored = await this.credentials.passwordHash(personId);
    if (!(await this.passwords.matches(password, stored)))
      throw new DomainError(IdentityCodes.PASSWORD_WRONG, '密码不对，请重新输入', [
        { path, code: IdentityCodes.PASSWORD_WRONG, message: '密码不对，请重新输入' },
      ]);
  }

  private async replace(
    tx: Tx,
    person: Person,
    password: string,
    action: string,
    keepSession: string | null,
  ): Promise<void> {
    await this.credentials.setPassword(person.id, await this.passwords.hash(password));
    await this.credentials.endSessions(person.id, keepSession);
    await tx.audit({ stream: `Person:${person.id}`, action });
    await tx.addJob('identity.sendNotice', {
      mailId: uuidv7(),
      notice: 'PASSWORD_CHANGED',
      personId: person.id,
      membershipId: null,
    });
  }
}

const personal = (person: Person): readonly string[] => [
  person.displayName,
  person.email.split('@')[0] ?? '',
];
