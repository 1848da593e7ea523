import { readFileSync } from 'node:fs';
import request from 'supertest';
import { GraphClient, testApp, type TestApp } from '@jihui/testing';
import { loadDomains } from '@jihui/registry';
import { runMainJob } from '../../scripts/demo/main-job.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { copyOfCity, demoAccounts } from './city.js';
import { startSplit, type SplitCity } from './split.js';

/** Days pass, and work is waited for, through this one; what is asked goes through the gateway. */
let desk: TestApp;
let city: SplitCity;
let drop: () => Promise<void>;

beforeAll(async () => {
  await build({ portal: false });
  const place = await copyOfCity();
  drop = () => place.drop();
  city = await startSplit(place);
  desk = await testApp(await loadDomains(null), { ...place, settings: { ROLES: 'portal' } });
}, 300_000);
afterAll(async () => {
  await city?.stop();
  await desk?.close();
  await drop?.();
});

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
