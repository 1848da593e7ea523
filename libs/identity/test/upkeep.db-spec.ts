import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditHeads, Retention, sql, type Seed } from '@jihui/platform';
import { identityDomain } from '../src/index.js';
import { IdentityHandlers } from '../src/identity.handlers.js';
import { SIGN_IN, World } from './identity.world.js';

const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  readonly organisations: readonly object[];
  readonly people: readonly { readonly organisation?: string }[];
};

describe('seed, administrators and upkeep', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const count = async (table: 'event' | 'person' | 'organisation' | 'membership'): Promise<number> => {
    const [row] = await world.sql<{
      event: number;
      person: number;
      organisation: number;
      membership: number;
    }>(sql`
      select (select count(*) from identity.event)::int as event, (select count(*) from identity.person)::int as person,
        (select count(*) from identity.organisation)::int as organisation, (select count(*) from identity.membership)::int as membership`);
    return row?.[table] ?? 0;
  };

  it('seeds the demo city once', async () => {
    const before = [
      await count('event'),
      await count('person'),
      await count('organisation'),
      await count('membership'),
    ];
    const members = demo.people.filter(({ organisation }) => organisation !== undefined);
    // One event of each person and each organisation, memberships with their person.
    const [people, organisations] = [demo.people.length, demo.organisations.length];
    expect(before).toEqual([people + organisations, people, organisations, members.length]);
    expect(people).toBeGreaterThan(organisations);
    for (const SeedClass of identityDomain.seeds ?? []) await world.app.get<Seed>(SeedClass).run();
    expect([
      await count('event'),
      await count('person'),
      await count('organisation'),
      await count('membership'),
    ]).toEqual(before);
  });

  it.each([
    ['researcher', ['DRAFT_RESULT']],
    ['broker', ['BROKER_DEAL', 'MANAGE_ORGANISATION']],
    ['officer', ['REVIEW_LISTING', 'REVIEW_ORGANISATION']],
    ['registrar1', ['REVIEW_CONTRACT']],
    ['registrar2', ['REVIEW_CONTRACT']],
    ['admin', ['ADMINISTER_PLATFORM', 'MANAGE_ORGANISATION']],
  ])('lets %s in with the permissions of the role', async (name, permissions) => {
    const client = await world.signedIn(name);
    const { viewer } = await client.query<{ viewer: { permissions: string[] } }>(
      '{ viewer { permissions } }',
    );
    expect(viewer.permissions).toEqual(expect.arrayContaining(permissions));
  });

  it('makes a platform administrator, and raises one who has an account', async () => {
    const form = { email: 'root@example.cn', displayName: '系统管理员', password: 'A-very-long-one-1' };
    const made = await world.administrators.create(form);
    expect(made.created).toBe(true);
    await world.app.client().mutate(SIGN_IN, { input: { email: form.email, password: form.password } });
    const raised = await world.administrators.create({
      ...form,
      email: 'officer@demo.jihui.cn',
      password: 'Not-used-at-all-1',
    });
    expect(raised.created).toBe(false);
    const officer = await world.signedIn('officer');
    const { viewer } = await officer.query<{ viewer: { permissions: string[] } }>(
      '{ viewer { permissions } }',
    );
    expect(viewer.permissions).toEqual(expect.arrayContaining(['REVIEW_LISTING', 'ADMINISTER_PLATFORM']));
    await expect(world.administrators.create({ ...form, password: 'short' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('asks for the bureau where there is none, and makes it', async () => {
    await world.sql(sql`update identity.organisation set state = 'SUSPENDED' where kind = 'BUREAU_CITY'`);
    const form = { email: 'first@example.cn', displayName: '首任管理员', password: 'A-very-long-one-1' };
    await expect(world.administrators.create(form)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      violations: [{ path: 'bureau' }],
    });
    await expect(
      world.administrators.create({ ...form, bureau: { name: '局', uscc: 'x' } }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const bureau = { name: '忻州市科学技术局（新）', uscc: '12140900405837116J' };
    await expect(world.administrators.create({ ...form, bureau })).rejects.toMatchObject({
      code: 'IDENTITY.USCC_TAKEN',
    });
    await world.sql(sql`update identity.organisation set state = 'REJECTED' where uscc = ${bureau.uscc}`);
    expect((await world.administrators.create({ ...form, bureau })).created).toBe(true);
  });

  it('forgets what is long over', async () => {
    await world.sql(sql`update platform.throttle set resets_at = clock_timestamp() - interval '1 second'`);
    await world.app.get(IdentityHandlers).sweep();
    const rows = await world.sql<{ left: number }>(sql`select count(*)::int as left from platform.throttle`);
    expect(rows).toEqual([{ left: 0 }]);
  });

  it('keeps who signed in as long as the law has it kept, and no longer', async () => {
    const retention = world.app.get(Retention);
    const rule = retention.rules.find(({ name }) => name === 'identity.signIns');
    if (rule === undefined) throw new Error('no rule');
    await world.signedIn('tto');
    const endedSince = (days: number) =>
      world.sql(
        sql`update identity.session set ended_at = clock_timestamp() - make_interval(days => ${days})`,
      );
    await endedSince(184);
    expect(await rule.remove(await retention.before(rule))).toBe(0);
    await endedSince(186);
    expect(await rule.remove(await retention.before(rule))).toBeGreaterThan(0);
    expect(await world.sql(sql`select from identity.session`)).toEqual([]);
    // Six months, each of 31 days: no parameter may be set below.
    const [{ minimum }] = (await world.sql<{ minimum: string }>(sql`
      select minimum from platform.parameter_definition where name = ${rule.parameter}`)) as [
      { minimum: string },
    ];
    expect(Number(minimum)).toBeGreaterThanOrEqual(183);
  });

  it('signs the heads of the audit streams, which then verify', async () => {
    await world.app.get(IdentityHandlers).signAuditHeads();
    expect(await readdir(join(world.app.stateDir, 'audit'))).toContain('heads-00000001.json');
    expect(await world.app.get(AuditHeads).verify()).toEqual([]);
  });
});
