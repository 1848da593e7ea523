import pg from 'pg';
import { emptyDatabase, testDatabase } from './database.js';

class Example1763856000001 {
  up = async (): Promise<void> => undefined;
  down = async (): Promise<void> => undefined;
}

describe('testDatabase', () => {
  const domains = [{ name: 'identity' as const, migrations: [Example1763856000001] }];

  it('copies one migrated template for each file', async () => {
    const [first, second] = [await testDatabase(domains), await testDatabase(domains)];
    expect(first.url).not.toBe(second.url);
    for (const database of [first, second]) {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query('select name from identity.migration');
      expect(rows).toEqual([{ name: Example1763856000001.name }]);
      await client.end();
      await database.drop();
    }
  });

  it('gives an empty database', async () => {
    const database = await emptyDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query("select 1 from pg_namespace where nspname = 'platform'");
    expect(rows).toEqual([]);
    await client.end();
    await database.drop();
  });
});
