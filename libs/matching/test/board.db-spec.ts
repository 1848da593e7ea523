import { anonymous, type Actor } from '@jihui/kernel';
import { aBroker, anEnterprisePerson, anOfficer, aPerson, COUNTY, organisationOf } from '@jihui/testing';
import { BoardQueries } from '../src/board/board.queries.js';
import { aNeed, aResult, aWorld, GANGUE, OTHER_RESULTS, type World } from './matching.factory.js';

describe('what brokers find work by', () => {
  let world: World;
  const buyer = anEnterprisePerson();
  const met = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) });
  const lonely = aNeed({ title: '天文台圆顶的随动控制', techField: '03', divisionCode: COUNTY });
  const noSupply = aNeed({ title: '核级阀门的辐照老化试验', techField: '08' });

  const unmatched = async (actor: Actor, ...fields: string[]): Promise<Record<string, string>> => {
    await world.settle();
    const { needs } = await world.get(BoardQueries).unmatched(actor, fields);
    return Object.fromEntries(needs.map(({ needId, lack }) => [needId, lack]));
  };

  beforeAll(async () => {
    world = await aWorld();
    for (const other of OTHER_RESULTS) await world.result(aResult(other));
    for (const need of [met, lonely, noSupply]) await world.need(need);
  }, 120_000);
  afterAll(() => world.close());

  it('are online needs to which nothing stands, each with what is missing', async () => {
    const broker = aBroker();
    expect(await unmatched(broker)).toMatchObject({
      [met.id]: 'NO_SUPPLY',
      [lonely.id]: 'NO_FIT',
      [noSupply.id]: 'NO_SUPPLY',
    });
    const result = aResult(GANGUE.result);
    await world.result(result);
    expect(Object.keys(await unmatched(broker))).not.toContain(met.id);
    await world.result({ ...result, version: 2, state: 'OFFLINE', online: false }, 'withdraw');
    expect((await unmatched(broker))[met.id]).toBe('NO_SUPPLY');
    const other = aResult({ title: '尾矿库的渗漏监测', techField: '07' });
    await world.result(other);
    expect((await unmatched(broker))[met.id]).toBe('GONE');
    await world.need({ ...noSupply, version: 2, state: 'CLOSED', online: false }, 'close');
    expect(Object.keys(await unmatched(broker))).not.toContain(noSupply.id);
    expect(Object.keys(await unmatched(broker, '03'))).toEqual([lonely.id]);
  });

  it('are for brokers, and for officers of their area', async () => {
    expect(Object.keys(await unmatched(anOfficer()))).toEqual(expect.arrayContaining([met.id, lonely.id]));
    const ofCounty = anOfficer({ divisionCode: COUNTY });
    expect(Object.keys(await unmatched(ofCounty))).toEqual([lonely.id]);
    for (const other of [anonymous, aPerson(), buyer]) expect(await unmatched(other)).toEqual({});
  });

  it('are counted by field beside the supply, as they are listed', async () => {
    const broker = aBroker();
    const supply = await world.get(BoardQueries).supply(broker);
    const listed = Object.keys(await unmatched(broker));
    expect(supply.reduce((sum, field) => sum + field.unmatched, 0)).toBe(listed.length);
    expect(supply.find(({ techField }) => techField === '03')).toMatchObject({ needs: 1, unmatched: 1 });
    expect(await world.get(BoardQueries).supply(buyer)).toEqual([]);
  });
});
