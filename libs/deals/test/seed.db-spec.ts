import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import type { OrganisationKind } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { DealsSeed } from '../src/seed/deals.seed.js';
import { anEvent, anOrganisation, aWorld, type World } from './deals.world.js';

const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  organisations: {
    id: string;
    key: string;
    name: string;
    kind: OrganisationKind;
    stateEstablished: boolean;
  }[];
};

describe('the demo', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    for (const { id, name, kind, stateEstablished } of demo.organisations)
      await world.deliver((to) =>
        to.projectOrganisation(
          anEvent('identity.organisation', { ...anOrganisation(id, name, kind), stateEstablished }, 1),
        ),
      );
  });
  afterAll(() => world?.close());

  const states = async (): Promise<string[]> =>
    (await world.get(Db).query<{ state: string }>(sql`select state from deals.deal order by code`)).map(
      ({ state }) => state,
    );

  it('waits for listings, then plays each scene once', async () => {
    await world.get(DealsSeed).run();
    expect(await states()).toEqual([]);
    for (const { id, kind } of demo.organisations)
      if (kind === 'UNIVERSITY' || kind === 'INSTITUTE')
        for (let index = 0; index < 2; index += 1) await world.result(id, { createdBy: randomUUID() });
    await world.get(DealsSeed).run();
    await world.get(DealsSeed).run();
    expect(await states()).toEqual(['INTEREST', 'NEGOTIATING', 'DISCLOSING']);
  });
});
