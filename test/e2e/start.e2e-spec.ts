import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, readdirSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { describeWith, serverUrl, startRedis, until } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../scripts/lib/postgres/embedded.mjs';
import { diskOf, fullAt } from './small-disk.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
/** Open to the account under which root's PostgreSQL runs. */
const folder = mkdtempSync(join(tmpdir(), 'jihui-start-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'postgres');

beforeAll(() => build({ portal: false }), 120_000);
afterAll(async () => {
  await removeEmbeddedPostgres(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
  readonly ended: Promise<number | null>;
}

/** `npm start` without npm: the same script, with settings of its own, under a program that runs it. */
function start(settings: Readonly<Record<string, string>>, under: readonly string[] = []): Started {
  const words = [...under, process.execPath, join(CHECKOUT, 'scripts/start.mjs')];
  const child = spawn(words[0] ?? '', words.slice(1), {
    cwd: CHECKOUT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      JIHUI_STATE_DIR: folder,
      JIHUI_MODE: 'test',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, text: () => text, ended };
}

/** The database has processes that live for a moment: one that has ended by itself is as dead as it should be. */
function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** What a start that cannot be says: its refusals, and its exit code. */
async function refused(
  settings: Readonly<Record<string, string>>,
  under: readonly string[] = [],
): Promise<[number | null, string[]]> {
  const { ended, text } = start(settings, under);
  const code = await ended;
  const lines = text().split('\n');
  // A step tells that it begins, and with its time how it ended.
  const isStep = (line: string): boolean => /^[▸✓]|\(\d+\.\d s\)$/.test(line);
  return [code, lines.filter((line) => line.trim() !== '' && !isStep(line))];
}

const listening = async (): Promise<{ port: number; close: () => void }> => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

describe('a start that cannot be', () => {
  it('says in one line that the port is in use, and which other to take', async () => {
    const { port, close } = await listening();
    const [code, lines] = await refused({ PORT: String(port) });
    close();
    expect([code, lines]).toEqual([1, [expect.stringContaining(`PORT=${port + 1} npm start`)]]);
  });

  it.each([
    ['DATABASE_URL', 'postgresql://127.0.0.1:1/x'],
    ['REDIS_URL', 'redis://127.0.0.1:1'],
    ['MEILI_URL', 'http://127.0.0.1:1'],
  ])('says in one line that %s leads nowhere', async (setting, address) => {
    const [code, lines] = await refused({ PORT: '0', [setting]: address });
    expect([code, lines]).toEqual([1, [expect.stringMatching(new RegExp(`^✗ ${setting} .*127.0.0.1:1 `))]]);
  });

  it('says in a line each what is wrong with the settings', async () => {
    const bad = { PORT: 'x', ROLES: 'cook', DOMAINS: 'weather', CITY_FILE: 'none.json', LOG_LEVEL: 'loud' };
    const [code, lines] = await refused({ ...bad, DATABASE_URL: serverUrl() });
    expect(code).toBe(1);
    expect(lines.map((line) => /^✗ 设置有误：([A-Z_]+) /.exec(line)?.[1]).sort()).toEqual(
      Object.keys(bad).sort(),
    );
  });

  it.each(['nowhere', 'mysql://127.0.0.1/jihui'])(
    'says in one line that %s is no DATABASE_URL',
    async (address) => {
      const [code, lines] = await refused({ PORT: '0', DATABASE_URL: address });
      expect([code, lines]).toEqual([
        1,
        [expect.stringMatching(/^✗ 设置有误：DATABASE_URL 应是以 postgres:/)],
      ]);
    },
  );

  it('says in one line that the database refuses', async () => {
    const url = new URL(serverUrl());
    url.pathname = '/no_such_database';
    const [code, lines] = await refused({ PORT: '0', DATABASE_URL: url.href });
    expect([code, lines]).toEqual([1, [expect.stringContaining('/no_such_database（3D000）')]]);
  });

  it('says in one line that its folder is none', async () => {
    const [code, lines] = await refused({ PORT: '0', JIHUI_STATE_DIR: join(CHECKOUT, 'package.json/x') });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^✗ .*package\.json.* /)]]);
  });

  it('says in one line that the disk is too small, and what to do', async () => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const { under, settings } = diskOf(4, small);
    const [code, lines] = await refused({ PORT: '0', JIHUI_STATE_DIR: small, ...settings }, under);
    const line = /^✗ 磁盘空间不足：.*small.*只剩 [0-4] MB，请清理磁盘空间后重新启动/;
    expect([code, lines]).toEqual([1, [expect.stringMatching(line)]]);
  });

  it.each([
    ['its first folder', 1, {}],
    ['its mark', 3, {}],
    ['the server’s own folder', 1, { DATABASE_URL: serverUrl() }],
  ])('says in one line that the disk is full when it writes %s', async (_, at, settings) => {
    const full = join(folder, 'full');
    const disk = fullAt(at, full).settings;
    const [code, lines] = await refused({ PORT: '0', JIHUI_STATE_DIR: full, ...disk, ...settings });
    rmSync(full, { recursive: true, force: true });
    expect([code, lines]).toEqual([1, [expect.stringMatching(/^✗ .*磁盘已满.*请清理/)]]);
  });
});

describe('a start', () => {
  /** Starts with an embedded database of its own and waits until the portal can be opened. */
  async function running(
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Started & { readonly url: string }> {
    const { port, close } = await listening();
    close();
    const started = start({ PORT: String(port), ROLES: 'graph,worker', ...settings });
    await until(() => started.text().includes('已就绪') || started.child.exitCode !== null, 110_000);
    expect(started.text()).toContain(`http://localhost:${port}`);
    return { ...started, url: `http://127.0.0.1:${port}` };
  }

  /** The processes that work in our folder or for it: the server, and PostgreSQL with all its own. */
  const processes = (of: number): number[] => {
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === of);
    return [...children, ...children.flatMap(processes)];
  };
  const isGone = (pid: number): boolean => {
    try {
      readlinkSync(`/proc/${pid}/exe`);
      return false;
    } catch {
      return true;
    }
  };

  /** What was committed, read from the server that is running or has been left running. */
  async function query<R>(statement: string): Promise<R | undefined> {
    const postgres = await startEmbeddedPostgres({ dataDir });
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    await postgres.stop();
    return rows[0] as R | undefined;
  }

  it('goes on where a kill -9 of everything left it, and ends on Ctrl-C with no process left', async () => {
    const { child, ended, url } = await running();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await query(`insert into platform.parameter (name, value, effective_from, source)
      values ('test.kept', 42, '2026-01-01', 'test')`);
    for (const pid of [child.pid ?? 0, ...processes(child.pid ?? 0)]) killed(pid);
    await ended;

    const again = await running();
    const spent = processorSeconds(processes(again.child.pid ?? 0));
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    // Nothing that is done already is done again: only the database's start is told of.
    expect(again.text()).not.toMatch(/npm ci|编译|构建|建立数据库|迁移|写入演示城市/);
    // The program is started from a few files that hold its modules, and does nothing twice: all of it takes about as
    // long as to load the modules one by one. Others work on the machine as well, so it is read against just that.
    expect(spent).toBeLessThan(1.5 * loadingSeconds());
    expect(await query(`select value from platform.parameter where name = 'test.kept'`)).toEqual({
      value: '42',
    });
    const all = processes(again.child.pid ?? 0);
    expect(all.length).toBeGreaterThan(3);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(all.filter((pid) => !isGone(pid))).toEqual([]);
  }, 240_000);

  describeWith('redis-server', 'with its queue on Redis', () => {
    it('ends though the queue is away, which would be waited for without end', async () => {
      const redis = await startRedis();
      const { child, ended } = await running({ REDIS_URL: redis.url });
      await redis.stop();
      child.kill('SIGINT');
      expect(await ended).toBe(0);
    }, 240_000);
  });

  it('starts its database again when that ends under it, and takes its server with it when it is killed alone', async () => {
    const { child, ended, text, url } = await running();
    const [database = 0] = processes(child.pid ?? 0).filter(
      (pid) => parentOf(pid) === child.pid && nameOf(pid) === 'postgres',
    );
    process.kill(database, 'SIGKILL');
    await until(() => text().includes('内置数据库已恢复'), 60_000);
    await until(async () => (await fetch(`${url}/readyz`)).status === 200);
    expect(text()).toMatch(/✗ .*内置数据库意外停止/);
    const servers = processes(child.pid ?? 0).filter((pid) => nameOf(pid).startsWith('node'));
    expect(servers).toHaveLength(1);
    child.kill('SIGKILL');
    await ended;
    await until(() => servers.every(isGone));
  }, 240_000);
});

/** What /proc/<pid>/stat says from the third field on. */
const statOf = (pid: number): string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

function parentOf(pid: number): number | undefined {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return undefined;
  }
}

/** The program's name; nothing of one that has just ended. */
const nameOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
};

/** User and system time of these processes; Linux counts hundredths of a second. */
const processorSeconds = (pids: readonly number[]): number =>
  pids.map(statOf).reduce((sum, stat) => sum + (Number(stat[11]) + Number(stat[12])) / 100, 0);

/** Processor time that it takes to load the server's program, all domains, from its modules, and do nothing with it. */
function loadingSeconds(): number {
  const registry = new URL('../../libs/registry/dist/index.js', import.meta.url).href;
  const code = `await (await import('${registry}')).loadDomains(null);
    const { user, system } = process.cpuUsage(); console.log((user + system) / 1e6);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}
