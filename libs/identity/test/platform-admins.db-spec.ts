import { Client } from 'pg';
import { sql } from '@jihui/platform';
import { until, type GraphClient } from '@jihui/testing';
import { aUscc, World } from './identity.world.js';
import { change, mine, organisationId, refused, type Membership } from './membership.calls.js';

const SUSPEND =
  'mutation ($input: SuspendPersonInput!) { suspendPerson(input: $input) { person { version } } }';
const ERASE = 'mutation ($input: EraseMyselfInput!) { eraseMyself(input: $input) { ok } }';
const CLOSE = `mutation ($input: SuspendOrganisationInput!) {
  suspendOrganisation(input: $input) { organisation { version } } }`;
const LAST = 'IDENTITY.LAST_PLATFORM_ADMIN';
const PASSWORD = 'A-very-long-one-1';

type Answer = Awaited<ReturnType<ReturnType<GraphClient['mutate']>['answer']>>;
const codesOf = ({ errors }: Answer): string[] =>
  errors?.flatMap(
    ({ extensions }) => extensions.violations?.map(({ code }) => code) ?? [extensions.code ?? ''],
  ) ?? [];

describe('the platform’s administrators', () => {
  let world: World;
  let admin: GraphClient;
  let second: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    await world.administrators.create({
      email: 'second@example.cn',
      displayName: '第二管理员',
      password: PASSWORD,
    });
    admin = await world.signedIn('admin');
    second = await world.signedIn('second@example.cn', PASSWORD);
  });
  afterAll(() => world.close());

  const placeOf = async (client: GraphClient): Promise<Membership> =>
    (await mine(client)).memberships[0] as Membership;

  /** Lets both wait for the same turn, so that each was let in while the other still administers the platform. */
  async function atOnce(calls: readonly (() => PromiseLike<Answer>)[]): Promise<Answer[]> {
    const holder = new Client({ connectionString: world.app.databaseUrl });
    await holder.connect();
    await holder.query(`select pg_advisory_lock(hashtextextended('identity/platform-admins', 0))`);
    const answers = Promise.all(calls.map((call) => call()));
    await until(async () => {
      const { rows } = await holder.query<{ waiting: number }>(`select count(*)::int as waiting from pg_locks
        where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`);
      return rows[0]?.waiting === calls.length;
    });
    await holder.end();
    return answers;
  }

  it('are never both suspended by each other, at once', async () => {
    const [one, other] = [(await mine(admin)).person, (await mine(second)).person];
    const suspend =
      (client: GraphClient, { id, version }: { id: string; version: number }) =>
      () =>
        client
          .mutate(SUSPEND, { input: { personId: id, expectedVersion: version, reason: '岗位调整' } })
          .answer();
    const answers = await atOnce([suspend(admin, other), suspend(second, one)]);
    expect(answers.map(codesOf).sort()).toEqual([[], [LAST]]);
    await world.sql(sql`update identity.person set state = 'ACTIVE' where id in (${one.id}, ${other.id})`);
    admin = await world.signedIn('admin');
    second = await world.signedIn('second@example.cn', PASSWORD);
  });

  it('do not both give the role up, at once', async () => {
    const places = [await placeOf(admin), await placeOf(second)];
    const giveUp = (client: GraphClient, place: Membership | undefined) => () =>
      client
        .mutate(
          'mutation ($input: ChangeMemberRolesInput!) { changeMemberRoles(input: $input) { membership { version } } }',
          { input: { membershipId: place?.id, expectedVersion: place?.version, roles: ['ORG_ADMIN'] } },
        )
        .answer();
    const answers = await atOnce([giveUp(admin, places[0]), giveUp(second, places[1])]);
    expect(answers.map(codesOf).sort()).toEqual([[], [LAST]]);
    const kept = answers[0]?.errors === undefined ? second : admin;
    const gave = kept === admin ? second : admin;
    const last = await placeOf(kept);
    // Another administrator of the bureau is there: only the platform would be left alone.
    await refused(gave, 'removeMember', last, 'IDENTITY.PLATFORM_ADMIN_ONLY', { reason: '离职' });
    for (const [name, rest] of [
      ['leaveOrganisation', {}],
      ['removeMember', { reason: '离职' }],
      ['suspendMember', { reason: '离职' }],
      ['changeMemberRoles', { roles: ['ORG_ADMIN'] }],
    ] as const) {
      const refusal = await refused(kept, name, last, 'INVALID_INPUT', rest);
      expect([name, refusal.extensions.violations?.map(({ code }) => code)]).toEqual([name, [LAST]]);
    }
    const { person } = await mine(kept);
    const password = kept === second ? PASSWORD : 'Jihui-demo-2026';
    const leaving = { input: { expectedVersion: person.version, password } };
    expect(codesOf(await kept.mutate(ERASE, leaving).answer())).toEqual([LAST]);
    await change(kept, 'changeMemberRoles', await placeOf(gave), { roles: ['ORG_ADMIN', 'PLATFORM_ADMIN'] });
    expect((await change(kept, 'changeMemberRoles', last, { roles: ['ORG_ADMIN'] })).roles).toEqual([
      'MEMBER',
      'ORG_ADMIN',
    ]);
    await world.sql(sql`update identity.membership set version = version + 1,
      roles = array['MEMBER', 'ORG_ADMIN', 'PLATFORM_ADMIN'] where id = ${last.id}`);
  });

  it('are not all shut out with their bureaus', async () => {
    const bureau = organisationId('cityBureau');
    const twin = '019d0000-0000-7000-8000-0000000009aa';
    await world.sql(sql`insert into identity.organisation select (jsonb_populate_record(o,
      jsonb_build_object('id', ${twin}::text, 'uscc', ${aUscc('12140900')}::text))).* from identity.organisation o where o.id = ${bureau}`);
    await world.sql(sql`update identity.membership set organisation_id = ${twin}
      where id = ${(await placeOf(second)).id}`);
    const version = async (id: string): Promise<number | undefined> =>
      (
        await world.sql<{ version: number }>(sql`select version from identity.organisation where id = ${id}`)
      )[0]?.version;
    const close = async (client: GraphClient, id: string) => {
      const input = { organisationId: id, expectedVersion: await version(id), reason: '机构改革' };
      return () => client.mutate(CLOSE, { input }).answer();
    };
    const answers = await atOnce([await close(admin, twin), await close(second, bureau)]);
    expect(answers.map(codesOf).sort()).toEqual([[], [LAST]]);
  });
});
