import { Db, raw } from '@jihui/platform';
import { aMarket, at, type Market } from './deals.market.js';
import { anEvent, aWorld, type World } from './deals.world.js';

interface Figure {
  readonly name: string;
  readonly value: number | null;
  readonly of: number;
  readonly unit: string;
  readonly definition: string;
  readonly query: string;
}
const FIGURES = '{ marketHealth { name value of unit definition query } }';
/** What handlers of terms do not look into. */
const BLANK = {} as never;
const LOAD = '{ brokerWorkload { organisationId person { id } open overdue quiet invited } }';

describe('how alive the market is', () => {
  let world: World;
  let m: Market;
  beforeAll(async () => {
    world = await aWorld();
    m = await aMarket(world);
  });
  afterAll(() => world?.close());

  const figures = async (): Promise<Record<string, Figure>> => {
    const { marketHealth } = await world.client().query<{ marketHealth: Figure[] }>(FIGURES);
    return Object.fromEntries(marketHealth.map((figure) => [figure.name, figure]));
  };
  const vitalityIn = async (actor: typeof m.office, dealId: string): Promise<unknown> => {
    const deal = await world.deal<{ result: { vitality: unknown } }>(
      actor,
      dealId,
      'result { vitality { asked waiting firstResponseHours lastTouchAt } }',
    );
    return deal?.result.vitality;
  };

  it('says of an empty market that there is nothing to count, not zero hours', async () => {
    const { FIRST_RESPONSE, ANSWERED_IN_TIME, OPENED } = await figures();
    expect([FIRST_RESPONSE?.value, ANSWERED_IN_TIME?.value, OPENED?.value]).toEqual([null, null, null]);
  });

  it('counts the first answer of the side that was asked, dead ends and quiet deals, with the query of each', async () => {
    const unanswered = await m.open();
    const answered = await m.open();
    await world.advance(2);
    await world.act(m.office, 'confirmDeal', at(answered));
    const written = await m.open();
    await world.advance(1);
    // Who asked writes again: that is no answer.
    await world
      .as(m.buyer)
      .mutate('mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }', {
        input: { dealId: written.id, body: '请问能否面谈？' },
      });
    await world.advance(3);
    await world
      .as(m.office)
      .mutate('mutation ($input: PostMessageInput!) { postMessage(input: $input) { message { id } } }', {
        input: { dealId: written.id, body: '可以，下周来校。' },
      });
    const soon = await figures();
    expect(soon['OPENED']).toMatchObject({ value: 3, of: 3, unit: 'COUNT' });
    expect(soon['FIRST_RESPONSE']?.of).toBe(2);
    // 48 hours and 96: the median of both.
    expect(soon['FIRST_RESPONSE']?.value).toBeCloseTo(72, 0);
    expect(soon['DEAD_ENDS']).toMatchObject({ value: 0, of: 3 });
    await world.advance(20);
    const later = await figures();
    expect(later['DEAD_ENDS']).toMatchObject({ value: 1, of: 3 });
    expect(later['ANSWERED_IN_TIME']?.value).toBeCloseTo(2 / 3, 3);
    expect(later['QUIET']?.value).toBe(0);
    await world.advance(20);
    expect((await figures())['QUIET']).toMatchObject({ value: 3, of: 3 });
    for (const { name, query, value, of, definition } of Object.values(await figures())) {
      const [row] = await world.app.get(Db).query<{ value: string | null; of: string }>(raw(query));
      expect([name, row === undefined ? null : Number(row.value), Number(row?.of)]).toEqual([
        name,
        value === null ? 0 : expect.closeTo(value, 6),
        of,
      ]);
      expect(definition).toMatch(/[。]$/u);
    }
    await world.act(m.office, 'confirmDeal', at(unanswered));
    expect((await figures())['DEAD_ENDS']?.value).toBe(0);
    expect((await figures())['QUIET']?.value).toBe(2);
  });

  it('counts which listings were renewed at the end of their term, and which ran out and stayed away', async () => {
    const told = (
      kind: 'result' | 'need',
      listingId: string,
      action: string,
      version: number,
    ): Promise<void> =>
      world.deliver(async (handlers, { now }) => {
        const event = { aggregateId: listingId, action, at: now.toISOString() };
        if (kind === 'result')
          await handlers.projectResultTerm({ ...anEvent('listings.result', BLANK, version), ...event });
        else await handlers.projectNeedTerm({ ...anEvent('listings.need', BLANK, version), ...event });
      });
    const renewed = await world.result(m.university);
    const gone = await world.need(m.enterprise, { online: false });
    const back = await world.result(m.university);
    await told('result', renewed, 'renew', 2);
    // What is told twice counts once, and what is no end of a term not at all.
    await told('result', renewed, 'renew', 2);
    await told('result', renewed, 'revise', 3);
    await told('need', gone, 'expire', 2);
    await told('result', back, 'expire', 2);
    const { RENEWED, EXPIRED } = await figures();
    expect(RENEWED).toMatchObject({ of: 3, unit: 'SHARE' });
    expect(RENEWED?.value).toBeCloseTo(1 / 3, 6);
    expect(EXPIRED).toMatchObject({ value: 1, of: 3, unit: 'COUNT' });
  });

  it('tells the owner’s people how those who asked were answered, and nobody else', async () => {
    const { id } = await m.open();
    expect(await vitalityIn(m.office, id)).toMatchObject({
      asked: 1,
      waiting: 1,
      firstResponseHours: null,
      lastTouchAt: expect.any(String),
    });
    for (const other of [m.buyer, m.officer]) expect(await vitalityIn(other, id)).toBeNull();
  });

  it('shows an agency who has how much in hand, and nobody else', async () => {
    const deal = await m.confirmed();
    await world.act(m.buyer, 'inviteBroker', {
      ...at(deal),
      brokerOrganisationId: m.agency,
      message: '请协助',
    });
    const load = async (who: typeof m.broker): Promise<unknown[]> =>
      (await world.as(who).query<{ brokerWorkload: unknown[] }>(LOAD)).brokerWorkload;
    expect(await load(m.broker)).toEqual([
      { organisationId: m.agency, person: null, open: 0, overdue: 0, quiet: 0, invited: 1 },
    ]);
    const introduced = await world.act(m.broker, 'introduceDeal', {
      brokerOrganisationId: m.agency,
      resultId: await world.result(m.university),
      buyerId: m.enterprise,
      represents: 'NONE',
      cooperationMode: 'TRANSFER',
      message: '您好',
    });
    expect(introduced.state).not.toBe('');
    await world.advance(60);
    expect(await load(m.broker)).toContainEqual(
      expect.objectContaining({ person: { id: m.broker.personId }, open: 1, overdue: 1, quiet: 1 }),
    );
    for (const other of [m.office, m.buyer, m.officer]) expect(await load(other)).toEqual([]);
  });
});
