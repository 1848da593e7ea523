import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { GraphClient, testApp, type TestApp } from '@jihui/testing';
import { loadDomains } from '@jihui/registry';
import { runMainJob } from '../../scripts/demo/main-job.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { copyOfCity, demoAccounts } from './city.js';
import { PUBLIC_URL, startSplit, type SplitCity } from './split.js';
import { everything, isConnection, isPlain, nodeOf, queries, queryOf } from './walk.js';

/** The same city in one process, for days to pass and answers to be compared; what is done goes through the gateway. */
let desk: TestApp;
let city: SplitCity;
let drop: () => Promise<void>;

beforeAll(async () => {
  await build({ portal: false });
  const place = await copyOfCity();
  drop = () => place.drop();
  city = await startSplit(place);
  desk = await testApp(await loadDomains(null), { ...place, settings: { ROLES: 'graph', PUBLIC_URL } });
}, 300_000);
afterAll(async () => {
  await city?.stop();
  await desk?.close();
  await drop?.();
});

/** Of a session of this demo person; none for a stranger. */
async function cookieOf(who: string): Promise<string> {
  const account = demoAccounts.find(({ email }) => email.startsWith(`${who}@`));
  if (account === undefined) return '';
  const { headers } = await request(city.url)
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
      variables: {
        input: { clientMutationId: randomUUID(), email: account.email, password: account.password },
      },
    });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

describe('a city whose domains are services behind a gateway', () => {
  it('takes a technology from a listing to a registered contract', async () => {
    const outcome = await runMainJob({
      url: city.url,
      accounts: demoAccounts,
      step: () => undefined,
      passDays: (days) => desk.advance(days),
      input: JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as {
        result: object;
        need: object;
      },
    });
    expect(outcome.registrationNumber).toMatch(/^\d{4}1409\d{8}$/);
    expect(outcome.certificate.subarray(0, 5).toString()).toBe('%PDF-');
  }, 240_000);

  it('answers one question from four services, and names them', async () => {
    const answer = await request(city.url)
      .post('/graphql')
      .send({
        query: `{ results(first: 1) { edges { node { title owner { name } } } } needs(first: 1) { totalCount }
          calls(first: 1) { edges { node { title } } } city { name } lawParameters { totalCount }
          registeredContractsStatistics { totals { count } } }`,
      });
    const { errors } = answer.body as { errors?: unknown };
    expect(errors).toBeUndefined();
    const services = String(answer.headers['x-served-by']).split(', ');
    expect(services.length).toBeGreaterThanOrEqual(4);
  });

  it.each(['stranger', 'registrar1', 'officer', 'tto', 'broker', 'expert'])(
    'answers a %s as one process does, relations followed',
    async (who) => {
      const cookie = await cookieOf(who);
      const ask = async (url: string, query: string): Promise<unknown> => {
        const asked = request(url).post('/graphql').set({ cookie });
        const { body } = await asked.send({ query, variables: { first: 2, rows: 2 } });
        const { data, errors } = body as { data: unknown; errors?: readonly { locations?: unknown }[] };
        // Where in the document an error stands is not said of a part that another answered.
        return { data, errors: errors?.map(({ locations: _, ...error }) => error) };
      };
      for (const field of queries.filter((one) => isConnection(one) && isPlain(one)))
        for (const { text } of everything(nodeOf(field), 2)) {
          const query = queryOf(field, {}, text);
          expect([query, await ask(city.url, query)]).toEqual([query, await ask(desk.url, query)]);
        }
    },
    120_000,
  );

  it('counts nothing of what it passes on: some of it is a secret by its number', async () => {
    await request(city.url).get('/files/challenges/0197f000-0000-7000-8000-000000000000');
    const { text } = await request(city.url).get('/metrics');
    expect(text).toContain('/graphql');
    expect(text).not.toContain('/files');
  });

  it('lets nobody ask a service past the gateway', async () => {
    for (const { url } of city.services) {
      const { status } = await request(url).post('/graphql').send({ query: '{ __typename }' });
      expect(status).toBe(401);
    }
  });

  it('refuses with the service’s own code', async () => {
    const stranger = new GraphClient(city.url);
    await stranger
      .mutate('mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { state } } }', {
        input: { id: '0197f000-0000-7000-8000-000000000000', expectedVersion: 1 },
      })
      .expectCode('UNAUTHENTICATED');
  });
});
