import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { copyOfWorld, type Place } from './world.js';

class World1763856000001 {
  up = async (): Promise<void> => undefined;
  down = async (): Promise<void> => undefined;
}

async function asked<T extends object>(databaseUrl: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<T>(statement);
  await client.end();
  return rows;
}

describe('a world that is made once a run', () => {
  const domains = [{ name: 'identity' as const, migrations: [World1763856000001] }];
  let made = 0;
  const make = async ({ databaseUrl, stateDir }: Place): Promise<void> => {
    made += 1;
    if (made === 1) throw new Error('the first one fails');
    await asked(databaseUrl, 'create table identity.thing as select 7 as number');
    await mkdir(stateDir, { recursive: true });
    await writeFile(join(stateDir, 'key'), 'secret');
  };

  it('is made by whoever comes first, anew where that failed, and copied with its folder', async () => {
    await expect(copyOfWorld('spec', domains, make)).rejects.toThrow('the first one fails');
    const [one, other] = await Promise.all([
      copyOfWorld('spec', domains, make),
      copyOfWorld('spec', domains, make),
    ]);
    expect(made).toBe(2);
    await asked(one.databaseUrl, 'update identity.thing set number = 8');
    await writeFile(join(one.stateDir, 'key'), 'changed');
    expect(await asked(other.databaseUrl, 'select number from identity.thing')).toEqual([{ number: 7 }]);
    expect(await readFile(join(other.stateDir, 'key'), 'utf8')).toBe('secret');
    for (const copy of [one, other]) {
      await copy.drop();
      expect(existsSync(copy.stateDir)).toBe(false);
      await expect(asked(copy.databaseUrl, 'select 1')).rejects.toThrow('does not exist');
    }
  });
});
