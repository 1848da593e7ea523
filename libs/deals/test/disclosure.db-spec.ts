import { randomUUID } from 'node:crypto';
import { aPerson, anOfficer } from '@jihui/testing';
import { DealsHandlers } from '../src/deals.handlers.js';
import { aMarket, at, NOTICE, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

interface Notice {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly openObjectionCount: number;
  readonly objections: {
    id: string;
    version: number;
    state: string;
    availableActions: { action: string; enabled: boolean }[];
  }[];
  readonly deal: { id: string } | null;
  readonly availableActions: { action: string; enabled: boolean; reason: string | null }[];
}
const NOTICE_FIELDS = `id version state code startsOn endsOn days dayKind requiredDays requiredDaysSource daysLeft resultName
  summary conversionMode price technical transfereeName relatedParty basis channels objectionOffice objectionPhone
  organisation { id } organisationName objectionCount openObjectionCount deal { id } availableActions { action enabled reason }
  objections { id version state name contact reason decision availableActions { action enabled reason } }`;
const OBJECTION = { name: '李四', contact: '13800000000', reason: '该成果价格明显偏低，请说明定价依据' };
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('协议定价公示', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const notice = async (client: ReturnType<World['client']>, id: string): Promise<Notice> => {
    const { disclosure } = await client.query<{ disclosure: Notice }>(
      `query ($id: ID!) { disclosure(id: $id) { ${NOTICE_FIELDS} } }`,
      { id },
    );
    return disclosure;
  };
  const current = async (deal: DealNode): Promise<DealNode> => (await world.deal(m.office, deal.id)) ?? deal;

  it('is for state-established sellers and agreed prices alone', async () => {
    const auctioned = await m.priced({ method: 'AUCTION', methodEvidence: '山西省产权交易中心 2026-17' });
    expect(await world.refused(m.office, 'startDisclosure', { ...at(auctioned), ...NOTICE })).toBe(
      'DEALS.DISCLOSURE_NOT_REQUIRED',
    );
    expect((await world.act(m.buyer, 'proceedToSigning', at(auctioned))).state).toBe('READY_TO_SIGN');
    const agreed = await m.priced();
    expect(await world.refused(m.buyer, 'proceedToSigning', at(agreed))).toBe('DEALS.DISCLOSURE_REQUIRED');
    expect(await world.refused(m.buyer, 'startDisclosure', { ...at(agreed), ...NOTICE })).toBe('FORBIDDEN');
  });

  it('refuses a notice that is not whole', async () => {
    const deal = await m.priced();
    const start = (change: object) =>
      world.refused(m.office, 'startDisclosure', { ...at(deal), ...NOTICE, ...change });
    expect(await start({ days: 14 - 6 })).toBe('DEALS.DISCLOSURE_PERIOD');
    expect(await start({ days: 0 })).toBe('DEALS.DISCLOSURE_PERIOD');
    expect(await start({ days: 2_000_000_000 })).toBe('DEALS.DISCLOSURE_PERIOD');
    expect(await start({ relatedParty: true })).toBe('DEALS.RELATION_REQUIRED');
    expect(await start({ channels: [] })).toBe('REQUIRED');
  });

  it('is public with every field of the notice, and shows no deal to the public', async () => {
    const { disclosure } = await m.disclosing();
    const seen = await notice(world.client(), disclosure.id);
    expect(seen).toMatchObject({
      state: 'RUNNING',
      organisationName: '忻州师范学院',
      transfereeName: '山西晋新材料有限公司',
      requiredDays: 15,
      price: 100_000_000,
      relatedParty: false,
      channels: NOTICE.channels,
      deal: null,
      objections: [],
      availableActions: [],
    });
    expect(days(seen.startsOn, seen.endsOn)).toBeGreaterThanOrEqual(15);
    expect(seen.daysLeft).toBe(days(seen.startsOn, seen.endsOn) + 1);
    expect((await notice(world.as(m.buyer), disclosure.id)).deal).not.toBeNull();
    const list = await world.client().query<{
      disclosures: { totalCount: number; edges: { node: { id: string } }[] };
      disclosureRule: { requiredDays: number; source: string };
    }>(`query ($filter: DisclosureFilter) { disclosures(filter: $filter, first: 1) { totalCount edges { node { id } } } disclosureRule { requiredDays source } }`, { filter: { text: '师范', states: ['RUNNING'], organisationId: m.university } });
    expect(list.disclosures.edges[0]?.node.id).toBe(disclosure.id);
    expect(list.disclosureRule).toEqual({
      requiredDays: 15,
      source: expect.stringContaining('国发〔2016〕16号'),
    });
    expect(
      (await world.client().query<{ disclosure: null }>('{ disclosure(id: "abc") { id } }')).disclosure,
    ).toBeNull();
  });

  it('may count working days, which is never shorter', async () => {
    const deal = await world.act<{ disclosure: { startsOn: string; endsOn: string } }>(
      m.office,
      'startDisclosure',
      { ...at(await m.priced()), ...NOTICE, dayKind: 'WORKING', days: 15 },
      'disclosure { startsOn endsOn }',
    );
    expect(days(deal.disclosure.startsOn, deal.disclosure.endsOn)).toBeGreaterThanOrEqual(19);
  });

  describe('an objection', () => {
    it('is raised by any signed-in person with name, contact and reason', async () => {
      const { disclosure } = await m.disclosing();
      const raise = (change: object) =>
        world.refused(aPerson(), 'raiseObjection', { disclosureId: disclosure.id, ...OBJECTION, ...change });
      expect(await raise({ contact: '微信' })).toBe('DEALS.CONTACT_INVALID');
      expect(await raise({ reason: '不好' })).toBe('TOO_SHORT');
      expect(await raise({ disclosureId: randomUUID() })).toBe('NOT_FOUND');
      const { errors } = await world
        .client()
        .mutate(
          'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { objection { id } } }',
          { input: { disclosureId: disclosure.id, ...OBJECTION } },
        )
        .answer();
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });

    it('is raised three times by one person at most, decided ones counted, and others go on', async () => {
      const { disclosure } = await m.disclosing();
      const objector = aPerson();
      const input = { disclosureId: disclosure.id, ...OBJECTION };
      for (let times = 0; times < 3; times += 1) await world.act(objector, 'raiseObjection', input);
      expect(await world.refused(objector, 'raiseObjection', input)).toBe('DEALS.OBJECTION_LIMIT');
      const { disclosure: shown } = await world.as(objector).query<{
        disclosure: { availableActions: { action: string; enabled: boolean; reason: string | null }[] };
      }>('query ($id: ID!) { disclosure(id: $id) { availableActions { action enabled reason } } }', { id: disclosure.id });
      expect(shown.availableActions).toMatchObject([{ action: 'raiseObjection', enabled: false }]);
      expect(shown.availableActions[0]?.reason).toContain('3 次');
      await world.act(aPerson(), 'raiseObjection', input);
    });

    it('shows who objected to the office, the bureau and the objector alone', async () => {
      const deal = await m.disclosing();
      const { disclosure } = deal;
      const objector = aPerson();
      await world.act(objector, 'raiseObjection', { disclosureId: disclosure.id, ...OBJECTION });
      const { timeline } = (await world.deal<{
        timeline: { action: string; actor: { id: string } | null }[];
      }>(m.buyer, deal.id, 'timeline { action actor { id } }'))!;
      expect(timeline.at(-1)).toEqual({ action: 'raiseObjection', actor: null });
      const shown = async (client: ReturnType<World['client']>) => {
        const { state, openObjectionCount, objections } = await notice(client, disclosure.id);
        expect([state, openObjectionCount]).toEqual(['OBJECTED', 1]);
        return objections.length;
      };
      expect([
        await shown(world.as(m.office)),
        await shown(world.as(m.officer)),
        await shown(world.as(objector)),
      ]).toEqual([1, 1, 1]);
      expect([
        await shown(world.client()),
        await shown(world.as(m.buyer)),
        await shown(world.as(m.inventor)),
      ]).toEqual([0, 0, 0]);
      expect(await shown(world.as(anOfficer({ divisionCode: '140100' })))).toBe(0);
    });

    it('blocks until it is decided, and a rejected one blocks no longer', async () => {
      const deal = await m.disclosing();
      await world.act(aPerson(), 'raiseObjection', { disclosureId: deal.disclosure.id, ...OBJECTION });
      const {
        objections: [objection],
      } = await notice(world.as(m.office), deal.disclosure.id);
      expect(objection?.availableActions).toMatchObject([{ action: 'decideObjection', enabled: true }]);
      const decision = {
        ...at(objection!),
        outcome: 'REJECTED',
        reason: '定价依据为具备资质的机构出具的评估报告',
      };
      expect(await world.refused(m.office, 'completeDisclosure', at(await current(deal)))).toBe(
        'DEALS.OBJECTION_OPEN',
      );
      expect(await world.refused(m.officer, 'decideObjection', decision)).toBe('FORBIDDEN');
      expect(await world.refused(m.buyer, 'decideObjection', decision)).toBe('NOT_FOUND');
      expect(await world.refused(m.office, 'decideObjection', { ...decision, reason: '不成立' })).toBe(
        'TOO_SHORT',
      );
      expect(await world.refused(m.office, 'decideObjection', { ...decision, expectedVersion: 9 })).toBe(
        'STALE_VERSION',
      );
      await world.act(m.office, 'decideObjection', decision);
      expect((await notice(world.client(), deal.disclosure.id)).state).toBe('RUNNING');
      expect(await world.refused(m.office, 'decideObjection', { ...decision, expectedVersion: 2 })).toBe(
        'ILLEGAL_TRANSITION',
      );
      expect(await world.refused(m.office, 'completeDisclosure', at(await current(deal)))).toBe(
        'DEALS.DISCLOSURE_RUNNING',
      );
    });

    it('is not decided by the one who raised it', async () => {
      const deal = await m.disclosing();
      await world.act(m.office, 'raiseObjection', { disclosureId: deal.disclosure.id, ...OBJECTION });
      const {
        objections: [objection],
      } = await notice(world.as(m.office), deal.disclosure.id);
      const decision = { ...at(objection!), outcome: 'REJECTED', reason: '这是我自己提出的异议，现予驳回' };
      expect(await world.refused(m.office, 'decideObjection', decision)).toBe('DEALS.OWN_OBJECTION');
    });

    it('that is sustained annuls the notice and sends the price back', async () => {
      const deal = await m.disclosing();
      await world.act(aPerson(), 'raiseObjection', { disclosureId: deal.disclosure.id, ...OBJECTION });
      const {
        objections: [objection],
      } = await notice(world.as(m.office), deal.disclosure.id);
      await world.act(m.office, 'decideObjection', {
        ...at(objection!),
        outcome: 'SUSTAINED',
        reason: '评估报告已过有效期，须重新评估',
      });
      expect(await world.deal(m.buyer, deal.id, 'price { id }')).toMatchObject({
        state: 'NEGOTIATING',
        price: null,
      });
      expect((await notice(world.client(), deal.disclosure.id)).state).toBe('ANNULLED');
      const repriced = await m.priced({}, await current(deal));
      expect((await m.disclosing(repriced)).disclosure.id).not.toBe(deal.disclosure.id);
    });
  });

  it('ends when the price is reopened or the deal abandoned', async () => {
    const reopened = await m.disclosing();
    await world.act(m.buyer, 'reopenPrice', { ...at(reopened), reason: '范围有变' });
    const abandoned = await m.disclosing();
    await world.act(m.buyer, 'abandonDeal', { ...at(abandoned), reason: 'FUNDING', note: '预算取消' });
    for (const { disclosure } of [reopened, abandoned]) {
      expect((await notice(world.client(), disclosure.id)).state).toBe('ANNULLED');
      expect(
        await world.refused(aPerson(), 'raiseObjection', { disclosureId: disclosure.id, ...OBJECTION }),
      ).toBe('ILLEGAL_TRANSITION');
    }
  });

  // These move the clock, for everybody, and stand last.
  describe('when the period is over', () => {
    it('opens the gate by hand or by night, and takes no more objections', async () => {
      const byHand = await m.disclosing();
      const byNight = await m.disclosing();
      const objected = await m.disclosing();
      await world.act(aPerson(), 'raiseObjection', { disclosureId: objected.disclosure.id, ...OBJECTION });
      const tooEarly = await m.today();
      await world.advance(days(tooEarly, byHand.disclosure.endsOn));
      expect(await m.today()).toBe(byHand.disclosure.endsOn);
      expect(await world.refused(m.office, 'completeDisclosure', at(byHand))).toBe(
        'DEALS.DISCLOSURE_RUNNING',
      );
      await world.advance(1);
      expect(
        await world.refused(aPerson(), 'raiseObjection', {
          disclosureId: byHand.disclosure.id,
          ...OBJECTION,
        }),
      ).toBe('DEALS.DISCLOSURE_OVER');
      const done = await world.act(m.office, 'completeDisclosure', at(byHand));
      expect(done.state).toBe('READY_TO_SIGN');
      const file = await m.upload(m.office, done.id);
      const early = { ...at(done), ...(await m.signature(file.id)), signedOn: byHand.disclosure.endsOn };
      expect(await world.refused(m.office, 'recordSignature', early)).toBe(
        'DEALS.SIGNED_BEFORE_DISCLOSURE_END',
      );

      await world.deliver((_, tx) => world.get(DealsHandlers).checkDisclosures({}, tx));
      expect((await current(byNight)).state).toBe('READY_TO_SIGN');
      expect((await current(objected)).state).toBe('DISCLOSING');
      await world.deliver((_, tx) => world.get(DealsHandlers).checkDisclosures({}, tx));
      expect(await notice(world.client(), byNight.disclosure.id)).toMatchObject({
        state: 'COMPLETED',
        daysLeft: 0,
      });
    });

    it('shuts it again for a price that was not disclosed', async () => {
      const done = await world.act(m.office, 'reopenPrice', { ...at(await finished()), reason: '重新议价' });
      const repriced = await m.priced({ total: 110_000_000 }, done);
      expect(await world.refused(m.buyer, 'proceedToSigning', at(repriced))).toBe(
        'DEALS.DISCLOSURE_REQUIRED',
      );
    });

    it('shuts it for a seller that turns out to be state-established', async () => {
      const seller = await world.organisation('某研究所', 'INSTITUTE');
      const office = await world.member(seller, 'INSTITUTE', 'TRANSFER_OFFICER');
      const resultId = await world.result(seller);
      let deal = await world.act(m.buyer, 'openDeal', {
        organisationId: m.enterprise,
        resultId,
        cooperationMode: 'TRANSFER',
        message: '请问',
      });
      deal = await world.act(office, 'confirmDeal', at(deal));
      const offered = await world.act<{ openProposal: { id: string } }>(
        office,
        'proposePrice',
        {
          ...at(deal),
          cooperationMode: 'TRANSFER',
          total: 1,
          technical: 1,
          method: 'AGREEMENT',
          paymentMode: 'LUMP_SUM',
        },
        'openProposal { id }',
      );
      deal = await world.act(m.buyer, 'acceptPrice', { ...at(offered), proposalId: offered.openProposal.id });
      deal = await world.act(office, 'proceedToSigning', at(deal));
      await world.deliver((to) =>
        to.projectOrganisation({
          id: randomUUID(),
          type: 'identity.organisation',
          aggregateId: seller,
          version: 2,
          action: 'correct',
          at: '',
          actorId: '',
          payload: {
            id: seller,
            name: '某研究所',
            kind: 'INSTITUTE',
            uscc: '',
            divisionCode: '140981',
            partyNature: '021',
            stateEstablished: true,
            status: 'ACTIVE',
            legalRepresentative: '',
            contactName: '',
            contactPhone: '',
            address: '',
          } as never,
        }),
      );
      const file = await m.upload(m.buyer, deal.id);
      expect(
        await world.refused(m.buyer, 'recordSignature', { ...at(deal), ...(await m.signature(file.id)) }),
      ).toBe('DEALS.DISCLOSURE_REQUIRED');
      expect((await world.act(office, 'startDisclosure', { ...at(deal), ...NOTICE })).state).toBe(
        'DISCLOSING',
      );
    });

    const finished = async (): Promise<DealNode> => {
      const deal = await m.disclosing();
      await world.advance(days(await m.today(), deal.disclosure.endsOn) + 1);
      return world.act(m.office, 'completeDisclosure', at(deal));
    };
  });
});
