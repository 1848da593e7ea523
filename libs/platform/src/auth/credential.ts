/** By what a request was recognised. */
export interface Credential {
  readonly kind: 'session' | 'token';
  readonly id: string;
  /**
   * Whole seconds, by the database's clock, since the person last proved in this session to be themselves (by password or
   * second factor); null where they never did, as with a token.
   */
  readonly provenSeconds: number | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authenticator together with the actor. */
    credential?: Credential;
  }
}
