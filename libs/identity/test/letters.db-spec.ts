import type { GraphClient } from '@jihui/testing';
import { World } from './identity.world.js';
import { change, demo, invite, mine, organisationId, type Membership } from './membership.calls.js';

const LETTER =
  'id version inForce matters revokedAt revokeReason file { id name type } person { displayName } organisation { name } availableActions { action }';
const ISSUE = `mutation ($input: IssueAuthorisationLetterInput!) { issueAuthorisationLetter(input: $input) { authorisationLetter { ${LETTER} } } }`;
const REVOKE = `mutation ($input: RevokeAuthorisationLetterInput!) { revokeAuthorisationLetter(input: $input) { authorisationLetter { ${LETTER} } } }`;
const LETTERS = `query ($id: ID!, $inForce: Boolean) { authorisationLetters(organisationId: $id, inForce: $inForce) { totalCount edges { node { ${LETTER} } } } }`;

interface Letter {
  id: string;
  version: number;
  inForce: boolean;
  revokeReason: string | null;
  file: { id: string };
  availableActions: object[];
}

describe('authorisation letters', () => {
  const MAKER = organisationId('flangeMaker');
  const HANDLER = demo.people.find(({ key }) => key === 'enterprise')?.id;
  let world: World;
  let owner: GraphClient;
  let tto: GraphClient;
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const upload = async (
    client: GraphClient,
    content = pdf,
  ): Promise<{ status: number; body: { id: string; code?: string } }> =>
    client.upload('/files/identity', '授权委托书.pdf', content);
  const issue = async (patch: object = {}): Promise<Letter> => {
    const fileId = (await upload(owner)).body.id;
    const input = {
      organisationId: MAKER,
      personId: HANDLER,
      matters: ['DEAL_SIGNATURE', 'CONTRACT_REGISTRATION'],
      validFrom: '2026-01-01',
      validTo: '2028-12-31',
      fileId,
      ...patch,
    };
    return (
      await owner.mutate<{ issueAuthorisationLetter: { authorisationLetter: Letter } }>(ISSUE, { input })
    ).issueAuthorisationLetter.authorisationLetter;
  };
  const list = async (client: GraphClient, inForce?: boolean): Promise<Letter[]> =>
    (
      await client.query<{ authorisationLetters: { edges: { node: Letter }[] } }>(LETTERS, {
        id: MAKER,
        inForce,
      })
    ).authorisationLetters.edges.map(({ node }) => node);
  beforeAll(async () => {
    world = await World.open();
    [owner, tto] = [await world.signedIn('enterprise'), await world.signedIn('tto')];
  });
  afterAll(() => world.close());

  it('is filed with its scan, seen by those concerned, and revoked', async () => {
    const letter = await issue();
    expect(letter).toMatchObject({
      inForce: true,
      matters: ['CONTRACT_REGISTRATION', 'DEAL_SIGNATURE'],
      availableActions: [{ action: 'revoke' }],
    });
    expect((await list(await world.signedIn('registrar1'), true)).map(({ id }) => id)).toEqual([letter.id]);
    expect(await list(tto)).toEqual([]);
    const path = `/files/identity/${letter.file.id}`;
    const statuses = await Promise.all(
      [owner, await world.signedIn('officer'), tto, world.app.client()].map(
        async (client) => (await client.get(path)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 404, 404]);
    expect((await owner.get('/files/identity/nonsense')).status).toBe(404);
    const target = { letterId: letter.id, expectedVersion: letter.version, reason: '人员变动' };
    await tto.mutate(REVOKE, { input: target }).expectCode('NOT_FOUND');
    await owner.mutate(REVOKE, { input: { ...target, expectedVersion: 9 } }).expectCode('STALE_VERSION');
    const { revokeAuthorisationLetter } = await owner.mutate<{
      revokeAuthorisationLetter: { authorisationLetter: Letter };
    }>(REVOKE, { input: target });
    expect(revokeAuthorisationLetter.authorisationLetter).toMatchObject({
      inForce: false,
      revokeReason: '人员变动',
      availableActions: [],
    });
    await owner.mutate(REVOKE, { input: { ...target, expectedVersion: 2 } }).expectCode('ILLEGAL_TRANSITION');
  });

  it('asks for a scan of one’s own, a member, matters and a term', async () => {
    expect((await upload(owner, Buffer.from('plain text'))).body.code).toBe('INVALID_INPUT');
    expect((await upload(world.app.client())).status).toBe(401);
    const strangers = (await upload(tto)).body.id;
    await expect(issue({ fileId: strangers })).rejects.toThrow('fileId');
    await expect(issue({ matters: [] })).rejects.toThrow('matters REQUIRED');
    await expect(issue({ personId: demo.people.find(({ key }) => key === 'tea')?.id })).rejects.toThrow(
      'IDENTITY.NOT_A_MEMBER',
    );
    await expect(issue({ validTo: '2026-02-30' })).rejects.toThrow('日期');
  });

  it('falls with the handler', async () => {
    const colleague = await invite(owner, MAKER, 'handler@example.cn', ['TRANSFER_OFFICER']);
    const handler = await world.person('handler@example.cn', '经办人');
    const membership = await change(
      handler,
      'acceptInvitation',
      (await mine(handler)).memberships[0] as Membership,
    );
    expect(colleague.id).toBe(membership.id);
    const letter = await issue({ personId: membership.person?.id });
    expect((await list(handler)).map(({ id }) => id)).toEqual([letter.id]);
    await handler
      .mutate(REVOKE, { input: { letterId: letter.id, expectedVersion: 1, reason: '本人撤销' } })
      .expectCode('FORBIDDEN');
    await change(handler, 'leaveOrganisation', membership);
    expect((await list(owner)).find(({ id }) => id === letter.id)).toMatchObject({
      inForce: false,
      revokeReason: '经办人已不是本单位成员',
    });
  });
});
