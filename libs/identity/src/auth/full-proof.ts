import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { RecentProof, type Credential } from '@jihui/platform';
import { Factor } from './factor.js';
import { personOf } from './request.js';

/**
 * What asks for the password by itself would let whoever has password and session alone make a token, or close the account,
 * past the second factor: who has one gives a recent proof, which takes both.
 */
@Injectable()
export class FullProof {
  constructor(
    private readonly factor: Factor,
    private readonly proof: RecentProof,
  ) {}

  /** @throws DomainError IDENTITY.REAUTHENTICATE, IDENTITY.SESSION_REQUIRED */
  async require(actor: Actor, credential: Credential | undefined): Promise<void> {
    if (await this.factor.isOn(personOf(actor).personId)) await this.proof.requireOf(actor, credential);
  }
}
