import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { Client } from 'pg';
import { SERVICES, type Copy } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import type { RunningServer } from '../../scripts/lib/server.mjs';
import { Balancer } from './balancer.js';
import { copyOfCity, demoOrganisation } from './city.js';
import { cookieOf } from './sign-in.js';
import { PUBLIC_URL, startPart } from './split.js';

/** How many ask at once, each the next as soon as the last is answered. */
const CLIENTS = 6;
const TITLE = '滚动更新期间';

/** A part of the city: its address, and the process that stands there at present. */
interface Part {
  readonly name: string;
  readonly balancer: Balancer | null;
  readonly start: () => Promise<RunningServer>;
  running: RunningServer;
}

let place: Copy;
const parts: Part[] = [];
let entrance: Balancer;

async function aPart(
  name: string,
  settings: Readonly<Record<string, string>>,
  balancer: Balancer | null,
): Promise<void> {
  const start = (): Promise<RunningServer> =>
    startPart(place, { DATABASE_POOL: '4', PUBLIC_URL, ...settings });
  const running = await start();
  balancer?.add(running.url);
  parts.push({ name, balancer, start, running });
}

beforeAll(async () => {
  await build({ portal: false });
  place = await copyOfCity();
  const addresses: string[] = [];
  for (const names of SERVICES) {
    const balancer = await Balancer.open();
    addresses.push(...names.map((name) => `${name}=${balancer.url}`));
    await aPart(names.join(), { ROLES: 'graph', DOMAINS: names.join() }, balancer);
  }
  for (const name of ['worker 1', 'worker 2']) await aPart(name, { ROLES: 'worker' }, null);
  entrance = await Balancer.open();
  await aPart('gateway', { ROLES: 'gateway,portal', SERVICES: addresses.join() }, entrance);
}, 300_000);
afterAll(async () => {
  for (const { running } of parts) await running.stop();
  for (const { balancer } of parts) await balancer?.close();
  await place?.drop();
}, 60_000);

/** A new one is ready before the old one is asked nothing more, and that is before it ends. */
async function renew(part: Part): Promise<void> {
  const { balancer, running: old } = part;
  part.running = await part.start();
  balancer?.add(part.running.url);
  await balancer?.remove(old.url);
  await old.stop();
  expect([part.name, await old.ended]).toEqual([part.name, { code: 0, signal: null }]);
}

interface Asked {
  readonly path: string;
  readonly body?: object;
}

/** Each on a connection of its own, as people come. @returns what is wrong with the answer, if anything is. */
function ask({ path, body }: Asked, cookie: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = http.request(
      `${entrance.url}${path}`,
      {
        method: body === undefined ? 'GET' : 'POST',
        agent: false,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      },
      (answer) => {
        let text = '';
        answer
          .on('data', (piece) => (text += String(piece)))
          .on('error', ({ message }) => resolve(`${path}: ${message}`))
          .on('end', () =>
            resolve(
              answer.statusCode === 200 && !text.includes('"errors"')
                ? undefined
                : `${path}: ${answer.statusCode} ${text.slice(0, 300)}`,
            ),
          );
      },
    );
    request.on('error', ({ message }) => resolve(`${path}: ${message}`));
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const graph = (query: string, variables: object = {}): Asked => ({
  path: '/graphql',
  body: { query, variables },
});

const { need } = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as { need: object };
const READS: readonly Asked[] = [
  graph('{ results(first: 5) { edges { node { title owner { name } } } } needs { totalCount } }'),
  graph(
    '{ calls(first: 3) { edges { node { title } } } registeredContractsStatistics { totals { count } } lawParameters { totalCount } }',
  ),
  { path: '/open-data/ocds/releases?first=5' },
];
const draft = (title: string): Asked =>
  graph('mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id } } }', {
    input: {
      clientMutationId: randomUUID(),
      ownerId: demoOrganisation('flangeMaker').id,
      content: { ...need, title },
    },
  });

async function titlesOfDrafts(): Promise<string[]> {
  const client = new Client({ connectionString: place.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ title: string }>(
    `select title from listings.need where title like '${TITLE}%'`,
  );
  await client.end();
  return rows.map(({ title }) => title);
}

it('is renewed part by part while people read and write, and refuses nobody', async () => {
  const cookie = await cookieOf(entrance.url, 'enterprise');
  const faults: string[] = [];
  const written: string[] = [];
  let asked = 0;
  let under = true;
  const client = async (number: number): Promise<void> => {
    for (let turn = number; under; turn += 1) {
      const title = `${TITLE} ${number} ${turn}`;
      const isWriting = turn % 4 === 3;
      const fault = await ask(isWriting ? draft(title) : READS[turn % 4]!, cookie);
      asked += 1;
      if (fault !== undefined) faults.push(fault);
      else if (isWriting) written.push(title);
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  try {
    for (const part of parts) await renew(part);
  } finally {
    under = false;
    await Promise.all(clients);
  }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(200);
  expect(written.length).toBeGreaterThan(40);
  expect((await titlesOfDrafts()).sort()).toEqual(written.sort());
}, 300_000);
