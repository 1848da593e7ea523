import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import { Config, SecretBox, Throttle, type Tx } from '@jihui/platform';
import { IdentityCodes } from '../core/errors.js';
import { Limits, Throttles } from '../core/limits.js';
import { isTotp, normaliseCode, RECOVERY_BYTES, recoveryCodeOf } from '../core/person/factor.js';
import { FactorsStore } from '../store/factors.store.js';
import { Secrets } from './secrets.js';
import { SECRET_BYTES, stepOf } from './totp.js';

export const codeWrong = (): DomainError => {
  const message = '验证码不对、已过期或已经用过，请输入应用中当前的6位数字，或一个没有用过的恢复码';
  return new DomainError(IdentityCodes.SECOND_FACTOR_WRONG, message, [
    { path: 'code', code: IdentityCodes.SECOND_FACTOR_WRONG, message },
  ]);
};

const asked = (): DomainError => {
  const message = '请输入身份验证器应用中的6位数字，或一个恢复码';
  return new DomainError(IdentityCodes.SECOND_FACTOR_ASKED, message, [
    { path: 'code', code: 'REQUIRED', message },
  ]);
};

/** The second factor of an account: what is kept of it, and whether a code is one of its. */
@Injectable()
export class Factor {
  private readonly box: SecretBox;

  constructor(
    private readonly factors: FactorsStore,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    config: Config,
  ) {
    this.box = new SecretBox(config, 'second-factor');
  }

  async isOn(personId: string): Promise<boolean> {
    return (await this.factors.on([personId])).has(personId);
  }

  /** A new secret, sealed. */
  newSecret(personId: string): Buffer {
    return this.box.seal(randomBytes(SECRET_BYTES), personId);
  }

  secretOf(personId: string, sealed: Buffer): Buffer {
    return this.box.open(sealed, personId);
  }

  /** Counts one try, before the transaction in which the code is proven. @throws DomainError THROTTLED */
  take(personId: string): Promise<void> {
    return this.throttle.take(Throttles.factorPerson, personId);
  }

  /** Forgets the tries: a code was right. */
  clear(personId: string): Promise<void> {
    return this.throttle.clear(Throttles.factorPerson, personId);
  }

  /**
   * Uses the code up, in the transaction of what it allows.
   * @throws DomainError IDENTITY.SECOND_FACTOR_WRONG
   */
  async use(tx: Tx, personId: string, text: string): Promise<void> {
    const code = normaliseCode(text);
    if (isTotp(code)) return this.useTotp(personId, code);
    if (!(await this.factors.useRecoveryCode(personId, this.recoveryHash(personId, code)))) throw codeWrong();
    await tx.audit({ stream: `Person:${personId}`, action: 'useRecoveryCode' });
  }

  /**
   * Counts one try where the person has a second factor.
   * @param given undefined where no code was given
   * @returns whether there is one, whose code is then used up with `use`
   * @throws DomainError IDENTITY.SECOND_FACTOR_ASKED, THROTTLED
   */
  async ask(personId: string, given: string | null | undefined): Promise<boolean> {
    if (!(await this.isOn(personId))) return false;
    if (given == null || given.trim() === '') throw asked();
    await this.take(personId);
    return true;
  }

  /** Ten new ones in the place of those there are, in the transaction. @returns what is shown this once. */
  async newRecoveryCodes(personId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: Limits.recoveryCodes }, () =>
      recoveryCodeOf(randomBytes(RECOVERY_BYTES)),
    );
    const hashes = codes.map((code) => this.recoveryHash(personId, normaliseCode(code)));
    await this.factors.replaceRecoveryCodes(personId, hashes);
    return codes;
  }

  private async useTotp(personId: string, code: string): Promise<void> {
    const stored = await this.factors.of(personId);
    if (stored?.enabledAt == null) throw codeWrong();
    const step = stepOf(this.secretOf(personId, stored.secret), code, Date.now());
    if (step === undefined || !(await this.factors.useStep(personId, step))) throw codeWrong();
  }

  /** Under the key outside the database: fifty bits alone would not outlast whoever has the table. */
  private recoveryHash(personId: string, code: string): Buffer {
    return this.secrets.hash(`recovery:${personId}:${code}`);
  }
}
