import { readFileSync } from 'node:fs';
import { runMainJob } from '../../scripts/demo/main-job.mjs';
import { demoAccounts, demoCity, type DemoCity } from './city.js';

let city: DemoCity;
beforeAll(async () => {
  city = await demoCity();
}, 120_000);
afterAll(() => city?.close());

interface Figures {
  readonly queryId: string;
  readonly totals: { readonly count: number; readonly total: number };
}
/** The public figures of registered contracts, the demo city's own included. */
const figures = async (): Promise<Figures> =>
  (
    await city
      .client()
      .query<{ statistics: Figures }>(
        '{ statistics: registeredContractsStatistics { queryId totals { count total } } }',
      )
  ).statistics;

/** The product's main job, as `npm run demo` plays it. */
describe('the main job', () => {
  it('takes a technology from a listing to a registered contract whose figure opens it', async () => {
    const steps: string[] = [];
    const before = await figures();
    const outcome = await runMainJob({
      url: city.url,
      accounts: demoAccounts,
      step: (_, what) => steps.push(what),
      passDays: (days) => city.advance(days),
      input: JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as {
        result: object;
        need: object;
      },
    });
    expect(outcome.registrationNumber).toMatch(/^\d{4}1409\d{8}$/);
    expect(outcome.certificate.subarray(0, 5).toString()).toBe('%PDF-');
    expect(steps.some((step) => step.includes('提前完成公示被拒绝'))).toBe(true);
    expect(steps.some((step) => step.includes('自己复核自己的初审'))).toBe(true);

    await city.settle();
    const officer = city.who('registrar1');
    const statistics = await figures();
    expect(statistics.totals).toEqual({
      count: before.totals.count + 1,
      total: before.totals.total + 100_000_000,
    });
    const { rows } = await officer.query<{ rows: { edges: { node: { registrationNumber: string } }[] } }>(
      'query ($id: String!) { rows: registeredContractsRows(queryId: $id) { edges { node { registrationNumber } } } }',
      { id: statistics.queryId },
    );
    expect(rows.edges.map(({ node }) => node.registrationNumber)).toContain(outcome.registrationNumber);
    const { deals } = await city.who('broker').query<{
      deals: { edges: { node: { state: string; registration: { registrationNumber: string } | null } }[] };
    }>('{ deals { edges { node { state registration { registrationNumber } } } } }');
    expect(deals.edges.map(({ node }) => [node.state, node.registration?.registrationNumber])).toContainEqual(
      ['REGISTERED', outcome.registrationNumber],
    );
  }, 120_000);
});
