declare module 'fastify' {
  interface FastifyContextConfig {
    uncounted?: boolean;
  }
}

/** Of a route whose requests are neither logged nor counted: their number alone would tell a secret. */
export const UNCOUNTED = { uncounted: true } as const;
