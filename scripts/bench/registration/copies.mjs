/**
 * Copies a contract that two persons have reviewed, with its files, reviews and history, so that each of the copies
 * can be registered. What must differ does: ids, numbers, the text's hash and the key of the terms.
 * @returns {Promise<{ id: string, expectedVersion: number }[]>} what a mutation names them by
 */
export async function copyContracts(client, state, count) {
  const columns = await columnsOf(client, 'contract');
  const different = {
    id: 'made.id',
    title: "c.title || '（' || made.n || '）'",
    acceptance_number: "'受理' || made.id",
    terms_key: 'md5(made.id::text)',
    deal_id: 'null',
    version: 'c.version',
  };
  const { rows } = await client.query(
    `with sample as (select * from contracts.contract where state = $1 order by created_at limit 1),
      made as (select n, gen_random_uuid() as id from generate_series(1, $2) n)
    insert into contracts.contract (${columns.join(', ')})
    select ${columns.map((column) => different[column] ?? `c.${column}`).join(', ')} from sample c, made
    returning id, version, (select id from sample) as sample`,
    [state, count],
  );
  const sample = rows[0]?.sample;
  if (sample === undefined) throw new Error(`no contract in ${state} to copy`);
  await copyParts(
    client,
    sample,
    rows.map(({ id }) => id),
  );
  await client.query('analyze contracts.contract, contracts.file, contracts.audit_entry');
  return rows.map(({ id, version }) => ({ id, expectedVersion: version }));
}

async function copyParts(client, sample, ids) {
  const hash = "encode(sha256(convert_to(made.id::text || p.sha256, 'UTF8')), 'hex')";
  const copies = {
    file: { id: 'gen_random_uuid()', contract_id: 'made.id', sha256: hash },
    review: { id: 'gen_random_uuid()', contract_id: 'made.id' },
    audit_entry: { stream: "'Contract:' || made.id" },
  };
  for (const [table, different] of Object.entries(copies)) {
    const columns = await columnsOf(client, table);
    const where = table === 'audit_entry' ? "p.stream = 'Contract:' || $1::text" : 'p.contract_id = $1';
    await client.query(
      `insert into contracts.${table} (${columns.join(', ')})
      select ${columns.map((column) => different[column] ?? `p.${column}`).join(', ')}
      from contracts.${table} p, unnest($2::uuid[]) as made (id) where ${where}`,
      [sample, ids],
    );
  }
}

/** Columns that are written, not computed. */
async function columnsOf(client, table) {
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns
    where table_schema = 'contracts' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'
    order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
