import { sql } from '@jihui/platform';
import { World } from './identity.world.js';

const ASK = 'mutation ($input: RequestPhoneCodeInput!) { requestPhoneCode(input: $input) { ok } }';
const CONFIRM =
  'mutation ($input: ConfirmMyPhoneInput!) { confirmMyPhone(input: $input) { person { phone } } }';
const SIGN_IN =
  'mutation ($input: SignInWithPhoneCodeInput!) { signInWithPhoneCode(input: $input) { viewer { person { phone } } } }';
const PHONE = '13803500123';

describe('phone codes', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const codeTo = async (phone: string): Promise<string> =>
    /\d{6}/.exec((await world.messagesTo(phone)).at(-1) ?? '')?.[0] ?? '';
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const ask = (purpose: string, client = world.app.client(), phone = PHONE) =>
    client.mutate(ASK, { input: { phone, purpose } });

  it('confirms one’s phone, once for all accounts', async () => {
    await ask('CONFIRM_PHONE').expectCode('UNAUTHENTICATED');
    const [first, second] = [await world.signedIn('officer'), await world.signedIn('county')];
    await ask('CONFIRM_PHONE', first, '+86 138-0350-0123');
    const code = await codeTo(PHONE);
    await first
      .mutate(CONFIRM, { input: { phone: PHONE, code: other(code) } })
      .expectCode('IDENTITY.CODE_INVALID');
    await second.mutate(CONFIRM, { input: { phone: PHONE, code } }).expectCode('IDENTITY.CODE_INVALID');
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect(await first.mutate(CONFIRM, { input: { phone: PHONE, code } })).toEqual({
        confirmMyPhone: { person: { phone: PHONE } },
      });
    await ask('CONFIRM_PHONE', second);
    await second
      .mutate(CONFIRM, { input: { phone: PHONE, code: await codeTo(PHONE) } })
      .expectCode('IDENTITY.PHONE_TAKEN');
  });

  it('signs in with a code that works once', async () => {
    await ask('SIGN_IN');
    const code = await codeTo(PHONE);
    const answers = await Promise.all(
      [1, 2].map(() =>
        world.app
          .client()
          .mutate(SIGN_IN, { input: { phone: PHONE, code } })
          .answer(),
      ),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'ok').sort()).toEqual([
      'IDENTITY.CODE_INVALID',
      'ok',
    ]);
  });

  it('gives a code up after five tries, and after five minutes', async () => {
    await ask('SIGN_IN');
    const code = await codeTo(PHONE);
    const enter = (given: string) =>
      world.app.client().mutate(SIGN_IN, { input: { phone: PHONE, code: given } });
    for (let tries = 0; tries < 5; tries += 1) await enter(other(code)).expectCode('IDENTITY.CODE_INVALID');
    await enter(code).expectCode('IDENTITY.CODE_INVALID');
    await ask('SIGN_IN');
    await world.sql(sql`update identity.phone_code set expires_at = clock_timestamp()`);
    await enter(await codeTo(PHONE)).expectCode('IDENTITY.CODE_INVALID');
  });

  it('sends nothing to an unknown phone, says so to nobody, and throttles', async () => {
    const unknown = '13900000000';
    expect(await ask('SIGN_IN', world.app.client(), unknown).answer()).toMatchObject({
      data: { requestPhoneCode: { ok: true } },
    });
    expect(await world.messagesTo(unknown)).toEqual([]);
    await world.app
      .client()
      .mutate(SIGN_IN, { input: { phone: unknown, code: '000000' } })
      .expectCode('IDENTITY.CODE_INVALID');
    for (let tries = 1; tries < 5; tries += 1) await ask('SIGN_IN', world.app.client(), unknown);
    await ask('SIGN_IN', world.app.client(), unknown).expectCode('THROTTLED');
    await ask('SIGN_IN', world.app.client(), '12345').expectCode('INVALID_INPUT');
  });

  it('does not open the account of a suspended person', async () => {
    await world.sql(sql`delete from platform.throttle`);
    await ask('SIGN_IN');
    const code = await codeTo(PHONE);
    await world.sql(sql`update identity.person set state = 'SUSPENDED' where phone = ${PHONE}`);
    await world.app
      .client()
      .mutate(SIGN_IN, { input: { phone: PHONE, code } })
      .expectCode('IDENTITY.PERSON_SUSPENDED');
  });
});
