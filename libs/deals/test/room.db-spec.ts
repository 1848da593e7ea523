import { randomUUID } from 'node:crypto';
import { anEnterprisePerson } from '@jihui/testing';
import { aMarket, at, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

interface Entry {
  id: string;
  body: string;
  authorName: string;
  files: { id: string; name: string; url: string; shared: boolean }[];
}

describe('the room of a deal', () => {
  let world: World;
  let m: Market;
  let deal: DealNode;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
    deal = await m.joined();
  });
  afterAll(() => world?.close());

  type Person = typeof m.office;
  const list = (who: Person, name: string, fields: string) =>
    world
      .as(who)
      .query<Record<string, { totalCount: number; edges: { node: Entry }[] }>>(
        `query ($id: ID!) { ${name}(dealId: $id, first: 50) { totalCount edges { node { ${fields} } } } }`,
        { id: deal.id },
      );
  const MESSAGE =
    'id body side author { id } authorName organisationName at files { id name type size sha256 shared url uploadedByName uploadedAt }';
  const NOTE = 'id body author { id } authorName at files { id shared }';
  const CONTACT =
    'id heldOn mode participants summary outcome recordedByName organisationName at files { id }';

  it('carries messages between both sides and the joined broker', async () => {
    for (const [who, body] of [
      [m.buyer, '请问交付周期？'],
      [m.inventor, '约三个月。'],
      [m.broker, '我来协调会谈。'],
    ] as const)
      await world.act(who, 'postMessage', { dealId: deal.id, body }, MESSAGE);
    for (const who of [m.office, m.inventor, m.buyer, m.broker]) {
      const { dealMessages } = await list(who, 'dealMessages', MESSAGE);
      expect(dealMessages?.edges.map(({ node }) => node.body)).toEqual([
        '请问交付周期？',
        '约三个月。',
        '我来协调会谈。',
      ]);
    }
    const { dealMessages } = await world
      .as(m.buyer)
      .query<{ dealMessages: { edges: { node: Entry }[]; pageInfo: { hasPreviousPage: boolean } } }>(
        'query ($id: ID!) { dealMessages(dealId: $id, last: 1) { edges { node { body } } pageInfo { hasPreviousPage } } }',
        { id: deal.id },
      );
    expect(dealMessages).toMatchObject({
      edges: [{ node: { body: '我来协调会谈。' } }],
      pageInfo: { hasPreviousPage: true },
    });
  });

  it('is closed to the bureau, to colleagues who take no part, and to strangers', async () => {
    for (const who of [m.officer, m.colleague, m.engineer, m.clerk, anEnterprisePerson()]) {
      for (const name of ['dealMessages', 'dealNotes', 'dealContacts', 'dealFiles'])
        await list(who, name, 'id').expectCode('NOT_FOUND');
    }
    const write = (who: Person) => world.refused(who, 'postMessage', { dealId: deal.id, body: '您好' });
    expect(await write(m.officer)).toBe('FORBIDDEN');
    expect(await write(m.colleague)).toBe('NOT_FOUND');
  });

  it('keeps notes inside one organisation', async () => {
    await world.act(m.office, 'writeNote', { dealId: deal.id, body: '底价 80 万元' }, NOTE);
    await world.act(m.broker, 'writeNote', { dealId: deal.id, body: '买方急' }, NOTE);
    const read = async (who: Person) =>
      (await list(who, 'dealNotes', NOTE)).dealNotes?.edges.map(({ node }) => node.body);
    expect(await read(m.office)).toEqual(['底价 80 万元']);
    expect(await read(m.inventor)).toEqual(['底价 80 万元']);
    expect(await read(m.buyer)).toEqual([]);
    expect(await read(m.broker)).toEqual(['买方急']);
  });

  it('logs contacts for all who take part, and shows the bureau how many', async () => {
    const contact = await world.act<{ organisationName: string }>(
      m.broker,
      'recordContact',
      {
        dealId: deal.id,
        heldOn: await m.today(),
        mode: 'VISIT',
        participants: '双方技术负责人',
        summary: '看样',
        outcome: '一周内报价',
      },
      CONTACT,
    );
    expect(contact.organisationName).toBe('晋创技术经纪有限公司');
    expect((await list(m.office, 'dealContacts', CONTACT)).dealContacts?.totalCount).toBe(1);
    expect(await world.deal(m.officer, deal.id, 'contactCount')).toMatchObject({ contactCount: 1 });
    expect(
      await world.refused(m.buyer, 'recordContact', {
        dealId: deal.id,
        heldOn: '2999-01-01',
        mode: 'PHONE',
        participants: '甲',
        summary: '乙',
      }),
    ).toBe('DEALS.DATE_IN_FUTURE');
  });

  it('shows a file to its own organisation until it is attached to a message', async () => {
    const file = await m.upload(m.office, deal.id, Buffer.from('技术方案 v1'));
    const open = async (who: Person) => (await world.as(who).get(`/files/deals/${file.id}`)).status;
    expect([await open(m.office), await open(m.inventor)]).toEqual([200, 200]);
    expect([
      await open(m.buyer),
      await open(m.broker),
      await open(m.officer),
      await open(m.colleague),
    ]).toEqual([404, 404, 404, 404]);
    const seen = async (who: Person) =>
      (await list(who, 'dealFiles', 'id')).dealFiles?.edges.map(({ node }) => node.id);
    expect(await seen(m.buyer)).not.toContain(file.id);

    expect(
      await world.refused(m.buyer, 'postMessage', { dealId: deal.id, body: '偷看', fileIds: [file.id] }),
    ).toBe('DEALS.FILE_UNKNOWN');
    await world.act(m.office, 'writeNote', { dealId: deal.id, body: '备查', fileIds: [file.id] }, NOTE);
    expect(await open(m.buyer)).toBe(404);
    const message = await world.act<Entry>(
      m.inventor,
      'postMessage',
      { dealId: deal.id, body: '方案见附件', fileIds: [file.id, file.id] },
      MESSAGE,
    );
    expect(message.files).toMatchObject([{ id: file.id, shared: true, url: `/files/deals/${file.id}` }]);
    expect([await open(m.buyer), await open(m.broker), await open(m.officer)]).toEqual([200, 200, 404]);
    expect(await seen(m.buyer)).toContain(file.id);
  });

  it('refuses files and texts that do not fit', async () => {
    const upload = async (who: Person, dealId: string, content: Buffer) => {
      const { status, body } = (await world.as(who).upload('/files/deals', 'a.txt', content, { dealId })) as {
        status: number;
        body: { code: string };
      };
      return `${status} ${body.code}`;
    };
    expect(await upload(m.office, deal.id, Buffer.alloc(0))).toBe('422 FILE.EMPTY');
    expect(await upload(m.office, randomUUID(), Buffer.from('x'))).toBe('404 NOT_FOUND');
    expect(await upload(m.office, 'abc', Buffer.from('x'))).toBe('404 NOT_FOUND');
    expect(await upload(m.colleague, deal.id, Buffer.from('x'))).toBe('404 NOT_FOUND');
    expect(await upload(m.officer, deal.id, Buffer.from('x'))).toBe('403 FORBIDDEN');
    expect(
      (await world.client().upload('/files/deals', 'a.txt', Buffer.from('x'), { dealId: deal.id })).status,
    ).toBe(401);
    expect((await world.as(m.office).get(`/files/deals/${randomUUID()}`)).status).toBe(404);
    expect((await world.as(m.office).get('/files/deals/abc')).status).toBe(404);
    const inAddress = await world
      .as(m.office)
      .upload(`/files/deals?dealId=${deal.id}`, 'b.txt', Buffer.from('y'));
    expect(inAddress.status).toBe(201);
    const message = (input: object) =>
      world.refused(m.office, 'postMessage', { dealId: deal.id, body: '您好', ...input });
    expect(await message({ body: '   ' })).toBe('REQUIRED');
    expect(await message({ body: '长'.repeat(5_001) })).toBe('TOO_LONG');
    expect(await message({ fileIds: Array.from({ length: 11 }, () => randomUUID()) })).toBe(
      'DEALS.TOO_MANY_FILES',
    );
    expect(await message({ fileIds: ['abc'] })).toBe('NOT_FOUND');
    expect(await message({ dealId: randomUUID() })).toBe('NOT_FOUND');
  });

  it('lets people write while others change the deal, and falls silent when it is over', async () => {
    const other = await m.confirmed();
    await world.act(m.office, 'postMessage', { dealId: other.id, body: '您好' });
    const lost = await world.act(m.buyer, 'abandonDeal', {
      ...at(other),
      reason: 'NO_ANSWER',
      note: '久未答复',
    });
    expect(lost.version).toBe(other.version + 1);
    expect(await world.refused(m.office, 'postMessage', { dealId: other.id, body: '在吗' })).toBe(
      'ILLEGAL_TRANSITION',
    );
  });
});
