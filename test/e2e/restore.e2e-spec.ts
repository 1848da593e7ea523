import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditHeads, backUp, restore } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import pg from 'pg';
import { emptyDatabase, testApp, type TestDatabase } from '@jihui/testing';
import { demoActor, demoCity, demoOrganisation, type DemoCity } from './city.js';
import { perform } from './walk.js';

const folder = mkdtempSync(join(tmpdir(), 'jihui-backup-'));
const kept = join(folder, 'kept');
const silent = (): void => undefined;
let city: DemoCity;
const databases: TestDatabase[] = [];

/** An empty database, and a state folder that is not there yet. */
async function emptyPlace() {
  const database = await emptyDatabase();
  databases.push(database);
  return { databaseUrl: database.url, dataDir: join(mkdtempSync(join(folder, 'place-')), 'state') };
}
const source = () => ({ databaseUrl: city.databaseUrl, dataDir: city.stateDir, queue: 'postgres' as const });

interface Draft {
  readonly id: string;
  readonly code: string;
}
const draft = (of: Pick<DemoCity, 'as'>, title: string): Promise<Draft> =>
  perform<Draft>(
    of.as(demoActor('transferOfficer')),
    'saveResultDraft',
    { ownerId: demoOrganisation('university').id, content: { title } },
    'code',
  );

beforeAll(async () => {
  city = await demoCity();
}, 240_000);
afterAll(async () => {
  await city?.close();
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it('keeps all of one instant while people go on writing, and what is restored goes on where that stood', async () => {
  const before = await draft(city, '备份之前');
  const during: Draft[] = [];
  let under = true;
  const writing = (async () => {
    while (under) during.push(await draft(city, `备份之中 ${during.length}`));
  })();
  const manifest = await backUp(source(), kept, silent);
  under = false;
  await writing;
  expect(during.length).toBeGreaterThan(0);

  const place = await emptyPlace();
  const domains = await loadDomains(null);
  await restore(place, domains, kept, silent);
  const app = await testApp(domains, { databaseUrl: place.databaseUrl, stateDir: place.dataDir });
  try {
    expect(await app.get(AuditHeads).verify()).toEqual([]);
    const { myResults } = await app
      .as(demoActor('transferOfficer'))
      .query<{ myResults: { edges: { node: Draft }[] } }>(
        '{ myResults(first: 100) { edges { node { id code } } } }',
      )
      .data();
    const ids = new Set(myResults.edges.map(({ node }) => node.id));
    expect(ids).toContain(before.id);
    // Of those that came meanwhile, the first few: none is missing before one that is there.
    const there = during.map(({ id }) => ids.has(id));
    expect(there).toEqual([...there].sort((one, other) => Number(other) - Number(one)));
    const next = await draft(app, '恢复之后');
    expect(myResults.edges.map(({ node }) => node.code)).not.toContain(next.code);
    await app.settle();
  } finally {
    await app.close();
  }
  expect(manifest.files.some(({ path }) => path.startsWith('state/keys/'))).toBe(true);
}, 120_000);

it('is the same backup when it is taken of what was restored', async () => {
  const place = await emptyPlace();
  const first = await backUp(source(), join(folder, 'first'), silent);
  await restore(place, await loadDomains(null), join(folder, 'first'), silent);
  const second = await backUp({ ...place, queue: 'postgres' }, join(folder, 'second'), silent);
  // What the program declares is written anew at each migration: the same rows, in another order.
  const told = ({ tables }: typeof first) =>
    tables.map(({ name, rows, sha256 }) => [
      name,
      rows,
      name === 'platform.parameter_definition' ? '' : sha256,
    ]);
  expect(told(second)).toEqual(told(first));
  expect([second.sequences, second.migrations, second.files]).toEqual([
    first.sequences,
    first.migrations,
    first.files,
  ]);
}, 120_000);

/** Each refusal leaves it as empty as it was. */
let refusing: Awaited<ReturnType<typeof emptyPlace>>;
beforeAll(async () => {
  refusing = await emptyPlace();
  // A database without a table is empty, and may hold what is not ours to remove.
  await asked('create schema neighbour create view neighbour.thing as select 7 as number');
});

const asked = async (statement: string): Promise<readonly object[]> => {
  const client = new pg.Client({ connectionString: refusing.databaseUrl });
  await client.connect();
  const { rows } = await client.query<object>(statement).finally(() => client.end());
  return rows;
};

/** What it says, having written nothing. */
async function refusal(from: string): Promise<string> {
  const place = refusing;
  const said = await restore(place, await loadDomains(null), from, silent).then(
    () => 'restored',
    (error: unknown) => (error as Error).message,
  );
  const again = await backUp(
    { ...place, queue: 'postgres' },
    join(mkdtempSync(join(folder, 'empty-')), 'empty'),
    silent,
  );
  expect([again.tables, again.files]).toEqual([[], []]);
  return said;
}

describe('a restore', () => {
  const damaged = join(folder, 'damaged');
  it('is refused where one byte differs, a file is missing, or it is of a newer version', async () => {
    await backUp(source(), damaged, silent);
    const table = join(damaged, 'tables', 'identity.person.copy.gz');
    const bytes = readFileSync(table);
    writeFileSync(table, Buffer.from(bytes).fill(bytes.readUInt8(40) ^ 1, 40, 41));
    expect(await refusal(damaged)).toContain('tables/identity.person.copy.gz');
    rmSync(table);
    expect(await refusal(damaged)).toContain('tables/identity.person.copy.gz');
    writeFileSync(table, bytes);
    const manifest = join(damaged, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(/("listings": \[)/, '$1"Tomorrow9999999999999",'));
    expect(await refusal(damaged)).toContain('listings');
    // Every file is as it was, and yet a row is missing: found when it is loaded, after the tables were made.
    writeFileSync(
      manifest,
      text.replace(/("rows": )(\d+)/, (_, name, rows) => `${name}${Number(rows) + 1}`),
    );
    expect(await refusal(damaged)).toMatch(/应有 \d+ 行/);
    expect(await asked('select number from neighbour.thing')).toEqual([{ number: 7 }]);
    writeFileSync(manifest, text.slice(0, 1000));
    expect(await refusal(damaged)).toContain('manifest.json');
    rmSync(manifest);
    expect(await refusal(damaged)).toContain('不是完整的备份');
  }, 120_000);

  it('goes into nothing that holds anything', async () => {
    const domains = await loadDomains(null);
    const full = { ...refusing, databaseUrl: city.databaseUrl };
    await expect(restore(full, domains, kept, silent)).rejects.toThrow('数据库不是空的');
    expect(existsSync(full.dataDir)).toBe(false);
    const used = { ...refusing, dataDir: join(folder, 'used') };
    mkdirSync(join(used.dataDir, 'keys'), { recursive: true });
    writeFileSync(join(used.dataDir, 'keys', 'identity.key'), 'x');
    await expect(restore(used, domains, kept, silent)).rejects.toThrow('keys/identity.key');
    expect(await refusal(join(folder, 'nothing'))).toContain('不是完整的备份');
  }, 60_000);
});

describe('a backup', () => {
  it('is written over nothing, and what broke off stands in nobody’s way', async () => {
    await expect(backUp(source(), kept, silent)).rejects.toThrow('已存在');
    await expect(backUp(source(), join(city.stateDir, 'backups'), silent)).rejects.toThrow('状态目录之内');
    mkdirSync(join(folder, 'again.partial', 'tables'), { recursive: true });
    await backUp(source(), join(folder, 'again'), silent);
    expect(readdirSync(folder)).not.toContain('again.partial');
    const away = { ...source(), databaseUrl: 'postgresql://127.0.0.1:1/x' };
    await expect(backUp(away, join(folder, 'away'), silent)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('away'))).toEqual([]);
  }, 60_000);
});
