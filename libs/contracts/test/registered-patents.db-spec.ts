import { randomUUID } from 'node:crypto';
import type { PatentSnapshot } from '@jihui/events';
import { organisationOf } from '@jihui/testing';
import { ContractFacts } from '../src/contract-facts.js';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { findingsOf } from '../src/core/rulesets/sets.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, type World } from './contracts.world.js';

describe('registered patents', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.close());

  const NUMBER = completeForm.content.ipRights[0]?.number ?? '';
  const told = (patent: Partial<PatentSnapshot>, version: number): Promise<void> =>
    world.app.get(ContractsHandlers).projectPatent(
      {
        version,
        payload: {
          number: NUMBER,
          state: 'GRANTED',
          open: true,
          ownerId: randomUUID(),
          applicants: ['忻州示范大学'],
          expiresOn: '2036-03-01',
          ...patent,
        },
      } as never,
      {} as never,
    );
  const saidOf = async (id: string): Promise<readonly string[]> => {
    const contract = await world.app.get(ContractsStore).get(id);
    if (contract === undefined) throw new Error('no contract');
    const found = findingsOf(await world.app.get(ContractFacts).of(contract, new Date()));
    return found.map(({ rule }) => rule).filter((rule) => rule.startsWith('register.'));
  };

  it('are held against what an application says of them, by the newest that was told', async () => {
    const id = await world.application();
    const patent = { id: randomUUID() };
    expect(await saidOf(id)).toEqual([]);
    await told({ ...patent, state: 'LAPSED', expiresOn: '2030-03-01', applicants: ['晋北理工学院'] }, 2);
    expect(await saidOf(id)).toEqual(['register.status', 'register.term', 'register.owner']);
    await told({ ...patent, state: 'INVALIDATED' }, 1);
    expect(await saidOf(id)).toEqual(['register.status', 'register.term', 'register.owner']);
    await told(patent, 3);
    expect(await saidOf(id)).toEqual([]);
    await told({ ...patent, state: 'REMOVED' }, 4);
  });

  it('that are somebody’s secret, and others’ licences and pledges, are told to their holder alone', async () => {
    const id = await world.application();
    const patent = { id: randomUUID(), exclusiveUntil: '2029-01-01', pledged: true };
    await told(patent, 1);
    expect(await saidOf(id)).toEqual([]);
    await told({ ...patent, state: 'FILED', open: false }, 2);
    expect(await saidOf(id)).toEqual([]);
    await told({ ...patent, state: 'FILED', open: false, ownerId: organisationOf(world.seller) }, 3);
    expect(await saidOf(id)).toEqual(['register.status', 'register.exclusive', 'register.pledged']);
    const registered = await world.application('REGISTERED');
    expect(await saidOf(registered)).toEqual(['register.status']);
  });
});
