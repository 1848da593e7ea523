import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { until } from '@jihui/testing';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../scripts/lib/postgres/embedded.mjs';

/** Open to the account under which root's PostgreSQL runs. */
const folder = mkdtempSync(join(tmpdir(), 'jihui-point-'));
const archive = join(folder, 'archive');
const homes = ['first', 'second'].map((name) => join(folder, name)) as [string, string];
const [first, second] = homes;

afterAll(async () => {
  for (const home of homes) await removeEmbeddedPostgres(home);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function asked<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** What docs/backup.md has `pg_basebackup` do, which is not among the embedded server's programs. */
async function takeBase(server: EmbeddedPostgres, base: string): Promise<void> {
  await asked(server.url, async (client) => {
    await client.query(`select pg_backup_start('base', true)`);
    cpSync(join(first, 'cluster'), base, {
      recursive: true,
      filter: (path) => !/\/(postmaster\.(pid|opts)|pg_wal\/.+)$/.test(path),
    });
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
    writeFileSync(join(base, 'backup_label'), rows[0]?.labelfile ?? '');
  });
}

/** As it stood then: the base, and the log of changes up to that moment. */
function prepare(base: string, until: string): void {
  const { uid, gid } = statSync(join(first, 'cluster'));
  mkdirSync(second, { mode: 0o755 });
  const cluster = join(second, 'cluster');
  cpSync(base, cluster, { recursive: true });
  writeFileSync(
    join(cluster, 'postgresql.auto.conf'),
    `restore_command = 'cp "${archive}/%f" "%p"'
recovery_target_time = '${until}'
recovery_target_action = 'promote'\n`,
  );
  writeFileSync(join(cluster, 'recovery.signal'), '');
  copyFileSync(join(first, 'password'), join(second, 'password'));
  own(cluster, uid, gid);
  chmodSync(cluster, 0o700);
}

function own(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) own(join(path, name), uid, gid);
}

it('goes back to the moment before a mistake, with all that was written until then and nothing after', async () => {
  chmodSync(folder, 0o755);
  mkdirSync(archive);
  chmodSync(archive, 0o777);
  const server = await startEmbeddedPostgres({
    dataDir: first,
    settings: {
      wal_level: 'replica',
      archive_mode: 'on',
      archive_command: `cp "%p" "${archive}/%f"`,
    },
  });
  const write = (what: string): Promise<string> =>
    asked(server.url, async (client) => {
      await client.query('insert into kept (what) values ($1)', [what]);
      const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
      return rows[0]?.at ?? '';
    });
  await asked(server.url, (client) => client.query('create table kept (what text)'));
  await write('before the base');
  const base = join(folder, 'base');
  await takeBase(server, base);
  const moment = await write('after the base');
  const segment = await asked(server.url, async (client) => {
    await client.query(`delete from kept where what = 'before the base'`);
    await client.query(`insert into kept (what) values ('after the mistake')`);
    const { rows } = await client.query<{ name: string }>(
      'select pg_walfile_name(pg_current_wal_insert_lsn()) as name',
    );
    // The segment is archived as it is: archive_timeout does so where nobody asks.
    await client.query('select pg_switch_wal()');
    return rows[0]?.name ?? '';
  });
  const archived = async (): Promise<boolean> => {
    const { rows } = await asked(server.url, (client) =>
      client.query<{ last: string }>('select last_archived_wal as last from pg_stat_archiver'),
    );
    return (rows[0]?.last ?? '') >= segment;
  };
  await until(archived, 60_000);
  await server.stop();
  expect(readFileSync(join(base, 'backup_label'), 'utf8')).toContain('START WAL LOCATION');

  prepare(base, moment);
  const restored = await startEmbeddedPostgres({ dataDir: second });
  try {
    const isOpen = (): Promise<boolean> =>
      asked(restored.url, async (client) => {
        const { rows } = await client.query<{ under: boolean }>('select pg_is_in_recovery() as under');
        return rows[0]?.under === false;
      });
    await until(isOpen, 60_000);
    const { rows } = await asked(restored.url, (client) =>
      client.query<{ what: string }>('select what from kept order by what'),
    );
    expect(rows.map(({ what }) => what)).toEqual(['after the base', 'before the base']);
    await asked(restored.url, (client) => client.query(`insert into kept (what) values ('goes on')`));
  } finally {
    await restored.stop();
  }
}, 240_000);
