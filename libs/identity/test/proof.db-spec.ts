import { randomUUID } from 'node:crypto';
import { sql } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { PASSWORD, World } from './identity.world.js';
import { mine } from './membership.calls.js';

const PROVE = 'mutation ($input: ReauthenticateInput!) { reauthenticate(input: $input) { ok } }';
const SUSPEND =
  'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { status version } } }';
const CREATE = 'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret } }';
const ASK_CODE = 'mutation ($input: RequestPhoneCodeInput!) { requestPhoneCode(input: $input) { ok } }';
const SIGN_IN_BY_PHONE =
  'mutation ($input: SignInWithPhoneCodeInput!) { signInWithPhoneCode(input: $input) { viewer { person { id } } } }';
const ASK = 'IDENTITY.REAUTHENTICATE';

describe('a recent proof of who one is', () => {
  let world: World;
  let admin: GraphClient;
  let target: { id: string; version: number };
  beforeAll(async () => {
    world = await World.open();
    admin = await world.signedIn('admin');
    target = (await mine(await world.signedIn('tea'))).person;
  });
  afterAll(() => world.close());

  const suspension = () => ({ personId: target.id, expectedVersion: target.version, reason: '岗位调整' });
  const suspend = (client: GraphClient) => client.mutate(SUSPEND, { input: suspension() });
  /** Lets the last proof of every session be that long ago. */
  const age = (minutes: number): Promise<unknown> =>
    world.sql(
      sql`update identity.session set proven_at = clock_timestamp() - ${`${minutes} minutes`}::interval`,
    );
  const prove = (client: GraphClient, password: string) => client.mutate(PROVE, { input: { password } });

  it('is asked for once the last is older than the parameter says, and nothing is done before', async () => {
    await age(31);
    await suspend(admin).expectCode(ASK);
    const [row] = await world.sql(sql`select state, version from identity.person where id = ${target.id}`);
    expect(row).toEqual({ state: 'ACTIVE', version: target.version });
    await prove(admin, 'Wrong-password-1').expectCode('IDENTITY.PASSWORD_WRONG');
    await suspend(admin).expectCode(ASK);
    await prove(admin, PASSWORD);
    await suspend(admin);
    const trail = await world.sql<{ action: string }>(sql`
      select action from identity.audit_entry where stream like 'Person:%'`);
    expect(trail.map(({ action }) => action)).toContain('reauthenticate');
  });

  it('lets the very same request through that was refused: the id of an attempt is not used up', async () => {
    target = (await mine(await world.signedIn('solar'))).person;
    await age(31);
    const input = { clientMutationId: randomUUID(), ...suspension() };
    const send = () => world.post(SUSPEND, { input }, admin.headers);
    expect((await send()).body).toMatchObject({ errors: [{ extensions: { code: ASK } }] });
    await prove(admin, PASSWORD);
    const done = { data: { suspendPerson: { person: { status: 'SUSPENDED' } } } };
    expect((await send()).body).toMatchObject(done);
  });

  it.each([
    [
      'under an alias',
      'mutation ($input: SuspendPersonInput!) { harmless: suspendPerson(input: $input) { person { id } } }',
    ],
    [
      'in a fragment',
      `mutation ($input: SuspendPersonInput!) { ...A }
       fragment A on Mutation { ... on Mutation { suspendPerson(input: $input) { person { id } } } }`,
    ],
    [
      'behind something harmless, which is not done either',
      `mutation ($input: SuspendPersonInput!, $profile: EditMyProfileInput!) {
        editMyProfile(input: $profile) { person { id } } suspendPerson(input: $input) { person { id } } }`,
    ],
  ])('is asked for %s', async (_, query) => {
    await age(31);
    const { person } = await mine(admin);
    const profile = {
      clientMutationId: randomUUID(),
      expectedVersion: person.version,
      displayName: '改过的',
    };
    const input = { clientMutationId: randomUUID(), ...suspension() };
    const { body } = await world.post(query, { input, profile }, admin.headers);
    expect(body).toMatchObject({ errors: [{ extensions: { code: ASK } }] });
    expect((await mine(admin)).person.version).toBe(person.version);
  });

  it('is not asked for what is not grave, nor of whoever is not signed in', async () => {
    await age(31);
    const { person } = await mine(admin);
    await admin.mutate(
      'mutation ($input: EditMyProfileInput!) { editMyProfile(input: $input) { person { id } } }',
      { input: { expectedVersion: person.version, displayName: '平台管理员' } },
    );
    await suspend(world.app.client()).expectCode('UNAUTHENTICATED');
  });

  it('cannot be given by a program’s token, which does nothing grave', async () => {
    const given = { name: '脚本', expiresInDays: 1, password: PASSWORD };
    const { createAccessToken } = await admin.mutate<{ createAccessToken: { secret: string } }>(CREATE, {
      input: given,
    });
    const program = world.app.client({ authorization: `Bearer ${createAccessToken.secret}` });
    await prove(program, PASSWORD).expectCode('IDENTITY.SESSION_REQUIRED');
    await suspend(program).expectCode('IDENTITY.SESSION_REQUIRED');
  });

  it('is not what a code sent to a phone is: that shows who holds the phone', async () => {
    const phone = '13803500199';
    await world.sql(sql`update identity.person set phone = ${phone} where email = 'admin@demo.jihui.cn'`);
    await world.app.client().mutate(ASK_CODE, { input: { phone, purpose: 'SIGN_IN' } });
    const code = /\d{6}/.exec((await world.messagesTo(phone)).at(-1) ?? '')?.[0];
    const byPhone = world.app.client({ cookie: await world.cookieOf(SIGN_IN_BY_PHONE, { phone, code }) });
    await suspend(byPhone).expectCode(ASK);
    await prove(byPhone, PASSWORD);
    await suspend(byPhone).expectCode('ILLEGAL_TRANSITION');
  });

  it.each(['of whoever is not signed in', 'of somebody else, who has just given a password'])(
    'is not got round by signing in by phone in the request %s',
    async (whose) => {
      const phone = '13803500177';
      await world.sql(sql`update identity.person set phone = ${phone} where email = 'admin@demo.jihui.cn'`);
      await world.app.client().mutate(ASK_CODE, { input: { phone, purpose: 'SIGN_IN' } });
      const code = /\d{6}/.exec((await world.messagesTo(phone)).at(-1) ?? '')?.[0];
      const { person } = await mine(await world.signedIn('enterprise'));
      const grave = { clientMutationId: randomUUID(), personId: person.id, expectedVersion: person.version };
      const before = whose.startsWith('of somebody') ? (await world.signedIn('researcher')).headers : {};
      const { body } = await world.post(
        `mutation ($phone: SignInWithPhoneCodeInput!, $input: SuspendPersonInput!) {
          signInWithPhoneCode(input: $phone) { viewer { person { id } } }
          suspendPerson(input: $input) { person { id } } }`,
        {
          phone: { clientMutationId: randomUUID(), phone, code },
          input: { ...grave, reason: '岗位调整' },
        },
        before,
      );
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'INVALID_INPUT' } }] });
      const [row] = await world.sql(sql`select state from identity.person where id = ${person.id}`);
      expect(row).toEqual({ state: 'ACTIVE' });
    },
  );

  it('counts wrong passwords, so that an open browser is no place to guess them', async () => {
    const browser = await world.signedIn('county');
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const { errors } = await prove(browser, `Wrong-password-${tries}`).answer();
      codes.push(errors?.[0]?.extensions.code);
    }
    expect([codes[0], codes.at(-1)]).toEqual(['IDENTITY.PASSWORD_WRONG', 'THROTTLED']);
  });
});
