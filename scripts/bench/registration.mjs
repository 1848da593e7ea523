/**
 * Registrations a second: 32 clients through the service, one by one and in batches, against the same rows written by
 * hand with a bare sequence, which leaves gaps. The rounds alternate, so that what else the machine does meets them
 * alike; the figures are medians. The database keeps its own durability: every commit reaches the disk.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { build } from '../lib/build.mjs';
import { install } from '../lib/install.mjs';
import { byHand } from './registration/by-hand.mjs';
import { openCity, service } from './registration/city.mjs';
import { copyContracts } from './registration/copies.mjs';

export const summary = '登记编号每秒几个、有无缺号 (registrations a second, gaps)';

const CLIENTS = 32;
const ROUNDS = 5;
/**
 * Contracts a round, so many of each kind that it takes about two seconds: what is measured is the steady state of all
 * three, not how they begin and end. Batches are as large as the service takes.
 */
const COUNT = { sequence: 800, single: 800, bulk: 4000 };
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
  const [sample, waiting] = await copyContracts(client, 'SECOND_REVIEW', 2);
  await single(sample);
  const word = { clientMutationId: randomUUID(), opinion: OPINION };
  await registration.approve(city.people.second, { ...waiting, ...word });
  const hand = await byHand(city.databaseUrl, { sample: sample.id, clients: CLIENTS });

  const rates = { sequence: [], single: [], bulk: [] };
  try {
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const measured = {
        sequence: await rate(await copyContracts(client, 'SECOND_REVIEW', COUNT.sequence), ({ id }) =>
          hand.register(id),
        ),
        single: await rate(await copyContracts(client, 'SECOND_REVIEW', COUNT.single), single),
        bulk: BATCH * (await rate(batches(await copyContracts(client, 'APPROVED', COUNT.bulk)), bulk)),
      };
      if (round > 0) for (const [name, value] of Object.entries(measured)) rates[name].push(value);
      console.log(line(round === 0 ? '预热 (warm-up)' : `第 ${round} 轮 (round)`, measured));
    }
  } finally {
    await hand.close();
  }
  const [sequence, rps, batched] = [rates.sequence, rates.single, rates.bulk].map(median);
  console.log(line('中位数 (median)', { sequence, single: rps, bulk: batched }));
  return {
    rps: Math.round(rps),
    ratio: rounded(rps / sequence),
    bulkRatio: rounded(batched / sequence),
    ...(await gapsAndDuplicates(client)),
  };
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

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rounded = (value) => Number(value.toFixed(2));
const line = (name, { sequence, single, bulk }) =>
  `${name}: 裸序列 (sequence) ${Math.round(sequence)}/s · 逐份 (one by one) ${Math.round(single)}/s · 集中 (bulk) ${Math.round(bulk)}/s`;

/** Over every series of every registry that the service gave numbers of. */
async function gapsAndDuplicates(client) {
  const { rows } = await client.query(`
    select coalesce(sum(highest - kinds), 0)::int as gaps, coalesce(sum(numbers - kinds), 0)::int as duplicates from (
      select max(right(registration_number, 6)::int) as highest, count(*) as numbers,
        count(distinct registration_number) as kinds
      from contracts.ledger where registration_number not like '9999%' group by left(registration_number, 10)) s`);
  return rows[0];
}
