import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { emptyDatabase, type TestDatabase } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import { cliWords } from '../../scripts/lib/cli.mjs';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const ROWS = 100_000;
/** Of so many rows one names an organisation that is not there. */
const WRONG_EVERY = 1000;
const ROWS_AN_EVENT = 500;
const MOST_MB = 512;
const LONGEST_MS = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'jihui-import-'));
const file = join(folder, '成果.csv');
let database: TestDatabase;

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/** `jihui` in a process of its own, whose memory is its own. */
function jihui(...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...cliWords, ...words], {
    cwd: CHECKOUT,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: database.url,
      JIHUI_STATE_DIR: folder,
      JIHUI_MODE: 'demo',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

async function numberOf(query: string): Promise<number> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ number: string }>(`select (${query}) as number`);
  await client.end();
  return Number(rows[0]?.number);
}

const PLACES = ['锻造', '焙烤', '浮选', '喷涂', '发酵', '镀锌', '干燥', '切削', '烧结', '检测'];
const THINGS = ['法兰', '杂粮', '铝材', '光伏板', '药茶', '煤机', '轴承', '陶瓷', '电池', '酿酒'];
const word = (words: readonly string[], index: number): string => words[index % words.length] ?? '';

/** A result of its own each: no two rows have one title or one summary. */
function row(index: number): string {
  const [place, thing] = [word(PLACES, index), word(THINGS, Math.floor(index / PLACES.length))];
  const owner = index % WRONG_EVERY === 0 ? '没有这家单位' : '忻州工业技术大学';
  const summary = `针对${thing}${place}工序第 ${index} 号工况，给出温度、时间与介质的控制方法，试验批次 ${index % 97}`;
  return `L-${index},${owner},${thing}${place}工艺 ${index},${summary},${thing}；${place}；工艺控制,特种金属材料,${(index % 9) + 1}`;
}

async function writeRows(): Promise<void> {
  const out = createWriteStream(file);
  out.write('外部编号,持有单位,成果名称,摘要,关键词,产业集群,技术就绪度\r\n');
  for (let index = 0; index < ROWS; index += 1) if (!out.write(`${row(index)}\r\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

beforeAll(async () => {
  await build({ portal: false });
  database = await emptyDatabase();
  expect((await jihui('seed')).code).toBe(0);
  await writeRows();
}, 300_000);
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Issue of scale: 100,000 rows within 512 MB and ten minutes, their events included, and no bad row lost. */
it('imports a hundred thousand rows within its bounds', async () => {
  const events = "select count(*) from listings.event where type = 'listings.resultsImported'";
  const before = await numberOf(events);
  const began = performance.now();
  const { code, out } = await jihui('import', 'results', file);
  const took = performance.now() - began;
  const wrong = ROWS / WRONG_EVERY;
  expect([code, out]).toEqual([
    2,
    expect.stringContaining(`${ROWS} 行，新增 ${ROWS - wrong}，更新 0，未变 0，有误 ${wrong}`),
  ]);
  const [, megabytes] = /内存峰值 \(peak memory\) (\d+) MB/.exec(out) ?? [];
  console.log(`${ROWS} rows: ${Math.round(took / 1000)} s, ${megabytes} MB`);
  expect(Number(megabytes)).toBeLessThanOrEqual(MOST_MB);
  expect(took).toBeLessThanOrEqual(LONGEST_MS);
  expect(await numberOf("select count(*) from listings.result where external_id like 'L-%'")).toBe(
    ROWS - wrong,
  );
  expect((await numberOf(events)) - before).toBe(ROWS / ROWS_AN_EVENT);
  const report = readFileSync(`${file}.report.csv`, 'utf8').trim().split('\n');
  expect(report).toHaveLength(1 + wrong);
}, 900_000);
