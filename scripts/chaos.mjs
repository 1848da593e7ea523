/**
 * npm run chaos: a city of real processes is killed part by part with kill -9, or two parts at once, while main jobs, sealed
 * bids, registrations, drafts and reads go on; then what was acknowledged is looked for. Killed are the server (or the
 * services, and the gateway), the workers, PostgreSQL, and Redis and Meilisearch where they are installed.
 *   npm run chaos [-- --seconds 60 | --minutes 5] [--seed 1] [--city one|split] [--queue redis|postgres]
 * The last line is {"kills", "writes", "lost", "doubled", "gaps", "recoveryMs"}: recoveryMs is the slowest recovery. It exits
 * with 1 where anything is lost, doubled or left, a number is missing or a chain is broken.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from './lib/build.mjs';
import { Failure, runMain } from './lib/failure.mjs';
import { install } from './lib/install.mjs';
import { step } from './lib/progress.mjs';
import { startServer } from './lib/server.mjs';

/** Of the time, before the days of disclosure and of bidding pass. */
const MORNING = 0.6;
/** More than the longest of them. */
const DAYS = 31;
/** So many contracts are approved and wait for their number. */
const APPROVED = 400;

runMain(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string' },
      minutes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      city: { type: 'string', default: 'one' },
      queue: { type: 'string', default: 'redis' },
    },
  });
  const seconds = values.seconds ? Number(values.seconds) : Number(values.minutes ?? 1) * 60;
  const seed = Number(values.seed);
  if (!(seconds >= 5) || !Number.isInteger(seed))
    throw new Failure('--seconds ≥ 5，--seed 是整数 (a whole number)');
  if (!['one', 'split'].includes(values.city)) throw new Failure('--city one | split');
  if (!['redis', 'postgres'].includes(values.queue)) throw new Failure('--queue redis | postgres');
  await install();
  await build({ portal: false });
  const stateDir = mkdtempSync(path.join(tmpdir(), 'jihui-chaos-'));
  chmodSync(stateDir, 0o755);
  const outcome = await chaos({ ...values, seconds, seed, stateDir });
  console.log(JSON.stringify(outcome.line));
  if (outcome.isWhole) rmSync(stateDir, { recursive: true, force: true });
  else process.exitCode = 1;
});

async function chaos({ stateDir, seconds, seed, city: shape, queue }) {
  const { databasePart, redisPart, searchPart, serverParts } = await import('./chaos/city.mjs');
  const { removeEmbeddedPostgres } = await import('./lib/postgres/embedded.mjs');
  const database = await databasePart(stateDir);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      database.abandon();
      process.exit(130);
    });
  const started = [database.part];
  try {
    const others = [
      queue === 'redis' ? await redisPart(stateDir) : undefined,
      await searchPart(stateDir),
    ].filter(Boolean);
    for (const { part } of others) {
      await part.start();
      started.push(part);
    }
    const settings = Object.assign({}, ...others.map((other) => other.settings));
    const place = { databaseUrl: database.url, stateDir };
    await step('写入演示城市 (a demo city)', async () => {
      const seeding = await startServer({
        ...place,
        env: { ...settings, JIHUI_MODE: 'demo', ROLES: 'graph,worker' },
      });
      await seeding.stop();
    });
    const city = await serverParts(shape, place, settings);
    for (const part of city.parts) {
      await part.start();
      started.push(part);
    }
    const parts = [...started];
    console.log(`${seconds} 秒，种子 (seed) ${seed}：${parts.map(({ name }) => name).join('、')}`);
    const outcome = await play({ city: { ...city, parts }, place, settings, seconds, seed });
    return outcome;
  } finally {
    for (const part of started.reverse()) await part.stop().catch(() => undefined);
    await removeEmbeddedPostgres(path.join(stateDir, 'postgres'));
  }
}

async function play({ city, place, settings, seconds, seed }) {
  const pg = (await import('pg')).default;
  const { killUntil, randomOf } = await import('./chaos/killer.mjs');
  const { Load } = await import('./chaos/load.mjs');
  const load = new Load(city.url, await given(pg, place.databaseUrl, city.url));
  const began = Date.now();
  const isPast = (share) => () => Date.now() - began > seconds * 1000 * share;
  let failed = false;
  const killing = killUntil(() => failed || isPast(1)(), city, randomOf(seed), console.log);
  const working = (async () => {
    await load.morning(() => failed || isPast(MORNING)());
    await passDays(pg, place.databaseUrl);
    return load.evening(path.join(place.stateDir, 'demo-keys'));
  })();
  // Whichever fails first is what is told, once neither starts anything any more.
  const [kills, opened] = await Promise.all([killing, working]).catch(async (error) => {
    failed = true;
    await Promise.allSettled([killing, working]);
    throw error;
  });
  await tellOfParts(city.parts);
  const writes = load.journal.length;
  console.log(
    `${writes} 次写入，${load.reads} 次查询，登记 ${load.registered} 份，标书 ${load.bids.size} 份`,
  );
  const found = await step('核对 (looking for what was acknowledged)', () =>
    judge(pg, place, settings, load, opened),
  );
  for (const [what, list] of Object.entries({
    lost: found.lost,
    doubled: found.doubled,
    faults: found.faults,
  }))
    for (const one of list.slice(0, 10)) console.log(`✗ ${what}: ${one}`);
  const counts = { lost: found.lost.length, doubled: found.doubled.length, gaps: found.gaps };
  const recoveryMs = Math.max(0, ...kills.map(({ ms }) => ms));
  return {
    line: { kills: kills.flatMap(({ names }) => names).length, writes, ...counts, recoveryMs },
    isWhole: [...Object.values(counts), found.faults.length].every((count) => count === 0),
  };
}

/** What each process of the product came to since it was last started: for the guide to scaling. */
async function tellOfParts(parts) {
  const { memoryOf, ofProcess } = await import('./bench/api/load.mjs');
  for (const { name, pid } of parts)
    if (pid !== undefined)
      console.log(
        `${name}：内存 ${Math.round(memoryOf(pid()))} MB，处理器 ${Math.round(ofProcess(pid()) / 1000)} 秒 (memory, processor)`,
      );
}

/** What the load works on: an open call, and contracts that are approved. */
async function given(pg, databaseUrl, url) {
  const { copyContracts } = await import('./bench/registration/copies.mjs');
  const { Load } = await import('./chaos/load.mjs');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select c.id from challenges.call c join identity.organisation o on o.id = c.owner_id
       where c.state = 'BIDDING' and c.mode = 'JB' order by c.closes_at desc limit 1`,
    );
    const [reviewed] = await copyContracts(client, 'SECOND_REVIEW', 1);
    const registrar = await new Load(url, {}).person('registrar2');
    await registrar.mutate(
      'mutation ($input: ApproveRegistrationInput!) { approveRegistration(input: $input) { contract { state } } }',
      { ...reviewed, opinion: '材料齐全，标的明确，金额计算无误，同意登记。' },
    );
    const contracts = await copyContracts(client, 'APPROVED', APPROVED);
    return { callId: rows[0].id, contracts, copies: [reviewed, ...contracts] };
  } finally {
    await client.end();
  }
}

/** Whatever is killed meanwhile. */
async function passDays(pg, databaseUrl) {
  for (;;) {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(
        `insert into platform.clock_offset ("offset") values (make_interval(days => $1))
         on conflict (single) do update set "offset" = excluded."offset"`,
        [DAYS],
      );
      return;
    } catch {
      await pause(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function judge(pg, place, settings, load, opened) {
  const { loadDomains } = await import('@jihui/registry');
  const { testApp } = await import('@jihui/testing');
  const { check } = await import('./chaos/checks.mjs');
  const desk = await testApp(await loadDomains(null), {
    ...place,
    settings: { ...settings, ROLES: 'graph' },
  });
  const client = new pg.Client({ connectionString: place.databaseUrl });
  await client.connect();
  try {
    return await check(desk, client, load, opened);
  } finally {
    await client.end();
    await desk.close();
  }
}
