import { sql } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { World } from './identity.world.js';
import {
  act,
  change,
  invite,
  members,
  mine,
  organisationId,
  refused,
  UNIVERSITY,
  verb,
  type Membership,
} from './membership.calls.js';

const INVITATION =
  'query ($token: String!) { invitation(token: $token) { membershipId version organisationName email roles } }';

describe('memberships', () => {
  let world: World;
  let tto: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    tto = await world.signedIn('tto');
  });
  afterAll(() => world.close());

  it('invites an address without account, which then registers and accepts', async () => {
    const invited = await invite(tto, UNIVERSITY, 'Scholar@Example.cn', ['RESEARCHER']);
    expect(invited).toMatchObject({
      state: 'INVITED',
      person: null,
      email: 'scholar@example.cn',
      roles: ['MEMBER', 'RESEARCHER'],
    });
    expect((await world.mailsTo('scholar@example.cn'))[0]).toMatch('忻州工业技术大学');
    const token = await world.tokenTo('scholar@example.cn');
    const preview = await world.app.client().query<{ invitation: object }>(INVITATION, { token });
    expect(preview.invitation).toMatchObject({
      membershipId: invited.id,
      organisationName: '忻州工业技术大学',
      email: 'scholar@example.cn',
    });
    const scholar = await world.person('scholar@example.cn', '学者');
    const [offered] = (await mine(scholar)).memberships;
    expect(offered?.availableActions.map(({ action }) => action)).toEqual(['accept', 'decline']);
    const accepted = await change(scholar, 'acceptInvitation', offered as Membership);
    expect(accepted.state).toBe('ACTIVE');
    expect((await mine(scholar)).permissions).toContain('DRAFT_RESULT');
    expect(
      (await world.app.client().query<{ invitation: object | null }>(INVITATION, { token })).invitation,
    ).toBeNull();
    await refused(scholar, 'acceptInvitation', accepted, 'ILLEGAL_TRANSITION');
    await world.app
      .client()
      .mutate(verb('inviteMember'), { input: { organisationId: UNIVERSITY, email: 'x@y.cn', roles: [] } })
      .expectCode('UNAUTHENTICATED');
  });

  it('does not tell the inviter whose address it is, nor takes another’s acceptance', async () => {
    const invited = await invite(tto, UNIVERSITY, 'solar@demo.jihui.cn', ['MEMBER']);
    expect(invited.person).toBeNull();
    expect(
      (await members(tto, UNIVERSITY, ['INVITED'])).find(({ id }) => id === invited.id)?.person,
    ).toBeNull();
    await refused(await world.signedIn('tea'), 'acceptInvitation', invited, 'NOT_FOUND');
    await tto
      .mutate(verb('inviteMember'), {
        input: { organisationId: UNIVERSITY, email: 'solar@demo.jihui.cn', roles: [] },
      })
      .expectCode('IDENTITY.ALREADY_MEMBER');
    expect((await change(await world.signedIn('solar'), 'declineInvitation', invited)).state).toBe('ENDED');
    const again = await invite(tto, UNIVERSITY, 'solar@demo.jihui.cn', ['MEMBER']);
    expect((await change(tto, 'revokeInvitation', again)).state).toBe('ENDED');
  });

  it('lets an invitation expire with business time', async () => {
    const invited = await invite(tto, UNIVERSITY, 'late@example.cn', ['RESEARCHER']);
    const late = await world.person('late@example.cn', '迟到者');
    const [own] = (await mine(late)).memberships;
    await world.sql(
      sql`update identity.membership set invited_until = platform.business_now() where id = ${invited.id}`,
    );
    const refusal = await refused(late, 'acceptInvitation', own as Membership, 'INVALID_INPUT');
    expect(refusal.extensions.violations?.[0]?.code).toBe('IDENTITY.INVITATION_EXPIRED');
  });

  it('gives no role that the kind of organisation has not', async () => {
    const input = { organisationId: UNIVERSITY, email: 'role@example.cn', roles: ['REGISTRAR'] };
    const refusal = await tto.mutate(verb('inviteMember'), { input }).expectCode('INVALID_INPUT');
    expect(refusal.extensions.violations?.[0]).toMatchObject({
      path: 'roles',
      code: 'IDENTITY.ROLE_NOT_ALLOWED',
    });
    await tto
      .mutate(verb('inviteMember'), { input: { ...input, roles: [], email: 'no address' } })
      .expectCode('INVALID_INPUT');
    await (
      await world.signedIn('researcher')
    )
      .mutate(verb('inviteMember'), { input: { ...input, roles: [] } })
      .expectCode('FORBIDDEN');
  });

  it('admits who asks, tells the administrator, and refuses with a reason', async () => {
    const applicant = await world.person('applicant@example.cn', '申请人');
    const ask = { organisationId: UNIVERSITY, note: '我是材料学院教师，工号 20191' };
    const requested = await act(applicant, 'requestMembership', ask);
    expect((await world.mailsTo('tto@demo.jihui.cn'))[0]).toMatch('申请人申请加入');
    await applicant.mutate(verb('requestMembership'), { input: ask }).expectCode('IDENTITY.ALREADY_MEMBER');
    const refusedOnce = await change(tto, 'refuseMembership', requested, { reason: '人事系统中没有此人' });
    expect(refusedOnce.state).toBe('ENDED');
    expect((await world.mailsTo('applicant@example.cn'))[0]).toMatch('人事系统中没有此人');
    const again = await act(applicant, 'requestMembership', ask);
    await refused(tto, 'approveMembership', again, 'INVALID_INPUT', { roles: ['BROKER'] });
    expect((await change(tto, 'approveMembership', again, { roles: ['RESEARCHER'] })).roles).toEqual([
      'MEMBER',
      'RESEARCHER',
    ]);
    expect((await world.mailsTo('applicant@example.cn'))[0]).toMatch('同意了您的申请');
    const third = await act(await world.person('undecided@example.cn', '犹豫者'), 'requestMembership', ask);
    expect(
      (
        await change(
          await world.signedIn('undecided@example.cn', 'Correct-horse-7'),
          'withdrawMembership',
          third,
        )
      ).state,
    ).toBe('ENDED');
    await applicant
      .mutate(verb('requestMembership'), {
        input: { ...ask, organisationId: '019d0000-0000-7000-8000-000000009999' },
      })
      .expectCode('NOT_FOUND');
    await applicant
      .mutate(verb('requestMembership'), { input: { ...ask, note: '' } })
      .expectCode('INVALID_INPUT');
  });

  it('changes roles, suspends at once and reinstates', async () => {
    const researcher = await world.signedIn('researcher');
    const own = (await mine(researcher)).memberships[0] as Membership;
    const raised = await change(tto, 'changeMemberRoles', own, { roles: ['TRANSFER_OFFICER'] });
    expect((await mine(researcher)).permissions).toContain('APPROVE_RESULT');
    await refused(tto, 'suspendMember', own, 'STALE_VERSION', { reason: '岗位调整' });
    await refused(researcher, 'suspendMember', raised, 'FORBIDDEN', { reason: '岗位调整' });
    const suspended = await change(tto, 'suspendMember', raised, { reason: '岗位调整' });
    expect((await mine(researcher)).permissions).toEqual(['REGISTER_ORGANISATION']);
    const [event] = await world.sql<{ payload: { memberships: object[] } }>(sql`
      select payload from identity.event where aggregate_id = ${own.person?.id} order by seq desc limit 1`);
    expect(event?.payload.memberships).toMatchObject([
      { active: false, roles: ['MEMBER', 'TRANSFER_OFFICER'] },
    ]);
    const back = await change(tto, 'reinstateMember', suspended);
    expect((await change(tto, 'changeMemberRoles', back, { roles: ['RESEARCHER'] })).state).toBe('ACTIVE');
  });

  it('keeps one administrator when two leave at once', async () => {
    const second = await invite(tto, UNIVERSITY, 'second@example.cn', ['ORG_ADMIN']);
    const colleague = await world.person('second@example.cn', '第二管理员');
    const own = (await mine(colleague)).memberships[0] as Membership;
    await change(colleague, 'acceptInvitation', own);
    expect(second.id).toBe(own.id);
    const [first, other] = [
      (await mine(tto)).memberships[0] as Membership,
      (await mine(colleague)).memberships[0] as Membership,
    ];
    const leave = (client: GraphClient, { id, version }: Membership) =>
      client
        .mutate(verb('leaveOrganisation'), { input: { membershipId: id, expectedVersion: version } })
        .answer();
    const answers = await Promise.all([leave(tto, first), leave(colleague, other)]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.violations?.[0]?.code ?? 'ok').sort();
    expect(codes).toEqual(['IDENTITY.LAST_ADMIN', 'ok']);
    const remaining = answers[0]?.errors === undefined ? colleague : tto;
    const last = (await mine(remaining)).memberships[0] as Membership;
    for (const [name, rest] of [
      ['leaveOrganisation', {}],
      ['removeMember', { reason: '离职' }],
      ['suspendMember', { reason: '离职' }],
      ['changeMemberRoles', { roles: [] }],
    ] as const)
      expect(
        (await refused(remaining, name, last, 'INVALID_INPUT', rest)).extensions.violations?.[0]?.code,
      ).toBe('IDENTITY.LAST_ADMIN');
    await world.sql(sql`update identity.membership set state = 'ACTIVE' where id = ${first.id}`);
  });

  it('lets the bureau admit the first administrator of an organisation that has none', async () => {
    const officer = await world.signedIn('officer');
    await world.sql(
      sql`update identity.membership set state = 'ENDED' where organisation_id = ${organisationId('teaMaker')}`,
    );
    const heir = await world.person('heir@example.cn', '接任者');
    const asked = await act(heir, 'requestMembership', {
      organisationId: organisationId('teaMaker'),
      note: '新任负责人，附任命文件',
    });
    await refused(await world.signedIn('county'), 'approveMembership', asked, 'NOT_FOUND', {
      roles: ['ORG_ADMIN'],
    });
    expect((await change(officer, 'approveMembership', asked, { roles: ['ORG_ADMIN'] })).roles).toEqual([
      'MEMBER',
      'ORG_ADMIN',
    ]);
    const next = await act(await world.person('next@example.cn', '后来者'), 'requestMembership', {
      organisationId: organisationId('teaMaker'),
      note: '销售部',
    });
    await refused(officer, 'approveMembership', next, 'FORBIDDEN', { roles: ['ORG_ADMIN'] });
  });

  it('leaves the role of platform administrator to platform administrators', async () => {
    const admin = await world.signedIn('admin');
    const bureau = organisationId('cityBureau');
    const colleague = await invite(admin, bureau, 'bureau@example.cn', ['ORG_ADMIN']);
    const client = await world.person('bureau@example.cn', '局管理员');
    const accepted = await change(
      client,
      'acceptInvitation',
      (await mine(client)).memberships[0] as Membership,
    );
    expect(colleague.id).toBe(accepted.id);
    await refused(client, 'changeMemberRoles', accepted, 'IDENTITY.PLATFORM_ADMIN_ONLY', {
      roles: ['ORG_ADMIN', 'PLATFORM_ADMIN'],
    });
    expect(
      (await change(admin, 'changeMemberRoles', accepted, { roles: ['ORG_ADMIN', 'PLATFORM_ADMIN'] })).roles,
    ).toContain('PLATFORM_ADMIN');
  });

  it('shows members to members, what waits to administrators and the bureau, nothing to others', async () => {
    await invite(tto, UNIVERSITY, 'waiting@example.cn', ['MEMBER']);
    const states = async (client: GraphClient): Promise<string[]> =>
      [...new Set((await members(client, UNIVERSITY)).map(({ state }) => state))].sort();
    expect(await states(await world.signedIn('researcher'))).toEqual(['ACTIVE']);
    expect(await states(tto)).toEqual(['ACTIVE', 'INVITED']);
    expect(await states(await world.signedIn('registrar1'))).toEqual(['ACTIVE', 'INVITED']);
    expect(await states(await world.signedIn('county'))).toEqual([]);
    expect(await states(world.app.client())).toEqual([]);
    const emails = async (client: GraphClient): Promise<number> =>
      (await members(client, UNIVERSITY, ['ACTIVE'])).filter(({ person }) => person?.email != null).length;
    expect(await emails(await world.signedIn('researcher'))).toBe(1);
    expect(await emails(tto)).toBeGreaterThan(2);
    await expect(members(tto, 'nonsense')).rejects.toThrow('NOT_FOUND');
  });

  it('tells what one is an officer for', async () => {
    expect((await mine(await world.signedIn('county'))).scopes).toEqual([
      { divisionCode: '140981', divisionName: '原平市', roles: ['OFFICER', 'REGISTRAR'] },
    ]);
  });
});
