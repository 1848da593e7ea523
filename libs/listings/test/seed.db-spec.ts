import { createReadStream, readFileSync } from 'node:fs';
import { system, type OrganisationKind } from '@jihui/kernel';
import { Db, readRows, sql } from '@jihui/platform';
import { testApp, type TestApp } from '@jihui/testing';
import { listingsDomain } from '../src/index.js';
import { NeedsImporter, ResultsImporter } from '../src/imports/listing-import.js';
import { ListingsSeed } from '../src/seed/listings.seed.js';
import { projectOrganisation } from './listings.factory.js';

interface DemoOrganisation {
  id: string;
  name: string;
  kind: OrganisationKind;
  divisionCode: string;
}
const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  organisations: DemoOrganisation[];
};

describe('seed', () => {
  let app: TestApp;
  let db: Db;
  beforeEach(async () => {
    app = await testApp([listingsDomain]);
    db = app.get(Db);
    for (const { id, name, kind, divisionCode } of demo.organisations)
      await projectOrganisation(db, id, name, kind, divisionCode);
  });
  afterEach(() => app?.close());

  const states = async (): Promise<Record<string, number>> => {
    const rows = await db.query<{ what: string; count: number }>(sql`
    select 'result ' || state as what, count(*)::int as count from listings.result group by state
    union all select 'need ' || state, count(*)::int from listings.need group by state`);
    return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
  };
  const EXPECTED = {
    'result ONLINE': 24,
    'result UNIT_REVIEW': 1,
    'result BUREAU_REVIEW': 1,
    'need ONLINE': 11,
    'need BUREAU_REVIEW': 1,
  };

  describe('the demo records', () => {
    it('are brought up by the demo’s people, once however often the seed runs', async () => {
      await app.get(ListingsSeed).run();
      expect(await states()).toEqual(EXPECTED);
      const events = (await db.one<{ count: number }>(sql`select count(*)::int as count from listings.event`))
        ?.count;
      await app.get(ListingsSeed).run();
      expect(await states()).toEqual(EXPECTED);
      expect(
        (await db.one<{ count: number }>(sql`select count(*)::int as count from listings.event`))?.count,
      ).toBe(events);
      const clusters = await db.query<{ cluster: string }>(sql`select distinct cluster from listings.result`);
      expect(clusters).toHaveLength(14);

      const report = async (): Promise<void> => undefined;
      const again = await app.get(ResultsImporter).run({
        actor: system('import'),
        rows: readRows(createReadStream('config/demo/results.jsonl'), 'jsonl'),
        dryRun: false,
        report,
      });
      expect(again).toMatchObject({ processed: 26, unchanged: 26, failed: 0 });
    });

    it('are imported as files without a fault', async () => {
      const problems: unknown[] = [];
      const report = async (found: readonly unknown[]): Promise<void> => void problems.push(...found);
      const results = await app.get(ResultsImporter).run({
        actor: system('import'),
        rows: readRows(createReadStream('config/demo/results.jsonl'), 'jsonl'),
        dryRun: false,
        report,
      });
      const needs = await app.get(NeedsImporter).run({
        actor: system('import'),
        rows: readRows(createReadStream('config/demo/needs.jsonl'), 'jsonl'),
        dryRun: false,
        report,
      });
      expect(problems).toEqual([]);
      expect([results.created, needs.created]).toEqual([26, 12]);
    });
  });
});
