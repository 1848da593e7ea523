import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Db,
  intoFolder,
  namedOnly,
  OrganisationExporter,
  questionOf,
  sql,
  typeOfRows,
  type Domain,
  type OrganisationManifest,
} from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import { testApp, type Copy, type TestApp } from '@jihui/testing';
import { copyOfCity, demoActor, demoOrganisation } from './city.js';
import { ELSEWHERE, TABLES } from './exported-tables.js';
import { schema } from './walk.js';

const folder = mkdtempSync(join(tmpdir(), 'jihui-export-'));
let domains: readonly Domain[];
let place: Copy;
let app: TestApp;

beforeAll(async () => {
  domains = await loadDomains(null);
  place = await copyOfCity();
  app = await testApp(domains, { ...place, settings: { ROLES: 'graph' } });
}, 240_000);
afterAll(async () => {
  await app?.close();
  await place?.drop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function exported(key: string): Promise<[string, OrganisationManifest]> {
  const { id, kind, divisionCode } = demoOrganisation(key);
  const place = join(folder, `${key}-${randomUUID()}`);
  const exporter = app.app.get(OrganisationExporter, { strict: false });
  const organisation = { id, kind, divisionCode, name: key };
  return [place, await intoFolder(place, (sink) => exporter.export(organisation, sink, new Date(), {}))];
}

const rowsIn = (place: string, path: string): { id: string }[] =>
  readFileSync(join(place, path), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string });

const whole = (place: string, { lists }: OrganisationManifest): string =>
  lists.map(({ path }) => readFileSync(join(place, path), 'utf8')).join('');

it('asks for fields that the public schema has, in each domain', () => {
  const lists = domains.flatMap(({ holdings }) => holdings ?? []);
  expect(lists.length).toBeGreaterThan(15);
  for (const list of lists) if (!list.isStep) expect(questionOf(schema, list).document).toContain('id');
  const names = lists.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { of } of lists) if (of !== undefined) expect(names).toContain(of);
});

it('has a list of each thing that a row of another only names', () => {
  const lists = domains.flatMap(({ holdings }) => holdings ?? []);
  const own = new Set(lists.filter(({ isStep }) => !isStep).map((list) => typeOfRows(schema, list)?.name));
  const missing = lists.flatMap((list) =>
    [...namedOnly(schema, list)].filter(([type]) => !own.has(type) && ELSEWHERE[type] === undefined),
  );
  expect(missing).toEqual([]);
});

it('knows each table that names an organisation: a list holds it, or it is said why none does', async () => {
  const names = domains.flatMap(({ holdings }) => (holdings ?? []).map(({ name }) => name));
  const tables = await app.get(Db).query<{ name: string }>(sql`
    select distinct table_schema || '.' || table_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE'
      and table_schema = any(${[...domains.map((domain) => domain.schema), 'platform']})
      and c.column_name ~ '(^|_)(organisation|owner|seller|buyer|unit|employer)_ids?$' order by 1`);
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
  for (const [table, where] of Object.entries(TABLES))
    if (Array.isArray(where))
      expect([table, where.filter((name) => !names.includes(name))]).toEqual([table, []]);
});

it('holds all that is the organisation’s, each part as its hash says, and appears once it is whole', async () => {
  const [place, manifest] = await exported('university');
  const { id } = demoOrganisation('university');
  const db = app.get(Db);
  const own = async (from: ReturnType<typeof sql>): Promise<string[]> =>
    (await db.query<{ id: string }>(sql`select id from ${from} order by id`)).map((row) => row.id);
  const given = (path: string): string[] =>
    rowsIn(place, path)
      .map((row) => row.id)
      .sort();
  expect(given('listings/results.jsonl')).toEqual(await own(sql`listings.result where owner_id = ${id}`));
  expect(given('listings/results.jsonl').length).toBeGreaterThan(0);
  expect(given('deals/deals.jsonl')).toEqual(await own(sql`deals.deal where ${id} in (seller_id, buyer_id)`));
  expect(given('identity/members.jsonl')).toEqual(
    await own(sql`identity.membership where organisation_id = ${id}`),
  );
  expect(manifest.unreadable).toEqual([]);
  expect(manifest.files.length).toBeGreaterThan(0);
  for (const { path, sha256, bytes } of [...manifest.lists, ...manifest.files]) {
    const content = readFileSync(join(place, path));
    expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
      path,
      bytes,
      sha256,
    ]);
  }
  expect(JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'))).toEqual(manifest);
  expect(existsSync(`${place}.partial`)).toBe(false);
}, 120_000);

it('holds nothing of the other side’s secrets', async () => {
  const seller = demoOrganisation('university').id;
  const buyer = demoOrganisation('solarMaker').id;
  const [deal] = await app.get(Db).query<{ id: string }>(sql`
    select id from deals.deal where seller_id = ${seller} and buyer_id = ${buyer} limit 1`);
  await app
    .as(demoActor('transferOfficer'))
    .mutate('mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }', {
      input: { dealId: deal!.id, body: '我方底价不低于九十一万' },
    })
    .data();
  const [[ours, ourManifest], [theirs, theirManifest]] = [
    await exported('university'),
    await exported('solarMaker'),
  ];
  expect(whole(ours, ourManifest)).toContain('我方底价不低于九十一万');
  expect(whole(theirs, theirManifest)).toContain(deal!.id);
  expect(whole(theirs, theirManifest)).not.toContain('我方底价不低于九十一万');
}, 120_000);

it('holds one’s own sealed bids with their receipts, and nothing of another’s', async () => {
  const bids = await app.get(Db).query<{ id: string; owner: string; commitment: string }>(sql`
    select id, organisation_id as owner, commitment from challenges.bid`);
  expect(bids.length).toBeGreaterThan(1);
  const owner = 'institute';
  const { id } = demoOrganisation(owner);
  const [place, manifest] = await exported(owner);
  const own = bids.filter((bid) => bid.owner === id).map((bid) => bid.id);
  const given = rowsIn(place, 'challenges/bids.jsonl').map((row) => row.id);
  expect(given.length).toBeGreaterThan(0);
  expect(own).toEqual(expect.arrayContaining(given));
  const text = readFileSync(join(place, 'challenges/bids.jsonl'), 'utf8');
  for (const bid of bids.filter((one) => one.owner !== id)) {
    expect(text).not.toContain(bid.id);
    expect(manifest.files.filter(({ url }) => url.includes(bid.id))).toEqual([]);
  }
}, 120_000);

it('holds the years’ reports of a unit, and what stands inside another thing alone', async () => {
  const { id } = demoOrganisation('university');
  await app
    .as(demoActor('transferOfficer'))
    .mutate(
      'mutation ($input: SaveAnnualReportInput!) { saveAnnualReport(input: $input) { report { id } } }',
      {
        input: { organisationId: id, year: 2025, expectedVersion: 0, items: [] },
      },
    )
    .data();
  const [place] = await exported('university');
  expect(rowsIn(place, 'contracts/annualReports.jsonl')).toMatchObject([
    { id: `${id}/2025`, year: 2025, ofId: 2025 },
  ]);
  const db = app.get(Db);
  const idsOf = async (from: ReturnType<typeof sql>): Promise<string[]> =>
    (await db.query<{ id: string }>(sql`select id from ${from} order by id`)).map((row) => row.id);
  const given = (path: string): string[] =>
    rowsIn(place, path)
      .map((row) => row.id)
      .sort();
  const deals = sql`select id from deals.deal where ${id} in (seller_id, buyer_id)`;
  expect(given('deals/brokerages.jsonl')).toEqual(
    await idsOf(sql`deals.brokerage where deal_id in (${deals})`),
  );
  expect(given('deals/disclosures.jsonl')).toEqual(
    await idsOf(sql`deals.disclosure where deal_id in (${deals})`),
  );
  const [agency] = await exported('brokerAgency');
  const supports = rowsIn(agency, 'discovery/agencies.jsonl').flatMap(
    (row) => (row as unknown as { supports: { id: string }[] }).supports,
  );
  const [kept] = await db.query<{ ids: string[] }>(sql`
    select coalesce(array_agg(one ->> 'id' order by one ->> 'id'), '{}') as ids
    from discovery.agency, jsonb_array_elements(supports) as one
    where organisation_id = ${demoOrganisation('brokerAgency').id}`);
  expect(supports.map((one) => one.id).sort()).toEqual(kept?.ids);
  expect(supports.length).toBeGreaterThan(0);
}, 120_000);
