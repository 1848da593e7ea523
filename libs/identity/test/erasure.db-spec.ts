import { sql } from '@jihui/platform';
import { aForm, PASSWORD, World } from './identity.world.js';
import { act, mine, UNIVERSITY } from './membership.calls.js';

describe('erasing oneself', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('erases a person who leaves, keeps the name’s place, and keeps the last administrator', async () => {
    const ERASE = 'mutation ($input: EraseMyselfInput!) { eraseMyself(input: $input) { ok } }';
    const EDIT =
      'mutation ($input: EditMyProfileInput!) { editMyProfile(input: $input) { person { displayName version } } }';
    const lonely = await world.person('lonely@example.cn', '独自一人');
    await lonely.mutate(
      `mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { organisation { id } } }`,
      { input: { form: aForm() } },
    );
    const { person } = await mine(lonely);
    const leaving = { expectedVersion: person.version, password: 'Correct-horse-7' };
    const last = await lonely.mutate(ERASE, { input: leaving }).expectCode('INVALID_INPUT');
    expect(last.extensions.violations?.[0]?.code).toBe('IDENTITY.LAST_ADMIN');

    const leaver = await world.person('leaver@example.cn', '离开的人');
    await act(leaver, 'requestMembership', { organisationId: UNIVERSITY, note: '申请加入' });
    const before = await mine(leaver);
    await leaver
      .mutate(EDIT, { input: { expectedVersion: before.person.version, displayName: '' } })
      .expectCode('INVALID_INPUT');
    const edited = await leaver.mutate<{ editMyProfile: { person: { version: number } } }>(EDIT, {
      input: { expectedVersion: before.person.version, displayName: '改名的人' },
    });
    const expectedVersion = edited.editMyProfile.person.version;
    await leaver
      .mutate(ERASE, { input: { expectedVersion, password: PASSWORD } })
      .expectCode('IDENTITY.PASSWORD_WRONG');
    await leaver.mutate(ERASE, { input: { expectedVersion, password: 'Correct-horse-7' } });
    expect((await leaver.query<{ viewer: object | null }>('{ viewer { person { id } } }')).viewer).toBeNull();
    const [row] = await world.sql<{ text: string }>(sql`
      select concat((select jsonb_agg(p) from identity.person p where id = ${before.person.id}),
        (select jsonb_agg(m) from identity.membership m), (select jsonb_agg(l) from identity.link l),
        (select jsonb_agg(s) from identity.session s where person_id = ${before.person.id})) as text`);
    expect(row?.text).toContain('已注销用户');
    for (const trace of ['leaver@example.cn', '改名的人', 'token_hash'])
      expect(row?.text).not.toContain(trace);
    await world.person('leaver@example.cn', '重新开始');
  });
});
