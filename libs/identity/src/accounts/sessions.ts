import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import { uuidv7, type Tx } from '@jihui/platform';
import { randomWord } from '../auth/words.js';
import { Factor } from '../auth/factor.js';
import { IdentityCodes } from '../core/errors.js';
import type { Client } from '../core/person/access.js';
import type { Person } from '../core/person/person.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorsStore } from '../store/factors.store.js';
import { PeopleStore } from '../store/people.store.js';
import { FactorDuty } from './factor-duty.js';

/** A session just opened; the token is told to its owner now and never again. */
export interface OpenedSession {
  readonly kind: 'session';
  readonly id: string;
  readonly personId: string;
  readonly token: string;
  /** Whether it was opened by the password, which is proof for what is grave; a code sent to a phone is not. */
  readonly proven: boolean;
  /** Whether it is good for one's own account alone, until the second factor that is due is switched on. */
  readonly restricted: boolean;
}

/** The first proof was right; the word lets the same browser give the code of the second factor, and does nothing else. */
export interface OpenedStep {
  readonly kind: 'step';
  readonly word: string;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly credentials: CredentialsStore,
    private readonly people: PeopleStore,
    private readonly factors: FactorsStore,
    private readonly factor: Factor,
    private readonly duty: FactorDuty,
  ) {}

  /**
   * For a person who has given the first proof to be it, in the transaction of that proof: a session, or the step before it
   * where there is a second factor.
   * @throws DomainError IDENTITY.PERSON_SUSPENDED
   */
  async enter(
    tx: Tx,
    { id: personId, state }: Pick<Person, 'id' | 'state'>,
    client: Client,
    proven: boolean,
  ): Promise<OpenedSession | OpenedStep> {
    if (state !== 'ACTIVE')
      throw new DomainError(IdentityCodes.PERSON_SUSPENDED, '账号已停用，请联系平台管理员');
    if (!(await this.factor.isOn(personId)))
      return this.open(tx, personId, client, proven, await this.duty.of(personId));
    const step = { kind: 'step', word: randomWord() } as const;
    await this.factors.insertStep({ id: uuidv7(), personId, proven }, step.word);
    return step;
  }

  /** Opens a session for a person who has given all proofs, in the transaction of the last. */
  async open(
    tx: Tx,
    personId: string,
    client: Client,
    proven: boolean,
    restricted = false,
  ): Promise<OpenedSession> {
    const session = {
      kind: 'session',
      id: uuidv7(),
      personId,
      token: randomWord(),
      proven,
      restricted,
    } as const;
    await this.credentials.openSession(session, client);
    await this.people.signedIn(personId, tx.now);
    await tx.audit({ stream: `Person:${personId}`, action: 'signIn' });
    return session;
  }
}
