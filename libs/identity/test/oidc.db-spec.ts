import { randomUUID } from 'node:crypto';
import { sql } from '@jihui/platform';
import { appCode, TestIssuer, type GraphClient } from '@jihui/testing';
import { PASSWORD, World } from './identity.world.js';

const PUBLIC = 'http://localhost:3999';
const RETURN = `${PUBLIC}/sign-in/return`;
const START = 'mutation ($input: StartOidcInput!) { startOidc(input: $input) { url } }';
const COMPLETE = `mutation ($input: CompleteOidcInput!) { completeOidc(input: $input) {
  viewer { person { id email } } } }`;
const UNLINK = 'mutation ($input: UnlinkOidcInput!) { unlinkOidc(input: $input) { ok } }';
const REQUEST_RESET =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }';
const WAYS = '{ signInWays { oidc { issuer name } } }';
const LINKS = '{ myOidcLinks { id issuer lastUsedAt } }';
const WHO = '{ viewer { person { id } } }';

const [INVALID, OVER] = ['IDENTITY.OIDC_INVALID', 'IDENTITY.STEP_OVER'];

interface Answer {
  readonly data?: {
    readonly startOidc?: { readonly url: string };
    readonly completeOidc?: { readonly viewer: { readonly person: { readonly email: string } } };
  } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
interface Ways {
  signInWays: { oidc: { issuer: string; name: string }[] };
}
interface Links {
  myOidcLinks: { id: string; issuer: string; lastUsedAt: string | null }[];
}

describe('signing in by an issuer', () => {
  let world: World;
  let issuer: TestIssuer;
  let second: TestIssuer;
  beforeAll(async () => {
    issuer = await TestIssuer.open(RETURN);
    second = await TestIssuer.open(`${RETURN}/2`);
    world = await World.open({
      PUBLIC_URL: PUBLIC,
      ...issuer.settings('山西政务服务'),
      ...second.settings('校园统一认证', '_2'),
    });
  });
  afterAll(async () => {
    await world?.close();
    await issuer?.close();
    await second?.close();
  });

  /** One request of a browser with these cookies. */
  const post = async (query: string, input: object, cookies: readonly string[] = []) => {
    const response = await world.post(
      query,
      { input: { clientMutationId: randomUUID(), ...input } },
      cookies.length === 0 ? {} : { cookie: cookies.join('; ') },
    );
    const set = (response.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    const { data, errors } = response.body as Answer;
    return { data, code: errors?.[0]?.extensions.code, set: set.map((one) => one.split(';')[0] ?? '') };
  };
  const cookieOf = ({ headers }: GraphClient): string[] => [headers['cookie'] ?? ''];
  const begin = async (purpose: 'SIGN_IN' | 'LINK', cookies: readonly string[] = [], at = issuer) => {
    const { data, set, code } = await post(START, { purpose, issuer: at.url }, cookies);
    return { url: data?.startOidc?.url ?? '', step: set.find((one) => one.includes('_oidc=')) ?? '', code };
  };
  /** There and back as that person of the issuer's. */
  const go = async (
    who: string,
    purpose: 'SIGN_IN' | 'LINK' = 'SIGN_IN',
    cookies: readonly string[] = [],
    at = issuer,
  ) => {
    at.who = who;
    const { url, step } = await begin(purpose, cookies, at);
    return { step, returned: await at.visit(url, RETURN) };
  };
  const signIn = async (who: string) => {
    const { step, returned } = await go(who);
    return post(COMPLETE, { returned }, [step]);
  };
  const linked = async (name: string, who: string): Promise<GraphClient> => {
    const client = await world.signedIn(name);
    const { step, returned } = await go(who, 'LINK', cookieOf(client));
    const { code } = await post(COMPLETE, { returned }, [...cookieOf(client), step]);
    if (code !== undefined) throw new Error(code);
    return client;
  };

  /** A version of the parameter that says whose second factor is due. */
  const dueOf = (value: number, since: string): Promise<unknown> =>
    world.sql(sql`
      insert into platform.parameter (name, value, effective_from, source)
      values ('identity.second_factor_due_of', ${value}, ${since}::date, '测试')`);

  it('is told of, asks for nothing but who it is, and ties the answer to this browser', async () => {
    expect((await world.app.client().query<Ways>(WAYS)).signInWays.oidc).toEqual([
      { issuer: issuer.url, name: '山西政务服务' },
      { issuer: second.url, name: '校园统一认证' },
    ]);
    const { searchParams, origin } = new URL((await begin('SIGN_IN')).url);
    expect(origin).toBe(issuer.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      redirect_uri: RETURN,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect((searchParams.get(name) ?? '').length).toBeGreaterThanOrEqual(27);
  });

  it('knows nobody who was not linked from within, whatever the issuer calls them', async () => {
    expect((await signIn('tea@demo.jihui.cn')).code).toBe('IDENTITY.OIDC_UNKNOWN');
  });

  it('signs in whoever was linked, and is no proof for what is grave', async () => {
    const client = await linked('tea', 'subject-of-tea');
    const { data, set } = await signIn('subject-of-tea');
    expect(data?.completeOidc?.viewer.person.email).toBe('tea@demo.jihui.cn');
    const session = set.find((one) => one.startsWith('jihui_session='));
    const there = world.app.client({ cookie: session ?? '' });
    expect((await there.query<Links>(LINKS)).myOidcLinks).toMatchObject([{ issuer: issuer.url }]);
    expect((await begin('LINK', [session ?? ''])).code).toBe('IDENTITY.REAUTHENTICATE');
    expect((await client.query<Links>(LINKS)).myOidcLinks[0]?.lastUsedAt).not.toBeNull();
    const [row] = await world.sql<{ text: string }>(
      sql`select jsonb_agg(l)::text as text from identity.oidc_link l`,
    );
    expect(row?.text).not.toContain('subject-of-tea');
    const [mail = ''] = await world.mailsTo('tea@demo.jihui.cn');
    expect(mail).toContain('关联了');
  });

  it('links an identity to one account alone', async () => {
    await linked('solar', 'subject-of-solar');
    const other = await world.signedIn('institute');
    const { step, returned } = await go('subject-of-solar', 'LINK', cookieOf(other));
    expect((await post(COMPLETE, { returned }, [...cookieOf(other), step])).code).toBe('IDENTITY.OIDC_TAKEN');
    // The same once more is no error.
    await linked('solar', 'subject-of-solar');
  });

  it('tells the people of one issuer from those of another, and takes no answer of one to the other', async () => {
    const client = await world.signedIn('broker');
    const { step, returned } = await go('subject-of-both', 'LINK', cookieOf(client), second);
    expect((await post(COMPLETE, { returned }, [...cookieOf(client), step])).code).toBeUndefined();
    const entered = await go('subject-of-both', 'SIGN_IN', [], second);
    expect(entered.returned).toMatch(/^\/sign-in\/return\/2\?/);
    expect((await post(COMPLETE, { returned: entered.returned }, [entered.step])).code).toBeUndefined();
    expect((await signIn('subject-of-both')).code).toBe('IDENTITY.OIDC_UNKNOWN');
    const mixed = await go('subject-of-both', 'SIGN_IN', [], second);
    expect(
      (await post(COMPLETE, { returned: mixed.returned.replace('/return/2', '/return') }, [mixed.step])).code,
    ).toBe(INVALID);
    const [there, here] = [await go('subject-of-both', 'SIGN_IN', [], second), await begin('SIGN_IN')];
    expect((await post(COMPLETE, { returned: there.returned }, [here.step])).code).toBe(INVALID);
    for (const returned of ['', '//', 'https://sso.example/sign-in/return/2'])
      expect((await post(COMPLETE, { returned }, [(await begin('SIGN_IN')).step])).code).toBe(INVALID);
  });

  it('is over after one answer, in another browser, without a cookie, and after its time', async () => {
    const once = await go('subject-of-solar');
    expect((await post(COMPLETE, { returned: once.returned }, [once.step])).code).toBeUndefined();
    expect((await post(COMPLETE, { returned: once.returned }, [once.step])).code).toBe(OVER);
    const [mine, theirs] = [await go('subject-of-solar'), await begin('SIGN_IN')];
    expect((await post(COMPLETE, { returned: mine.returned }, [theirs.step])).code).toBe(INVALID);
    expect((await post(COMPLETE, { returned: mine.returned })).code).toBe(OVER);
    const late = await go('subject-of-solar');
    await world.sql(sql`update identity.oidc_step set expires_at = clock_timestamp()`);
    expect((await post(COMPLETE, { returned: late.returned }, [late.step])).code).toBe(OVER);
  });

  it.each([
    ['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(27))],
    ['no state', (query: URLSearchParams) => query.delete('state')],
    ['another issuer', (query: URLSearchParams) => query.set('iss', 'http://127.0.0.1:1')],
    ['another code', (query: URLSearchParams) => query.set('code', 'x'.repeat(43))],
    ['no code', (query: URLSearchParams) => query.delete('code')],
  ])('is refused with %s', async (_, change) => {
    const { step, returned } = await go('subject-of-solar');
    const changed = new URL(returned, PUBLIC);
    change(changed.searchParams);
    expect((await post(COMPLETE, { returned: `${changed.pathname}${changed.search}` }, [step])).code).toBe(
      INVALID,
    );
  });

  it('is refused where the identity was asked for with another nonce or verifier', async () => {
    for (const name of ['nonce', 'code_challenge']) {
      issuer.who = 'subject-of-solar';
      const { url, step } = await begin('SIGN_IN');
      const asked = new URL(url);
      asked.searchParams.set(name, 'x'.repeat(43));
      const returned = await issuer.visit(asked.href, RETURN);
      expect([name, (await post(COMPLETE, { returned }, [step])).code]).toEqual([name, INVALID]);
    }
  });

  it('says so where the issuer was told no', async () => {
    const { step, returned } = await go('subject-of-solar');
    const denied = new URL(returned, PUBLIC);
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    expect((await post(COMPLETE, { returned: `${denied.pathname}${denied.search}` }, [step])).code).toBe(
      'IDENTITY.OIDC_REFUSED',
    );
  });

  it('links to nobody but who began it', async () => {
    const [mine, theirs] = [await world.signedIn('broker'), await world.signedIn('institute')];
    const { step, returned } = await go('subject-of-broker', 'LINK', cookieOf(mine));
    expect((await post(COMPLETE, { returned }, [...cookieOf(theirs), step])).code).toBe(OVER);
    expect((await begin('LINK')).code).toBe('UNAUTHENTICATED');
  });

  it('still takes the code of a second factor', async () => {
    const client = await linked('researcher', 'subject-of-researcher');
    const { startSecondFactor } = await client.mutate<{ startSecondFactor: { secret: string } }>(
      'mutation ($input: StartSecondFactorInput!) { startSecondFactor(input: $input) { secret } }',
      { input: { password: PASSWORD } },
    );
    await client.mutate(
      'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }',
      { input: { code: appCode(startSecondFactor.secret) } },
    );
    const first = await signIn('subject-of-researcher');
    expect(first.code).toBe('IDENTITY.SECOND_FACTOR_ASKED');
    const step = first.set.find((one) => one.includes('_factor='));
    const second = await post(
      'mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) { viewer { person { email } } } }',
      { code: appCode(startSecondFactor.secret, 1) },
      [step ?? ''],
    );
    expect([second.code, second.set.some((one) => one.startsWith('jihui_session='))]).toEqual([
      undefined,
      true,
    ]);
  });

  it('is unlinked by its person, and signs nobody in any more; a suspended account neither', async () => {
    const client = await linked('county', 'subject-of-county');
    const { myOidcLinks } = await client.query<Links>(LINKS);
    const linkId = myOidcLinks[0]?.id;
    await (await world.signedIn('institute')).mutate(UNLINK, { input: { linkId } }).expectCode('NOT_FOUND');
    await client.mutate(UNLINK, { input: { linkId } });
    expect((await signIn('subject-of-county')).code).toBe('IDENTITY.OIDC_UNKNOWN');
    await linked('enterprise', 'subject-of-enterprise');
    await world.sql(
      sql`update identity.person set state = 'SUSPENDED' where email = 'enterprise@demo.jihui.cn'`,
    );
    expect((await signIn('subject-of-enterprise')).code).toBe('IDENTITY.PERSON_SUSPENDED');
  });

  it('ends with a password that is reset by mail, as whatever else the old password could make', async () => {
    const holder = await world.person('linked@example.cn', '关联人');
    const there = await go('subject-of-linked', 'LINK', cookieOf(holder));
    expect((await post(COMPLETE, { returned: there.returned }, [...cookieOf(holder), there.step])).code).toBe(
      undefined,
    );
    const half = await go('subject-of-half', 'LINK', cookieOf(holder));
    await world.app.client().mutate(REQUEST_RESET, { input: { email: 'linked@example.cn' } });
    const [token, newPassword] = [await world.tokenTo('linked@example.cn'), 'Another-horse-8'];
    await world.app.client().mutate(RESET, { input: { token, newPassword } });
    expect((await signIn('subject-of-linked')).code).toBe('IDENTITY.OIDC_UNKNOWN');
    const anew = cookieOf(await world.signedIn('linked@example.cn', newPassword));
    expect((await post(COMPLETE, { returned: half.returned }, [...anew, half.step])).code).toBe(OVER);
  });

  it('is linked by nobody who owes a second factor', async () => {
    await dueOf(2, '2021-01-01');
    const officer = await world.signedIn('officer');
    expect((await begin('LINK', cookieOf(officer))).code).toBe('IDENTITY.SECOND_FACTOR_DUE');
    await dueOf(0, '2021-01-02');
  });

  it('is away while the issuer is, and the other ways in are not', async () => {
    const { step, returned } = await go('subject-of-solar');
    await issuer.close();
    expect((await post(COMPLETE, { returned }, [step])).code).toBe('UNAVAILABLE');
    expect(
      (await (await world.signedIn('solar')).query<{ viewer: object | null }>(WHO)).viewer,
    ).not.toBeNull();
  });
});

describe('a platform without an issuer', () => {
  it('says so', async () => {
    const world = await World.open();
    const client = world.app.client();
    expect((await client.query<Ways>(WAYS)).signInWays.oidc).toEqual([]);
    await client
      .mutate(START, { input: { purpose: 'SIGN_IN', issuer: 'https://sso.example' } })
      .expectCode('IDENTITY.OIDC_OFF');
    await world.close();
  });
});
