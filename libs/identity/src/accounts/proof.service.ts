import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Throttle, Work, type Credential } from '@jihui/platform';
import { Throttles } from '../core/limits.js';
import { personOf, sessionOf } from '../auth/request.js';
import type { ReauthenticateInput } from '../identity.types.gen.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { PasswordsService } from './passwords.service.js';

/** Proving anew, in a session that is open, to be the person whose it is. */
@Injectable()
export class ProofService {
  constructor(
    private readonly work: Work,
    private readonly credentials: CredentialsStore,
    private readonly throttle: Throttle,
    private readonly passwords: PasswordsService,
  ) {}

  /**
   * From here on the session may do what is grave, for as long as the parameter says. A repeat proves anew.
   * @throws DomainError IDENTITY.PASSWORD_WRONG, IDENTITY.SESSION_REQUIRED, THROTTLED
   */
  async prove(actor: Actor, credential: Credential | undefined, input: ReauthenticateInput): Promise<void> {
    const { personId } = personOf(actor);
    const sessionId = sessionOf(credential);
    await this.throttle.take(Throttles.passwordPerson, personId);
    await this.passwords.confirm(personId, input.password);
    await this.throttle.clear(Throttles.passwordPerson, personId);
    await this.work.run({ domain: 'identity', name: 'reauthenticate', actor }, async (tx) => {
      await this.credentials.prove(sessionId);
      await tx.audit({ stream: `Person:${personId}`, action: 'reauthenticate' });
    });
  }
}
