import { isMutation } from './newest.js';

/** Asks the person to prove to be themselves; resolves with whether they did. */
type Prove = () => Promise<boolean>;

let prove: Prove | null = null;
let asking: Promise<boolean> | null = null;

/** While somebody is signed in: how they are asked when an act is too grave for a proof that is long ago. */
export function onProofAsked(handler: Prove | null): void {
  prove = handler;
}

/** Asks once, however many acts wait for it. */
function proven(): Promise<boolean> {
  if (!prove) return Promise.resolve(false);
  asking ??= prove().finally(() => {
    asking = null;
  });
  return asking;
}

const CODE = 'IDENTITY.REAUTHENTICATE';

function asksForProof(body: string): boolean {
  if (!body.includes(CODE)) return false;
  const { errors } = JSON.parse(body) as { errors?: readonly { extensions?: { code?: unknown } }[] };
  return errors?.some(({ extensions }) => extensions?.code === CODE) ?? false;
}

/**
 * `send` for GraphQL requests, by which a grave act waits until its person has proved to be themselves and is then sent
 * again as it was: what was filled in stays where it is. Whoever does not prove it gets the refusal.
 */
export const proving =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const response = await send(input, init);
    if (prove === null || !isMutation(init)) return response;
    const body = await response.text();
    if (asksForProof(body) && (await proven())) return send(input, init);
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  };
