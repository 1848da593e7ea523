import type { FastifyRequest } from 'fastify';
import { anonymous, Codes, DomainError, type Actor } from '@jihui/kernel';
import type { Config } from '../config/config.js';
import { ActorSeal, SEALED_ACTOR } from './actor-seal.js';
import type { Authenticator } from './authenticator.js';

/** What a supervisor or a meter asks of a service without the gateway; it tells nothing of anybody. */
const OPEN = /^\/(healthz|readyz|metrics)$/;

/** In a service behind the gateway: whoever the gateway found, and nobody without its seal. */
export class ForwardedAuthenticator implements Authenticator {
  private readonly seal: ActorSeal;

  constructor(config: Pick<Config, 'dataDir'>) {
    this.seal = new ActorSeal(config);
  }

  /** @throws DomainError UNAUTHENTICATED for a request that did not come by the gateway. */
  authenticate(request: FastifyRequest): Promise<Actor> {
    const sealed = request.headers[SEALED_ACTOR];
    const sender = typeof sealed === 'string' ? this.seal.open(sealed, Date.now()) : undefined;
    if (sender !== undefined) {
      if (sender.credential !== undefined) request.credential = sender.credential;
      return Promise.resolve(sender.actor);
    }
    const [path = ''] = request.url.split('?');
    if (OPEN.test(path)) return Promise.resolve(anonymous);
    return Promise.reject(new DomainError(Codes.UNAUTHENTICATED, '本服务只回答网关，请从网站的地址访问'));
  }
}
