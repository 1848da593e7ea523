/** How many commands, and files sent, have been answered since the page was opened. */
let changes = 0;

/** Something was changed from this page by other means than a mutation: a file was sent. */
export function changed(): void {
  changes += 1;
}

/** A GraphQL request as the client sends it: the document first of all in its own member. */
export const isMutation = (init: RequestInit | undefined): boolean =>
  typeof init?.body === 'string' && /"query":"mutation\b/.test(init.body);

/**
 * `send` for GraphQL requests that never lets through what was read before one's own last change. The client asks
 * nothing that is already on its way, so an answer that was under way while a command was carried out would be taken
 * for what is so after it; it is asked again instead.
 */
export const newest =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    if (isMutation(init)) {
      const answer = await send(input, init);
      changed();
      return answer;
    }
    for (;;) {
      const before = changes;
      const answer = await send(input, init);
      const text = await answer.text();
      const { status, statusText, headers } = answer;
      if (changes === before) return new Response(text, { status, statusText, headers });
    }
  };
