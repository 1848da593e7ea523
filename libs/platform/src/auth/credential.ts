/** By what a request was recognised. */
export interface Credential {
  readonly kind: 'session' | 'token';
  readonly id: string;
  /**
   * Whole seconds, by the database's clock, since the person last proved, in the session, to be themselves (by password, and
   * by the second factor where there is one); null where they never did, as with a token.
   */
  readonly provenSeconds: number | null;
  /** Whether the session is good for one's own account alone, until the second factor that is due is switched on. */
  readonly restricted?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authenticator together with the actor. */
    credential?: Credential;
  }
}
