import { readFileSync } from 'node:fs';
import { sql } from '@jihui/platform';
import type { GraphClient } from '@jihui/testing';
import { aForm, PASSWORD, World } from './identity.world.js';

const FIELDS = 'id version state roles email note reason person { id displayName email } organisation { id name } availableActions { action enabled }';
const verb = (name: string): string =>
  `mutation ($input: ${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!) { ${name}(input: $input) { membership { ${FIELDS} } } }`;
const MEMBERS = `query ($id: ID!, $states: [MembershipState!]) { members(organisationId: $id, states: $states) { totalCount edges { node { ${FIELDS} } } } }`;
const INVITATION = 'query ($token: String!) { invitation(token: $token) { membershipId version organisationName email roles } }';
const MINE = `{ viewer { person { id version } permissions scopes { divisionCode divisionName roles } memberships { ${FIELDS} } } }`;
const LETTER = 'id version inForce matters revokedAt revokeReason file { id name type } person { displayName } organisation { name } availableActions { action }';
const ISSUE = `mutation ($input: IssueAuthorisationLetterInput!) { issueAuthorisationLetter(input: $input) { authorisationLetter { ${LETTER} } } }`;
const REVOKE = `mutation ($input: RevokeAuthorisationLetterInput!) { revokeAuthorisationLetter(input: $input) { authorisationLetter { ${LETTER} } } }`;
const LETTERS = `query ($id: ID!, $inForce: Boolean) { authorisationLetters(organisationId: $id, inForce: $inForce) { totalCount edges { node { ${LETTER} } } } }`;

interface Membership {
  id: string; version: number; state: string; roles: string[]; email: string | null; reason: string | null;
  person: { id: string; displayName: string; email: string | null } | null; organisation: { id: string } | null; availableActions: { action: string; enabled: boolean }[];
}
interface Members { members: { totalCount: number; edges: { node: Membership }[] } }
interface Mine { viewer: { person: { id: string; version: number }; permissions: string[]; scopes: object[]; memberships: Membership[] } }
interface Letter { id: string; version: number; inForce: boolean; revokeReason: string | null; file: { id: string }; availableActions: object[] }

const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  organisations: { key: string; id: string }[];
  people: { key: string; id: string; membershipId: string }[];
};
const organisationId = (key: string): string => demo.organisations.find((organisation) => organisation.key === key)?.id ?? '';
const UNIVERSITY = organisationId('university');

describe('memberships', () => {
  let world: World;
  let tto: GraphClient;
  beforeAll(async () => {
    world = await World.open();
    tto = await world.signedIn('tto');
  });
  afterAll(() => world.close());

  async function act(client: GraphClient, name: string, input: object): Promise<Membership> {
    return (await client.mutate<Record<string, { membership: Membership }>>(verb(name), { input }))[name]?.membership as Membership;
  }
  const change = (client: GraphClient, name: string, membership: Membership, rest: object = {}): Promise<Membership> =>
    act(client, name, { membershipId: membership.id, expectedVersion: membership.version, ...rest });
  const refused = (client: GraphClient, name: string, membership: Pick<Membership, 'id' | 'version'>, code: string, rest: object = {}) =>
    client.mutate(verb(name), { input: { membershipId: membership.id, expectedVersion: membership.version, ...rest } }).expectCode(code);
  const mine = async (client: GraphClient): Promise<Mine['viewer']> => (await client.query<Mine>(MINE)).viewer;
  const members = async (client: GraphClient, id: string, states?: string[]): Promise<Membership[]> =>
    (await client.query<Members>(MEMBERS, { id, states })).members.edges.map(({ node }) => node);
  const invite = (email: string, roles: string[], client = tto, id = UNIVERSITY): Promise<Membership> =>
    act(client, 'inviteMember', { organisationId: id, email, roles });

  it('invites an address without account, which then registers and accepts', async () => {
    const invited = await invite('Scholar@Example.cn', ['RESEARCHER']);
    expect(invited).toMatchObject({ state: 'INVITED', person: null, email: 'scholar@example.cn', roles: ['MEMBER', 'RESEARCHER'] });
    expect((await world.mailsTo('scholar@example.cn'))[0]).toMatch('忻州工业技术大学');
    const token = await world.tokenTo('scholar@example.cn');
    const preview = await world.app.client().query<{ invitation: object }>(INVITATION, { token });
    expect(preview.invitation).toMatchObject({ membershipId: invited.id, organisationName: '忻州工业技术大学', email: 'scholar@example.cn' });
    const scholar = await world.person('scholar@example.cn', '学者');
    const [offered] = (await mine(scholar)).memberships;
    expect(offered?.availableActions.map(({ action }) => action)).toEqual(['accept', 'decline']);
    const accepted = await change(scholar, 'acceptInvitation', offered as Membership);
    expect(accepted.state).toBe('ACTIVE');
    expect((await mine(scholar)).permissions).toContain('DRAFT_RESULT');
    expect((await world.app.client().query<{ invitation: object | null }>(INVITATION, { token })).invitation).toBeNull();
    await refused(scholar, 'acceptInvitation', accepted, 'ILLEGAL_TRANSITION');
    await world.app.client().mutate(verb('inviteMember'), { input: { organisationId: UNIVERSITY, email: 'x@y.cn', roles: [] } }).expectCode('UNAUTHENTICATED');
  });

  it('does not tell the inviter whose address it is, nor takes another’s acceptance', async () => {
    const invited = await invite('solar@demo.jihui.cn', ['MEMBER']);
    expect(invited.person).toBeNull();
    expect((await members(tto, UNIVERSITY, ['INVITED'])).find(({ id }) => id === invited.id)?.person).toBeNull();
    await refused(await world.signedIn('tea'), 'acceptInvitation', invited, 'NOT_FOUND');
    await tto.mutate(verb('inviteMember'), { input: { organisationId: UNIVERSITY, email: 'solar@demo.jihui.cn', roles: [] } }).expectCode('IDENTITY.ALREADY_MEMBER');
    expect((await change(await world.signedIn('solar'), 'declineInvitation', invited)).state).toBe('ENDED');
    const again = await invite('solar@demo.jihui.cn', ['MEMBER']);
    expect((await change(tto, 'revokeInvitation', again)).state).toBe('ENDED');
  });

  it('lets an invitation expire with business time', async () => {
    const invited = await invite('late@example.cn', ['RESEARCHER']);
    const late = await world.person('late@example.cn', '迟到者');
    const [own] = (await mine(late)).memberships;
    await world.sql(sql`update identity.membership set invited_until = platform.business_now() where id = ${invited.id}`);
    const refusal = await refused(late, 'acceptInvitation', own as Membership, 'INVALID_INPUT');
    expect(refusal.extensions.violations?.[0]?.code).toBe('IDENTITY.INVITATION_EXPIRED');
  });

  it('gives no role that the kind of organisation has not', async () => {
    const input = { organisationId: UNIVERSITY, email: 'role@example.cn', roles: ['REGISTRAR'] };
    const refusal = await tto.mutate(verb('inviteMember'), { input }).expectCode('INVALID_INPUT');
    expect(refusal.extensions.violations?.[0]).toMatchObject({ path: 'roles', code: 'IDENTITY.ROLE_NOT_ALLOWED' });
    await tto.mutate(verb('inviteMember'), { input: { ...input, roles: [], email: 'no address' } }).expectCode('INVALID_INPUT');
    await (await world.signedIn('researcher')).mutate(verb('inviteMember'), { input: { ...input, roles: [] } }).expectCode('FORBIDDEN');
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
    expect((await change(tto, 'approveMembership', again, { roles: ['RESEARCHER'] })).roles).toEqual(['MEMBER', 'RESEARCHER']);
    expect((await world.mailsTo('applicant@example.cn'))[0]).toMatch('同意了您的申请');
    const third = await act(await world.person('undecided@example.cn', '犹豫者'), 'requestMembership', ask);
    expect((await change(await world.signedIn('undecided@example.cn', 'Correct-horse-7'), 'withdrawMembership', third)).state).toBe('ENDED');
    await applicant.mutate(verb('requestMembership'), { input: { ...ask, organisationId: '019d0000-0000-7000-8000-000000009999' } }).expectCode('NOT_FOUND');
    await applicant.mutate(verb('requestMembership'), { input: { ...ask, note: '' } }).expectCode('INVALID_INPUT');
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
    expect(event?.payload.memberships).toMatchObject([{ active: false, roles: ['MEMBER', 'TRANSFER_OFFICER'] }]);
    const back = await change(tto, 'reinstateMember', suspended);
    expect((await change(tto, 'changeMemberRoles', back, { roles: ['RESEARCHER'] })).state).toBe('ACTIVE');
  });

  it('keeps one administrator when two leave at once', async () => {
    const second = await invite('second@example.cn', ['ORG_ADMIN']);
    const colleague = await world.person('second@example.cn', '第二管理员');
    const own = (await mine(colleague)).memberships[0] as Membership;
    await change(colleague, 'acceptInvitation', own);
    expect(second.id).toBe(own.id);
    const [first, other] = [(await mine(tto)).memberships[0] as Membership, (await mine(colleague)).memberships[0] as Membership];
    const leave = (client: GraphClient, { id, version }: Membership) =>
      client.mutate(verb('leaveOrganisation'), { input: { membershipId: id, expectedVersion: version } }).answer();
    const answers = await Promise.all([leave(tto, first), leave(colleague, other)]);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.violations?.[0]?.code ?? 'ok').sort();
    expect(codes).toEqual(['IDENTITY.LAST_ADMIN', 'ok']);
    const remaining = answers[0]?.errors === undefined ? colleague : tto;
    const last = (await mine(remaining)).memberships[0] as Membership;
    for (const [name, rest] of [['leaveOrganisation', {}], ['removeMember', { reason: '离职' }], ['suspendMember', { reason: '离职' }], ['changeMemberRoles', { roles: [] }]] as const)
      expect((await refused(remaining, name, last, 'INVALID_INPUT', rest)).extensions.violations?.[0]?.code).toBe('IDENTITY.LAST_ADMIN');
    await world.sql(sql`update identity.membership set state = 'ACTIVE' where id = ${first.id}`);
  });

  it('lets the bureau admit the first administrator of an organisation that has none', async () => {
    const officer = await world.signedIn('officer');
    await world.sql(sql`update identity.membership set state = 'ENDED' where organisation_id = ${organisationId('teaMaker')}`);
    const heir = await world.person('heir@example.cn', '接任者');
    const asked = await act(heir, 'requestMembership', { organisationId: organisationId('teaMaker'), note: '新任负责人，附任命文件' });
    await refused(await world.signedIn('county'), 'approveMembership', asked, 'NOT_FOUND', { roles: ['ORG_ADMIN'] });
    expect((await change(officer, 'approveMembership', asked, { roles: ['ORG_ADMIN'] })).roles).toEqual(['MEMBER', 'ORG_ADMIN']);
    const next = await act(await world.person('next@example.cn', '后来者'), 'requestMembership', { organisationId: organisationId('teaMaker'), note: '销售部' });
    await refused(officer, 'approveMembership', next, 'FORBIDDEN', { roles: ['ORG_ADMIN'] });
  });

  it('leaves the role of platform administrator to platform administrators', async () => {
    const admin = await world.signedIn('admin');
    const bureau = organisationId('cityBureau');
    const colleague = await invite('bureau@example.cn', ['ORG_ADMIN'], admin, bureau);
    const client = await world.person('bureau@example.cn', '局管理员');
    const accepted = await change(client, 'acceptInvitation', (await mine(client)).memberships[0] as Membership);
    expect(colleague.id).toBe(accepted.id);
    await refused(client, 'changeMemberRoles', accepted, 'IDENTITY.PLATFORM_ADMIN_ONLY', { roles: ['ORG_ADMIN', 'PLATFORM_ADMIN'] });
    expect((await change(admin, 'changeMemberRoles', accepted, { roles: ['ORG_ADMIN', 'PLATFORM_ADMIN'] })).roles).toContain('PLATFORM_ADMIN');
  });

  it('shows members to members, what waits to administrators and the bureau, nothing to others', async () => {
    await invite('waiting@example.cn', ['MEMBER']);
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
    await tto.query(MEMBERS, { id: 'nonsense' }).expectCode('NOT_FOUND');
  });

  it('tells what one is an officer for', async () => {
    expect((await mine(await world.signedIn('county'))).scopes).toEqual([
      { divisionCode: '140981', divisionName: '原平市', roles: ['OFFICER', 'REGISTRAR'] },
    ]);
  });

  describe('authorisation letters', () => {
    const MAKER = organisationId('flangeMaker');
    const HANDLER = demo.people.find(({ key }) => key === 'enterprise')?.id;
    let owner: GraphClient;
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    const upload = async (client: GraphClient, content = pdf): Promise<{ status: number; body: { id: string; code?: string } }> =>
      client.upload('/files/identity', '授权委托书.pdf', content);
    const issue = async (patch: object = {}): Promise<Letter> => {
      const fileId = (await upload(owner)).body.id;
      const input = { organisationId: MAKER, personId: HANDLER, matters: ['DEAL_SIGNATURE', 'CONTRACT_REGISTRATION'], validFrom: '2026-01-01', validTo: '2028-12-31', fileId, ...patch };
      return (await owner.mutate<{ issueAuthorisationLetter: { authorisationLetter: Letter } }>(ISSUE, { input })).issueAuthorisationLetter.authorisationLetter;
    };
    const list = async (client: GraphClient, inForce?: boolean): Promise<Letter[]> =>
      (await client.query<{ authorisationLetters: { edges: { node: Letter }[] } }>(LETTERS, { id: MAKER, inForce })).authorisationLetters.edges.map(({ node }) => node);
    beforeAll(async () => {
      owner = await world.signedIn('enterprise');
    });

    it('is filed with its scan, seen by those concerned, and revoked', async () => {
      const letter = await issue();
      expect(letter).toMatchObject({ inForce: true, matters: ['CONTRACT_REGISTRATION', 'DEAL_SIGNATURE'], availableActions: [{ action: 'revoke' }] });
      expect((await list(await world.signedIn('registrar1'), true)).map(({ id }) => id)).toEqual([letter.id]);
      expect(await list(tto)).toEqual([]);
      const path = `/files/identity/${letter.file.id}`;
      const statuses = await Promise.all([owner, await world.signedIn('officer'), tto, world.app.client()].map(async (client) => (await client.get(path)).status));
      expect(statuses).toEqual([200, 200, 404, 404]);
      expect((await owner.get('/files/identity/nonsense')).status).toBe(404);
      const target = { letterId: letter.id, expectedVersion: letter.version, reason: '人员变动' };
      await tto.mutate(REVOKE, { input: target }).expectCode('NOT_FOUND');
      await owner.mutate(REVOKE, { input: { ...target, expectedVersion: 9 } }).expectCode('STALE_VERSION');
      const { revokeAuthorisationLetter } = await owner.mutate<{ revokeAuthorisationLetter: { authorisationLetter: Letter } }>(REVOKE, { input: target });
      expect(revokeAuthorisationLetter.authorisationLetter).toMatchObject({ inForce: false, revokeReason: '人员变动', availableActions: [] });
      await owner.mutate(REVOKE, { input: { ...target, expectedVersion: 2 } }).expectCode('ILLEGAL_TRANSITION');
    });

    it('asks for a scan of one’s own, a member, matters and a term', async () => {
      expect((await upload(owner, Buffer.from('plain text'))).body.code).toBe('INVALID_INPUT');
      expect((await upload(world.app.client())).status).toBe(401);
      const strangers = (await upload(tto)).body.id;
      await expect(issue({ fileId: strangers })).rejects.toThrow('fileId');
      await expect(issue({ matters: [] })).rejects.toThrow('matters REQUIRED');
      await expect(issue({ personId: demo.people.find(({ key }) => key === 'tea')?.id })).rejects.toThrow('IDENTITY.NOT_A_MEMBER');
      await expect(issue({ validTo: '2026-02-30' })).rejects.toThrow('日期');
    });

    it('falls with the handler', async () => {
      const colleague = await invite('handler@example.cn', ['TRANSFER_OFFICER'], owner, MAKER);
      const handler = await world.person('handler@example.cn', '经办人');
      const membership = await change(handler, 'acceptInvitation', (await mine(handler)).memberships[0] as Membership);
      expect(colleague.id).toBe(membership.id);
      const letter = await issue({ personId: membership.person?.id });
      expect((await list(handler)).map(({ id }) => id)).toEqual([letter.id]);
      await handler.mutate(REVOKE, { input: { letterId: letter.id, expectedVersion: 1, reason: '本人撤销' } }).expectCode('FORBIDDEN');
      await change(handler, 'leaveOrganisation', membership);
      expect((await list(owner)).find(({ id }) => id === letter.id)).toMatchObject({ inForce: false, revokeReason: '经办人已不是本单位成员' });
    });
  });

  it('erases a person who leaves, keeps the name’s place, and keeps the last administrator', async () => {
    const ERASE = 'mutation ($input: EraseMyselfInput!) { eraseMyself(input: $input) { ok } }';
    const EDIT = 'mutation ($input: EditMyProfileInput!) { editMyProfile(input: $input) { person { displayName version } } }';
    const lonely = await world.person('lonely@example.cn', '独自一人');
    await lonely.mutate(`mutation ($input: RegisterOrganisationInput!) { registerOrganisation(input: $input) { organisation { id } } }`, { input: { form: aForm() } });
    const { person } = await mine(lonely);
    const leaving = { expectedVersion: person.version, password: 'Correct-horse-7' };
    const last = await lonely.mutate(ERASE, { input: leaving }).expectCode('INVALID_INPUT');
    expect(last.extensions.violations?.[0]?.code).toBe('IDENTITY.LAST_ADMIN');

    const leaver = await world.person('leaver@example.cn', '离开的人');
    await act(leaver, 'requestMembership', { organisationId: UNIVERSITY, note: '申请加入' });
    const before = await mine(leaver);
    await leaver.mutate(EDIT, { input: { expectedVersion: before.person.version, displayName: '' } }).expectCode('INVALID_INPUT');
    const edited = await leaver.mutate<{ editMyProfile: { person: { version: number } } }>(EDIT, { input: { expectedVersion: before.person.version, displayName: '改名的人' } });
    const expectedVersion = edited.editMyProfile.person.version;
    await leaver.mutate(ERASE, { input: { expectedVersion, password: PASSWORD } }).expectCode('IDENTITY.PASSWORD_WRONG');
    await leaver.mutate(ERASE, { input: { expectedVersion, password: 'Correct-horse-7' } });
    expect((await leaver.query<{ viewer: object | null }>('{ viewer { person { id } } }')).viewer).toBeNull();
    const [row] = await world.sql<{ text: string }>(sql`
      select concat((select jsonb_agg(p) from identity.person p where id = ${before.person.id}),
        (select jsonb_agg(m) from identity.membership m), (select jsonb_agg(l) from identity.link l),
        (select jsonb_agg(s) from identity.session s where person_id = ${before.person.id})) as text`);
    expect(row?.text).toContain('已注销用户');
    for (const trace of ['leaver@example.cn', '改名的人', 'token_hash']) expect(row?.text).not.toContain(trace);
    await world.person('leaver@example.cn', '重新开始');
  });
});
