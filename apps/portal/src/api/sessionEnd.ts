/** Asks the person to sign in again; resolves with whether they did. */
type SignInAgain = () => Promise<boolean>;

let signInAgain: SignInAgain | null = null;
let asking: Promise<boolean> | null = null;

/** While somebody is signed in: what to do when the server no longer knows them. */
export function onSessionEnd(handler: SignInAgain | null): void {
  signInAgain = handler;
}

/** Asks once, however many requests find the session ended. False for a stranger, and for who does not sign in again. */
function back(): Promise<boolean> {
  if (!signInAgain) return Promise.resolve(false);
  asking ??= signInAgain().finally(() => {
    asking = null;
  });
  return asking;
}

/**
 * `fetch` that does not let an ended session through: the answer to a stranger would look as if everything one works
 * on were gone. The request waits until the person has signed in again, and is sent once more.
 */
export const fetchSignedIn: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (signInAgain === null || response.headers.get('x-actor') !== 'anonymous') return response;
  // Read at once: an answer that waits unread holds one of the few connections, which signing in needs.
  const body = await response.arrayBuffer();
  return (await back()) ? fetch(input, init) : new Response(body, response);
};

/** For what `fetch` cannot do: sends again when the person has signed in again. */
export async function againWhenSignedIn(status: number, send: () => void): Promise<boolean> {
  if (status !== 401 || !(await back())) return false;
  send();
  return true;
}
