/**
 * Registrations a second: 32 clients through the service, one by one and in batches, each against the same rows written
 * by hand with a bare sequence, which leaves gaps (registration/by-hand.mjs). Beside them the rows of a batch by hand as a
 * batch, a hundred a transaction: nothing that also reads, checks and hashes can be faster, so what it gains over the
 * same rows one a transaction is the most that `bulkRatio` could be. The rounds alternate, so that what else the
 * machine does meets them alike; the figures are medians. The database keeps its own durability: every commit reaches
 * the disk.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { byHand } from './registration/by-hand.mjs';
import { openCity, service } from './registration/city.mjs';
import { copyContracts } from './registration/copies.mjs';
import { processor } from './registration/processor.mjs';

export const summary = '登记编号每秒几个、有无缺号 (registrations a second, gaps)';

const CLIENTS = 32;
const ROUNDS = 5;
/**
 * Contracts a round, so many of each kind that it takes about two seconds: what is measured is the steady state of all
 * three, not how they begin and end. Batches are as large as the service takes.
 */
const COUNT = { singleByHand: 800, single: 800, bulkByHand: 800, bulk: 4000, setsByHand: 4000 };
const BATCH = 100;
const OPINION = '材料齐全，标的明确，金额计算无误，同意登记。';

export async function run([rounds = ROUNDS]) {
  await install();
  await build({ portal: false });
  const city = await openCity(CLIENTS);
  const client = new pg.Client({ connectionString: city.databaseUrl });
  await client.connect();
  try {
    return await measure(city, client, Number(rounds));
  } finally {
    await client.end();
    await city.close();
  }
}

async function measure(city, client, rounds) {
  const registration = await service(city.app, 'registration.service.js', 'RegistrationService');
  let turn = 0;
  const registrar = () => city.people.registrars[(turn += 1) % city.people.registrars.length];
  const single = (target) =>
    registration.passSecond(registrar(), {
      ...target,
      clientMutationId: randomUUID(),
      opinion: OPINION,
    });
  const bulk = (contracts) =>
    registration.registerAll(registrar(), { clientMutationId: randomUUID(), contracts });
  const [alone, waiting] = await copyContracts(client, 'SECOND_REVIEW', 2);
  await single(alone);
  const word = { clientMutationId: randomUUID(), opinion: OPINION };
  await registration.approve(city.people.second, { ...waiting, ...word });
  const [together] = await copyContracts(client, 'APPROVED', 1);
  await bulk([together]);
  // One after the other: both make the sequence where there is none.
  const singleByHand = await byHand(city.databaseUrl, { sample: alone.id, how: 'single', clients: CLIENTS });
  const bulkByHand = await byHand(city.databaseUrl, { sample: together.id, how: 'bulk', clients: CLIENTS });
  const kinds = {
    singleByHand: { state: 'SECOND_REVIEW', items: each, task: ({ id }) => singleByHand.register(id) },
    single: { state: 'SECOND_REVIEW', items: each, task: single },
    bulkByHand: { state: 'APPROVED', items: each, task: ({ id }) => bulkByHand.register(id) },
    bulk: { state: 'APPROVED', items: batches, task: bulk },
    setsByHand: {
      state: 'APPROVED',
      items: batches,
      task: (batch) => bulkByHand.registerAll(batch.map(({ id }) => id)),
    },
  };
  const time = await processor(client);
  const found = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  try {
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const measured = {};
      for (const [name, kind] of Object.entries(kinds))
        measured[name] = await once({ client, time, count: COUNT[name], ...kind });
      if (round > 0) for (const [name, value] of Object.entries(measured)) found[name].push(value);
      console.log(
        line(round === 0 ? '预热 (warm-up)' : `第 ${round} 轮 (round)`, (name) => measured[name].rate),
      );
    }
  } finally {
    await Promise.all([singleByHand.close(), bulkByHand.close()]);
  }
  const [byHandAlone, rps, byHandTogether, batched, inSets] = Object.values(found).map((one) =>
    medianOf(one, 'rate'),
  );
  console.log(line('中位数 (median)', (name) => medianOf(found[name], 'rate')));
  if (found.bulk[0]?.node !== undefined) console.log(processorLine(found));
  return {
    rps: Math.round(rps),
    ratio: rounded(rps / byHandAlone),
    bulkRatio: rounded(batched / byHandTogether),
    bulkBound: rounded(inSets / byHandTogether),
    ...(await gapsAndDuplicates(client)),
  };
}

/** One round of one kind: registrations a second, and the processor time of each in milliseconds. */
async function once({ client, time, count, state, items, task }) {
  const targets = items(await copyContracts(client, state, count));
  time.since();
  const measured = (count / targets.length) * (await rate(targets, task));
  const spent = time.since();
  return { rate: measured, ...(spent && { node: spent.node / count, database: spent.database / count }) };
}

/** Tasks a second with as many clients as there are, each taking the next when its last is done. */
async function rate(items, task) {
  const queue = [...items];
  const client = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await task(item);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (items.length / (performance.now() - began)) * 1000;
}

const batches = (targets) =>
  Array.from({ length: Math.ceil(targets.length / BATCH) }, (_, index) =>
    targets.slice(index * BATCH, (index + 1) * BATCH),
  );

const each = (targets) => targets;

const medianOf = (found, name) => {
  const values = found.map((one) => one[name]).sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)];
};
const rounded = (value) => Number(value.toFixed(2));
const line = (name, rateOf) =>
  `${name}: ${Object.entries(NAMES)
    .map(([key, words]) => `${words} ${Math.round(rateOf(key))}/s`)
    .join(' · ')}`;
const NAMES = {
  singleByHand: '裸序列 (by hand)',
  single: '逐份 (one by one)',
  bulkByHand: '裸序列，集中的行 (rows of a batch by hand)',
  bulk: '集中 (in batches)',
  setsByHand: '裸序列，一百份一次 (the same rows by hand, a hundred a transaction)',
};

/** What the same costs the processor, whatever else the machine does: of node and of the database, and as ratios. */
function processorLine(found) {
  const of = (name) => ['node', 'database'].map((part) => medianOf(found[name], part));
  const whole = (name) => of(name).reduce((sum, part) => sum + part);
  const shown = (name) =>
    of(name)
      .map((part) => part.toFixed(2))
      .join(' + ');
  const base = { single: 'singleByHand', bulk: 'bulkByHand', setsByHand: 'bulkByHand' };
  const times = (name) => (name in base ? ` (×${(whole(base[name]) / whole(name)).toFixed(2)})` : '');
  const each = Object.entries(NAMES).map(([name, words]) => `${words} ${shown(name)} ms${times(name)}`);
  return `每份处理器时间 (processor time each, node + database): ${each.join(' · ')}`;
}

/** Over every series of every registry that the service gave numbers of. */
async function gapsAndDuplicates(client) {
  const { rows } = await client.query(`
    select coalesce(sum(highest - kinds), 0)::int as gaps, coalesce(sum(numbers - kinds), 0)::int as duplicates from (
      select max(right(registration_number, 6)::int) as highest, count(*) as numbers,
        count(distinct registration_number) as kinds
      from contracts.ledger where registration_number not like '9999%' group by left(registration_number, 10)) s`);
  return rows[0];
}
