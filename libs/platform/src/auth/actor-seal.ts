import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Actor } from '@jihui/kernel';
import type { Config } from '../config/config.js';
import type { Credential } from './credential.js';
import { keyFile } from './key-file.js';

/** Header in which the gateway tells a service who asks. */
export const SEALED_ACTOR = 'x-jihui-actor';

/** How long a service believes it: long enough for one request, and for clocks that differ a little. */
const LIFE_MS = 60_000;

/** Who sends a request, and by what they were recognised. */
export interface Sender {
  readonly actor: Actor;
  readonly credential?: Credential | undefined;
}

/**
 * Who sends a request, as the gateway found, so sealed that a service believes nobody else. Gateway and services share the
 * key file `<dataDir>/keys/gateway.key`.
 */
export class ActorSeal {
  private readonly key: Buffer;

  constructor(config: Pick<Config, 'dataDir'>) {
    this.key = keyFile(config, 'gateway');
  }

  /** @param at milliseconds of the real clock: business time may stand still. */
  seal(sender: Sender, at: number): string {
    const words = Buffer.from(JSON.stringify({ sender, until: at + LIFE_MS })).toString('base64url');
    return `${words}.${this.mac(words).toString('base64url')}`;
  }

  /** Nobody where it was not sealed with our key, or too long ago. */
  open(sealed: string, at: number): Sender | undefined {
    const [words = '', mac = '', ...rest] = sealed.split('.');
    const [given, own] = [Buffer.from(mac, 'base64url'), this.mac(words)];
    if (rest.length > 0 || given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
    const { sender, until } = JSON.parse(Buffer.from(words, 'base64url').toString()) as {
      readonly sender: Sender;
      readonly until: number;
    };
    return at < until && until <= at + 2 * LIFE_MS ? sender : undefined;
  }

  private mac(words: string): Buffer {
    return createHmac('sha256', this.key).update(words).digest();
  }
}
