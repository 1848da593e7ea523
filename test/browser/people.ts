import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';

interface DemoAccount {
  readonly email: string;
  readonly password: string;
}
const { accounts, organisations } = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  readonly accounts: readonly DemoAccount[];
  readonly organisations: readonly { readonly key: string; readonly id: string }[];
};

/** Asks the server as the browser would, with its cookies. */
export async function ask<T>(context: BrowserContext, query: string, variables: object = {}): Promise<T> {
  const response = await context.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await response.json()) as { data: T; errors?: readonly { message: string }[] };
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
/** The last session of each person in this city: whoever comes back goes on with it, as a browser would. */
const sessions = new Map<string, { readonly cookies: Cookies; readonly since: number }>();
/** Below the minutes for which a password lets one do what is grave: a test that is not about it is not asked again. */
const FRESH_MS = 20 * 60_000;

/** Whoever comes next as this person signs in anew. */
export const forgetSession = (mailbox: string): boolean => sessions.delete(mailbox);

/** Whether the context's session is still somebody's: it may have been ended by what a test did. */
async function isSignedIn(context: BrowserContext): Promise<boolean> {
  const { viewer } = await ask<{ viewer: { person: { id: string } } | null }>(
    context,
    '{ viewer { person { id } } }',
  );
  return viewer !== null;
}

/**
 * Signs a demo person in for every page of the context. A session that still stands is gone on with: signing in anew for
 * each page of the long walk is what the throttle of sign-ins is there to stop.
 */
export async function signIn(context: BrowserContext, mailbox: string): Promise<void> {
  const session = sessions.get(mailbox);
  if (session !== undefined && Date.now() - session.since < FRESH_MS) {
    await context.addCookies(session.cookies);
    if (await isSignedIn(context)) return;
    await context.clearCookies();
  }
  const account = accounts.find(({ email }) => email.startsWith(`${mailbox}@`));
  if (account === undefined) throw new Error(`no demo account ${mailbox}`);
  await ask(
    context,
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
    {
      input: { clientMutationId: randomUUID(), email: account.email, password: account.password },
    },
  );
  sessions.set(mailbox, { cookies: await context.cookies(), since: Date.now() });
}

/** The id of one of the demo organisations. */
export function demoOrganisationId(key: string): string {
  const organisation = organisations.find((one) => one.key === key);
  if (organisation === undefined) throw new Error(`no demo organisation ${key}`);
  return organisation.id;
}

/** The demo contract of that title, as this person sees it. */
export async function contractNamed(
  context: BrowserContext,
  title: string,
): Promise<{ readonly id: string; readonly registrationNumber: string | null }> {
  const { contracts } = await ask<{
    contracts: { edges: { node: { id: string; registrationNumber: string | null } }[] };
  }>(
    context,
    'query ($text: String) { contracts(filter: { text: $text }, first: 1) { edges { node { id registrationNumber } } } }',
    { text: title },
  );
  const found = contracts.edges[0]?.node;
  if (found === undefined) throw new Error(`the demo city has lost the contract ${title}`);
  return found;
}
