import { readFileSync } from 'node:fs';
import { sql, Db } from '@jihui/platform';
import { testApp, type TestApp } from '@jihui/testing';
import { ContractEvents } from '../src/contract-events.js';
import { contractsDomain } from '../src/index.js';
import { ContractsSeed } from '../src/seed/contracts.seed.js';

interface City {
  readonly organisations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly divisionCode: string;
  }[];
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
}
const city = JSON.parse(
  readFileSync(new URL('../../../config/demo/identity.json', import.meta.url), 'utf8'),
) as City;

describe('seed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([contractsDomain]);
    const events = app.get(ContractEvents);
    for (const organisation of city.organisations)
      await events.organisation({ payload: { ...organisation, status: 'ACTIVE' }, version: 1 } as never);
    for (const person of city.people)
      await events.person({ payload: { ...person, memberships: [] }, version: 1 } as never, new Date());
  }, 120_000);
  afterAll(() => app.close());

  describe('the demo contracts', () => {
    it('stand in the states they are meant for, with certificates, however often they are seeded', async () => {
      const seed = app.get(ContractsSeed);
      await seed.run();
      await seed.run();
      await app.settle();
      const rows = await app.get(Db).query<{ state: string; registry: string; drawn: boolean }>(sql`
      select state, registry_division as registry, exists (select from contracts.certificate k where k.contract_id = c.id) as drawn
      from contracts.contract c order by created_at`);
      expect(rows).toEqual([
        { state: 'REGISTERED', registry: '140900', drawn: true },
        { state: 'REGISTERED', registry: '140900', drawn: true },
        { state: 'REGISTERED', registry: '140900', drawn: true },
        { state: 'SECOND_REVIEW', registry: '140900', drawn: false },
        { state: 'SUBMITTED', registry: '140981', drawn: false },
        { state: 'RETURNED', registry: '140900', drawn: false },
      ]);
    }, 120_000);
  });
});
