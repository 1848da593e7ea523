/** How `fetch` and undici name a connection that ended, or did not come about, before any answer began. */
const BROKEN = /^(UND_ERR_SOCKET|ECONNRESET|ECONNREFUSED|EPIPE)$/;

export const codeOf = (error: unknown): string =>
  (error as { readonly code?: string } | undefined)?.code ?? '';

/**
 * Whether a service gave no answer because it ends, or has ended: it closes the connections on which nothing is under way, and
 * one may just have been taken. Whoever stands at its address next can be asked at once.
 */
export const isBroken = (error: unknown): boolean =>
  BROKEN.test(codeOf(error)) || (error instanceof Error && BROKEN.test(codeOf(error.cause)));
