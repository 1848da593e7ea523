import { readFileSync } from 'node:fs';
import { openCast } from './trial-cast.js';
import { contractCastOf, type ContractCast } from './trial-contract-cast.js';
import { tryApplications, tryCounter, tryLapse, tryRefusals, tryReviews } from './trial-contracts.js';
import {
  tryCancellation,
  tryChanges,
  tryObjections,
  tryRevocation,
  trySupplement,
} from './trial-proceedings.js';
import { tryAnnualReport, tryFigures, tryOffices, tryRelations } from './trial-registries.js';
import { tryRewards } from './trial-rewards.js';
import type { Subject } from './walk.js';

let cast: ContractCast;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
  const opened = await openCast();
  ({ close } = opened);
  cast = await contractCastOf(opened.cast);
}, 180_000);
afterAll(() => close?.());

/** Every mutation on contracts, as trials.e2e-spec.ts tries those of the other domains. */
describe('each mutation', () => {
  let registered: Subject;
  let rejected: Subject;
  it('of applications', () => tryApplications(cast), 300_000);
  it('of reviews', async () => {
    registered = await tryReviews(cast);
  }, 300_000);
  it('of refusals and batches', async () => {
    rejected = await tryRefusals(cast);
  }, 300_000);
  it('at the counter', () => tryCounter(cast), 120_000);
  it('of changes', () => tryChanges(cast, registered), 300_000);
  it('of supplements', () => trySupplement(cast), 120_000);
  it('of cancellations', () => tryCancellation(cast), 300_000);
  it('of revocations', () => tryRevocation(cast), 300_000);
  it('of objections', () => tryObjections(cast, registered, rejected), 300_000);
  it('of registries and templates', () => tryOffices(cast), 120_000);
  it('of declared relations', () => tryRelations(cast), 60_000);
  it('of figures', () => tryFigures(cast, registered), 120_000);
  it('of annual reports', () => tryAnnualReport(cast), 120_000);
  it('of rewards', () => tryRewards(cast, registered), 300_000);

  it('of what was not corrected in time', () => tryLapse(cast), 120_000);

  it('of contracts is among them', () => {
    const own = [
      ...readFileSync('schema/contracts.graphql', 'utf8').matchAll(/^ {2}(\w+)\(input: \w+Input!\)/gm),
    ].map(([, name = '']) => name);
    expect(own.length).toBeGreaterThan(70);
    expect(own.filter((name) => !cast.trials.tried.has(name))).toEqual([]);
  });
});
