import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sql } from '@jihui/platform';
import { until } from '@jihui/testing';
import { CONFIRM, REGISTER, SIGN_IN, World } from './identity.world.js';

const WHO = '{ viewer { person { id email } } }';
const PASSWORD = 'Correct-horse-7';

describe('registering and signing in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const signIn = (email: string, password: string) =>
    world.app.client().mutate(SIGN_IN, { input: { email, password } });

  it('opens an account when the address is confirmed, and signs in with a cookie scripts cannot read', async () => {
    const input = { email: 'New@Example.cn', displayName: '新人', password: PASSWORD };
    await world.app.client().mutate(REGISTER, { input });
    await signIn('new@example.cn', PASSWORD).expectCode('IDENTITY.SIGN_IN_FAILED');
    const token = await world.tokenTo('new@example.cn');
    const confirm = { clientMutationId: randomUUID(), token, password: PASSWORD };
    const response = await world.post(CONFIRM, { input: confirm });
    const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^jihui_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const { viewer } = await world.app.client({ cookie }).query<{ viewer: { person: object } }>(WHO);
    expect(viewer.person).toMatchObject({ email: 'new@example.cn' });
    await world.app.client().mutate(CONFIRM, { input: confirm }).expectCode('IDENTITY.LINK_INVALID');
    await signIn(' ｎｅｗ@example.CN', 'Ｃorrect-horse-7');
  });

  it('asks for the password again, so that another’s registration of one’s address stays dead', async () => {
    await world.app
      .client()
      .mutate(REGISTER, { input: { email: 'victim@example.cn', displayName: '他人', password: PASSWORD } });
    const token = await world.tokenTo('victim@example.cn');
    await world.app
      .client()
      .mutate(CONFIRM, { input: { token, password: 'Something-else-9' } })
      .expectCode('IDENTITY.PASSWORD_WRONG');
    await world.sql(
      sql`update identity.link set expires_at = clock_timestamp() where email = 'victim@example.cn'`,
    );
    await world.app
      .client()
      .mutate(CONFIRM, { input: { token, password: PASSWORD } })
      .expectCode('IDENTITY.LINK_INVALID');
    await world.app
      .client()
      .mutate(CONFIRM, { input: { token: `${token.slice(0, -2)}AA`, password: PASSWORD } })
      .expectCode('IDENTITY.LINK_INVALID');
  });

  it('answers alike whether or not the address has an account, and mails each what helps', async () => {
    const register = (email: string) =>
      world.app
        .client()
        .mutate(REGISTER, { input: { email, displayName: '某人', password: PASSWORD } })
        .answer();
    const [known, unknown] = [await register('tto@demo.jihui.cn'), await register('nobody@example.cn')];
    expect(known).toEqual(unknown);
    expect((await world.mailsTo('tto@demo.jihui.cn'))[0]).toMatch('您已有账号');
    expect((await world.mailsTo('nobody@example.cn'))[0]).toMatch('确认');
    const rows = await world.sql(sql`select from identity.person where email = 'nobody@example.cn'`);
    expect(rows).toEqual([]);
  });

  it('does a repeated registration once', async () => {
    const input = {
      clientMutationId: randomUUID(),
      email: 'twice@example.cn',
      displayName: '双击',
      password: PASSWORD,
    };
    await world.app.client().mutate(REGISTER, { input });
    await world.app.client().mutate(REGISTER, { input });
    expect(await world.mailsTo('twice@example.cn')).toHaveLength(1);
    await world.app
      .client()
      .mutate(REGISTER, { input: { ...input, password: 'Other-password-8' } })
      .expectCode('IDEMPOTENCY.MISMATCH');
  });

  it('names everything wrong with a registration at once', async () => {
    const input = { email: 'not an address', displayName: '<', password: 'short' };
    const { extensions } = await world.app.client().mutate(REGISTER, { input }).expectCode('INVALID_INPUT');
    expect(extensions.violations?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'displayName TOO_SHORT',
      'email MALFORMED',
      'password TOO_SHORT',
    ]);
  });

  it('confirms two links of one address once', async () => {
    const input = { email: 'racer@example.cn', displayName: '两次注册', password: PASSWORD };
    await world.app.client().mutate(REGISTER, { input });
    const first = await world.tokenTo('racer@example.cn');
    await world.app.client().mutate(REGISTER, { input });
    const second = await world.tokenTo('racer@example.cn');
    // Both stand before the links at the same moment, however fast each of them comes there.
    const gate = new pg.Client({ connectionString: world.app.databaseUrl });
    await gate.connect();
    await gate.query("begin; select from identity.link where email = 'racer@example.cn' for update");
    const confirmed = Promise.all(
      [first, second].map((token) =>
        world.app
          .client()
          .mutate(CONFIRM, { input: { token, password: PASSWORD } })
          .answer(),
      ),
    );
    await until(async () => {
      const waiting = await world.sql(sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      return waiting.length === 2;
    });
    await gate.query('commit');
    await gate.end();
    const answers = await confirmed;
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort();
    expect(codes).toEqual(['IDENTITY.LINK_INVALID', 'ok']);
  });

  it('tells a wrong password and an unknown address alike', async () => {
    const [wrong, unknown] = [
      await signIn('tto@demo.jihui.cn', 'Wrong-password-1').answer(),
      await signIn('ghost@example.cn', 'Wrong-password-1').answer(),
    ];
    expect(wrong.errors?.[0]?.extensions.code).toBe('IDENTITY.SIGN_IN_FAILED');
    expect(wrong).toEqual(unknown);
  });

  it.each(['registrar1@demo.jihui.cn', 'unknown@example.cn'])(
    'throttles %s after ten tries, known or not',
    async (email) => {
      for (let tries = 0; tries < 10; tries += 1)
        await signIn(email, 'Wrong-password-1').expectCode('IDENTITY.SIGN_IN_FAILED');
      const refusal = await signIn(email, 'Jihui-demo-2026').expectCode('THROTTLED');
      expect(refusal.message).toMatch('15 分钟后');
      await world.sql(sql`update platform.throttle set resets_at = clock_timestamp()`);
      if (email.endsWith('demo.jihui.cn')) await signIn(email, 'Jihui-demo-2026');
    },
  );

  it('throttles an address that tries many accounts', async () => {
    await world.sql(sql`delete from platform.throttle`);
    await signIn('a@example.cn', 'Wrong-password-1').expectCode('IDENTITY.SIGN_IN_FAILED');
    await world.sql(sql`update platform.throttle set tries = 200 where bucket like 'sign-in/address/%'`);
    await signIn('b@example.cn', 'Wrong-password-1').expectCode('THROTTLED');
    await world.sql(sql`delete from platform.throttle`);
  });

  it('keeps hashes alone, and no address among the throttle’s counters', async () => {
    const cookie = await world.cookieOf(SIGN_IN, {
      email: 'broker@demo.jihui.cn',
      password: 'Jihui-demo-2026',
    });
    const token = cookie.split('=')[1] ?? '';
    const [row] = await world.sql<{ text: string }>(sql`
      select concat((select jsonb_agg(s) from identity.session s), (select jsonb_agg(c) from identity.credential c),
        (select jsonb_agg(t) from platform.throttle t), (select jsonb_agg(a) from identity.answer a)) as text`);
    expect(row?.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [token, 'Jihui-demo-2026', PASSWORD, 'broker@demo'])
      expect(row?.text).not.toContain(secret);
  });

  it('remembers when one last signed in', async () => {
    const client = await world.signedIn('officer');
    const { viewer } = await client.query<{ viewer: { person: { lastSignInAt: string } } }>(
      '{ viewer { person { lastSignInAt } } }',
    );
    expect(Date.parse(viewer.person.lastSignInAt)).toBeGreaterThan(0);
  });

  it('takes hostile texts as texts', async () => {
    for (const email of [
      "'; drop table identity.person; --",
      '<script>',
      'a'.repeat(100_000),
      '😀@example.cn',
    ])
      await signIn(email, '密'.repeat(2_000)).expectCode('IDENTITY.SIGN_IN_FAILED');
    await signIn('\u0000@example.cn', 'x').expectCode('BAD_USER_INPUT');
  });
});
