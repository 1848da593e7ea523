import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * What a registration writes besides the contract's own row: one by one the second review, the ledger, the history, the
 * event with its message, the certificate's job and the answer that a repeated request gets. In a batch the review was
 * written with the approval, and one answer stands for a hundred.
 */
const ROWS = {
  single: ['review', 'ledger', 'audit_entry', 'event', 'outbox', 'job', 'answer'],
  bulk: ['ledger', 'audit_entry', 'event', 'outbox', 'job'],
};

/**
 * The baseline: the rows that the service wrote for a sample, row for row as large, written by hand, each registration
 * one transaction that reaches the disk, with a prepared statement a row. Its numbers come from a bare sequence, which
 * nobody waits for and which leaves gaps; it reads nothing, checks nothing and hashes nothing.
 * @param sample a contract that was registered so
 * @param {'single' | 'bulk'} how it was
 */
export async function byHand(databaseUrl, { sample, how, clients }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  await pool.query('create sequence if not exists public.bench_serial');
  const found = await rowsOf(pool, sample);
  const rows = Object.fromEntries(ROWS[how].map((name) => [name, written(name, found[name])]));
  const statements = await Promise.all(
    Object.entries(rows).map(async ([table, row]) => ({
      table,
      row,
      ...(await insertOf(pool, table, row)),
    })),
  );
  return {
    register: (id) => register(pool, statements, id),
    registerAll: (ids) => registerAll(pool, statements, ids),
    close: () => pool.end(),
  };
}

async function register(pool, statements, contractId) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const eventId = randomUUID();
    const { rows } = await client.query({ name: 'number', text: NUMBER, values: [contractId] });
    for (const statement of statements) {
      const { name, text, columns } = statement;
      const row = rowFor(statement, { contractId, eventId, number: rows[0].registration_number });
      const values = columns.map(({ name: column, type }) =>
        type === 'jsonb' ? JSON.stringify(row[column]) : row[column],
      );
      await client.query({ name, text, values });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

/**
 * The same rows of many contracts in one transaction, a statement a table, and again nothing read, checked or hashed:
 * what is the most that a batch could gain.
 */
async function registerAll(pool, statements, ids) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query({ name: 'numbers', text: NUMBERS, values: [ids] });
    const given = rows.map(({ id, registration_number: number }) => ({
      contractId: id,
      eventId: randomUUID(),
      number,
    }));
    for (const statement of statements) {
      const all = JSON.stringify(given.map((one) => rowFor(statement, one)));
      await client.query({ name: `all_${statement.name}`, text: statement.allText, values: [all] });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The sample's row as the contract's own. */
function rowFor({ table, row }, { contractId, eventId, number }) {
  const keys = {
    event: { id: eventId },
    answer: { client_mutation_id: randomUUID() },
    job: { job_id: randomUUID() },
  };
  const changed = { ...row, ...('id' in row && { id: randomUUID() }), ...keys[table] };
  const own = { contract_id: contractId, stream: `Contract:${contractId}`, event_id: eventId };
  return { ...changed, ...own, registration_number: number };
}

function written(name, row) {
  if (row === undefined) throw new Error(`the sample has no row of ${name}`);
  return row;
}

/** Another year than the service's, so that the two never meet. */
const WRITTEN = `update contracts.contract set state = 'REGISTERED', version = version + 1,
  registration_number = '9999140900' || lpad(nextval('public.bench_serial')::text, 6, '0'),
  registered_at = now(), registered_on = current_date, certificate_version = 1,
  second_reviewer_id = coalesce(second_reviewer_id, gen_random_uuid()), updated_at = now()`;
const NUMBER = `${WRITTEN} where id = $1 returning registration_number`;
const NUMBERS = `${WRITTEN} where id = any($1) returning id, registration_number`;

/** The rows that the service wrote for the sample. */
async function rowsOf(pool, contractId) {
  const one = async (text) => (await pool.query(text, [contractId])).rows[0]?.row;
  const event = `select to_jsonb(e) - 'seq' as row from contracts.event e
    where e.aggregate_id = $1 and e.action in ('passSecond', 'register') order by e.seq desc limit 1`;
  return {
    review: await one(
      `select to_jsonb(r) as row from contracts.review r where r.contract_id = $1 order by r.at desc limit 1`,
    ),
    ledger: await one(`select to_jsonb(l) - 'month' as row from contracts.ledger l where l.contract_id = $1`),
    audit_entry: await one(
      `select to_jsonb(a) || '{"seq": 1000}' as row from contracts.audit_entry a
      where a.stream = 'Contract:' || $1::text order by a.seq desc limit 1`,
    ),
    event: await one(event),
    outbox: { event_id: null },
    job: { job_id: null, job_type: 'contracts.renderCertificate', job_payload: { contractId } },
    answer: await one(
      `select to_jsonb(a) as row from contracts.answer a where a.answer->>'id' = $1::text order by a.at desc limit 1`,
    ),
  };
}

async function insertOf(pool, name, row) {
  const table = name === 'job' ? 'outbox' : name;
  const { rows } = await pool.query(
    `select column_name as name, udt_name as type from information_schema.columns
    where table_schema = 'contracts' and table_name = $1 and column_name = any($2)
      and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table, Object.keys(row)],
  );
  const names = rows.map((column) => column.name).join(', ');
  const places = rows.map(({ type }, index) => `$${index + 1}::${type}`);
  const typed = rows.map((column) => `${column.name} ${column.type}`);
  const into = `insert into contracts.${table} (${names})`;
  return {
    name,
    columns: rows,
    text: `${into} values (${places.join(', ')})`,
    allText: `${into} select ${names} from jsonb_to_recordset($1::jsonb) as row (${typed.join(', ')})`,
  };
}
