import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demoAccounts } from './city.js';

/** The cookie of a new session of this demo person (the mailbox' name); none for a stranger. */
export async function cookieOf(url: string, who: string): Promise<string> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${who}@`));
  if (account === undefined) return '';
  const { email, password } = account;
  const { headers } = await request(url)
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
      variables: { input: { clientMutationId: randomUUID(), email, password } },
    });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
