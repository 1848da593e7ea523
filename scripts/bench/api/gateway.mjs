/** What the gateway before four services adds to one process: one request at a time, in turn, on one database. */
import { startServer } from '../../lib/server.mjs';
import { ask, median, rounded, settled } from './load.mjs';
import { graph, LIST } from './requests.mjs';

const SERVICES = [
  ['identity', 'law', 'notifications'],
  ['listings', 'matching'],
  ['deals', 'contracts'],
  ['discovery', 'challenges'],
];
const ROUNDS = 3;
const ROUND_SECONDS = 5;
/** One of listings; its owner of identity, its patents of discovery. */
const THREE = `query ($id: ID!) { result(id: $id) { id title owner { id name } patents { id number } } }`;

export async function throughGateway({ database, ids }) {
  const start = (env) =>
    startServer({
      databaseUrl: database.url,
      stateDir: database.stateDir,
      env: { JIHUI_MODE: 'test', DATABASE_POOL: '4', ...env },
    });
  const whole = await start({ ROLES: 'graph', PUBLIC_URL: 'http://jihui.example' });
  const services = await Promise.all(
    SERVICES.map((names) =>
      start({ ROLES: 'graph', DOMAINS: names.join(','), PUBLIC_URL: 'http://jihui.example' }),
    ),
  );
  const addresses = SERVICES.flatMap((names, at) => names.map((name) => `${name}=${services[at].url}`)).join(
    ',',
  );
  const gateway = await start({
    ROLES: 'gateway,portal',
    SERVICES: addresses,
    PUBLIC_URL: 'http://jihui.example',
  });
  try {
    await settled([whole, gateway, ...services].map(({ pid }) => pid));
    const one = (url) => () => graph(url, LIST);
    const three = (url) => () => graph(url, THREE, { id: ids[0] });
    const list = await compare(one(whole.url), one(gateway.url));
    const domains = await compare(three(whole.url), three(gateway.url));
    const told = {
      addedMsP50: rounded(list[1] - list[0]),
      threeDomainsRatio: rounded(domains[1] / domains[0]),
    };
    console.log(
      `gateway: list ${list.map((ms) => ms.toFixed(2)).join(' → ')} ms, three domains ${domains.map((ms) => ms.toFixed(2)).join(' → ')} ms`,
    );
    return told;
  } finally {
    await Promise.all([whole, gateway, ...services].map((server) => server.stop()));
  }
}

/** The middle of each, in milliseconds on the clock. */
async function compare(...sides) {
  const taken = sides.map(() => []);
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [at, next] of sides.entries()) {
      const { times } = await ask(next, ROUND_SECONDS, { connections: 1, check });
      // The first round warms up.
      if (round > 0) taken[at].push(median(times));
    }
  return taken.map(median);
}

function check({ status, body }) {
  if (status !== 200 || body.startsWith('{"errors"'))
    throw new Error(`HTTP ${status}: ${body.slice(0, 300)}`);
}
