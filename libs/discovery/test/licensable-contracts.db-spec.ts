import { randomUUID } from 'node:crypto';
import { anonymous, type Actor } from '@jihui/kernel';
import { tellContract } from './broker.world.js';
import { aWorld, enter, onPatent, type World } from './discovery.world.js';
import { violationsOf } from './people.js';

describe('contracts that a licence may name', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.app.close());

  const licence = (contractId: string) => ({
    ...{ kind: 'ORDINARY', licensee: '定襄恒岳锻压法兰有限公司', contractId },
    ...{ effectiveOn: '2026-01-10', endsOn: '2028-01-09' },
  });

  it('are the registered ones by which the holder sold, and are offered to its office alone', async () => {
    const entry = await enter(world, 598);
    const contract = (change: object) =>
      tellContract(world, { dealId: null, sellerOrganisationId: world.university, ...change });
    const id = await contract({ registrationNumber: '2026140900000598' });
    const ended = await contract({ standing: false });
    await contract({ registrationNumber: null, state: 'ACCEPTED', standing: false });
    const foreign = await contract({ sellerOrganisationId: randomUUID() });
    const offered = async (who: Actor, patentId = entry.id, text: string | null = null) =>
      (
        await world.app.as(who).query<{
          licensableContracts: { totalCount: number; edges: { node: { id: string; number: string } }[] };
        }>(
          `query ($patentId: ID!, $text: String) {
            licensableContracts(patentId: $patentId, text: $text, first: 5) {
              totalCount edges { node { id number } } } }`,
          { patentId, text },
        )
      ).licensableContracts;
    const one = { totalCount: 1, edges: [{ node: { id, number: '2026140900000598' } }] };
    expect(await offered(world.office)).toEqual(one);
    expect(await offered(world.office, entry.id, '陶粒 0598')).toEqual(one);
    for (const [who, patentId, text] of [
      [world.office, entry.id, '法兰'],
      [world.office, 'nothing', null],
      [world.researcher, entry.id, null],
      [world.enterprise, entry.id, null],
      [world.officer, entry.id, null],
      [anonymous, entry.id, null],
    ] as const)
      expect((await offered(who, patentId, text)).totalCount).toBe(0);
    for (const unknown of [ended, foreign, randomUUID(), 'x'])
      expect(await violationsOf(onPatent(world, 'addPatentLicence', entry, licence(unknown)))).toEqual([
        'contractId PATENT.ENTRY_UNKNOWN',
      ]);
    await onPatent(world, 'addPatentLicence', entry, licence(id));
  });
});
