import { randomUUID } from 'node:crypto';
import { aBroker, anEnterprisePerson, aPerson } from '@jihui/testing';
import { aMarket, at, PRICE, type DealNode, type Market } from './deals.market.js';
import { aWorld, type World } from './deals.world.js';

describe('a deal', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  describe('opening', () => {
    it('confirms the side of a transfer officer and asks the other', async () => {
      const deal = await m.open();
      expect(deal.state).toBe('INTEREST');
      const seen = await world.deal<{
        seller: { confirmed: boolean; name: string; people: { person: { id: string } }[] };
        buyer: { confirmed: boolean };
        code: string;
        title: string;
      }>(
        m.office,
        deal.id,
        'code title seller { name confirmed people { person { id } name side } } buyer { confirmed }',
      );
      expect(seen).toMatchObject({
        title: '高导热金刚石铜复合材料',
        seller: { name: '忻州师范学院', confirmed: false },
        buyer: { confirmed: true },
      });
      expect(seen?.code).toMatch(/^DJ\d{4}-\d{6}$/);
      expect(seen?.seller.people.map(({ person }) => person.id)).toEqual([m.inventor.personId]);
    });

    it('confirms nothing by a researcher: both sides are asked', async () => {
      const resultId = await world.result(m.university);
      const deal = await world.act(m.engineer, 'openDeal', {
        organisationId: m.enterprise,
        resultId,
        cooperationMode: 'TRANSFER',
        message: '请问',
      });
      expect(deal.state).toBe('LEAD');
      const half = await world.act(m.office, 'confirmDeal', at(deal));
      expect(half.state).toBe('INTEREST');
      expect((await world.act(m.buyer, 'confirmDeal', at(half))).state).toBe('CONFIRMED');
    });

    it('makes the interested one the seller on a need', async () => {
      const needId = await world.need(m.enterprise);
      const deal = await world.act<{ seller: { organisation: { id: string } } }>(
        m.office,
        'openDeal',
        { organisationId: m.university, needId, cooperationMode: 'COMMISSIONED_RND', message: '我们能做' },
        'seller { organisation { id } }',
      );
      expect(deal.seller.organisation.id).toBe(m.university);
    });

    it('refuses what does not fit, with its code', async () => {
      const resultId = await world.result(m.university);
      const offline = await world.result(m.university, { online: false });
      const own = await world.result(m.enterprise, { online: false });
      const needId = await world.need(await world.organisation('外地企业', 'ENTERPRISE'));
      const ask = (input: object, who = m.buyer) =>
        world.refused(who, 'openDeal', {
          organisationId: m.enterprise,
          cooperationMode: 'TRANSFER',
          message: '请问',
          ...input,
        });
      expect(await ask({})).toBe('DEALS.NO_LISTING');
      expect(await ask({ resultId: randomUUID() })).toBe('DEALS.NOT_YET_KNOWN');
      expect(await ask({ resultId: offline })).toBe('DEALS.NOT_YET_KNOWN');
      expect(await ask({ resultId: own })).toBe('DEALS.SAME_PARTY');
      expect(await ask({ resultId, needId })).toBe('DEALS.NOT_A_PARTY');
      expect(await ask({ resultId: 'abc' })).toBe('NOT_FOUND');
      expect(await ask({ resultId, message: '' })).toBe('REQUIRED');
      expect(await ask({ resultId, title: '长'.repeat(201) })).toBe('TOO_LONG');
      expect(await ask({ resultId }, m.clerk)).toBe('FORBIDDEN');
      expect(await ask({ resultId, organisationId: m.university })).toBe('FORBIDDEN');
      const stranger = anEnterprisePerson();
      expect(await ask({ resultId, organisationId: stranger.memberships[0]?.organisationId }, stranger)).toBe(
        'DEALS.NOT_YET_KNOWN',
      );
      const needOwn = await world.need(m.enterprise, { online: false });
      expect(await ask({ resultId, needId: needOwn })).toBe('DEALS.LISTING_NOT_ONLINE');
      const suspended = await world.organisation('已停用企业', 'ENTERPRISE', { status: 'SUSPENDED' });
      expect(await ask({ resultId: await world.result(suspended) })).toBe('DEALS.NOT_YET_KNOWN');
    });

    it('opens one deal of the same two on the same listing, also when both click at once', async () => {
      const resultId = await world.result(m.university);
      const input = { organisationId: m.enterprise, resultId, cooperationMode: 'TRANSFER', message: '请问' };
      const outcomes = await Promise.allSettled([
        world.act(m.buyer, 'openDeal', input),
        world.act(m.engineer, 'openDeal', input),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await world.refused(m.buyer, 'openDeal', input)).toBe('DEALS.ALREADY_OPEN');
    });

    it('answers a double click once, and another input under the same id not at all', async () => {
      const resultId = await world.result(m.university);
      const input = {
        organisationId: m.enterprise,
        resultId,
        cooperationMode: 'TRANSFER',
        message: '请问',
        clientMutationId: randomUUID(),
      };
      const [a, b] = await Promise.all([
        world.act(m.buyer, 'openDeal', input),
        world.act(m.buyer, 'openDeal', input),
      ]);
      expect(a.id).toBe(b.id);
      expect(await world.refused(m.buyer, 'openDeal', { ...input, message: '另一内容' })).toBe(
        'IDEMPOTENCY.MISMATCH',
      );
    });
  });

  describe('changing', () => {
    it('tells whoever comes second, and lets one of two win', async () => {
      const deal = await m.open();
      const outcomes = await Promise.allSettled([
        world.act(m.office, 'confirmDeal', at(deal)),
        world.act(m.buyer, 'abandonDeal', { ...at(deal), reason: 'OTHER', note: '不再需要' }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await world.refused(m.office, 'confirmDeal', at(deal))).toBe('STALE_VERSION');
    });

    it('is hidden from strangers and forbidden to those who see it', async () => {
      const deal = await m.open();
      const confirm = (who: Parameters<World['refused']>[0]) => world.refused(who, 'confirmDeal', at(deal));
      expect(await confirm(anEnterprisePerson())).toBe('NOT_FOUND');
      expect(await confirm(aBroker())).toBe('NOT_FOUND');
      expect(await confirm(m.colleague)).toBe('NOT_FOUND');
      expect(await confirm(m.inventor)).toBe('FORBIDDEN');
      expect(await confirm(m.officer)).toBe('FORBIDDEN');
      expect(await confirm(m.buyer)).toBe('DEALS.ALREADY_CONFIRMED');
      expect(await world.refused(m.office, 'acceptPrice', { ...at(deal), proposalId: randomUUID() })).toBe(
        'ILLEGAL_TRANSITION',
      );
      expect(await world.refused(m.office, 'confirmDeal', { id: 'abc', expectedVersion: 1 })).toBe(
        'NOT_FOUND',
      );
    });

    it('brings a colleague in, who then sees it', async () => {
      const deal = await m.open();
      expect(await world.deal(m.colleague, deal.id)).toBeNull();
      const added = await world.act(m.office, 'addDealPerson', {
        ...at(deal),
        personId: m.colleague.personId,
      });
      expect(await world.deal(m.colleague, deal.id)).toMatchObject({ id: deal.id });
      const add = (personId: string) => world.refused(m.office, 'addDealPerson', { ...at(added), personId });
      expect(await add(m.colleague.personId)).toBe('DEALS.PERSON_ALREADY_ADDED');
      expect(await add(m.buyer.personId)).toBe('DEALS.PERSON_NOT_MEMBER');
      expect(await add(m.clerk.personId)).toBe('DEALS.PERSON_NOT_MEMBER');
      expect(await add(randomUUID())).toBe('DEALS.NOT_YET_KNOWN');
    });

    it('waits with prices while one side alone signed the confidentiality text', async () => {
      const deal = await world.act(m.office, 'signNda', at(await m.confirmed()));
      expect(await world.refused(m.buyer, 'proposePrice', { ...at(deal), ...PRICE })).toBe(
        'DEALS.NDA_PENDING',
      );
      expect(await world.refused(m.office, 'signNda', at(deal))).toBe('DEALS.NDA_ALREADY_SIGNED');
      const both = await world.act<{ nda: { inForce: boolean; textSha256: string } }>(
        m.buyer,
        'signNda',
        at(deal),
        'nda { inForce textSha256 text }',
      );
      expect(both.nda).toMatchObject({ inForce: true, textSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect((await world.act(m.buyer, 'proposePrice', { ...at(both), ...PRICE })).state).toBe('NEGOTIATING');
    });

    it('agrees a price between two sides and two people', async () => {
      const deal = await m.confirmed();
      const first = await world.act<{ openProposal: { id: string } }>(
        m.buyer,
        'proposePrice',
        { ...at(deal), ...PRICE, total: 90_000_000 },
        'openProposal { id }',
      );
      const second = await world.act<{ openProposal: { id: string }; priceProposals: { state: string }[] }>(
        m.office,
        'proposePrice',
        { ...at(first), ...PRICE },
        'openProposal { id } priceProposals { state }',
      );
      expect(second.priceProposals.map(({ state }) => state)).toEqual(['SUPERSEDED', 'OPEN']);
      expect(
        await world.refused(m.buyer, 'acceptPrice', { ...at(second), proposalId: first.openProposal.id }),
      ).toBe('DEALS.PROPOSAL_CHANGED');
      expect(
        await world.refused(m.office, 'acceptPrice', { ...at(second), proposalId: second.openProposal.id }),
      ).toBe('DEALS.OWN_PROPOSAL');
      const agreed = await world.act<{ price: { total: number; technical: number } }>(
        m.buyer,
        'acceptPrice',
        { ...at(second), proposalId: second.openProposal.id },
        'price { total technical method royalty { years } }',
      );
      expect(agreed).toMatchObject({ state: 'PRICED', price: { total: 100_000_000, technical: 80_000_000 } });
      const reopened = await world.act<{ price: unknown }>(
        m.buyer,
        'reopenPrice',
        { ...at(agreed), reason: '范围有变' },
        'price { id }',
      );
      expect(reopened).toMatchObject({ state: 'NEGOTIATING', price: null });
      expect(
        await world.refused(m.office, 'proposePrice', {
          ...at(reopened),
          ...PRICE,
          technical: 200_000_000,
          basis: '',
        }),
      ).toBe('DEALS.TECHNICAL_EXCEEDS_TOTAL');
    });

    it('is signed by one side and confirmed by the other', async () => {
      const deal = await m.ready();
      const file = await m.upload(m.office, deal.id);
      const form = await m.signature(file.id);
      const record = (change: object) =>
        world.refused(m.office, 'recordSignature', { ...at(deal), ...form, ...change });
      expect(await record({ fileId: randomUUID() })).toBe('DEALS.FILE_UNKNOWN');
      const theirs = await m.upload(m.buyer, deal.id);
      expect(await record({ fileId: theirs.id })).toBe('DEALS.FILE_UNKNOWN');
      const text = await m.upload(m.office, deal.id, Buffer.from('不是 PDF'));
      expect(await record({ fileId: text.id })).toBe('DEALS.NOT_A_PDF');
      expect(await record({ signedOn: '2099-01-01' })).toBe('DEALS.DATE_IN_FUTURE');
      expect(await record({ effectiveTo: '2020-01-01' })).toBe('DEALS.PERIOD_REVERSED');

      const recorded = await world.act(m.office, 'recordSignature', { ...at(deal), ...form });
      const confirm = (who: typeof m.office, fileSha256: string) =>
        world.refused(who, 'confirmSignature', { ...at(recorded), fileSha256 });
      expect(await confirm(m.office, file.sha256)).toBe('DEALS.OWN_SIGNATURE');
      expect(await confirm(m.buyer, 'f'.repeat(64))).toBe('DEALS.SIGNATURE_CHANGED');
      const rejected = await world.act(m.buyer, 'rejectSignature', { ...at(recorded), reason: '日期有误' });
      expect(rejected.state).toBe('READY_TO_SIGN');
      const again = await world.act(m.office, 'recordSignature', { ...at(rejected), ...form });
      const signed = await world.act<{
        signature: { confirmed: boolean; file: { sha256: string; url: string } };
      }>(
        m.buyer,
        'confirmSignature',
        { ...at(again), fileSha256: file.sha256.toUpperCase() },
        'signature { confirmed file { sha256 url } }',
      );
      expect(signed).toMatchObject({
        state: 'SIGNED',
        signature: { confirmed: true, file: { sha256: file.sha256 } },
      });
      const download = await world.as(m.buyer).get(signed.signature.file.url);
      expect(download.status).toBe(200);
      expect(
        await world.refused(m.buyer, 'abandonDeal', { ...at(signed), reason: 'OTHER', note: '反悔' }),
      ).toBe('ILLEGAL_TRANSITION');

      const once = await world.contract({ dealId: deal.id, brokerNames: [] });
      const registered = await world.deal<{ registration: { registrationNumber: string } }>(
        m.buyer,
        deal.id,
        'registration { registrationNumber state }',
      );
      expect(registered).toMatchObject({
        state: 'REGISTERED',
        registration: { registrationNumber: '2026140900000001' },
      });
      const bound = { dealId: deal.id, brokerNames: [] };
      await world.contract({ ...bound, id: once.id, version: 5, state: 'CANCELLED', standing: false });
      const back = await world.deal<{ timeline: object[] }>(m.buyer, deal.id, 'timeline { action reason }');
      expect(back).toMatchObject({ state: 'SIGNED' });
      expect(back?.timeline.at(-1)).toMatchObject({ action: 'endRegistration', reason: '登记的合同已注销' });
      // A second application is registered; what is told late of the first one changes nothing.
      await world.contract({ ...bound, registrationNumber: '2026140900000002' });
      await world.contract({ ...bound, id: once.id, version: 6, state: 'CANCELLED', standing: false });
      const again2 = await world.deal<{ registration: { registrationNumber: string } }>(
        m.buyer,
        deal.id,
        'registration { registrationNumber }',
      );
      expect(again2).toMatchObject({
        state: 'REGISTERED',
        registration: { registrationNumber: '2026140900000002' },
      });
      const closed = await world.act<{
        stages: { state: string; leftAt: string | null; owner: string }[];
        timeline: { action: string; actor: { id: string } | null }[];
      }>(
        m.office,
        'closeDeal',
        { ...at(again2!), summary: '履行完毕' },
        'stages { state leftAt owner evidence } timeline { action from to actor { id } }',
      );
      expect(closed.stages.map(({ state }) => state)).toEqual([
        'INTEREST',
        'CONFIRMED',
        'NEGOTIATING',
        'PRICED',
        'READY_TO_SIGN',
        'SIGNATURE_RECORDED',
        'READY_TO_SIGN',
        'SIGNATURE_RECORDED',
        'SIGNED',
        'REGISTERED',
        'SIGNED',
        'REGISTERED',
        'CLOSED',
      ]);
      expect(closed.stages.filter(({ leftAt }) => leftAt === null)).toHaveLength(1);
      expect(closed.timeline.find(({ action }) => action === 'registerContract')?.actor).toBeNull();
      expect(closed.timeline.at(-1)).toMatchObject({ action: 'closeDeal', actor: { id: m.office.personId } });
    });

    it('is abandoned with a reason, and never reopened', async () => {
      const deal = await m.confirmed();
      const lost = await world.act<{ loss: { reason: string; by: string } }>(
        m.buyer,
        'abandonDeal',
        { ...at(deal), reason: 'FUNDING', note: '预算取消' },
        'loss { reason note by } availableActions { action }',
      );
      expect(lost).toMatchObject({
        state: 'ABANDONED',
        loss: { reason: 'FUNDING', by: 'BUYER' },
        availableActions: [],
      });
      expect(await world.refused(m.office, 'proposePrice', { ...at(lost), ...PRICE })).toBe(
        'ILLEGAL_TRANSITION',
      );
      expect((await m.open({ resultId: await resultOf(lost) })).state).toBe('INTEREST');
    });
  });

  const resultOf = async ({ id }: DealNode): Promise<string> =>
    (await world.deal<{ result: { id: string } }>(m.buyer, id, 'result { id }'))?.result.id ?? '';

  describe('availableActions', () => {
    it('say what one may do and what stands in the way', async () => {
      const deal = await m.priced();
      const actions = async (who: typeof m.office) =>
        Object.fromEntries(
          (
            (
              await world.deal<{
                availableActions: { action: string; enabled: boolean; reason: string | null }[];
              }>(who, deal.id, 'availableActions { action enabled reason }')
            )?.availableActions ?? []
          ).map((a) => [a.action, a]),
        );
      const office = await actions(m.office);
      expect(office['startDisclosure']).toMatchObject({ enabled: true, reason: null });
      expect(office['proceedToSigning']).toMatchObject({
        enabled: false,
        reason: expect.stringContaining('须先完成定价公示'),
      });
      expect(office['annulDisclosure']).toBeUndefined();
      expect(Object.keys(await actions(m.buyer))).not.toContain('startDisclosure');
      expect(Object.keys(await actions(m.inventor)).sort()).toEqual([
        'postMessage',
        'recordContact',
        'uploadFile',
        'writeNote',
      ]);
      expect(await actions(m.officer)).toEqual({});
    });
  });

  it('is found from its result and need by those who take part', async () => {
    const resultId = await world.result(m.university);
    const needId = await world.need(m.enterprise);
    const mine = async (who: typeof m.buyer) => {
      // Result and Need are listings' own; as in a subgraph they are reached here through a deal.
      const { deals } = await world.as(who).query<{
        deals: {
          edges: {
            node: { result: { myDeal: { id: string } | null }; need: { myDeal: { id: string } | null } };
          }[];
        };
      }>('query ($filter: DealFilter) { deals(filter: $filter) { edges { node { result { myDeal { id } } need { myDeal { id } } } } } }', { filter: { resultId } });
      return deals.edges.map(({ node }) => [node.result.myDeal?.id, node.need.myDeal?.id]);
    };
    const deal = await world.act(m.buyer, 'openDeal', {
      organisationId: m.enterprise,
      resultId,
      needId,
      cooperationMode: 'TRANSFER',
      message: '请问',
    });
    expect(await mine(m.buyer)).toEqual([[deal.id, deal.id]]);
    expect(await mine(m.officer)).toEqual([[undefined, undefined]]);
  });

  it('leaves nothing changed for somebody who is nobody', async () => {
    const deal = await m.open();
    const { errors } = await world
      .client()
      .mutate('mutation ($input: DealActionInput!) { confirmDeal(input: $input) { deal { id } } }', {
        input: at(deal),
      })
      .answer();
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await world.deal(aPerson(), deal.id)).toBeNull();
    expect(await world.deal(m.buyer, deal.id)).toMatchObject({ version: deal.version });
  });
});
