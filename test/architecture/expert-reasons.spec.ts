import { load } from './sources.js';

const core = await load('libs/discovery/src/core/experts/expert.ts');
const portal = await load('apps/portal/src/experts/reasons.ts');

describe('the reasons of the expert bank', () => {
  it('that the portal offers for each act are those that the core takes', () => {
    expect(Object.keys(core['REASONS_OF'] as object)).toContain('remove');
    expect(portal['REASONS_OF']).toEqual(core['REASONS_OF']);
  });
});
