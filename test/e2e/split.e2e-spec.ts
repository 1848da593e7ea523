import { readFileSync } from 'node:fs';
import request from 'supertest';
import { GraphClient, testApp, until, type TestApp } from '@jihui/testing';
import { DOMAIN_NAMES } from '@jihui/events';
import { loadDomains } from '@jihui/registry';
import { runMainJob } from '../../scripts/demo/main-job.mjs';
import { build } from '../../scripts/lib/build.mjs';
import { copyOfCity, demoAccounts } from './city.js';
import { Collector, type ToldSpan } from './collector.js';
import { cookieOf } from './sign-in.js';
import { PUBLIC_URL, startSplit, type SplitCity } from './split.js';
import { everything, isConnection, isPlain, nodeOf, queries, queryOf } from './walk.js';

/** The same city in one process, for days to pass and answers to be compared; what is done goes through the gateway. */
let desk: TestApp;
let city: SplitCity;
let collector: Collector;
let drop: () => Promise<void>;

beforeAll(async () => {
  await build({ portal: false });
  const place = await copyOfCity();
  drop = () => place.drop();
  collector = await Collector.open();
  city = await startSplit(place, { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  desk = await testApp(await loadDomains(null), { ...place, settings: { ROLES: 'graph', PUBLIC_URL } });
}, 300_000);
afterAll(async () => {
  await city?.stop();
  await collector?.close();
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

  it.each(['stranger', 'registrar1', 'officer', 'tto', 'broker', 'expert'])(
    'answers a %s as one process does, relations followed',
    async (who) => {
      const cookie = await cookieOf(city.url, who);
      const ask = async (url: string, query: string): Promise<unknown> => {
        const asked = request(url).post('/graphql').set({ cookie });
        const { body } = await asked.send({ query, variables: { first: 2, rows: 2 } });
        return body;
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

  it('refuses with the service’s own code, and says where, as one process does', async () => {
    const refused = (url: string) =>
      new GraphClient(url)
        .mutate(
          'mutation ($input: ListingActionInput!) { again: submitNeed(input: $input) { need { state } } }',
          {
            input: { id: '0197f000-0000-7000-8000-000000000000', expectedVersion: 1 },
          },
        )
        .expectCode('UNAUTHENTICATED');
    const told = await refused(city.url);
    expect(told).toMatchObject({ path: ['again'], locations: [{ line: 1, column: 42 }] });
    expect(told).toEqual(await refused(desk.url));
  });

  it('is ready, each part by its name', async () => {
    const { status, body } = await request(city.url).get('/readyz');
    const parts = Object.fromEntries(['database', 'queue', ...DOMAIN_NAMES].map((name) => [name, 'ok']));
    expect([status, body]).toEqual([200, { status: 'ok', parts }]);
  });

  it('tells every figure that the dashboard and the alerts ask for', async () => {
    const files = ['grafana-dashboard.json', 'alerts.yaml'].map((name) =>
      readFileSync(`docker/monitoring/${name}`, 'utf8'),
    );
    const asked = files.flatMap((text) => text.match(/\b(?:jihui|nodejs|process)_[a-z0-9_]+/g) ?? []);
    expect(asked.length).toBeGreaterThan(10);
    const processes = [city, ...city.services, ...city.workers];
    const told = (await Promise.all(processes.map(({ url }) => request(url).get('/metrics')))).map(
      ({ text }) => text,
    );
    const names = new Set(told.flatMap((text) => text.match(/^[a-z0-9_]+/gm) ?? []));
    expect([...new Set(asked)].filter((name) => !names.has(name))).toEqual([]);
  });

  // From here on a service is away.
  it('goes on without a service that is away, and names what is missing', async () => {
    await city.services[3]?.kill();
    await until(async () => {
      const { body } = await request(city.url).get('/readyz');
      return (body as { status?: string }).status === 'degraded';
    });
    const { status, body } = await request(city.url).get('/readyz');
    expect([status, body]).toMatchObject([
      200,
      { parts: { challenges: 'away', discovery: 'away', listings: 'ok', identity: 'ok' } },
    ]);
    const stranger = new GraphClient(city.url);
    await stranger.query('{ results { totalCount } }').data();
    const refused = await stranger.query('{ calls { totalCount } }').expectCode('UNAVAILABLE');
    expect(refused.path).toEqual(['calls']);
  });

  // The last: what is told of is sent when the processes end.
  it('tells of each request from the gateway to the jobs that it set off, and of nothing that is secret', async () => {
    await city.stop();
    const { spans } = collector;
    // The need of a deal is told of as well, by a job that a command of deals set off.
    const jobs = spans.filter(
      ({ service, name }) => service === 'worker' && name === 'notifications.tellNeed',
    );
    const asked = spans.find(
      ({ name, traceId }) => name === 'ask listings' && jobs.some((job) => job.traceId === traceId),
    )!;
    const trace = spans.filter(({ traceId }) => traceId === asked.traceId);
    const parentOf = ({ parentSpanId }: ToldSpan) => trace.find(({ spanId }) => spanId === parentSpanId);
    const answered = trace.find((span) => parentOf(span) === asked)!;
    expect([parentOf(asked), answered]).toMatchObject([
      {
        service: 'gateway+portal',
        name: 'POST /graphql',
        attributes: { 'graphql.operation.type': 'mutation', 'http.response.status_code': 200 },
      },
      { service: 'graph listings+matching', name: 'POST /graphql' },
    ]);
    const statements = trace.filter((span) => span.name === 'statement');
    expect(new Set(statements.map(({ service }) => service))).toEqual(
      new Set(['graph listings+matching', 'worker']),
    );
    expect(statements.some(({ attributes }) => String(attributes['db.query.text']).includes('$1'))).toBe(
      true,
    );

    const told = JSON.stringify(spans.map(({ name, attributes }) => [name, attributes]));
    expect(told).not.toMatch(/challenges\.|handInBid|\/files\/challenges/);
    for (const { email, password } of demoAccounts) {
      expect(told).not.toContain(email);
      expect(told).not.toContain(password);
    }
  });
});
