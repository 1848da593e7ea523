import { Injectable } from '@nestjs/common';
import { cleanText, notFound, refuseIf, say, Violations, type Actor } from '@jihui/kernel';
import { checkIds, Throttle, uuidv7, Work, type Credential } from '@jihui/platform';
import { Limits, Throttles } from '../core/limits.js';
import type { AccessToken } from '../core/person/access.js';
import { command } from '../command.js';
import { Factor } from '../auth/factor.js';
import { FullProof } from '../auth/full-proof.js';
import { personOf, sessionOf } from '../auth/request.js';
import { Secrets } from '../auth/secrets.js';
import { randomWord } from '../auth/words.js';
import type { CreateAccessTokenInput, RevokeAccessTokenInput } from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorDuty, factorDue } from './factor-duty.js';
import { PasswordsService } from './passwords.service.js';

/** Tokens by which programs act as the person. */
@Injectable()
export class AccessTokensService {
  constructor(
    private readonly work: Work,
    private readonly credentials: CredentialsStore,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly passwords: PasswordsService,
    private readonly fullProof: FullProof,
    private readonly factor: Factor,
    private readonly duty: FactorDuty,
  ) {}

  /**
   * @returns the secret only to the call that made the token: it is not stored, so a repeat has none.
   * @throws DomainError IDENTITY.SESSION_REQUIRED, IDENTITY.PASSWORD_WRONG, INVALID_INPUT, THROTTLED; IDENTITY.REAUTHENTICATE
   *   where there is a second factor, IDENTITY.SECOND_FACTOR_DUE where there has to be one
   */
  async create(
    actor: Actor,
    credential: Credential | undefined,
    input: CreateAccessTokenInput,
  ): Promise<{ readonly id: string; readonly secret: string | null }> {
    const { personId } = personOf(actor);
    sessionOf(credential);
    // A token acts for its holder's organisations, which nobody does who owes a factor.
    if (!(await this.factor.isOn(personId)) && (await this.duty.of(personId))) throw factorDue();
    await this.fullProof.require(actor, credential);
    const name = cleanText(input.name);
    const { expiresInDays } = input;
    refuseIf(
      new Violations()
        .text('name', '名称', name, { max: 60 })
        .when(
          expiresInDays < 1 || expiresInDays > Limits.tokenDaysMax,
          'expiresInDays',
          'OUT_OF_RANGE',
          say`有效期为1–${Limits.tokenDaysMax}天`,
        ).found,
    );
    await this.throttle.take(Throttles.passwordPerson, personId);
    const remembered = { name, expiresInDays, password: this.secrets.seal(input.password) };
    let secret: string | null = null;
    const { id } = await this.work.run(command(actor, 'createAccessToken', input, remembered), async (tx) => {
      await this.passwords.confirm(personId, input.password);
      await this.refuseTooMany(personId);
      secret = `jh_${randomWord()}`;
      const token = { id: uuidv7(), personId, name, secret, prefix: secret.slice(0, 8), expiresInDays };
      await this.credentials.insertToken(token);
      await tx.audit({ stream: `Person:${personId}`, action: 'createAccessToken', reason: name });
      return { id: token.id };
    });
    return { id, secret };
  }

  /** @throws DomainError NOT_FOUND when it is not one of one's own live tokens. */
  async revoke(actor: Actor, input: RevokeAccessTokenInput): Promise<string> {
    checkIds(input.tokenId);
    const { personId } = personOf(actor);
    await this.work.run(command(actor, 'revokeAccessToken', input), async (tx) => {
      if (!(await this.credentials.revokeToken(personId, input.tokenId))) throw notFound('访问令牌');
      await tx.audit({ stream: `Person:${personId}`, action: 'revokeAccessToken' });
      return {};
    });
    return input.tokenId;
  }

  async list(actor: Actor): Promise<readonly AccessToken[]> {
    return this.credentials.tokensOf(personOf(actor).personId);
  }

  private async refuseTooMany(personId: string): Promise<void> {
    const live = (await this.credentials.tokensOf(personId)).filter((token) => token.revokedAt === null);
    refuseIf(
      new Violations().when(
        live.length >= Limits.tokensPerPerson,
        '',
        'TOO_MANY',
        say`最多${Limits.tokensPerPerson}个访问令牌，请先撤销不用的`,
      ).found,
    );
  }
}
