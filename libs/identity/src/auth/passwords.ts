import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { normalisePassword } from '../core/person/password.js';

/** argon2id, the library's default, with OWASP's first recommendation: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Longer than any password accepted: refused before it costs anything. */
const LONGEST = 512;

@Injectable()
export class Passwords {
  /** Stands in for a person who does not exist, so that looking takes as long (vendure GHSA-6f65-4fv2-wwch). */
  private readonly dummy: Promise<string> = hash(randomBytes(24).toString('base64url'), OPTIONS);

  hash(password: string): Promise<string> {
    return hash(normalisePassword(password), OPTIONS);
  }

  /** Whether it is the password; always false, after the same work, when there is no hash. */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    const guess = password.length > LONGEST ? '' : normalisePassword(password);
    const right = await verify(stored ?? (await this.dummy), guess);
    return stored !== undefined && right;
  }
}
