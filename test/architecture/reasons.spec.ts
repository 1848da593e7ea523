import { load } from './sources.js';

/** Where the core holds which reasons an act may give, and where the portal offers them. */
const TABLES = [
  [
    'the expert bank',
    'libs/discovery/src/core/experts/expert.ts',
    'REASONS_OF',
    'apps/portal/src/experts/reasons.ts',
  ],
  [
    'the register of brokers',
    'libs/discovery/src/core/brokers/broker.ts',
    'BROKER_REASONS_OF',
    'apps/portal/src/brokers/reasons.ts',
  ],
  [
    'the register of agencies',
    'libs/discovery/src/core/agencies/agency.ts',
    'AGENCY_REASONS_OF',
    'apps/portal/src/agencies/reasons.ts',
  ],
] as const;

describe.each(TABLES)('the reasons of %s', (_, core, name, portal) => {
  it('that the portal offers for each act are those that the core takes', async () => {
    const held = (await load(core))[name] as object;
    expect(Object.keys(held)).toContain('remove');
    expect((await load(portal))['REASONS_OF']).toEqual(held);
  });
});
