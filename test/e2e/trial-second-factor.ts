import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { appCode, type GraphClient } from '@jihui/testing';
import type { DemoCity } from './city.js';
import type { Cast } from './trial-cast.js';
import type { Subject } from './walk.js';

interface Person {
  readonly email: string;
  readonly personId: string;
  readonly browser: GraphClient;
}

/** Counts tries by person: one wrong way is enough. */
const COUNTED = { others: [], counted: true } as const;

/** From setting it up to its reset by an administrator, which ends all sessions. */
export async function trySecondFactor(
  { city, trials, outsiders }: Cast,
  me: Person,
  password: string,
): Promise<void> {
  await trials.run({
    ...COUNTED,
    mutation: 'startSecondFactor',
    who: me.browser,
    input: { password },
    repeatable: true,
  });
  const secret = await beginFactor(me, password);
  await trials.run({
    ...COUNTED,
    mutation: 'confirmSecondFactor',
    who: me.browser,
    input: { code: appCode(secret) },
  });
  const [first, second] = await recoveryCodes(me, 'renewRecoveryCodes', {
    password,
    code: appCode(secret, 1),
  });
  await trials.run({
    ...COUNTED,
    mutation: 'completeSignIn',
    who: city.client({ cookie: await stepCookie(city, me.email, password) }),
    input: { code: first },
    everyCallAnew: true,
  });
  await trials.run({
    ...COUNTED,
    mutation: 'removeSecondFactor',
    who: me.browser,
    input: { password, code: second },
  });
  const [third] = await recoveryCodes(me, 'confirmSecondFactor', {
    code: appCode(await beginFactor(me, password)),
  });
  await trials.run({
    ...COUNTED,
    mutation: 'renewRecoveryCodes',
    who: me.browser,
    input: { password, code: third },
  });
  const { viewer } = await me.browser.query<{ viewer: { person: Subject } }>(
    '{ viewer { person { id version } } }',
  );
  await trials.run({
    mutation: 'resetSecondFactor',
    who: city.who('admin'),
    others: outsiders,
    input: { personId: me.personId, expectedVersion: viewer.person.version, reason: '手机遗失' },
  });
}

async function beginFactor({ browser }: Person, password: string): Promise<string> {
  const { startSecondFactor } = await browser.mutate<{ startSecondFactor: { secret: string } }>(
    'mutation ($input: StartSecondFactorInput!) { startSecondFactor(input: $input) { secret } }',
    { input: { password } },
  );
  return startSecondFactor.secret;
}

async function recoveryCodes({ browser }: Person, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const data = await browser.mutate<Record<string, { recoveryCodes: string[] }>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { recoveryCodes } }`,
    { input },
  );
  return data[mutation]?.recoveryCodes ?? [];
}

/** What a browser is given that has the password right and the code before it. */
async function stepCookie(city: DemoCity, email: string, password: string): Promise<string> {
  const response = await request(city.url)
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { clientMutationId } }',
      variables: { input: { clientMutationId: randomUUID(), email, password } },
    });
  const [cookie = ''] = (response.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  return cookie.split(';')[0] ?? '';
}
