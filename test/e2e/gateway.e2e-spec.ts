import { randomUUID } from 'node:crypto';
import pg from 'pg';
import request from 'supertest';
import { loadDomains } from '@jihui/registry';
import {
  splitApp,
  statementsOf,
  TestIssuer,
  until,
  type Copy,
  type GraphClient,
  type TestApp,
} from '@jihui/testing';
import { copyOfCity, demoActor, demoOrganisation } from './city.js';
import { cookieOf } from './sign-in.js';

/** As people know it: the proxy before the gateway speaks TLS, and cookies are of this host alone. */
const PUBLIC_URL = 'https://jihui.example';
const RETURN = `${PUBLIC_URL}/sign-in/return`;

/** All domains as services behind a gateway, whichever city the run is of. */
let place: Copy;
let city: TestApp;
let issuer: TestIssuer;
let elsewhere: pg.Client;

beforeAll(async () => {
  place = await copyOfCity();
  issuer = await TestIssuer.open(RETURN);
  const settings = { PUBLIC_URL, TRUSTED_PROXIES: '127.0.0.1', ...issuer.settings('山西政务服务') };
  city = await splitApp(await loadDomains(null), { ...place, settings });
  elsewhere = new pg.Client({ connectionString: place.databaseUrl });
  await elsewhere.connect();
}, 300_000);
afterAll(async () => {
  await elsewhere?.end();
  await city?.close();
  await issuer?.close();
  await place?.drop();
});

const ask = async (query: string, variables: object, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await request(city.url).post('/graphql').set(headers).send({ query, variables });
  return { body: answer.body as unknown, services: answer.headers['x-served-by'] };
};

describe('what visitors ask a gateway', () => {
  const ONE = 'query ($id: ID!) { result(id: $id) { id title ownerName version } }';
  const LIST = '{ results(first: 5) { totalCount edges { node { id title } } } }';
  const university = demoOrganisation('university').id;
  let officer: GraphClient;
  beforeAll(() => {
    officer = city.as(demoActor('transferOfficer'));
  });

  const online = async (): Promise<{ id: string; version: number }> => {
    const { rows } = await elsewhere.query<{ id: string; version: number }>(
      `select id, version from listings.result where state = 'ONLINE' and visibility = 'PUBLIC' and owner_id = $1
       order by id limit 1`,
      [university],
    );
    if (rows[0] === undefined) throw new Error('the demo city has no result online');
    return rows[0];
  };
  const one = async (id: string) =>
    (await city.client().query<{ result: { title: string; ownerName: string } | null }>(ONE, { id })).result;
  const asked = async (query: string, variables: object, headers = {}): Promise<number> =>
    (await statementsOf(city, () => ask(query, variables, headers))).length;
  /** What was written before may be told of a moment later. */
  const kept = (query: string, variables: object): Promise<void> =>
    until(async () => (await asked(query, variables)) === 0);

  it('is answered from memory, in the same words, and no service is asked', async () => {
    const { id } = await online();
    const first = await ask(ONE, { id });
    expect(first.services).toBe('listings');
    await kept(ONE, { id });
    expect(await ask(ONE, { id })).toEqual({ body: first.body, services: undefined });
    await kept(LIST, {});
  });

  it('is asked anew where another service has a part in it, where words lead to the index, and of a command', async () => {
    const { id } = await online();
    for (const [query, services] of [
      ['query ($id: ID!) { result(id: $id) { id owner { name } } }', 'identity, listings'],
      ['query ($id: ID!) { result(id: $id) { id } lawParameters { totalCount } }', 'law, listings'],
      ['query ($id: ID!) { result(id: $id) { id } results(text: "技术") { totalCount } }', 'listings'],
      ['query ($id: ID!) { result(id: $id) { id keyPoints } }', 'listings'],
    ] as const)
      for (let again = 0; again < 2; again += 1)
        expect([query, await ask(query, { id })]).toMatchObject([query, { services }]);
  });

  it('is nobody else’s answer: what a person asks is neither kept nor answered from memory', async () => {
    const { id } = await online();
    const query = 'query ($id: ID!) { result(id: $id) { id title code } } # nobody asked this before';
    const cookie = await cookieOf(city.url, 'broker');
    expect(cookie).not.toBe('');
    for (let again = 0; again < 2; again += 1)
      expect(await asked(query, { id }, { cookie })).toBeGreaterThan(0);
    expect((await ask(query, { id })).services).toBe('listings');
    await kept(query, { id });
    expect((await ask(query, { id }, { cookie })).services).toBe('listings');
    // Over, and so nobody's: it is answered as a visitor's is, from the same memory.
    await ask('mutation { signOut(input: { clientMutationId: "out" }) { ok } }', {}, { cookie });
    await kept(query, { id });
    expect((await ask(query, { id }, { cookie })).services).toBeUndefined();
  });

  it('is forgotten before the answer to a mutation goes out', async () => {
    const listing = await online();
    await kept(ONE, { id: listing.id });
    await kept(LIST, {});
    await officer.mutate(
      'mutation ($input: ListingReasonInput!) { withdrawResult(input: $input) { result { state } } }',
      {
        input: { id: listing.id, expectedVersion: listing.version, reason: '暂停对外合作' },
      },
    );
    expect(await one(listing.id)).toBeNull();
    const { results } = await city.client().query<{ results: { edges: { node: { id: string } }[] } }>(LIST);
    expect(results.edges.map(({ node }) => node.id)).not.toContain(listing.id);
  });

  it('is forgotten when somebody else writes, also where the connection that tells of it broke', async () => {
    const { id } = await online();
    const rename = (name: string): Promise<unknown> =>
      elsewhere.query('update listings.organisation set name = $1 where id = $2', [name, university]);
    await kept(ONE, { id });
    await rename('改名大学');
    await until(async () => (await one(id))?.ownerName === '改名大学');
    await kept(ONE, { id });
    await elsewhere.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'jihui-kept' and datname = current_database()`,
    );
    await rename('再改名大学');
    await until(async () => (await one(id))?.ownerName === '再改名大学');
    await kept(ONE, { id });
  });

  it('is refused by the service’s own words where a variable is none', async () => {
    const refused = await city
      .client()
      .query('query ($first: Int) { results(first: $first) { totalCount } }', {
        first: 'many',
      })
      .answer();
    expect(refused).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' }, locations: [{ line: 1, column: 8 }] }],
    });
  });
});

describe('signing in by an issuer through a gateway', () => {
  const START = 'mutation ($input: StartOidcInput!) { startOidc(input: $input) { url } }';
  const COMPLETE = `mutation ($input: CompleteOidcInput!) { completeOidc(input: $input) {
    viewer { person { id email } } } }`;
  /** As from a browser behind the city's own proxy. */
  const ADDRESS = '203.0.113.7';

  interface Body {
    readonly data?: {
      readonly startOidc?: { readonly url: string };
      readonly completeOidc?: { readonly viewer: { readonly person: { readonly email: string } } };
    } | null;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  }

  const post = async (query: string, input: object, cookies: readonly string[] = []) => {
    const answer = await request(city.url)
      .post('/graphql')
      .set({ 'x-forwarded-for': ADDRESS, 'user-agent': 'a browser of the test', cookie: cookies.join('; ') })
      .send({ query, variables: { input: { clientMutationId: randomUUID(), ...input } } });
    const set = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    const { data, errors } = answer.body as Body;
    return { data, code: errors?.[0]?.extensions.code, set };
  };
  const cookieIn = (set: readonly string[], name: string): string =>
    set.map((one) => one.split(';')[0] ?? '').find((one) => one.startsWith(name)) ?? '';
  /** There and back: the page that the issuer leads to is the portal's, which sends what it was given. */
  const go = async (who: string, purpose: 'SIGN_IN' | 'LINK', cookies: readonly string[] = []) => {
    issuer.who = who;
    const { data, set } = await post(START, { purpose, issuer: issuer.url }, cookies);
    const step = cookieIn(set, '__Host-jihui_step_oidc=');
    return { step, set, returned: await issuer.visit(data?.startOidc?.url ?? '', RETURN) };
  };

  it('links an account, and lets its person in by the word of the issuer', async () => {
    const session = await cookieOf(city.url, 'broker');
    const linking = await go('subject-of-broker', 'LINK', [session]);
    // No script reads it, and no other site sends it.
    expect(linking.set.join()).toMatch(/__Host-jihui_step_oidc=[^;]+;.*HttpOnly; Secure; SameSite=/);
    expect(
      (await post(COMPLETE, { returned: linking.returned }, [session, linking.step])).code,
    ).toBeUndefined();

    const { step, returned } = await go('subject-of-broker', 'SIGN_IN');
    const { data, set } = await post(COMPLETE, { returned }, [step]);
    expect(data?.completeOidc?.viewer.person.email).toBe('broker@demo.jihui.cn');
    // The step's cookie is taken back, and a session begins.
    expect(set.join()).toMatch(/__Host-jihui_step_oidc=;/);
    const entered = cookieIn(set, '__Host-jihui_session=');
    const { body } = await ask(
      '{ viewer { person { email } } myOidcLinks { issuer } }',
      {},
      { cookie: entered },
    );
    expect(body).toEqual({
      data: {
        viewer: { person: { email: 'broker@demo.jihui.cn' } },
        myOidcLinks: [{ issuer: issuer.url }],
      },
    });
  });

  it('remembers from where one came: the browser’s address, not the gateway’s', async () => {
    const { rows } = await elsewhere.query<{ address: string; user_agent: string }>(
      'select address, user_agent from identity.session order by created_at desc limit 1',
    );
    expect(rows).toEqual([{ address: ADDRESS, user_agent: 'a browser of the test' }]);
  });

  it('takes no answer twice, in another browser, or from whom nobody knows', async () => {
    const once = await go('subject-of-broker', 'SIGN_IN');
    const other = await go('subject-of-broker', 'SIGN_IN');
    expect((await post(COMPLETE, { returned: once.returned }, [other.step])).code).toBe(
      'IDENTITY.OIDC_INVALID',
    );
    expect((await post(COMPLETE, { returned: once.returned })).code).toBe('IDENTITY.STEP_OVER');
    expect((await post(COMPLETE, { returned: once.returned }, [once.step])).code).toBeUndefined();
    expect((await post(COMPLETE, { returned: once.returned }, [once.step])).code).toBe('IDENTITY.STEP_OVER');
    const stranger = await go('somebody-else', 'SIGN_IN');
    expect((await post(COMPLETE, { returned: stranger.returned }, [stranger.step])).code).toBe(
      'IDENTITY.OIDC_UNKNOWN',
    );
  });
});
