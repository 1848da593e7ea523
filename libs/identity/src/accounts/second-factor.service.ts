import { Injectable } from '@nestjs/common';
import { DomainError, type Actor } from '@jihui/kernel';
import { uuidv7, Throttle, Work, type Credential, type Tx } from '@jihui/platform';
import { command } from '../command.js';
import { IdentityCodes } from '../core/errors.js';
import { Throttles } from '../core/limits.js';
import type { Client } from '../core/person/access.js';
import { normaliseCode } from '../core/person/factor.js';
import { codeWrong, Factor } from '../auth/factor.js';
import { personOf, sessionOf } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import { enrolment, stepOf } from '../auth/totp.js';
import type {
  CompleteSignInInput,
  ConfirmSecondFactorInput,
  RemoveSecondFactorInput,
  RenewRecoveryCodesInput,
  StartSecondFactorInput,
} from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorsStore } from '../store/factors.store.js';
import { PeopleStore } from '../store/people.store.js';
import { FactorDuty, factorDue } from './factor-duty.js';
import { PasswordsService } from './passwords.service.js';
import { asPerson } from './registration.service.js';
import { Sessions, type OpenedSession } from './sessions.js';

/** What its owner reads of it. */
export interface MySecondFactor {
  /** Null while it is off. */
  readonly enabledAt: Date | null;
  readonly recoveryCodesLeft: number;
  readonly required: boolean;
}

export interface Enrolment {
  /** Null where it was switched on meanwhile: a repeat of the call does not tell it any more. */
  readonly secret: string | null;
  readonly uri: string | null;
}

const wrongState = (message: string): DomainError =>
  new DomainError(IdentityCodes.SECOND_FACTOR_STATE, message);

/** One's own second factor (两步验证): codes of an authenticator app, and recovery codes for whoever has lost it. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly work: Work,
    private readonly people: PeopleStore,
    private readonly credentials: CredentialsStore,
    private readonly factors: FactorsStore,
    private readonly factor: Factor,
    private readonly duty: FactorDuty,
    private readonly throttle: Throttle,
    private readonly passwords: PasswordsService,
    private readonly secrets: Secrets,
    private readonly sessions: Sessions,
  ) {}

  async mine(actor: Actor): Promise<MySecondFactor> {
    const { personId } = personOf(actor);
    const stored = await this.factors.of(personId);
    return {
      enabledAt: stored?.enabledAt ?? null,
      recoveryCodesLeft: await this.factors.recoveryCodesLeft(personId),
      required: await this.duty.of(personId),
    };
  }

  /**
   * The second step of signing in. A wrong code counts against the step and against the account.
   * @param word what the browser was given with the first step
   * @throws DomainError IDENTITY.STEP_OVER, IDENTITY.SECOND_FACTOR_WRONG, THROTTLED
   */
  async complete(client: Client, word: string, { code }: CompleteSignInInput): Promise<OpenedSession> {
    await this.throttle.take(Throttles.signInAddress, client.address);
    const step = await this.factors.tryStep(word);
    if (step === undefined) throw stepOver();
    const { personId, proven } = step;
    await this.factor.take(personId);
    if ((await this.people.get(personId))?.state !== 'ACTIVE') throw stepOver();
    const opened = await this.work.run(
      { domain: 'identity', name: 'completeSignIn', actor: asPerson(personId) },
      async (tx) => {
        if (!(await this.factors.useStepIn(step.id))) throw stepOver();
        await this.factor.use(tx, personId, code);
        return this.sessions.open(tx, personId, client, proven);
      },
    );
    await this.factor.clear(personId);
    return opened;
  }

  /**
   * Begins: the secret for the app. Nothing is asked for at sign-in before the first code has confirmed that the app has it.
   * @throws DomainError IDENTITY.PASSWORD_WRONG, IDENTITY.SECOND_FACTOR_STATE, IDENTITY.SESSION_REQUIRED, THROTTLED
   */
  async start(
    actor: Actor,
    credential: Credential | undefined,
    input: StartSecondFactorInput,
  ): Promise<Enrolment> {
    const { personId } = personOf(actor);
    sessionOf(credential);
    await this.throttle.take(Throttles.passwordPerson, personId);
    const remembered = { password: this.secrets.seal(input.password) };
    await this.work.run(command(actor, 'startSecondFactor', input, remembered), async (tx) => {
      await this.passwords.confirm(personId, input.password);
      if (!(await this.factors.begin(personId, this.factor.newSecret(personId))))
        throw wrongState('两步验证已经启用');
      await tx.audit({ stream: `Person:${personId}`, action: 'startSecondFactor' });
      return {};
    });
    const [stored, person] = [await this.factors.of(personId), await this.people.get(personId)];
    if (stored === undefined || stored.enabledAt !== null) return { secret: null, uri: null };
    return enrolment(this.factor.secretOf(personId, stored.secret), person?.email ?? '');
  }

  /**
   * Switches it on with the first code. Other sessions end; this one has given both proofs.
   * @returns the recovery codes to the call that did it, null to its repeat: only hashes are stored.
   * @throws DomainError IDENTITY.SECOND_FACTOR_WRONG, IDENTITY.SECOND_FACTOR_STATE, IDENTITY.SESSION_REQUIRED, THROTTLED
   */
  async confirm(
    actor: Actor,
    credential: Credential | undefined,
    input: ConfirmSecondFactorInput,
  ): Promise<readonly string[] | null> {
    const { personId } = personOf(actor);
    const sessionId = sessionOf(credential);
    await this.factor.take(personId);
    const remembered = { code: this.secrets.seal(input.code) };
    let codes: readonly string[] | null = null;
    await this.work.run(command(actor, 'confirmSecondFactor', input, remembered), async (tx) => {
      const stored = await this.factors.of(personId);
      if (stored === undefined || stored.enabledAt !== null)
        throw wrongState('请从头开始启用：已经启用，或者开始得太久了');
      const secret = this.factor.secretOf(personId, stored.secret);
      const step = stepOf(secret, normaliseCode(input.code), Date.now());
      if (step === undefined) throw codeWrong();
      if (!(await this.factors.enable(personId, stored.secret, step))) throw wrongState('两步验证已经启用');
      codes = await this.factor.newRecoveryCodes(personId);
      await this.credentials.endSessions(personId, sessionId);
      await this.credentials.prove(sessionId);
      await this.credentials.lift(sessionId);
      await this.told(tx, personId, 'enableSecondFactor', 'SECOND_FACTOR_ON');
      return {};
    });
    await this.factor.clear(personId);
    return codes;
  }

  /** @throws DomainError as `remove`, whether or not it is due */
  async renew(
    actor: Actor,
    credential: Credential | undefined,
    input: RenewRecoveryCodesInput,
  ): Promise<readonly string[] | null> {
    const personId = await this.take(actor, credential);
    let codes: readonly string[] | null = null;
    await this.work.run(command(actor, 'renewRecoveryCodes', input, this.remembered(input)), async (tx) => {
      await this.useBoth(tx, personId, input);
      codes = await this.factor.newRecoveryCodes(personId);
      await tx.audit({ stream: `Person:${personId}`, action: 'renewRecoveryCodes' });
      return {};
    });
    await this.factor.clear(personId);
    return codes;
  }

  /**
   * Switches it off; other sessions end.
   * @throws DomainError IDENTITY.PASSWORD_WRONG, IDENTITY.SECOND_FACTOR_WRONG, IDENTITY.SECOND_FACTOR_DUE,
   *   IDENTITY.SESSION_REQUIRED, THROTTLED
   */
  async remove(
    actor: Actor,
    credential: Credential | undefined,
    input: RemoveSecondFactorInput,
  ): Promise<void> {
    const personId = await this.take(actor, credential);
    const sessionId = sessionOf(credential);
    await this.work.run(command(actor, 'removeSecondFactor', input, this.remembered(input)), async (tx) => {
      await this.useBoth(tx, personId, input);
      if (await this.duty.of(personId)) throw factorDue();
      await this.factors.remove(personId);
      await this.credentials.endSessions(personId, sessionId);
      await this.told(tx, personId, 'removeSecondFactor', 'SECOND_FACTOR_OFF');
      return {};
    });
    await this.factor.clear(personId);
  }

  private remembered({ password, code }: { readonly password: string; readonly code: string }): object {
    return { password: this.secrets.seal(password), code: this.secrets.seal(code) };
  }

  /** Counts one try of password and code together. */
  private async take(actor: Actor, credential: Credential | undefined): Promise<string> {
    const { personId } = personOf(actor);
    sessionOf(credential);
    await this.throttle.take(Throttles.passwordPerson, personId);
    await this.factor.take(personId);
    return personId;
  }

  private async useBoth(
    tx: Tx,
    personId: string,
    { password, code }: { readonly password: string; readonly code: string },
  ): Promise<void> {
    await this.passwords.confirm(personId, password);
    await this.factor.use(tx, personId, code);
  }

  private async told(
    tx: Tx,
    personId: string,
    action: string,
    notice: 'SECOND_FACTOR_ON' | 'SECOND_FACTOR_OFF',
  ): Promise<void> {
    await tx.audit({ stream: `Person:${personId}`, action });
    await tx.addJob('identity.sendNotice', { mailId: uuidv7(), notice, personId, membershipId: null });
  }
}

const stepOver = (): DomainError =>
  new DomainError(IdentityCodes.STEP_OVER, '登录已超时或尝试次数过多，请重新输入邮箱和密码');
