import { serverAudits } from 'graphql-http';
import { demoCity, type DemoCity } from './city.js';

let city: DemoCity;
beforeAll(async () => {
  city = await demoCity();
}, 120_000);
afterAll(() => city?.close());

/** GraphQL over HTTP, judged by the reference implementation's own audits. */
describe('graphql over http', () => {
  const audits = serverAudits({ url: () => `${city.url}/graphql`, fetchFn: fetch });

  it('is judged by no fewer audits than before', () => expect(audits.length).toBeGreaterThanOrEqual(61));

  // GET is refused without the header that no foreign form can send: what the audits call MAY is a notice.
  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    const verdict = result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`;
    expect(verdict).toMatch(/^(ok$|notice:)/);
  });
});
