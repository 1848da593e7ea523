import type { FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';

/** Tells who sends a request. Declared here, provided by identity, so that no domain imports it. */
export abstract class Authenticator {
  /**
   * The person behind the session cookie or the bearer token; anonymous without either, or when
   * the session is over.
   * @throws DomainError UNAUTHENTICATED for a bearer token that is not valid: a program must notice.
   */
  abstract authenticate(request: FastifyRequest): Promise<Actor>;
}
