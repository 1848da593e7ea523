import { setTimeout as pause } from 'node:timers/promises';

/** How long what failed while parts were away may wait for its next try, in milliseconds. */
const LONGEST_DRAIN_MS = 300_000;

/**
 * What became of what was acknowledged, asked of the database once everything that it set off has happened.
 * @param {import('@jihui/testing').TestApp} desk an application on the same database
 * @returns {Promise<{ lost: string[], doubled: string[], gaps: number, faults: string[] }>}
 */
export async function check(desk, client, load, opened) {
  const faults = [...(await drained(desk)), ...(await chained(desk, load.given.copies))];
  const lost = [
    ...(await unanswered(client, load.journal)),
    ...(await behind(client, load.journal)),
    ...(await titlesOf(client, load.titles, (count) => count === 0)),
    ...bidsThatAreNot(load.bids, opened.log.opened),
  ];
  const doubled = [
    ...(await titlesOf(client, load.titles, (count) => count > 1)),
    ...(await stepsTwice(client)),
    ...(await effectsTwice(client)),
    ...repeated(opened.log.opened),
  ];
  const numbers = await gapsOf(client);
  if (opened.log.opened.length !== load.bids.size)
    faults.push(`${opened.log.opened.length} bids were opened`);
  return { lost, doubled: [...doubled, ...numbers.doubled], gaps: numbers.gaps, faults };
}

/** Outboxes, queues and mails are empty, and nothing was given up. */
async function drained(desk) {
  const { Queues } = await import('@jihui/platform');
  const { DOMAIN_NAMES } = await import('@jihui/events');
  const queues = desk.get(Queues);
  // What comes again by the clock always waits; what was tried before waits for its next try.
  const retried = async () => {
    const jobs = await Promise.all(DOMAIN_NAMES.map((name) => queues.of(name).getDelayed()));
    return jobs.flat().filter(({ attemptsMade }) => attemptsMade > 0);
  };
  const end = Date.now() + LONGEST_DRAIN_MS;
  for (;;) {
    await desk.settle();
    const waiting = await retried();
    if (waiting.length === 0) break;
    if (Date.now() > end) return waiting.map(({ name }) => `${name} still waits`);
    await pause(500);
  }
  const failed = await Promise.all(DOMAIN_NAMES.map((name) => queues.of(name).getFailed()));
  // What comes again by the clock within the hour is not tried for long: its next run does what this one left.
  const given = failed.flat().filter(({ id }) => !id.startsWith('repeat:'));
  return given.map(({ name, failedReason }) => `${name} was given up: ${failedReason}`);
}

/** Entries that were copied beforehand with their contracts name another stream than they were hashed with. */
const ofCopies = (copies, { stream, problem }) =>
  problem.endsWith('内容被改') && copies.some(({ id }) => stream === `contracts/Contract:${id}`);

/** The audit's chains, held against heads that are signed now. */
async function chained(desk, copies) {
  const { AuditHeads } = await import('@jihui/platform');
  const heads = desk.get(AuditHeads);
  const problems = await heads.verify();
  await heads.sign(new Date());
  const found = [...problems, ...(await heads.verify())].filter((one) => !ofCopies(copies, one));
  return found.map(({ stream, problem }) => `${stream}: ${problem}`);
}

/** Each command that was acknowledged has left its answer where it was carried out. */
async function unanswered(client, journal) {
  const { DOMAIN_NAMES } = await import('@jihui/events');
  const ids = journal.map(({ clientMutationId }) => clientMutationId);
  const { rows } = await client.query(
    `select id from unnest($1::uuid[]) as asked (id) where not exists (
       ${DOMAIN_NAMES.map((name) => `select from ${name}.answer where client_mutation_id = id and answer is not null`).join(' union all ')})`,
    [ids],
  );
  return rows.map(({ id }) => `command ${id}`);
}

const TABLES = [
  'listings.result',
  'listings.need',
  'deals.deal',
  'deals.brokerage',
  'deals.commission',
  'contracts.contract',
];

/** Each thing stands at the version that was acknowledged last, or at a later one. */
async function behind(client, journal) {
  const versions = new Map();
  for (const { id, version } of journal.flatMap(({ data }) => entitiesIn(data)))
    versions.set(id, Math.max(version, versions.get(id) ?? 0));
  const { rows } = await client.query(
    `select asked.id from jsonb_to_recordset($1) as asked (id uuid, version int)
     left join (${TABLES.map((table) => `select id, version from ${table}`).join(' union all ')}) as found using (id)
     where found.version is null or found.version < asked.version`,
    [JSON.stringify([...versions].map(([id, version]) => ({ id, version })))],
  );
  return rows.map(({ id }) => `change of ${id}`);
}

function entitiesIn(value) {
  if (value === null || typeof value !== 'object') return [];
  const own = typeof value.id === 'string' && typeof value.version === 'number' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(entitiesIn)];
}

async function titlesOf(client, titles, isWrong) {
  const wrong = [];
  for (const [table, expected] of Object.entries(titles)) {
    const { rows } = await client.query(
      `select title, (select count(*)::int from listings.${table} as one where one.title = asked.title) as count
       from unnest($1::text[]) as asked (title)`,
      [expected],
    );
    wrong.push(...rows.filter(({ count }) => isWrong(count)).map(({ title, count }) => `${title} ×${count}`));
  }
  return wrong;
}

const bidsThatAreNot = (bids, opened) =>
  [...bids].filter(([, commitment]) => !opened.includes(commitment)).map(([id]) => `bid of ${id}`);

const repeated = (values) => values.filter((value, at) => values.indexOf(value) !== at);

/** Nothing of what this load does goes through one state twice. */
async function stepsTwice(client) {
  const doubled = [];
  for (const domain of ['listings', 'deals', 'contracts']) {
    const { rows } = await client.query(
      `select stream, action, count(*) from ${domain}.audit_entry
       where detail->>'from' is distinct from detail->>'to' and at >= $1
       group by stream, action, detail->>'from', detail->>'to' having count(*) > 1`,
      [await began(client)],
    );
    doubled.push(...rows.map(({ stream, action, count }) => `${stream} ${action} ×${count}`));
  }
  return doubled;
}

/** Where the load's first title was written. */
async function began(client) {
  const { rows } = await client.query(
    `select coalesce(min(created_at), 'infinity') as at from listings.result where title like '断电演练%'`,
  );
  return rows[0].at;
}

/** Each contract has one row of the ledger, and each deal one contract. */
async function effectsTwice(client) {
  const { rows } = await client.query(`
    select 'ledger of ' || contract_id as what from contracts.ledger group by contract_id having count(*) > 1
    union all select 'deal of two contracts: ' || deal_id from contracts.contract
      where deal_id is not null group by deal_id having count(*) > 1`);
  return rows.map(({ what }) => what);
}

/** Registration numbers of each year and registry, without a gap and each given once. */
async function gapsOf(client) {
  const { rows } = await client.query(`
    select left(registration_number, -6) as series, count(*)::int as given,
      count(distinct registration_number)::int as different, max(right(registration_number, 6)::int) as last
    from contracts.contract where registration_number is not null group by 1`);
  return {
    gaps: rows.reduce((sum, { last, different }) => sum + last - different, 0),
    doubled: rows
      .filter(({ given, different }) => given !== different)
      .map(({ series }) => `numbers of ${series}`),
  };
}
