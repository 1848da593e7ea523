import { createHash, randomUUID } from 'node:crypto';

/** A city's sellers: universities, institutes and firms that register again and again. */
const SELLERS = 200;
/** Nobody sells to more of them; each buys a few times. */
const BUYERS = 2_000;

/**
 * Copies a contract that two persons have reviewed, with its files, reviews and history, so that each of the copies
 * can be registered. What must differ does: ids, numbers, the parties, the text's hash and the key of the terms.
 * @returns {Promise<{ id: string, expectedVersion: number }[]>} what a mutation names them by
 */
export async function copyContracts(client, state, count) {
  const codeOf = await codes();
  const columns = await columnsOf(client, 'contract');
  const sellers = await sellersOf(client, state, codeOf);
  const different = {
    id: 'made.id',
    title: "c.title || '（' || made.n || '）'",
    acceptance_number: "'受理' || made.id",
    terms_key: 'md5(made.id::text)',
    deal_id: 'null',
    version: 'c.version',
    applicant_organisation_id: 'made.seller',
    related_ids: 'array_replace(c.related_ids, c.applicant_organisation_id, made.seller)',
    confirmed_party_ids: 'array_replace(c.confirmed_party_ids, c.applicant_organisation_id, made.seller)',
    form: 'made.form',
    form_sha256: 'made.form_sha256',
  };
  const sample = await sampleOf(client, state);
  const digestOf = await digests();
  const made = Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const seller = sellers[n % sellers.length];
    const form = formOf(sample.form, id, seller, codeOf('N', Math.floor(Math.random() * BUYERS)));
    return { n, id, seller: seller.id, form, form_sha256: digestOf(form) };
  });
  const { rows } = await client.query(
    `with made as (select * from jsonb_to_recordset($2) as m
        (n int, id uuid, seller uuid, form jsonb, form_sha256 text))
    insert into contracts.contract (${columns.join(', ')})
    select ${columns.map((column) => different[column] ?? `c.${column}`).join(', ')}
    from contracts.contract c, made where c.id = $1
    returning id, version`,
    [sample.id, JSON.stringify(made)],
  );
  await copyParts(
    client,
    sample.id,
    rows.map(({ id }) => id),
  );
  await client.query('analyze contracts.contract, contracts.file, contracts.audit_entry');
  return rows.map(({ id, version }) => ({ id, expectedVersion: version }));
}

async function sampleOf(client, state) {
  const { rows } = await client.query(
    'select id, form from contracts.contract where state = $1 order by created_at limit 1',
    [state],
  );
  if (rows[0] === undefined) throw new Error(`no contract in ${state} to copy`);
  return rows[0];
}

/** The sample's form between other parties, with a number of its own. */
function formOf(form, id, seller, buyerCode) {
  const [ownSeller, ...sellers] = form.sellers;
  const [ownBuyer, ...buyers] = form.buyers;
  return {
    ...form,
    sellers: [{ ...ownSeller, identifier: seller.uscc, organisationId: seller.id }, ...sellers],
    buyers: [{ ...ownBuyer, identifier: buyerCode }, ...buyers],
    contractNumber: `合同${id}`,
  };
}

/** The digest that the service keeps beside a form. */
async function digests() {
  const { canonical } = await import('@jihui/kernel');
  return (form) => createHash('sha256').update(canonical(form)).digest('hex');
}

/** Codes of organisations with the right check character; asked for late, since the kernel may just have been built. */
async function codes() {
  const { usccCheckCharacter } = await import('@jihui/kernel');
  return (kind, number) => {
    const seventeen = `91140900${kind}A${String(number).padStart(7, '0')}`;
    return `${seventeen}${usccCheckCharacter(seventeen)}`;
  };
}

/** Organisations like the sample's applicant, made once. */
async function sellersOf(client, state, codeOf) {
  const columns = await columnsOf(client, 'organisation');
  const different = { id: 'gen_random_uuid()', uscc: 'made.code', name: 'o.name || made.n' };
  await client.query(
    `insert into contracts.organisation (${columns.join(', ')})
    select ${columns.map((column) => different[column] ?? `o.${column}`).join(', ')}
    from contracts.organisation o, unnest($2::text[]) with ordinality as made (code, n)
    where o.id = (select applicant_organisation_id from contracts.contract where state = $1 order by created_at limit 1)
      and not exists (select from contracts.organisation known where known.uscc = made.code)`,
    [state, Array.from({ length: SELLERS }, (_, number) => codeOf('M', number))],
  );
  const { rows } = await client.query(
    `select id, uscc from contracts.organisation where uscc like '91140900MA%' order by uscc`,
  );
  return rows;
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
