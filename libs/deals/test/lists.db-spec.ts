import { randomUUID } from 'node:crypto';
import type { DealSnapshot } from '@jihui/events';
import { AuditHeads, Db, sql } from '@jihui/platform';
import { aPerson, anOfficer, statementsOf, type GraphClient } from '@jihui/testing';
import { ProjectionsService } from '../src/projections.service.js';
import { aMarket, at, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

/** Every relation of a deal, two deep. */
const RELATIONS = [
  'id code title state version cooperationMode resultTitle needTitle myRole origin openingMessage openedAt',
  'result { id myDeal { id state } }',
  'need { id myDeal { id } }',
  'seller { name hidden confirmed confirmedAt organisation { id } people { name side person { id } } }',
  'buyer { name hidden confirmed organisation { id } people { name } }',
  'nda { inForce }',
  'price { id total proposedByName royalty { years } }',
  'openProposal { id proposedByName }',
  'priceProposals { id proposedByName }',
  'disclosureRequired disclosure { id daysLeft objectionCount openObjectionCount }',
  'disclosure { objections { id availableActions { action } } }',
  'disclosure { deal { id } }',
  'disclosure { availableActions { action } }',
  'signature { file { url uploadedByName } }',
  'registration { registrationNumber }',
  'brokerages { id name personName organisation { id } }',
  'brokerages { message endReason }',
  'brokerages { availableActions { action enabled } }',
  'introductions { valid personName buyerName }',
  'introductions { deal { id } }',
  'commissions { id computed { amount } splits { amount } }',
  'commissions { deal { id } availableActions { action } }',
  'stages { state owner overdue dueOn evidence }',
  'loss { reason } closingSummary contactCount',
  'availableActions { action enabled reason }',
  'timeline { action actor { id } }',
];

interface List {
  deals: {
    totalCount: number;
    edges: { node: DealNode & Record<string, unknown>; cursor: string }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}

describe('lists of deals', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const deals = async (
    client: GraphClient,
    variables: object = {},
    fields = 'id state',
  ): Promise<List['deals']> =>
    (
      await client.query<List>(
        `query ($filter: DealFilter, $first: Int, $after: String) { deals(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { ${fields} } } } }`,
        { ...variables },
      )
    ).deals;

  it('show each role what it may see, and nobody else anything', async () => {
    const deal = await m.joined();
    const sees = async (client: GraphClient) =>
      (await deals(client, { first: 100 })).edges.some(({ node }) => node.id === deal.id);
    const yes = [
      m.office,
      m.inventor,
      m.buyer,
      m.broker,
      m.officer,
      anOfficer({ divisionCode: '140981', kind: 'BUREAU_COUNTY' }),
    ];
    const no = [
      m.colleague,
      m.clerk,
      m.engineer,
      aPerson(),
      anOfficer({ divisionCode: '140100' }),
      anOfficer({ divisionCode: '140924', kind: 'BUREAU_COUNTY' }),
    ];
    for (const who of yes) expect(await sees(world.as(who))).toBe(true);
    for (const who of no) expect(await sees(world.as(who))).toBe(false);
    expect((await deals(world.client())).totalCount).toBe(0);
  });

  it('show an officer stage and disclosure, and nothing of the talks', async () => {
    const deal = await m.disclosing();
    const seen = await world.deal<Record<string, unknown>>(m.officer, deal.id, RELATIONS.join(' '));
    expect(seen).toMatchObject({
      myRole: 'OFFICER',
      openingMessage: null,
      nda: null,
      price: null,
      openProposal: null,
      priceProposals: [],
      signature: null,
      commissions: [],
      availableActions: [],
      disclosure: { objectionCount: 0 },
      seller: { name: '忻州师范学院', people: [] },
    });
    const stages = seen?.['stages'] as { state: string; evidence: string; dueOn: string }[];
    expect(stages.at(-1)).toMatchObject({ state: 'DISCLOSING', evidence: '', dueOn: expect.any(String) });
  });

  it('filter by state, role, organisation, listing, openness and text', async () => {
    const deal = await m.joined();
    const result = (await world.deal<{ result: { id: string }; code: string }>(
      m.buyer,
      deal.id,
      'code result { id }',
    ))!;
    const count = async (filter: object, who = m.buyer) =>
      (await deals(world.as(who), { filter: { resultId: result.result.id, ...filter } })).totalCount;
    expect(await count({ states: ['CONFIRMED'] })).toBe(1);
    expect(await count({ states: ['LEAD'] })).toBe(0);
    expect(await count({ role: 'BUYER' })).toBe(1);
    expect(await count({ role: 'SELLER' })).toBe(0);
    expect(await count({ role: 'BROKER' }, m.broker)).toBe(1);
    expect(await count({ role: 'INVITED_BROKER' }, m.broker)).toBe(0);
    expect(await count({ role: 'OFFICER' }, m.officer)).toBe(1);
    expect(await count({ organisationId: m.enterprise })).toBe(1);
    expect(await count({ organisationId: m.agency }, m.broker)).toBe(1);
    expect(await count({ organisationId: m.university })).toBe(0);
    expect(await count({ open: true })).toBe(1);
    expect(await count({ open: false })).toBe(0);
    expect(await count({ text: result.code.toLowerCase() })).toBe(1);
    expect(await count({ text: '忻州师范' })).toBe(1);
    expect(await count({ text: '%' })).toBe(0);
    expect(await count({ needId: 'abc' })).toBe(0);
  });

  it('page through all in order, without a gap', async () => {
    const all = (await deals(world.as(m.buyer), { first: 100 })).edges.map(({ node }) => node.id);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await deals(world.as(m.buyer), { first: 2, ...(after === undefined ? {} : { after }) });
      paged.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    await world.as(m.buyer).query('{ deals(first: 101) { totalCount } }').expectCode('PAGE.TOO_LARGE');
    await world.as(m.buyer).query('{ deals(after: "abc") { totalCount } }').expectCode('PAGE.BAD_CURSOR');
  });

  it('count the pipeline over what is seen', async () => {
    const { dealPipeline } = await world
      .as(m.buyer)
      .query<{ dealPipeline: { state: string; count: number; overdue: number }[] }>(
        '{ dealPipeline { state count overdue } }',
      );
    expect(dealPipeline).toHaveLength(12);
    const total = dealPipeline.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe((await deals(world.as(m.buyer))).totalCount);
    const none = await world
      .as(aPerson())
      .query<{ dealPipeline: { count: number }[] }>('{ dealPipeline { count } }');
    expect(none.dealPipeline.every(({ count }) => count === 0)).toBe(true);
  });

  it('need as many statements for fifty as for one', async () => {
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        for (let index = 0; index < 10; index += 1) await m.open();
      }),
    );
    // The first of the list has everything that a deal can lead to.
    const disclosed = await m.disclosing(await m.priced({}, await m.joined()));
    await world.advance(
      (Date.parse(disclosed.disclosure.endsOn) - Date.parse(disclosed.disclosure.startsOn)) / 86_400_000 + 1,
    );
    await m.signed(await world.act(m.office, 'completeDisclosure', at(disclosed)));
    await world.settle();
    const ask = async (client: GraphClient, first: number, relation: string): Promise<string> => {
      const asked = await statementsOf(world, async () => {
        const { edges } = await deals(client, { first }, relation);
        expect(edges).toHaveLength(first);
      });
      return `${relation}: ${asked.length}`;
    };
    for (const who of [m.buyer, m.officer])
      for (const relation of RELATIONS)
        expect(await ask(world.as(who), 50, relation)).toBe(await ask(world.as(who), 1, relation));
  }, 120_000);

  describe('what others are told', () => {
    const events = async (
      dealId: string,
    ): Promise<{ version: number; action: string; payload: DealSnapshot }[]> =>
      world
        .get(Db)
        .query(
          sql`select version, action, payload from deals.event where aggregate_id = ${dealId} order by seq`,
        );

    it('is the whole deal at every change, with those to be told', async () => {
      const deal = await m.signed(await m.ready(await m.joined()));
      const told = await events(deal.id);
      expect(told.map(({ action }) => action)).toEqual([
        'openDeal',
        'confirmDeal',
        'inviteBroker',
        'acceptBrokerage',
        'proposePrice',
        'acceptPrice',
        'proceedToSigning',
        'recordSignature',
        'confirmSignature',
      ]);
      expect(told[0]?.payload.sellerPersonIds).toEqual(
        expect.arrayContaining([m.office.personId, m.inventor.personId]),
      );
      expect(told[2]?.payload.brokers).toMatchObject([
        { organisationId: m.agency, joined: false, personId: m.broker.personId },
      ]);
      expect(told.at(-1)?.payload).toMatchObject({
        state: 'SIGNED',
        version: deal.version,
        brokers: [{ joined: true }],
        price: { total: 100_000_000, method: 'AUCTION' },
        signature: { confirmed: true, signatories: ['王晓岚', '张建军'] },
        disclosure: null,
      });
      for (const { version, payload } of told) expect(payload.version).toBe(version);
    });

    it('never names an anonymous buyer before it confirmed', async () => {
      const needId = await world.need(m.enterprise, { anonymous: true });
      const deal = await world.act(m.office, 'openDeal', {
        organisationId: m.university,
        needId,
        cooperationMode: 'SERVICE',
        message: '我们能做',
      });
      await world.act(m.buyer, 'confirmDeal', at(deal));
      expect((await events(deal.id)).map(({ payload }) => payload.buyerName)).toEqual([
        '匿名需求方',
        '山西晋新材料有限公司',
      ]);
    });

    it('can be told again', async () => {
      const deal = await m.open();
      const count = await world.get(ProjectionsService).republish(new Date(0));
      expect(count).toBe(
        Number((await world.get(Db).one<{ count: string }>(sql`select count(*) from deals.deal`))?.count),
      );
      expect((await events(deal.id)).at(-1)).toMatchObject({ action: 'republish', version: 1 });
    });
  });

  it('keep to the newest of what others told', async () => {
    const id = await world.result(m.university, { version: 5, title: '新名称' });
    await world.result(m.university, { id, version: 4, title: '旧名称' });
    const deal = await m.open({ resultId: id });
    expect(await world.deal(m.buyer, deal.id, 'title')).toMatchObject({ title: '新名称' });
    const imported = [randomUUID(), randomUUID()];
    const facts = imported.map((resultId) => ({
      id: resultId,
      version: 1,
      title: '导入的成果',
      ownerId: m.university,
      createdBy: 'system:import',
      online: true,
    }));
    const needs = [
      {
        id: randomUUID(),
        version: 1,
        title: '导入的需求',
        ownerId: m.enterprise,
        createdBy: 'system:import',
        online: true,
        anonymous: false,
      },
    ];
    await world.deliver((to) => to.projectResults({ payload: { results: facts } } as never));
    await world.deliver((to) => to.projectNeeds({ payload: { needs } } as never));
    expect((await m.open({ resultId: imported[1], needId: needs[0]?.id })).state).toBe('INTEREST');
  });

  it('leave a history that holds', async () => {
    expect(await world.get(AuditHeads).verify()).toEqual([]);
  });
});
