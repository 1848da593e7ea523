import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv7, type Tx } from '@jihui/platform';
import type { Client } from '../core/person/access.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { PeopleStore } from '../store/people.store.js';

/** A session just opened; the token is told to its owner now and never again. */
export interface OpenedSession {
  readonly id: string;
  readonly personId: string;
  readonly token: string;
  /** Whether it was opened by the password, which is proof for what is grave; a code sent to a phone is not. */
  readonly proven: boolean;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly credentials: CredentialsStore,
    private readonly people: PeopleStore,
  ) {}

  /** Opens a session for a person who has proven to be it, in the transaction of that proof. */
  async open(tx: Tx, personId: string, client: Client, proven: boolean): Promise<OpenedSession> {
    const session = { id: uuidv7(), personId, token: randomBytes(32).toString('base64url'), proven };
    await this.credentials.openSession(session.id, personId, session.token, client, proven);
    await this.people.signedIn(personId, tx.now);
    await tx.audit({ stream: `Person:${personId}`, action: 'signIn' });
    return session;
  }
}
