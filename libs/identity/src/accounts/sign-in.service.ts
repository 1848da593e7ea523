import { Injectable } from '@nestjs/common';
import { DomainError, notFound, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds, Throttle, uuidv7, Work, type Credential } from '@jihui/platform';
import { isMobile, normaliseEmail, normaliseMobile } from '../core/contact.js';
import { IdentityCodes } from '../core/errors.js';
import { Throttles } from '../core/limits.js';
import type { Client } from '../core/person/access.js';
import type { Person } from '../core/person/person.js';
import { command } from '../command.js';
import { Passwords } from '../auth/passwords.js';
import { personOf } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import { IdentityEvents } from '../identity.events.js';
import type {
  ConfirmMyPhoneInput,
  RequestPhoneCodeInput,
  RevokeSessionInput,
  SignInInput,
  SignInWithPhoneCodeInput,
} from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { LinksStore, type PhoneCode } from '../store/links.store.js';
import { isPhoneTaken, PeopleStore } from '../store/people.store.js';
import { asPerson } from './registration.service.js';
import { Sessions, type OpenedSession, type OpenedStep } from './sessions.js';

const codeInvalid = (): DomainError =>
  new DomainError(IdentityCodes.CODE_INVALID, '验证码不对或已过期，请核对后重试或重新获取');

const checkPhone = (phone: string): void =>
  refuseIf(new Violations().when(!isMobile(phone), 'phone', 'MALFORMED', '请填写11位手机号').found);

/** Signing in and out. Nothing here tells whether an address or a phone has an account. */
@Injectable()
export class SignInService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly credentials: CredentialsStore,
    private readonly links: LinksStore,
    private readonly throttle: Throttle,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
    private readonly events: IdentityEvents,
  ) {}

  /**
   * Each call opens a session of its own: a repeat cannot be given the first one's cookie.
   * @throws DomainError IDENTITY.SIGN_IN_FAILED, IDENTITY.PERSON_SUSPENDED, THROTTLED
   */
  async signIn(client: Client, input: SignInInput): Promise<OpenedSession | OpenedStep> {
    const email = normaliseEmail(input.email.slice(0, 1_000));
    await this.throttle.take(Throttles.signInAddress, client.address);
    await this.throttle.take(Throttles.signInAccount, email);
    const person = await this.people.byEmail(email);
    const stored = await this.credentials.passwordHash(person?.id ?? uuidv7());
    if (!(await this.passwords.matches(input.password, stored)) || person === undefined)
      throw new DomainError(
        IdentityCodes.SIGN_IN_FAILED,
        '邮箱或密码不对；刚注册的账号，请先打开确认邮件里的链接',
      );
    await this.throttle.clear(Throttles.signInAccount, email);
    return this.enter(person, client);
  }

  /** @throws DomainError INVALID_INPUT, THROTTLED; UNAUTHENTICATED when a phone is to be confirmed. */
  async requestPhoneCode(actor: Actor, client: Client, input: RequestPhoneCodeInput): Promise<void> {
    const phone = normaliseMobile(input.phone);
    checkPhone(phone);
    const personId = input.purpose === 'CONFIRM_PHONE' ? personOf(actor).personId : null;
    await this.throttle.take(Throttles.phoneAddress, client.address);
    await this.throttle.take(Throttles.phonePhone, phone);
    await this.work.run(command(actor, 'requestPhoneCode', input), async (tx) => {
      const code: PhoneCode = { id: uuidv7(), phone, purpose: input.purpose, personId };
      await this.links.insertCode(code);
      await tx.addJob('identity.sendPhoneCode', { codeId: code.id });
      return {};
    });
  }

  /** @throws DomainError IDENTITY.CODE_INVALID, IDENTITY.PERSON_SUSPENDED, THROTTLED */
  async signInWithPhoneCode(
    client: Client,
    input: SignInWithPhoneCodeInput,
  ): Promise<OpenedSession | OpenedStep> {
    await this.throttle.take(Throttles.signInAddress, client.address);
    const code = await this.provenCode(normaliseMobile(input.phone), input.code, null);
    const person = await this.people.byPhone(code.phone);
    if (person === undefined) throw codeInvalid();
    return this.enter(person, client, code);
  }

  /** @throws DomainError IDENTITY.CODE_INVALID, IDENTITY.PHONE_TAKEN */
  async confirmMyPhone(actor: Actor, input: ConfirmMyPhoneInput): Promise<string> {
    const { personId } = personOf(actor);
    const phone = normaliseMobile(input.phone);
    const isMine = async (): Promise<boolean> => (await this.people.get(personId))?.phone === phone;
    const proven = (await isMine())
      ? undefined
      : await this.provenCode(phone, input.code, personId).catch(async (error: unknown) => {
          // The first of a double click has used the code meanwhile.
          if (await isMine()) return undefined;
          throw error;
        });
    await this.work
      .run(command(actor, 'confirmMyPhone', input), async (tx) => {
        if (proven === undefined) return {};
        if (!(await this.links.useCode(proven.id))) throw codeInvalid();
        const person = await this.people.lock(personId);
        if (person === undefined) throw notFound('账号');
        const after = await this.people.update(person, { phone });
        await tx.audit({ stream: `Person:${personId}`, action: 'confirmPhone', before: person, after });
        await this.events.personChanged(tx, personId, 'confirmPhone');
        return {};
      })
      .catch((error: unknown) => {
        throw isPhoneTaken(error)
          ? new DomainError(IdentityCodes.PHONE_TAKEN, '这个手机号已绑定另一账号，请先在那个账号中更换')
          : error;
      });
    return personId;
  }

  /** Ends the request's own session; nothing happens without one. */
  async signOut(actor: Actor, credential: Credential | undefined): Promise<void> {
    if (actor.kind !== 'person' || credential?.kind !== 'session') return;
    const { personId } = actor;
    await this.work.run({ domain: 'identity', name: 'signOut', actor }, async (tx) => {
      await this.credentials.endSession(personId, credential.id);
      await tx.audit({ stream: `Person:${personId}`, action: 'signOut' });
    });
  }

  /** @throws DomainError NOT_FOUND when it is not one of one's own live sessions. */
  async revokeSession(actor: Actor, input: RevokeSessionInput): Promise<void> {
    checkIds(input.sessionId);
    const { personId } = personOf(actor);
    await this.work.run(command(actor, 'revokeSession', input), async (tx) => {
      if (!(await this.credentials.endSession(personId, input.sessionId))) throw notFound('登录设备');
      await tx.audit({ stream: `Person:${personId}`, action: 'revokeSession' });
      return {};
    });
  }

  /** A code is tried outside the transaction, so that failing does not give the try back. */
  private async provenCode(phone: string, digits: string, personId: string | null): Promise<PhoneCode> {
    checkPhone(phone);
    const purpose = personId === null ? 'SIGN_IN' : 'CONFIRM_PHONE';
    const code = await this.links.tryCode(phone, purpose, personId);
    if (code === undefined || !this.secrets.isPhoneCode(code.id, digits.normalize('NFKC').trim()))
      throw codeInvalid();
    return code;
  }

  private async enter(person: Person, client: Client, code?: PhoneCode): Promise<OpenedSession | OpenedStep> {
    return this.work.run({ domain: 'identity', name: 'signIn', actor: asPerson(person.id) }, async (tx) => {
      if (code !== undefined && !(await this.links.useCode(code.id))) throw codeInvalid();
      return this.sessions.enter(tx, person, client, code === undefined);
    });
  }
}
