import fc from 'fast-check';
import { covers } from '@jihui/kernel';
import { coveredBy, Db, sql } from '@jihui/platform';
import { testApp, type TestApp } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

describe('divisions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([sampleDomain()]);
  });
  afterAll(() => app?.close());

  const division = fc
    .tuple(fc.constantFrom('14', '13'), fc.constantFrom('00', '09', '10'), fc.constantFrom('00', '02', '81'))
    .map((parts) => parts.join(''));

  describe('coveredBy', () => {
    it('covers in SQL what kernel `covers` covers, and nothing without a scope', async () => {
      const db = app.get(Db);
      await fc.assert(
        fc.asyncProperty(
          fc.array(division, { maxLength: 3 }),
          fc.array(division),
          async (scopes, divisions) => {
            const rows = await db.query<{ code: string }>(sql`
          select code from unnest(${divisions}::text[]) with ordinality d (code, at)
          where ${coveredBy(sql`code`, scopes)} order by at`);
            expect(rows.map(({ code }) => code)).toEqual(
              divisions.filter((code) => scopes.some((scope) => covers(scope, code))),
            );
          },
        ),
      );
    });
  });
});
