import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Throttle, Work, type Credential } from '@jihui/platform';
import { Throttles } from '../core/limits.js';
import { Factor } from '../auth/factor.js';
import { personOf, sessionOf } from '../auth/request.js';
import type { ReauthenticateInput } from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorDuty, factorDue } from './factor-duty.js';
import { PasswordsService } from './passwords.service.js';

/** Proving anew, in a session that is open, to be the person whose it is. */
@Injectable()
export class ProofService {
  constructor(
    private readonly work: Work,
    private readonly credentials: CredentialsStore,
    private readonly throttle: Throttle,
    private readonly passwords: PasswordsService,
    private readonly factor: Factor,
    private readonly duty: FactorDuty,
  ) {}

  /**
   * From here on the session may do what is grave, for as long as the parameter says. A repeat proves anew. Who has a second
   * factor gives its code as well; of whom one is due switches it on first.
   * @throws DomainError IDENTITY.PASSWORD_WRONG, IDENTITY.SECOND_FACTOR_ASKED, IDENTITY.SECOND_FACTOR_WRONG,
   *   IDENTITY.SECOND_FACTOR_DUE, IDENTITY.SESSION_REQUIRED, THROTTLED
   */
  async prove(actor: Actor, credential: Credential | undefined, input: ReauthenticateInput): Promise<void> {
    const { personId } = personOf(actor);
    const sessionId = sessionOf(credential);
    await this.throttle.take(Throttles.passwordPerson, personId);
    await this.passwords.confirm(personId, input.password);
    await this.throttle.clear(Throttles.passwordPerson, personId);
    const hasFactor = await this.factor.ask(personId, input.code);
    if (!hasFactor && (await this.duty.of(personId))) throw factorDue();
    await this.work.run({ domain: 'identity', name: 'reauthenticate', actor }, async (tx) => {
      if (hasFactor) await this.factor.use(tx, personId, input.code ?? '');
      await this.credentials.prove(sessionId);
      await tx.audit({ stream: `Person:${personId}`, action: 'reauthenticate' });
    });
    if (hasFactor) await this.factor.clear(personId);
  }
}
