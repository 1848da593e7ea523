import { anonymous, type Actor } from '@jihui/kernel';
import { aMember, organisationOf } from '@jihui/testing';
import { anAgency, mutate, tellDeal, type Agency } from './broker.world.js';
import { RatingsStore } from '../src/store/ratings.store.js';
import { aWorld, PLACE, type World } from './discovery.world.js';
import { violationsOf } from './people.js';

interface Rated {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
const GOOD = { EXPERTISE: 5, TIMELINESS: 4, HONESTY: 5, OUTCOME: 4 };

describe('ratings of a broker', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.app.close());

  const sides = () => ({ sellerId: world.university, buyerId: organisationOf(world.enterprise) });
  const act = (who: Actor, mutation: string, input: object) =>
    mutate<{ brokerRating: Rated }>(world, who, mutation, input, 'brokerRating { id version state }');
  const rate = (who: Actor, { broker }: Agency, dealId: string, change: object = {}) =>
    act(who, 'rateBroker', { brokerId: broker.id, dealId, scores: GOOD, text: '沟通及时', ...change });
  const on = (who: Actor, mutation: string, { id, version }: Rated, text?: string) =>
    act(who, mutation, { id, expectedVersion: version, ...(text !== undefined && { text }) });
  const read = async (who: Actor, { broker }: Agency) => {
    const answer = await world.app.as(who).query<{
      broker: { ratingSummary: { count: number; average: number | null; aspects: object[] } };
      brokerRatings: { totalCount: number; edges: { node: Record<string, unknown> }[] };
    }>(
      `query ($id: ID!) {
        broker(id: $id) { ratingSummary { count average aspects { aspect average } } }
        brokerRatings(brokerId: $id) { totalCount edges { node { text raterName state answer hiddenReason } } } }`,
      { id: broker.id },
    );
    expect(answer.brokerRatings.totalCount).toBe(answer.brokerRatings.edges.length);
    return { ...answer.broker.ratingSummary, ratings: answer.brokerRatings.edges.map(({ node }) => node) };
  };

  it('are given once for each deal by each side, once it is signed', async () => {
    const agency = await anAgency(world, '评价经纪甲');
    const open = await tellDeal(world, agency, { ...sides(), state: 'NEGOTIATING', signature: null });
    const signed = await tellDeal(world, agency, sides());
    expect(await violationsOf(rate(world.office, agency, open))).toEqual(['dealId RATING.NOT_CONCLUDED']);
    for (const stranger of [world.researcher, world.officer, agency.head])
      await rate(stranger, agency, signed).expectCode('NOT_FOUND');
    await rate(anonymous, agency, signed).expectCode('UNAUTHENTICATED');
    expect(
      await violationsOf(rate(world.office, agency, signed, { scores: { ...GOOD, HONESTY: 6, OUTCOME: 0 } })),
    ).toEqual(['scores.HONESTY RATING.SCORE', 'scores.OUTCOME RATING.SCORE']);
    await rate(world.office, agency, signed);
    expect(await violationsOf(rate(world.office, agency, signed))).toEqual(['RATING.ALREADY_RATED']);
    await rate(world.enterprise, agency, signed);
    expect((await read(world.officer, agency)).ratings).toHaveLength(2);
  });

  it('are of a broker who acted in the deal, and of nobody’s own', async () => {
    const [agency, other] = [await anAgency(world, '评价经纪乙'), await anAgency(world, '评价经纪丙')];
    const deal = await tellDeal(world, agency, sides());
    expect(await violationsOf(rate(world.office, other, deal))).toEqual(['brokerId RATING.NOT_THEIR_BROKER']);
    const own = await tellDeal(world, agency, { ...sides(), sellerId: agency.id });
    expect(await violationsOf(rate(agency.head, agency, own))).toEqual(['brokerId RATING.OWN_BROKER']);
  });

  it('are offered on the deal to each side that has not given its own', async () => {
    const agency = await anAgency(world, '评价经纪庚');
    const deal = await tellDeal(world, agency, sides());
    const offered = async (who: Actor) =>
      (await world.app.get(RatingsStore).ofDeals(who, [deal])).map(({ mayRate, ratingId }) => [
        mayRate,
        ratingId !== null,
      ]);
    expect(await offered(world.office)).toEqual([[true, false]]);
    await rate(world.office, agency, deal);
    expect(await offered(world.office)).toEqual([[false, true]]);
    expect(await offered(world.enterprise)).toEqual([[true, false]]);
    expect(await offered(agency.head)).toEqual([[false, false]]);
    for (const outsider of [anonymous, world.researcher, world.officer])
      expect(await offered(outsider)).toEqual([]);
  });

  it('are told to outsiders from a number on, without who rated', async () => {
    const agency = await anAgency(world, '评价经纪丁');
    for (const count of [1, 2, 3]) {
      await rate(world.office, agency, await tellDeal(world, agency, sides()));
      const seen = await read(anonymous, agency);
      expect(seen.count).toBe(count);
      expect(seen.average).toBe(count < 3 ? null : 4.5);
      expect(seen.aspects).toHaveLength(count < 3 ? 0 : 4);
      expect(seen.ratings).toHaveLength(count < 3 ? 0 : 3);
      for (const { raterName } of seen.ratings) expect(raterName).toBe('');
      for (const reader of [agency.head, world.officer, world.office])
        expect((await read(reader, agency)).ratings.map(({ raterName }) => raterName)).toEqual(
          Array.from({ length: count }, () => '忻州工业技术大学'),
        );
    }
  });

  it('are answered once, hidden with a reason, and shown again', async () => {
    const agency = await anAgency(world, '评价经纪戊');
    const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });
    const rated = (await rate(world.enterprise, agency, await tellDeal(world, agency, sides()))).it
      .brokerRating;
    for (const stranger of [anonymous, county, world.office])
      await on(stranger, 'answerBrokerRating', rated, '谢谢').expectCode(
        stranger === anonymous ? 'UNAUTHENTICATED' : 'NOT_FOUND',
      );
    await on(world.officer, 'answerBrokerRating', rated, '谢谢').expectCode('FORBIDDEN');
    expect(await violationsOf(on(agency.head, 'answerBrokerRating', rated, ' '))).toEqual(['text REQUIRED']);
    const answered = (await on(agency.head, 'answerBrokerRating', rated, '感谢，今后改进')).it.brokerRating;
    await on(agency.head, 'answerBrokerRating', rated, '再说一次').expectCode('STALE_VERSION');
    expect(await violationsOf(on(agency.head, 'answerBrokerRating', answered, '再说一次'))).toEqual([
      'RATING.ANSWERED',
    ]);
    await on(agency.head, 'hideBrokerRating', answered, '不实').expectCode('FORBIDDEN');
    const hidden = (await on(world.officer, 'hideBrokerRating', answered, '含有与服务无关的内容')).it
      .brokerRating;
    expect(await read(agency.head, agency)).toMatchObject({
      count: 0,
      ratings: [{ state: 'HIDDEN', answer: '感谢，今后改进', hiddenReason: '含有与服务无关的内容' }],
    });
    await on(world.officer, 'hideBrokerRating', hidden, '再次').expectCode('ILLEGAL_TRANSITION');
    const shown = (await on(world.officer, 'showBrokerRating', hidden)).it.brokerRating;
    expect(shown.state).toBe('SHOWN');
    expect((await read(agency.head, agency)).count).toBe(1);
  });

  it('belong to the place of the bureau that looks after the broker', async () => {
    const agency = await anAgency(world, '评价经纪己');
    const rated = (await rate(world.office, agency, await tellDeal(world, agency, sides()))).it.brokerRating;
    const place = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: PLACE });
    expect((await on(place, 'hideBrokerRating', rated, '涉及商业秘密')).it.brokerRating.state).toBe('HIDDEN');
  });
});
