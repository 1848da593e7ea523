import { jest } from '@jest/globals';
import { anonymous } from '@jihui/kernel';
import { Db, raw, sql } from '@jihui/platform';
import { describeWith, statementsOf } from '@jihui/testing';
import { BEGIN, enterKeys, handIn, instructionsOf, organisationOf, release, seal } from './bids.world.js';
import { anEvent, aWorld, type CallNode, type World } from './calls.world.js';
import {
  everything,
  expectRelease,
  read,
  ROUTE,
  schemaFaults,
  type RecordPackage,
  type ReleasePackage,
} from './ocds.js';
import { aForm, keysOf } from './reviews.world.js';

jest.setTimeout(180_000);

let world: World;
/** Opened in the course of these tests; its owner is hidden. */
let masked: CallNode;
let partial: CallNode;
let plain: CallNode;

/** A call whose owner asked for that secrecy, out for bids. */
const outWith = async (secrecy: string): Promise<CallNode> => {
  const cleared = await world.call('CLEARED');
  await world.get(Db).query(sql`
    update challenges.call set content = content || jsonb_build_object('secrecy', ${secrecy}::text)
    where id = ${cleared.id}`);

  const custodians = [world.officer, world.supervisor, world.notary];
  world.custodianKeys.set(cleared.id, await enterKeys(world, cleared.id, custodians));
  return world.act(world.officer, 'publishCall', cleared);
};
const processOf = async ({ id }: CallNode): Promise<string> =>
  (await world.read<{ code: string }>(world.officer, id, 'code'))?.code ?? '';
const recordOf = async (call: CallNode) => {
  const found = await read<RecordPackage>(world.client(), `${ROUTE}/records/${await processOf(call)}`);
  const [record] = found.records;
  if (record === undefined) throw new Error('no record');
  return record;
};
const all = async (): Promise<string> => [...(await everything(world.client())).values()].join('\n');

beforeAll(async () => {
  world = await aWorld({ hurried: true });
  expect((await world.client().get(`${ROUTE}/records`)).status).toBe(404);
  await world.call('NOTICED');
  expect((await world.client().get(`${ROUTE}/releases`)).status).toBe(404);
  masked = await outWith('MASKED');
  partial = await outWith('PARTIAL');
  plain = await outWith('PUBLIC');
}, 120_000);
afterAll(() => world?.close());

it('begins with the publication: one release each, and none of what is not out', async () => {
  const { records } = await read<RecordPackage>(world.client(), `${ROUTE}/records`);
  expect(records).toHaveLength(3);
  for (const { compiledRelease } of records) expect(compiledRelease.tender.status).toBe('active');
  const { releases } = await recordOf(plain);
  expect(releases.map(({ tag }) => tag)).toEqual([['planning', 'tender']]);
  for (const one of releases) expectRelease(one);
  const page = await world.read<{ openDataUrl: string }>(anonymous, plain.id, 'openDataUrl');
  expect(page?.openDataUrl).toBe(`${ROUTE}/records/${await processOf(plain)}`);
});

it('keeps a hidden owner hidden, and a content that is for who signed in out of what anybody may copy', async () => {
  const owner = organisationOf(world.owner);
  const [hidden, half, full] = [await recordOf(masked), await recordOf(partial), await recordOf(plain)];
  const said = JSON.stringify(hidden);
  expect(said).not.toContain(owner);
  expect(said).not.toContain('原平锻压');
  expect(hidden.compiledRelease.buyer).toBeUndefined();
  expect(JSON.stringify(half)).not.toMatch(/组织控制|环件轧制研究基础|疲劳寿命|法兰外径/);
  expect(half.compiledRelease.buyer?.id).toBe(owner);
  expect(full.compiledRelease.tender.description).toContain('组织控制');
});

it('publishes a question with its answer, and nothing of who asked', async () => {
  const { releases: before } = await recordOf(plain);
  await world
    .as(world.rival)
    .mutate('mutation ($input: AskCallQuestionInput!) { askCallQuestion(input: $input) { call { id } } }', {
      input: {
        callId: plain.id,
        organisationId: organisationOf(world.rival),
        text: '样件由谁检测？电话 13903501234',
      },
    });
  expect((await recordOf(plain)).releases).toEqual(before);
  const asked = await world.read<{ questions: { id: string; version: number }[] }>(
    world.officer,
    plain.id,
    'questions { id version }',
  );
  const [{ id, version } = { id: '', version: 0 }] = asked?.questions ?? [];
  await world
    .as(world.officer)
    .mutate(
      'mutation ($input: AnswerCallQuestionInput!) { answerCallQuestion(input: $input) { call { id } } }',
      {
        input: { id, expectedVersion: version, answer: '由省级检测机构检测' },
      },
    );
  const { releases } = await recordOf(plain);
  expect(releases.slice(0, 1)).toEqual(before);
  expect(releases[1]).toMatchObject({ tag: ['tenderUpdate'] });
  expect(releases[1]?.tender.enquiries).toMatchObject([{ answer: '由省级检测机构检测' }]);
  expect(JSON.stringify(releases)).not.toMatch(/13903501234/);
  expect(JSON.stringify(releases)).not.toContain(organisationOf(world.rival));
});

it('tells nothing of bids before their opening, not even that one came; all of them afterwards', async () => {
  const before = await everything(world.client());
  const instructions = await instructionsOf(world, world.university, masked.id);
  for (const bidder of [world.university, world.rival])
    await handIn(world, bidder, masked.id, await seal(instructions, organisationOf(bidder), aForm()));
  await world.watchBids();
  expect(await everything(world.client())).toEqual(before);

  await world.wait(25);
  await world.watchBids();
  await world.as(world.officer).mutate(BEGIN, { input: { callId: masked.id } });
  await release(world, world.supervisor, masked.id, keysOf(world, masked.id));
  const closed = JSON.stringify(await recordOf(masked));
  for (const bidder of [world.university, world.rival]) expect(closed).not.toContain(organisationOf(bidder));
  expect(closed).not.toMatch(/"bids"|numberOfTenderers|"tenderers"/);

  await release(world, world.notary, masked.id, keysOf(world, masked.id));
  await world.watchBids();
  const { compiledRelease, releases } = await recordOf(masked);
  expect(compiledRelease.tender.numberOfTenderers).toBe(2);
  expect(compiledRelease.bids?.details.map(({ status }) => status)).toEqual(['pending', 'pending']);
  expect(
    compiledRelease.parties
      .filter(({ roles }) => roles.includes('tenderer'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual([organisationOf(world.university), organisationOf(world.rival)].sort());
  for (const one of [...releases, compiledRelease]) expectRelease(one);
  expect(JSON.stringify(compiledRelease)).not.toContain(organisationOf(world.owner));
});

it('names no person, no phone and no mail of the platform anywhere', async () => {
  const said = await all();
  const people = (await world.rows('select id::text, name from challenges.person')) as {
    id: string;
    name: string;
  }[];
  expect(people.length).toBeGreaterThan(8);
  for (const { id, name } of people)
    expect([name, said.includes(name), said.includes(id)]).toEqual([name, false, false]);
  expect(said).not.toMatch(/0350-3000001|@[\w-]+\.\w/);
});

it('is paged, asked for again by tag or time, and refuses an address that says nothing', async () => {
  const client = world.client();
  const first = await read<ReleasePackage>(client, `${ROUTE}/releases?first=2`);
  expect(first.releases).toHaveLength(2);
  expect(first.publishedDate).toBe(first.releases[0]?.date);
  const { headers } = await client.get(`${ROUTE}/releases?first=2`);
  expect(headers['access-control-allow-origin']).toBe('*');
  const asked = (given: Record<string, string>) => world.client(given).get(`${ROUTE}/releases?first=2`);
  expect((await asked({ 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
  expect((await asked({ 'if-none-match': '"other"' })).status).toBe(200);
  expect((await asked({ 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
  expect((await asked({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status).toBe(200);
  for (const path of ['records?first=0', 'records?first=x', 'releases?after=%00', 'releases?first=101'])
    expect([path, Math.floor((await client.get(`${ROUTE}/${path}`)).status / 100)]).toEqual([path, 4]);
  for (const path of ['records/BD1999-0001', 'records/%27', 'releases/BD1999-0001/1', 'nothing'])
    expect([path, (await client.get(`${ROUTE}/${path}`)).status]).toEqual([path, 404]);
  const ids = [...(await everything(client))]
    .filter(([path]) => path.startsWith(`${ROUTE}/releases?`))
    .flatMap(([, text]) => (JSON.parse(text) as ReleasePackage).releases.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const counted = (await world.rows('select count(*)::int as n from challenges.open_release')) as {
    n: number;
  }[];
  expect(ids).toHaveLength(counted[0]?.n ?? 0);
});

it('asks no more of the database for a longer list', async () => {
  for (const name of ['records', 'releases']) {
    const asked = (first: number) =>
      statementsOf(world, () => world.client().get(`${ROUTE}/${name}?first=${first}`));
    expect((await asked(3)).length).toBe((await asked(1)).length);
  }
});

it('keeps each release as it was published; several steps of one transaction are one', async () => {
  const kept = await recordOf(plain);
  const closed = (await world.read<CallNode>(world.officer, plain.id, 'id version state')) ?? plain;
  const reason = '技术路线已经过时，经研究终止';
  await world.act(world.officer, 'terminateCall', closed, { reason });
  const { releases, compiledRelease } = await recordOf(plain);
  expect(releases.slice(0, kept.releases.length)).toEqual(kept.releases);
  expect(releases.at(-1)?.tag).toEqual(['tenderCancellation']);
  expect(compiledRelease.tender.status).toBe('cancelled');
  const db = world.get(Db);
  for (const statement of [
    `update challenges.open_release set body = '{}'`,
    'delete from challenges.open_release',
    'truncate challenges.open_release',
  ])
    await expect(db.query(raw(statement))).rejects.toThrow(/append-only|refused|不可|change/i);
});

it('takes up a call that was published before there was open data, once, with the time of its last step', async () => {
  const process = await processOf(partial);
  const db = world.get(Db);
  await db.query(raw('alter table challenges.open_release disable trigger user'));
  await db.query(sql`delete from challenges.open_release where process = ${process}`);
  await db.query(sql`delete from challenges.open_process where id = ${process}`);
  await db.query(raw('alter table challenges.open_release enable trigger user'));

  const tell = () =>
    world.deliver((handlers, tx) =>
      handlers.projectRelease(anEvent('challenges.call', { id: partial.id } as never), tx),
    );
  await tell();
  const begun = await recordOf(partial);
  const [row] = (await world.rows(
    `select updated_at as at from challenges.call where id = '${partial.id}'`,
  )) as {
    at: Date;
  }[];
  expect(begun.releases.map(({ date }) => date)).toEqual([row?.at.toISOString()]);
  await tell();
  expect(await recordOf(partial)).toEqual(begun);
});

describeWith('ocds-schema', 'the schemas of OCDS 1.1.5', () => {
  it('find no fault with anything that is given out', async () => {
    const faults = await schemaFaults();
    const texts = await everything(world.client());
    expect(texts.size).toBeGreaterThan(5);
    for (const [path, text] of texts)
      expect([path, faults(path.includes('/records') ? 'record' : 'release', text)]).toEqual([path, []]);
    expect(faults('release', '{"releases":[{}]}').length).toBeGreaterThan(5);
  });
});
