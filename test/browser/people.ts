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

/** Signs a demo person in for every page of the context. */
export async function signIn(context: BrowserContext, mailbox: string): Promise<void> {
  const account = accounts.find(({ email }) => email.startsWith(`${mailbox}@`));
  if (account === undefined) throw new Error(`no demo account ${mailbox}`);
  await ask(
    context,
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
    {
      input: { clientMutationId: randomUUID(), email: account.email, password: account.password },
    },
  );
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
