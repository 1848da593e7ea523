import { randomUUID } from 'node:crypto';
import { sql } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { PASSWORD, SIGN_IN, World } from './identity.world.js';

const WHO = '{ viewer { person { id } } }';
const SESSIONS = '{ mySessions { id current userAgent } }';
const TOKENS = '{ myTokens { id name prefix lastUsedAt revokedAt } }';
const REVOKE = 'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { sessionId } }';
const SIGN_OUT = 'mutation ($input: SignOutInput!) { signOut(input: $input) { ok } }';
const CHANGE = 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { person { id } } }';
const ASK_RESET =
  'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }';
const RESET = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }';
const CREATE = `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { accessToken { id prefix } secret } }`;
const REVOKE_TOKEN =
  'mutation ($input: RevokeAccessTokenInput!) { revokeAccessToken(input: $input) { accessToken { revokedAt } } }';
const SUSPEND =
  'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { status version } } }';
const REINSTATE =
  'mutation ($input: ReinstatePersonInput!) { reinstatePerson(input: $input) { person { status } } }';

interface Who {
  viewer: { person: { id: string } } | null;
}
interface Sessions {
  mySessions: { id: string; current: boolean }[];
}
interface Created {
  createAccessToken: { accessToken: { id: string; prefix: string }; secret: string | null };
}

describe('sessions, tokens and passwords', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const isSignedIn = async (client: GraphClient): Promise<boolean> =>
    (await client.query<Who>(WHO)).viewer !== null;

  it('lists devices and ends another', async () => {
    const [here, there] = [await world.signedIn('tea'), await world.signedIn('tea')];
    const { mySessions } = await here.query<Sessions>(SESSIONS);
    expect(mySessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = mySessions.find(({ current }) => !current)?.id;
    const stranger = await world.signedIn('solar');
    await stranger.mutate(REVOKE, { input: { sessionId: other } }).expectCode('NOT_FOUND');
    await here.mutate(REVOKE, { input: { sessionId: 'not-an-id' } }).expectCode('NOT_FOUND');
    await here.mutate(REVOKE, { input: { sessionId: other } });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    await here.mutate(REVOKE, { input: { sessionId: other } }).expectCode('NOT_FOUND');
  });

  it('signs out', async () => {
    const client = await world.signedIn('tea');
    const response = await world.post(
      SIGN_OUT,
      { input: { clientMutationId: randomUUID() } },
      client.headers,
    );
    expect(String(response.headers['set-cookie'])).toMatch(/^jihui_session=;/);
    expect(await isSignedIn(client)).toBe(false);
    await client.mutate(SIGN_OUT, { input: {} });
    await client.query(SESSIONS).expectCode('UNAUTHENTICATED');
  });

  it.each([
    ['idle for two weeks', sql`last_seen_at = clock_timestamp() - interval '14 days 1 second'`],
    ['sixty days old', sql`expires_at = clock_timestamp()`],
  ])('ends a session that is %s', async (_, change) => {
    const client = await world.signedIn('county');
    expect(await isSignedIn(client)).toBe(true);
    await world.sql(sql`update identity.session set ${change} where ended_at is null`);
    expect(await isSignedIn(client)).toBe(false);
  });

  it('writes “last seen” now and then, not each time', async () => {
    const client = await world.signedIn('institute');
    const seen = async (): Promise<number> => {
      const [row] = await world.sql<{ at: Date }>(
        sql`select max(last_seen_at) as at from identity.session where ended_at is null`,
      );
      return row?.at.getTime() ?? 0;
    };
    const before = await seen();
    await isSignedIn(client);
    expect(await seen()).toBe(before);
    await world.sql(sql`update identity.session set last_seen_at = last_seen_at - interval '6 minutes'`);
    await isSignedIn(client);
    expect(await seen()).toBeGreaterThan(before);
  });

  it('changes the password and ends the other sessions', async () => {
    const [here, there] = [await world.signedIn('solar'), await world.signedIn('solar')];
    const input = { currentPassword: PASSWORD, newPassword: 'Another-long-one-5' };
    await here
      .mutate(CHANGE, { input: { ...input, currentPassword: 'Wrong-password-1' } })
      .expectCode('IDENTITY.PASSWORD_WRONG');
    await here.mutate(CHANGE, { input: { ...input, newPassword: 'solarsolar' } }).expectCode('INVALID_INPUT');
    await here.mutate(CHANGE, { input });
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    await world.app
      .client()
      .mutate(SIGN_IN, { input: { email: 'solar@demo.jihui.cn', password: PASSWORD } })
      .expectCode('IDENTITY.SIGN_IN_FAILED');
    await world.signedIn('solar', 'Another-long-one-5');
    expect((await world.mailsTo('solar@demo.jihui.cn'))[0]).toMatch('刚刚修改了密码');
  });

  it('resets the password by a link that works once, ends all sessions and revokes all tokens', async () => {
    const browser = await world.signedIn('enterprise');
    const given = { name: '用旧密码建的', expiresInDays: 366, password: PASSWORD };
    const { secret } = (await browser.mutate<Created>(CREATE, { input: given })).createAccessToken;
    const program = world.app.client({ authorization: `Bearer ${secret ?? ''}` });
    expect(await isSignedIn(program)).toBe(true);
    await world.app.client().mutate(ASK_RESET, { input: { email: 'enterprise@demo.jihui.cn' } });
    const token = await world.tokenTo('enterprise@demo.jihui.cn');
    const reset = (newPassword: string, given = token) =>
      world.app.client().mutate(RESET, { input: { token: given, newPassword } });
    await reset('1234567890').expectCode('INVALID_INPUT');
    const answers = await Promise.all(
      ['First-to-reset-1', 'Second-to-reset-2'].map((password) => reset(password).answer()),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual([
      'IDENTITY.LINK_INVALID',
      'ok',
    ]);
    expect(await isSignedIn(browser)).toBe(false);
    await program.query(WHO).expectCode('UNAUTHENTICATED');
    await reset('Third-to-reset-3').expectCode('IDENTITY.LINK_INVALID');
    await reset('Third-to-reset-3', 'x').expectCode('IDENTITY.LINK_INVALID');
  });

  it('sends no reset to an address without account, and answers alike', async () => {
    const ask = (email: string) => world.app.client().mutate(ASK_RESET, { input: { email } }).answer();
    expect(await ask('nobody@example.cn')).toEqual(await ask('broker@demo.jihui.cn'));
    expect(await world.mailsTo('nobody@example.cn')).toEqual([]);
    const token = await world.tokenTo('broker@demo.jihui.cn');
    await world.sql(sql`update identity.link set expires_at = clock_timestamp() where purpose = 'RESET'`);
    await world.app
      .client()
      .mutate(RESET, { input: { token, newPassword: 'Much-too-late-4' } })
      .expectCode('IDENTITY.LINK_INVALID');
    for (let tries = 1; tries < 5; tries += 1) await ask('nobody@example.cn');
    await world.app
      .client()
      .mutate(ASK_RESET, { input: { email: 'nobody@example.cn' } })
      .expectCode('THROTTLED');
  });

  describe('access tokens', () => {
    let browser: GraphClient;
    beforeAll(async () => {
      browser = await world.signedIn('tto');
    });
    const input = { name: '夜间同步', expiresInDays: 30, password: PASSWORD };
    const program = (secret: string | null) => world.app.client({ authorization: `Bearer ${secret ?? ''}` });

    it('shows the secret once and stores its hash', async () => {
      const clientMutationId = randomUUID();
      const first = await browser.mutate<Created>(CREATE, { input: { ...input, clientMutationId } });
      const { secret, accessToken } = first.createAccessToken;
      expect(secret).toMatch(/^jh_[\w-]{43}$/);
      expect(secret?.startsWith(accessToken.prefix)).toBe(true);
      const again = await browser.mutate<Created>(CREATE, { input: { ...input, clientMutationId } });
      expect(again.createAccessToken).toEqual({ accessToken, secret: null });
      const [row] = await world.sql<{ text: string }>(sql`
        select concat((select jsonb_agg(t) from identity.access_token t), (select jsonb_agg(a) from identity.answer a)) as text`);
      expect(row?.text).not.toContain(secret);
      expect((await program(secret).query<Who>(WHO)).viewer).not.toBeNull();
      const { myTokens } = await browser.query<{ myTokens: { lastUsedAt: string | null }[] }>(TOKENS);
      expect(myTokens[0]?.lastUsedAt).not.toBeNull();
    });

    it('lets a program do no more than act: it makes no token and changes no password', async () => {
      const { secret } = (await browser.mutate<Created>(CREATE, { input })).createAccessToken;
      await program(secret).mutate(CREATE, { input }).expectCode('IDENTITY.SESSION_REQUIRED');
      await program(secret)
        .mutate(CHANGE, { input: { currentPassword: PASSWORD, newPassword: 'Another-long-one-5' } })
        .expectCode('IDENTITY.SESSION_REQUIRED');
    });

    it('refuses a token that is revoked, expired or invented, and says so', async () => {
      const { secret, accessToken } = (await browser.mutate<Created>(CREATE, { input })).createAccessToken;
      const stranger = await world.signedIn('county');
      await stranger.mutate(REVOKE_TOKEN, { input: { tokenId: accessToken.id } }).expectCode('NOT_FOUND');
      await browser.mutate(REVOKE_TOKEN, { input: { tokenId: accessToken.id } });
      await browser.mutate(REVOKE_TOKEN, { input: { tokenId: accessToken.id } }).expectCode('NOT_FOUND');
      const later = (await browser.mutate<Created>(CREATE, { input })).createAccessToken;
      await world.sql(
        sql`update identity.access_token set expires_at = clock_timestamp() where id = ${later.accessToken.id}`,
      );
      for (const bad of [secret, later.secret, 'jh_invented', 'nothing']) {
        const response = await world.post(WHO, {}, { authorization: `Bearer ${bad ?? ''}` });
        expect(response.status).toBe(401);
        expect(response.text).toContain('UNAUTHENTICATED');
      }
    });

    it('asks for the password, a name and a term', async () => {
      await browser
        .mutate(CREATE, { input: { ...input, password: 'Wrong-password-1' } })
        .expectCode('IDENTITY.PASSWORD_WRONG');
      const bad = await browser
        .mutate(CREATE, { input: { ...input, name: ' ', expiresInDays: 400 } })
        .expectCode('INVALID_INPUT');
      expect(bad.extensions.violations?.map(({ path }) => path)).toEqual(['name', 'expiresInDays']);
    });

    it('keeps a person to twenty', async () => {
      const held =
        await world.sql(sql`select from identity.access_token t join identity.person p on p.id = t.person_id
        where p.email = 'tto@demo.jihui.cn' and revoked_at is null`);
      await world.sql(sql`
        insert into identity.access_token (id, person_id, name, prefix, token_hash, expires_at)
        select gen_random_uuid(), p.id, 'filler', 'jh_', sha256(n::text::bytea), clock_timestamp() + interval '1 day'
        from identity.person p, generate_series(1, ${20 - held.length}::int) n where p.email = 'tto@demo.jihui.cn'`);
      await world.sql(sql`delete from platform.throttle`);
      const refusal = await browser.mutate(CREATE, { input }).expectCode('INVALID_INPUT');
      expect(refusal.extensions.violations?.[0]?.code).toBe('TOO_MANY');
    });
  });

  it('suspends an account at once: sessions, tokens, sign-in', async () => {
    const admin = await world.signedIn('admin');
    const browser = await world.signedIn('registrar2');
    const secret = (
      await browser.mutate<Created>(CREATE, { input: { name: 'x', expiresInDays: 1, password: PASSWORD } })
    ).createAccessToken.secret;
    const people = await admin.query<{
      people: { edges: { node: { id: string; version: number; availableActions: { action: string }[] } }[] };
    }>('{ people(text: "registrar2") { edges { node { id version availableActions { action } } } } }');
    const found = people.people.edges[0]?.node;
    expect(found?.availableActions).toEqual([{ action: 'suspend' }]);
    const target = { personId: found?.id, expectedVersion: found?.version };
    await browser.mutate(SUSPEND, { input: { ...target, reason: '试图停用' } }).expectCode('FORBIDDEN');
    await admin
      .mutate(SUSPEND, { input: { ...target, expectedVersion: 99, reason: '岗位调整' } })
      .expectCode('STALE_VERSION');
    const { suspendPerson } = await admin.mutate<{ suspendPerson: { person: { version: number } } }>(
      SUSPEND,
      { input: { ...target, reason: '岗位调整' } },
    );
    const count = async (statuses: readonly string[]): Promise<number> =>
      (
        await admin.query<{
          people: { totalCount: number };
        }>(
          'query ($statuses: [PersonStatus!]) { people(text: "registrar2", statuses: $statuses) { totalCount } }',
          { statuses },
        )
      ).people.totalCount;
    expect([await count(['SUSPENDED']), await count(['ACTIVE', 'ERASED'])]).toEqual([1, 0]);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await world.post(WHO, {}, { authorization: `Bearer ${secret ?? ''}` })).status).toBe(401);
    const entry = { email: 'registrar2@demo.jihui.cn', password: PASSWORD };
    await world.app.client().mutate(SIGN_IN, { input: entry }).expectCode('IDENTITY.PERSON_SUSPENDED');
    await admin
      .mutate(SUSPEND, {
        input: { ...target, expectedVersion: suspendPerson.person.version, reason: '再次' },
      })
      .expectCode('ILLEGAL_TRANSITION');
    await admin.mutate(REINSTATE, {
      input: { personId: found?.id, expectedVersion: suspendPerson.person.version },
    });
    await world.signedIn('registrar2');
  });

  it('shows accounts to platform administrators alone', async () => {
    const officer = await world.signedIn('officer');
    const { people } = await officer.query<{ people: { totalCount: number; edges: object[] } }>(
      '{ people { totalCount edges { cursor } } }',
    );
    expect(people).toEqual({ totalCount: 0, edges: [] });
  });
});
