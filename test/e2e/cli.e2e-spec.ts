import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { emptyDatabase, type TestDatabase } from '@jihui/testing';
import { jihui as run } from '../../apps/cli/src/jihui.js';
import { build } from '../../scripts/lib/build.mjs';
import { cliWords } from '../../scripts/lib/cli.mjs';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'jihui-cli-'));
const at = (name: string): string => join(folder, name);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs `jihui` as an operator does, on a database of its own, in this process: what it prints is kept. One process a
 * command would load the same thousand modules fifty times.
 */
async function jihui(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const text = { out: '', err: '' };
  const kept = process.env;
  process.env = { ...kept, DATABASE_URL: database.url, JIHUI_STATE_DIR: folder, JIHUI_MODE: 'test', ...env };
  const spies = [
    jest.spyOn(console, 'log').mockImplementation((line) => void (text.out += `${String(line)}\n`)),
    jest.spyOn(console, 'error').mockImplementation((line) => void (text.err += `${String(line)}\n`)),
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => (text.out += String(chunk)) !== ''),
    jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => (text.err += String(chunk)) !== ''),
  ];
  try {
    const code = await run(words);
    return { code, ...text };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.env = kept;
  }
}

/** The same as a process of its own, which is what a shell sees. */
function asProcess(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...cliWords, ...words], {
    cwd: CHECKOUT,
    env: { ...process.env, NODE_OPTIONS: '', JIHUI_STATE_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (text.out += String(chunk)));
  child.stderr.on('data', (chunk) => (text.err += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...text })));
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The first row that the last of the statements answers. */
async function one<R>(...statements: readonly string[]): Promise<R> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  let row: unknown;
  for (const statement of statements) row = (await client.query(statement)).rows[0];
  await client.end();
  return row as R;
}

beforeAll(async () => {
  await build({ portal: false });
  database = await emptyDatabase();
}, 120_000);
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const COMMANDS = [
  'migrate',
  'seed',
  'import',
  'export',
  'create-admin',
  'replay-outbox',
  'replay-rules',
  'republish',
  'backup',
  'restore',
  'verify-audit',
  'schema',
];

const SEALING = [
  '/etc/hostname',
  '--instructions=FORM',
  '--bidder=019d0000-0000-7000-8000-000000000101',
  '--form=FORM',
  '--out=/tmp/x.jhsb',
];

describe('what is typed wrongly', () => {
  it.each([
    ['no-such-command'],
    ['migrate', 'surplus'],
    ['migrate', '--nonsense'],
    ['import'],
    ['import', 'results', '/no/such/file.csv'],
    ['import', 'results', '/etc/hostname'],
    ['import', 'weather', '/etc/hostname.csv'],
    ['export', 'results'],
    ['export', 'results', 'results.pdf'],
    ['create-admin', '--email'],
    ['replay-outbox', '--since', 'yesterday'],
    ['replay-rules'],
    ['replay-rules', '--ruleset', '1999'],
    ['replay-rules', '--ruleset=2026', '--since=yesterday'],
    ['import', 'results', CHECKOUT],
    ['import', 'results', 'package.json/x.csv'],
    ['export', 'weather', 'results.csv'],
    ['export', 'results', '/no/such/folder/results.csv'],
    ['create-admin', '--email', 'operator@demo.cn'],
    ['create-admin', '--email', 'a@b.cn', '--name', '甲乙', '--bureau', '局'],
    ['backup'],
    ['backup', CHECKOUT],
    ['restore'],
    ['restore', CHECKOUT],
    ['republish', 'weather'],
    ['rotate-certificate-key', '--from', 'yesterday'],
    ['schema', '--out', '/no/such/folder/all.graphql'],
    ['check-index', 'surplus'],
    ['reindex', '--repair'],
    ...['verify-certificate', 'verify-draw', 'verify-bids'].flatMap((command) => [
      [command],
      [command, '/no/such/file'],
      [command, '/etc/hostname'],
      [command, CHECKOUT],
    ]),
    ['seal', '/etc/hostname'],
    ['seal', ...SEALING.map((word) => word.replace('FORM', '/no/such/file'))],
    ['seal', ...SEALING.map((word) => word.replace('FORM', '/etc/hostname'))],
    ['constructor'],
  ])('is told in one line: jihui %s %s %s %s', async (...words) => {
    const { code, out, err } = await jihui(words.filter((word) => typeof word === 'string'));
    expect([code, out]).toEqual([1, '']);
    expect(lines(err)).toEqual([expect.stringMatching(/^✗ /)]);
  });

  it('is helped: every command explains itself', async () => {
    const { out } = await jihui(['--help']);
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `);
    for (const command of COMMANDS) {
      const help = await jihui([command, '--help']);
      expect([help.code, help.out.startsWith(`jihui ${command}`)]).toEqual([0, true]);
    }
  }, 60_000);

  it('says so when the database cannot be reached, or has no tables yet', async () => {
    const away = await asProcess(['verify-audit'], { DATABASE_URL: 'postgresql://127.0.0.1:1/x' });
    expect([away.code, lines(away.err)]).toEqual([1, [expect.stringContaining('连不上数据库')]]);
    const empty = await jihui(['verify-audit']);
    expect([empty.code, lines(empty.err)]).toEqual([1, [expect.stringContaining('migrate')]]);
  }, 60_000);
});

describe('an operator', () => {
  it('migrates, and again', async () => {
    const first = await jihui(['migrate']);
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('listings：应用了')]);
    const again = await jihui(['migrate']);
    expect(again.code).toBe(0);
    expect(lines(again.out).every((line) => line.includes('已是最新'))).toBe(true);
  }, 60_000);

  it('seeds the demo city once, and never in production', async () => {
    const counts =
      'select (select count(*) from listings.result) as results, (select count(*) from identity.person) as people';
    // Two at once, as two servers that start beside each other: one fills the city, the other waits for it.
    const own = { DATABASE_URL: database.url, JIHUI_MODE: 'test' };
    const both = await Promise.all([asProcess(['seed'], own), asProcess(['seed'], own)]);
    expect(both.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const before = await one<{ results: string; people: string }>(counts);
    expect(Number(before.results)).toBeGreaterThan(10);
    expect((await jihui(['seed'])).code).toBe(0);
    expect(await one(counts)).toEqual(before);
    expect((await jihui(['seed'], { JIHUI_MODE: 'production' })).code).toBe(1);
  }, 240_000);

  it.each(['results', 'needs', 'organisations'])(
    'exports %s as CSV, XLSX and JSONL, and imports each without a change',
    async (what) => {
      for (const ending of ['csv', 'xlsx', 'jsonl']) {
        const file = at(`${what}.${ending}`);
        const exported = await jihui(['export', what, file]);
        const [, count = ''] = /已导出 (\d+) 行/.exec(exported.out) ?? [];
        expect([exported.code, Number(count) > 2]).toEqual([0, true]);
        const imported = await jihui(['import', what, file]);
        expect([imported.code, imported.err.includes('第')]).toEqual([0, false]);
        expect(imported.out).toContain(`${count} 行，新增 0，更新 0，未变 ${count}，有误 0`);
        expect(imported.out).toMatch(/内存峰值 \(peak memory\) \d+ MB/);
      }
    },
    120_000,
  );

  it('imports the good rows, reports the bad ones, and runs a file again to the same end', async () => {
    const file = at('mixed.csv');
    const owner = await university();
    const rows = [
      '外部编号,持有单位,成果名称,摘要,关键词,产业集群,技术就绪度',
      `M-1,${owner},控温锻造,两段控温锻造工艺,锻造；合金；控温,特种金属材料,7`,
      'M-2,没有这家单位,清洗机器人,无水清洗,光伏；清洗；机器人,,6',
      `M-3,${owner},=1+1,,锻造；合金；控温,不存在的集群,99`,
      `M-4,${owner},热态测量,辗环热态尺寸测量,辗环；测量；法兰,特种金属材料,7`,
    ];
    writeFileSync(file, `${rows.join('\r\n')}\r\n`);
    const dry = await jihui(['import', 'results', file, '--dry-run']);
    expect([dry.code, dry.out]).toEqual([2, expect.stringContaining('4 行，新增 2，更新 0，未变 0，有误 2')]);
    expect(await importedOnes()).toBe(0);
    const first = await jihui(['import', 'results', file, '--report', at('report.csv')]);
    expect([first.code, first.out]).toEqual([
      2,
      expect.stringContaining('4 行，新增 2，更新 0，未变 0，有误 2'),
    ]);
    expect(await importedOnes()).toBe(2);
    const report = readFileSync(at('report.csv'), 'utf8');
    expect(lines(report)[0]).toBe('\ufeffrow,column,value,code,message\r');
    expect(report).toMatch(/^3,单位,没有这家单位,/m);
    expect(report).toMatch(/^4,产业集群,不存在的集群,/m);
    expect(report).toMatch(/^4,技术就绪度,99,/m);
    const again = await jihui(['import', 'results', file]);
    expect(again.out).toContain('4 行，新增 0，更新 0，未变 2，有误 2');
    expect(await importedOnes()).toBe(2);
  }, 120_000);

  it.each([
    ['--owner', 'nobody'],
    ['--report', '/no/such/folder/report.csv'],
    ['--report', CHECKOUT],
  ])('is told before a row is stored that %s %s cannot be', async (...words) => {
    const file = at('refused.csv');
    const rows = ['外部编号,成果名称', 'M-9,', ''];
    writeFileSync(file, rows.join('\r\n'));
    const { code, err } = await jihui(['import', 'results', file, ...words]);
    expect([code, lines(err).filter((line) => line.startsWith('✗'))]).toEqual([1, [expect.any(String)]]);
    expect(err).not.toMatch(/^ {4}at /m);
  });

  it('makes an administrator, whose password is shown once', async () => {
    const words = ['create-admin', '--email', 'operator@demo.cn', '--name', '运维'];
    const made = await jihui(words);
    expect([made.code, made.out]).toEqual([
      0,
      expect.stringMatching(/已建立平台管理员[\s\S]+密码 .+：\S{20}/),
    ]);
    const again = await jihui(words);
    expect([again.code, /：\S{20}/.test(again.out)]).toEqual([0, false]);
    const bad = await jihui(['create-admin', '--email', 'nonsense', '--name', '运维']);
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('邮箱')]);
  }, 60_000);

  it('delivers again and republishes without a second effect', async () => {
    // What the imports above emitted has no worker yet: the seed's workers take it.
    await jihui(['seed']);
    const effects =
      'select (select count(*) from notifications.notification) as notices, (select count(*) from matching.listing) as listings';
    const before = await one(effects);
    // Marks of what was done are kept for 400 days: what is older would be done again.
    expect((await jihui(['replay-outbox', '--since', '2020-01-01'])).code).toBe(1);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const replayed = await jihui(['replay-outbox', '--since', yesterday]);
    expect([replayed.code, replayed.out]).toEqual([0, expect.stringMatching(/listings：[1-9]\d* 个事件/)]);
    const republished = await jihui(['republish', 'listings', 'identity']);
    expect([republished.code, republished.out]).toEqual([
      0,
      expect.stringMatching(/listings：[1-9]\d* 个快照/),
    ]);
    expect((await jihui(['seed'])).code).toBe(0);
    expect(await one(effects)).toEqual(before);
  }, 120_000);

  it('verifies the audit, and is told where it was changed', async () => {
    expect((await jihui(['verify-audit'])).code).toBe(0);
    await one(
      'set session_replication_role = replica',
      `update listings.audit_entry set reason = 'changed'
       where seq = 1 and stream = (select min(stream) from listings.audit_entry)`,
    );
    const found = await jihui(['verify-audit']);
    expect([found.code, lines(found.err)]).toEqual([
      1,
      [expect.stringMatching(/^✗ listings\/\S+：第 1 条内容被改$/), '共 1 处 (problems)'],
    ]);
  }, 60_000);

  it('judges what is registered by another rule set, and changes nothing', async () => {
    const rows = 'select count(*), max(updated_at) from contracts.contract';
    const before = await one(rows);
    const { code, out } = await jihui(['replay-rules', '--ruleset', '2000/2001', '--since', '2020-01-01']);
    expect([code, lines(out).at(-1)]).toEqual([
      0,
      expect.stringMatching(/^✓ 按 2000\/2001 重新比对 [1-9]\d* 份已登记合同，\d+ 份结论不同$/),
    ]);
    expect(await one(rows)).toEqual(before);
  }, 60_000);

  it('prints the schema that is committed', async () => {
    const { code, out } = await jihui(['schema']);
    expect(code).toBe(0);
    const types = (sdl: string): string[] => sdl.match(/^(type|input|enum|interface|scalar) \w+/gm) ?? [];
    expect(types(out)).toEqual(types(readFileSync(join(CHECKOUT, 'schema/all.graphql'), 'utf8')));
  }, 60_000);
});

const importedOnes = async (): Promise<number> =>
  Number(
    (await one<{ count: string }>(`select count(*) from listings.result where external_id like 'M-%'`)).count,
  );
const university = async (): Promise<string> =>
  (
    await one<{ name: string }>(
      `select name from listings.organisation where kind = 'UNIVERSITY' order by name limit 1`,
    )
  ).name;
