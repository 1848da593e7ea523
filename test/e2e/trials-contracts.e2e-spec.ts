import { readFileSync } from 'node:fs';
import { demoCity, type DemoCity } from './city.js';
import { Ledger } from './ledger.js';
import { castOf } from './trial-cast.js';
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
import { Trials } from './trial.js';
import type { Subject } from './walk.js';

let city: DemoCity;
let ledger: Ledger;
let cast: ContractCast;

beforeAll(async () => {
  city = await demoCity();
  ledger = await Ledger.open(city.databaseUrl);
  cast = await contractCastOf(castOf(city, new Trials(city, ledger)));
}, 180_000);
afterAll(async () => {
  await ledger?.close();
  await city?.close();
});

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
