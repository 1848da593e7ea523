/**
 * Reads and writes mixed, as a city's morning has them: no answer may be an error, memory stays where it is, and no
 * operation's slowest hundredth takes more than ten times its middle.
 */
import { randomUUID } from 'node:crypto';
import { ask, median, memoryOf, ofDatabase, ofProcess, quantile, rounded } from './load.mjs';
import { graph } from './requests.mjs';

/** In a hundred requests. */
const SHARES = [
  ['list', 35],
  ['one', 30],
  ['search', 15],
  ['counted', 10],
  ['draft', 10],
];
/** Memory is looked at after each. */
const PARTS = 5;
const SAVE = `mutation ($input: SaveResultDraftInput!) { saveResultDraft(input: $input) { result { id version } } }`;

export async function mixedLoad({ ours, person, asked, client, seconds }) {
  const order = SHARES.flatMap(([name, share]) => Array.from({ length: share }, () => name));
  let at = 0;
  const next = () => {
    // A step that shares no factor with a hundred, so that the kinds alternate.
    const name = order[(at * 37) % order.length];
    at += 1;
    const who = at % 2 === 0 ? asked.anonymous : asked.signedIn;
    return { ...(name === 'draft' ? draft(ours, person, at) : who[name].ours()), name };
  };
  const times = Object.fromEntries(SHARES.map(([name]) => [name, []]));
  const memory = [];
  let errors = 0;
  const check = ({ status, body }, { name }, took) => {
    times[name].push(took);
    if (status === 200 && !body.startsWith('{"errors"')) return;
    errors += 1;
    if (errors <= 3) console.log(`HTTP ${status}: ${body.slice(0, 300)}`);
  };
  const timed = async () => {
    const [before, database] = [ofProcess(ours.pid), await ofDatabase(client)];
    const { requests, seconds: took } = await ask(next, seconds / PARTS, { check });
    memory.push(Math.round(memoryOf(ours.pid)));
    return {
      requests,
      took,
      node: ofProcess(ours.pid) - before,
      database: await database(),
    };
  };
  const parts = [];
  for (let part = 0; part < PARTS; part += 1) parts.push(await timed());
  const sum = (of) => parts.reduce((all, part) => all + part[of], 0);
  const operations = Object.fromEntries(
    Object.entries(times).map(([name, taken]) => [
      name,
      {
        ...{
          p50: rounded(median(taken), 1),
          p95: rounded(quantile(taken, 0.95), 1),
          p99: rounded(quantile(taken, 0.99), 1),
        },
        p99ToP50: rounded(quantile(taken, 0.99) / median(taken), 1),
      },
    ]),
  );
  for (const [name, told] of Object.entries(operations)) console.log(name.padEnd(9), JSON.stringify(told));
  return {
    ...{ seconds: Math.round(sum('took')), errors, rps: Math.round(sum('requests') / sum('took')) },
    nodeShare: rounded(sum('node') / (sum('node') + sum('database'))),
    operations,
    memoryMb: memory,
  };
}

/** A new draft, as the form's first autosave sends it. */
const draft = (ours, person, at) =>
  graph(
    ours.url,
    SAVE,
    {
      input: {
        ...{ clientMutationId: randomUUID(), ownerId: person.organisation.id },
        content: { title: `控温锻造工艺草稿${at}`, summary: '面向大型环锻件的两段控温锻造。' },
      },
    },
    { cookie: person.cookie },
  );
