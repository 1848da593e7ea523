/**
 * The figures at 100,000 contracts: every question of the statistics pages against the bare sum over the same rows in
 * the same run. The rows are made by the database; medians. `-- statistics plans` prints how the database goes about
 * each (EXPLAIN ANALYZE, BUFFERS).
 */
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { openCity, service } from './registration/city.mjs';

export const summary = '十万份合同的统计要多久 (figures over 100,000 contracts)';

const CONTRACTS = 100_000;
const ROUNDS = 5;
const YEAR = { fromMonth: '2026-01', toMonth: '2026-12' };
const MONTH = { fromMonth: '2026-06', toMonth: '2026-06' };
const PUBLIC = { kind: 'anonymous' };
const PAGE = { limit: 50, backward: false, cursor: null };

export async function run([plans]) {
  await install();
  await build({ portal: false });
  const city = await openCity(4);
  const client = new pg.Client({ connectionString: city.databaseUrl });
  await client.connect();
  try {
    await fill(client);
    if (plans === 'plans') await explain(client);
    const queries = await service(city.app, 'statistics/statistics.queries.js', 'StatisticsQueries');
    const officer = city.people.second;
    const { queryId } = await queries.figures(PUBLIC, YEAR);
    const rows = (dimension, key) => () =>
      queries
        .rows(officer, { queryId, dimension, key }, PAGE)
        .then(({ edges, totalCount }) => Promise.all([edges, totalCount()]));
    const bareMs = await median(() =>
      client.query('select sum(count), sum(total), sum(technical) from contracts.ledger'),
    );
    const asked = {
      全部分项: () => queries.figures(PUBLIC, YEAR),
      全部分项与各方: () => queries.figures(officer, YEAR),
      三年: () => queries.figures(PUBLIC, { fromMonth: '2024-01', toMonth: '2026-12' }),
      公布一月: () => queries.figures(PUBLIC, MONTH),
      一月合计: () => queries.totals(MONTH),
      一类的合同: rows('CLASS', '1'),
      流向的合同: rows('FLOW', '140981>140902'),
      一家的合同: rows('SELLER', 'S17'),
    };
    const ms = {};
    for (const [name, ask] of Object.entries(asked)) {
      ms[name] = await median(ask);
      console.log(
        `${name.padEnd(8, '　')} ${ms[name].toFixed(1)} ms (${rounded(ms[name] / bareMs)} × ${bareMs.toFixed(1)})`,
      );
    }
    const ratios = Object.fromEntries(
      Object.entries(ms).map(([name, taken]) => [name, rounded(taken / bareMs)]),
    );
    return { contracts: CONTRACTS, bareMs: rounded(bareMs), ratios };
  } finally {
    await client.end();
    await city.close();
  }
}

/** The statement of all breakdowns as the database carries it out. */
async function explain(client) {
  const { breakdownStatement } = await import('../../libs/contracts/dist/store/statistics.sql.js');
  const query = { ...YEAR, registryDivision: null, sellerDivision: null, axis: 'REGISTRATION' };
  const { text, values } = breakdownStatement(query, { from: '2025-01', to: '2025-12' }, null).toQuery();
  const { rows } = await client.query(`explain (analyze, buffers) ${text}`, values);
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'));
}

const rounded = (value) => Math.round(value * 100) / 100;

async function median(work) {
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Registrations of three years, spread over everything that figures are cut by; the year asked has a third of them. */
export async function fill(client) {
  const { rows } = await client.query('select id from contracts.contract limit 1');
  const { rows: columns } = await client.query(
    `select column_name as name from information_schema.columns
     where table_schema = 'contracts' and table_name = 'ledger' and is_generated = 'NEVER' and is_identity = 'NO'`,
  );
  const given = values(rows[0].id);
  const used = columns.map(({ name }) => name).filter((name) => name in given);
  await client.query('alter table contracts.ledger drop constraint if exists ledger_once');
  await client.query('drop index if exists contracts.ledger_once');
  await client.query('alter table contracts.ledger disable trigger ledger_placed_in_month');
  await client.query(
    `insert into contracts.ledger (${used.join(', ')})
     select ${used.map((name) => given[name]).join(', ')}
     from generate_series(1, ${CONTRACTS}) n`,
  );
  await client.query('alter table contracts.ledger enable trigger ledger_placed_in_month');
  await client.query('vacuum analyze contracts.ledger');
}

const pick = (...codes) => `(array[${codes.map((code) => `'${code}'`).join(', ')}])[1 + n % ${codes.length}]`;
const day = `(date '2024-01-01' + n % 1095)`;
const values = (contractId) => ({
  id: 'gen_random_uuid()',
  contract_id: `'${contractId}'::uuid`,
  kind: `case when n % 40 = 0 then 'CANCELLATION' else 'REGISTRATION' end`,
  occurred_on: day,
  month: `to_char(${day}, 'YYYY-MM')`,
  signed_on: day,
  registration_number: `'2026140900' || lpad(n::text, 6, '0')`,
  title: `'合同 ' || n`,
  count: `case when n % 40 = 0 then -1 else 1 end`,
  total: `case when n % 40 = 0 then -1 else 1 end * (1000000 + (n::bigint * 7919) % 900000000)`,
  technical: `case when n % 40 = 0 then -1 else 1 end * (1000000 + (n::bigint * 7919) % 900000000)`,
  class: pick('1', '2', '3', '4', '5'),
  subclass: pick('11', '21', '31', '40', '51'),
  tech_field: pick('01', '03', '05', '06', '09', '11'),
  ip_kind: pick('KNOW_HOW', 'INVENTION_PATENT', 'NONE'),
  plan_source: pick('NONE'),
  goal: pick('02', '10', '12'),
  industry: pick('A', 'C', 'I', 'M'),
  seller_division: pick('140902', '140981', '140921', '140922'),
  buyer_division: pick('140902', '140100', '110108', '140981'),
  seller_nature: pick('022', '150', '110'),
  buyer_nature: pick('150', '170', '210'),
  seller_name: `'卖方 ' || n % 700`,
  seller_key: `'S' || n % 700`,
  buyer_name: `'买方 ' || n % 900`,
  buyer_key: `'B' || n % 900`,
  registry_division: pick('140900', '140981'),
  large: 'n % 50 = 0',
  in_time: 'n % 20 <> 0',
  foreign_mode: pick('NONE', 'EXPORT'),
  tax_benefits: `case when n % 5 = 0 then array['VAT'] else '{}'::text[] end`,
  brokered: 'n % 9 = 0',
});
