import { randomUUID } from 'node:crypto';
import { sql } from '@jihui/platform';
import { appCode, type GraphClient } from '@jihui/testing';
import { PASSWORD, SIGN_IN, World } from './identity.world.js';
import { mine } from './membership.calls.js';

const START =
  'mutation ($input: StartSecondFactorInput!) { startSecondFactor(input: $input) { secret uri } }';
const CONFIRM =
  'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes } }';
const COMPLETE = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) {
  viewer { person { id } permissions secondFactorDue } } }`;
const RENEW =
  'mutation ($input: RenewRecoveryCodesInput!) { renewRecoveryCodes(input: $input) { recoveryCodes } }';
const REMOVE = 'mutation ($input: RemoveSecondFactorInput!) { removeSecondFactor(input: $input) { ok } }';
const RESET =
  'mutation ($input: ResetSecondFactorInput!) { resetSecondFactor(input: $input) { person { version secondFactor } } }';
const PROVE = 'mutation ($input: ReauthenticateInput!) { reauthenticate(input: $input) { ok } }';
const CREATE = 'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret } }';
const SUSPEND =
  'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { version } } }';
const ASK_CODE = 'mutation ($input: RequestPhoneCodeInput!) { requestPhoneCode(input: $input) { ok } }';
const BY_PHONE =
  'mutation ($input: SignInWithPhoneCodeInput!) { signInWithPhoneCode(input: $input) { viewer { person { id } } } }';
const WHO = '{ viewer { person { id } permissions secondFactorDue } }';
const MINE = '{ mySecondFactor { enabledAt recoveryCodesLeft required } }';

const [ASKED, WRONG, OVER] = [
  'IDENTITY.SECOND_FACTOR_ASKED',
  'IDENTITY.SECOND_FACTOR_WRONG',
  'IDENTITY.STEP_OVER',
];

interface Started {
  startSecondFactor: { secret: string; uri: string };
}
interface Confirmed {
  confirmSecondFactor: { recoveryCodes: string[] | null };
}
interface Mine {
  mySecondFactor: { enabledAt: string | null; recoveryCodesLeft: number; required: boolean };
}
interface Who {
  viewer: { person: { id: string }; permissions: string[]; secondFactorDue: boolean } | null;
}
interface Answer {
  readonly data?: Record<string, Who>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describe('a second factor', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** The app's code now. What was used before is forgotten, so that nobody waits for the next half minute. */
  const codeOf = async (secret: string): Promise<string> => {
    await world.sql(sql`update identity.second_factor set last_step = 0 where enabled_at is not null`);
    return appCode(secret);
  };
  const begin = async (client: GraphClient, password = PASSWORD): Promise<string> => {
    const { startSecondFactor } = await client.mutate<Started>(START, { input: { password } });
    expect(startSecondFactor.uri).toContain(`secret=${startSecondFactor.secret}`);
    return startSecondFactor.secret;
  };
  const enrol = async (client: GraphClient): Promise<{ secret: string; codes: readonly string[] }> => {
    const secret = await begin(client);
    const { confirmSecondFactor } = await client.mutate<Confirmed>(CONFIRM, {
      input: { code: appCode(secret) },
    });
    return { secret, codes: confirmSecondFactor.recoveryCodes ?? [] };
  };
  const post = async (query: string, input: object, cookie = '') => {
    const response = await world.post(
      query,
      { input: { clientMutationId: randomUUID(), ...input } },
      cookie === '' ? {} : { cookie },
    );
    const set = (response.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
    return {
      code: (response.body as Answer).errors?.[0]?.extensions.code,
      set: set.map((one) => one.split(';')[0] ?? ''),
      raw: set,
      body: response.body as Answer,
    };
  };
  /** The cookie of the step, by password. */
  const step = async (name: string): Promise<string> => {
    const first = await post(SIGN_IN, { email: `${name}@demo.jihui.cn`, password: PASSWORD });
    expect(first.code).toBe(ASKED);
    expect(first.set).toHaveLength(1);
    return first.set[0] ?? '';
  };
  const passes = async (name: string, code: string): Promise<GraphClient> => {
    const { set } = await post(COMPLETE, { code }, await step(name));
    const session = set.find((one) => one.startsWith('jihui_session='));
    if (session === undefined) throw new Error('not signed in');
    return world.app.client({ cookie: session });
  };

  it('is on with the first code of the app, and is then asked for at sign-in', async () => {
    const [client, elsewhere] = [await world.signedIn('tea'), await world.signedIn('tea')];
    await client
      .mutate(START, { input: { password: 'Wrong-password-1' } })
      .expectCode('IDENTITY.PASSWORD_WRONG');
    const secret = await begin(client);
    await client.mutate(CONFIRM, { input: { code: '000000' } }).expectCode(WRONG);
    // Begun is not on: whoever gives up half way is not kept out.
    await world.signedIn('tea');
    expect((await client.query<Mine>(MINE)).mySecondFactor).toMatchObject({ enabledAt: null });
    const input = { clientMutationId: randomUUID(), code: appCode(secret) };
    const { confirmSecondFactor } = await client.mutate<Confirmed>(CONFIRM, { input });
    expect(new Set(confirmSecondFactor.recoveryCodes).size).toBe(10);
    const again = await client.mutate<Confirmed>(CONFIRM, { input });
    expect(again.confirmSecondFactor.recoveryCodes).toBeNull();
    const { mySecondFactor } = await client.query<Mine>(MINE);
    expect([mySecondFactor.enabledAt === null, mySecondFactor.recoveryCodesLeft]).toEqual([false, 10]);
    expect((await elsewhere.query<Who>(WHO)).viewer).toBeNull();
    await client.mutate(START, { input: { password: PASSWORD } }).expectCode('IDENTITY.SECOND_FACTOR_STATE');

    const waiting = await step('tea');
    expect((await world.app.client({ cookie: waiting }).query<Who>(WHO)).viewer).toBeNull();
    const { raw, set, body } = await post(COMPLETE, { code: await codeOf(secret) }, waiting);
    expect(body.data?.['completeSignIn']?.viewer?.permissions.length).toBeGreaterThan(1);
    expect(raw.find((one) => one.startsWith('jihui_step_factor='))).toMatch(
      /Max-Age=0|Expires=Thu, 01 Jan 1970/i,
    );
    const session = set.find((one) => one.startsWith('jihui_session=')) ?? '';
    expect((await world.app.client({ cookie: session }).query<Who>(WHO)).viewer).not.toBeNull();
    const [mail = ''] = await world.mailsTo('tea@demo.jihui.cn');
    expect(mail).toContain('启用了两步验证');
  });

  it('keeps neither secret nor recovery code in clear', async () => {
    const client = await world.signedIn('solar');
    const { secret, codes } = await enrol(client);
    const [row] = await world.sql<{ text: string }>(sql`
      select concat((select jsonb_agg(f) from identity.second_factor f), (select jsonb_agg(r) from identity.recovery_code r),
        (select jsonb_agg(a) from identity.audit_entry a), (select jsonb_agg(c) from identity.answer c)) as text`);
    for (const trace of [secret, ...codes.flatMap((code) => [code, code.replace('-', '')])])
      expect(row?.text.toUpperCase()).not.toContain(trace.toUpperCase());
  });

  it('takes each code once, of two at the same moment as well', async () => {
    const secret = (await enrol(await world.signedIn('institute'))).secret;
    const code = await codeOf(secret);
    const [one, two] = [await step('institute'), await step('institute')];
    const both = await Promise.all([post(COMPLETE, { code }, one), post(COMPLETE, { code }, two)]);
    expect(both.map((answer) => answer.code).sort()).toEqual([WRONG, undefined]);
    expect((await post(COMPLETE, { code }, await step('institute'))).code).toBe(WRONG);
    // What is older than the last one used is over as well, though an app showed it within the window.
    const before = appCode(secret, -1);
    expect((await post(COMPLETE, { code: before }, await step('institute'))).code).toBe(WRONG);
  });

  it('takes a recovery code once, typed as people type, and new ones put an end to the old', async () => {
    const { secret, codes } = await enrol(await world.signedIn('researcher'));
    const [first = '', second = '', third = ''] = codes;
    const client = await passes('researcher', ` ${first.toLowerCase().replace('-', ' ')} `);
    expect((await post(COMPLETE, { code: first }, await step('researcher'))).code).toBe(WRONG);
    expect((await client.query<Mine>(MINE)).mySecondFactor.recoveryCodesLeft).toBe(9);
    const renewed = await client.mutate<{ renewRecoveryCodes: { recoveryCodes: string[] } }>(RENEW, {
      input: { password: PASSWORD, code: second },
    });
    expect(renewed.renewRecoveryCodes.recoveryCodes).toHaveLength(10);
    expect((await post(COMPLETE, { code: third }, await step('researcher'))).code).toBe(WRONG);
    await passes('researcher', renewed.renewRecoveryCodes.recoveryCodes[0] ?? '');
    await passes('researcher', await codeOf(secret));
    const trail = await world.sql<{ action: string }>(sql`select action from identity.audit_entry`);
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['enableSecondFactor', 'useRecoveryCode', 'renewRecoveryCodes']),
    );
  });

  it('lets a step be used for nothing else, nowhere else, not twice and not for ever', async () => {
    const { secret } = await enrol(await world.signedIn('broker'));
    const done = await step('broker');
    expect((await post(COMPLETE, { code: await codeOf(secret) }, done)).code).toBeUndefined();
    expect((await post(COMPLETE, { code: await codeOf(secret) }, done)).code).toBe(OVER);
    expect((await post(COMPLETE, { code: await codeOf(secret) })).code).toBe(OVER);
    const stolen = (await step('broker')).replace('jihui_step_factor', 'jihui_session');
    expect((await world.app.client({ cookie: stolen }).query<Who>(WHO)).viewer).toBeNull();
    const late = await step('broker');
    await world.sql(sql`update identity.sign_in_step set expires_at = clock_timestamp()`);
    expect((await post(COMPLETE, { code: await codeOf(secret) }, late)).code).toBe(OVER);
    const suspended = await step('broker');
    await world.sql(sql`update identity.person set state = 'SUSPENDED' where email = 'broker@demo.jihui.cn'`);
    expect((await post(COMPLETE, { code: await codeOf(secret) }, suspended)).code).toBe(OVER);
  });

  it('counts wrong codes, against the step and against the account', async () => {
    const { secret } = await enrol(await world.signedIn('qin.shulin'));
    const tried: (string | undefined)[] = [];
    const waiting = await step('qin.shulin');
    for (let tries = 0; tries < 5; tries += 1)
      tried.push((await post(COMPLETE, { code: '000000' }, waiting)).code);
    expect(new Set(tried)).toEqual(new Set([WRONG]));
    expect((await post(COMPLETE, { code: await codeOf(secret) }, waiting)).code).toBe(OVER);
    const other = await step('qin.shulin');
    for (let tries = 0; tries < 5; tries += 1) await post(COMPLETE, { code: 'ABCDE-00000' }, other);
    expect((await post(COMPLETE, { code: await codeOf(secret) }, await step('qin.shulin'))).code).toBe(
      'THROTTLED',
    );
  });

  it('is asked for after a code sent to a phone as well, which is then no proof for what is grave', async () => {
    const admin = await world.signedIn('admin');
    const { secret } = await enrol(admin);
    const phone = '13803500155';
    await world.sql(sql`update identity.person set phone = ${phone} where email = 'admin@demo.jihui.cn'`);
    await world.app.client().mutate(ASK_CODE, { input: { phone, purpose: 'SIGN_IN' } });
    const code = /\d{6}/.exec((await world.messagesTo(phone)).at(-1) ?? '')?.[0];
    const first = await post(BY_PHONE, { phone, code });
    expect([first.code, first.set.length]).toEqual([ASKED, 1]);
    const { set } = await post(COMPLETE, { code: await codeOf(secret) }, first.set[0]);
    const byPhone = world.app.client({ cookie: set.find((one) => one.startsWith('jihui_session=')) ?? '' });
    const target = (await mine(await world.signedIn('county'))).person;
    const input = { personId: target.id, expectedVersion: target.version, reason: '岗位调整' };
    await byPhone.mutate(SUSPEND, { input }).expectCode('IDENTITY.REAUTHENTICATE');
    await byPhone.mutate(PROVE, { input: { password: PASSWORD } }).expectCode(ASKED);
    await byPhone.mutate(PROVE, { input: { password: PASSWORD, code: '000000' } }).expectCode(WRONG);
    await byPhone.mutate(SUSPEND, { input }).expectCode('IDENTITY.REAUTHENTICATE');
    await byPhone.mutate(PROVE, { input: { password: PASSWORD, code: await codeOf(secret) } });
    await byPhone.mutate(SUSPEND, { input });
  });

  it('is asked for before a token is made, which would get round it', async () => {
    const { secret } = await enrol(await world.signedIn('enterprise'));
    const client = await passes('enterprise', await codeOf(secret));
    await world.sql(sql`update identity.session set proven_at = clock_timestamp() - interval '31 minutes'`);
    const input = { name: '脚本', expiresInDays: 1, password: PASSWORD };
    await client.mutate(CREATE, { input }).expectCode('IDENTITY.REAUTHENTICATE');
    await client.mutate(PROVE, { input: { password: PASSWORD, code: await codeOf(secret) } });
    await client.mutate(CREATE, { input });
  });

  it('is switched off with password and code, and not with one of them', async () => {
    const { secret } = await enrol(await world.signedIn('tto'));
    const client = await passes('tto', await codeOf(secret));
    const remove = (password: string, code: string) => client.mutate(REMOVE, { input: { password, code } });
    await remove('Wrong-password-1', await codeOf(secret)).expectCode('IDENTITY.PASSWORD_WRONG');
    await remove(PASSWORD, '000000').expectCode(WRONG);
    await remove(PASSWORD, await codeOf(secret));
    await world.signedIn('tto');
    const [mail = ''] = await world.mailsTo('tto@demo.jihui.cn');
    expect(mail).toContain('关闭了两步验证');
  });

  it('is reset by another platform administrator, who says why, and the holder is told', async () => {
    const admin = await world.person('second.admin@example.cn', '另一管理员');
    await world.sql(sql`
      insert into identity.membership (id, version, organisation_id, person_id, email, roles, state, note, reason, created_at, updated_at)
      select gen_random_uuid(), 1, o.id, p.id, '', '{MEMBER,PLATFORM_ADMIN}', 'ACTIVE', '', '', now(), now()
      from identity.organisation o, identity.person p where o.kind = 'BUREAU_CITY' and p.email = 'second.admin@example.cn'`);
    const holder = await world.person('holder@example.cn', '持有人');
    const { startSecondFactor } = await holder.mutate<Started>(START, {
      input: { password: 'Correct-horse-7' },
    });
    const { secret } = startSecondFactor;
    await holder.mutate(CONFIRM, { input: { code: appCode(secret) } });
    const { person } = await mine(holder);
    const input = {
      personId: person.id,
      expectedVersion: person.version,
      reason: '手机遗失，已当面核实身份',
    };
    await holder.mutate(RESET, { input }).expectCode('FORBIDDEN');
    await (await world.signedIn('gao.lijuan')).mutate(RESET, { input }).expectCode('FORBIDDEN');
    const half = await post(SIGN_IN, { email: 'holder@example.cn', password: 'Correct-horse-7' });
    const done = await admin.mutate<{
      resetSecondFactor: { person: { version: number; secondFactor: boolean } };
    }>(RESET, { input });
    expect(done.resetSecondFactor.person).toEqual({ version: person.version + 1, secondFactor: false });
    expect((await holder.query<Who>(WHO)).viewer).toBeNull();
    // With the sessions goes what was on its way to be one.
    expect((await post(COMPLETE, { code: appCode(secret) }, half.set[0])).code).toBe(OVER);
    await world.signedIn('holder@example.cn', 'Correct-horse-7');
    const [mail = ''] = await world.mailsTo('holder@example.cn');
    expect(mail).toContain('手机遗失，已当面核实身份');
    const again = { ...input, expectedVersion: person.version + 1 };
    const refused = await admin.mutate(RESET, { input: again }).expectCode('INVALID_INPUT');
    expect(refused.extensions.violations?.[0]?.code).toBe('IDENTITY.NO_SECOND_FACTOR');
    const own = (await mine(admin)).person;
    await admin
      .mutate(RESET, { input: { ...input, personId: own.id, expectedVersion: own.version } })
      .expectCode('FORBIDDEN');
  });

  it('goes with the account', async () => {
    const client = await world.person('gone@example.cn', '要走的人');
    const { startSecondFactor } = await client.mutate<Started>(START, {
      input: { password: 'Correct-horse-7' },
    });
    await client.mutate(CONFIRM, {
      input: { code: appCode(startSecondFactor.secret) },
    });
    const { person } = await mine(client);
    await client.mutate('mutation ($input: EraseMyselfInput!) { eraseMyself(input: $input) { ok } }', {
      input: { expectedVersion: person.version, password: 'Correct-horse-7' },
    });
    const [left] = await world.sql<{ rows: number }>(sql`
      select ((select count(*) from identity.second_factor where person_id = ${person.id})
        + (select count(*) from identity.recovery_code where person_id = ${person.id}))::int as rows`);
    expect(left?.rows).toBe(0);
  });
});

describe('a second factor that is due', () => {
  let world: World;
  let year = 2020;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  /** A newer version of the parameter, from a later day of the past on. */
  const dueOf = (value: number): Promise<unknown> => {
    year += 1;
    return world.sql(sql`
      insert into platform.parameter (name, value, effective_from, source)
      values ('identity.second_factor_due_of', ${value}, ${`${year}-01-01`}::date, '测试')`);
  };

  it('lets officers act for nobody before it is on, and is asked of nobody else', async () => {
    await dueOf(2);
    const officer = await world.signedIn('officer');
    expect((await officer.query<Who>(WHO)).viewer).toMatchObject({
      secondFactorDue: true,
      permissions: ['REGISTER_ORGANISATION'],
    });
    expect((await officer.query<Mine>(MINE)).mySecondFactor.required).toBe(true);
    await officer.mutate(PROVE, { input: { password: PASSWORD } }).expectCode('IDENTITY.SECOND_FACTOR_DUE');
    await officer
      .mutate(CREATE, { input: { name: '脚本', expiresInDays: 1, password: PASSWORD } })
      .expectCode('IDENTITY.SECOND_FACTOR_DUE');
    const { startSecondFactor } = await officer.mutate<Started>(START, { input: { password: PASSWORD } });
    const { secret } = startSecondFactor;
    const { confirmSecondFactor } = await officer.mutate<Confirmed>(CONFIRM, {
      input: { code: appCode(secret) },
    });
    const { viewer } = await officer.query<Who>(WHO);
    expect([viewer?.secondFactorDue, viewer?.permissions.includes('REVIEW_LISTING')]).toEqual([false, true]);
    const [code = ''] = confirmSecondFactor.recoveryCodes ?? [];
    await officer
      .mutate(REMOVE, { input: { password: PASSWORD, code } })
      .expectCode('IDENTITY.SECOND_FACTOR_DUE');
    const other = await world.signedIn('researcher');
    expect((await other.query<Who>(WHO)).viewer?.secondFactorDue).toBe(false);
  });

  it('keeps a session from before it was due from what is grave', async () => {
    await dueOf(0);
    const admin = await world.signedIn('admin');
    await dueOf(1);
    await world.sql(sql`update identity.session set proven_at = clock_timestamp() - interval '31 minutes'`);
    const target = (await mine(await world.signedIn('tea'))).person;
    const input = { personId: target.id, expectedVersion: target.version, reason: '岗位调整' };
    await admin.mutate(SUSPEND, { input }).expectCode('IDENTITY.REAUTHENTICATE');
    await admin.mutate(PROVE, { input: { password: PASSWORD } }).expectCode('IDENTITY.SECOND_FACTOR_DUE');
  });
});
