import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Db, Queues, Retention, sql, unzipped, type OrganisationManifest } from '@jihui/platform';
import { demoCity, demoOrganisation, type DemoCity } from './city.js';

const EXPORT = `mutation ($input: ExportOrganisationInput!) { exportOrganisation(input: $input) { organisationExport { id } } }`;
const FETCH = `mutation ($input: FetchOrganisationExportInput!) { fetchOrganisationExport(input: $input) { url } }`;
const STANDING = `query ($id: ID!) { organisationExport(organisationId: $id) { id state version bytes sha256 rows
  listsDone listsInAll filesDone filesInAll failure requestedBy { id } expiresAt } }`;

interface Standing {
  readonly id: string;
  readonly state: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly rows: number;
  readonly listsDone: number;
  readonly listsInAll: number;
  readonly filesDone: number;
  readonly filesInAll: number;
  readonly failure: string | null;
}

const UNIVERSITY = demoOrganisation('university').id;
let city: DemoCity;

beforeAll(async () => {
  city = await demoCity();
}, 240_000);
afterAll(() => city?.close(), 60_000);

const asked = async (who = 'transferOfficer', organisationId = UNIVERSITY): Promise<string> => {
  const { exportOrganisation } = await city
    .who(who)
    .mutate<{ exportOrganisation: { organisationExport: { id: string } } }>(EXPORT, {
      input: { organisationId },
    });
  return exportOrganisation.organisationExport.id;
};
const standing = async (who = 'transferOfficer', id = UNIVERSITY): Promise<Standing | null> =>
  (await city.who(who).query<{ organisationExport: Standing | null }>(STANDING, { id })).organisationExport;
const addressOf = async (exportId: string, who = 'transferOfficer'): Promise<string> =>
  (await city.who(who).mutate<{ fetchOrganisationExport: { url: string } }>(FETCH, { input: { exportId } }))
    .fetchOrganisationExport.url;
const codeOf = async (document: string, input: object, who: string): Promise<string | undefined> =>
  (await city.who(who).mutate(document, { input }).answer()).errors?.[0]?.extensions.code;
const bytesAt = async (
  url: string,
  who = 'transferOfficer',
): Promise<{ readonly status: number; readonly body: Buffer }> => {
  const { status, body } = await city.who(who).get(url).responseType('blob');
  return { status, body: body as Buffer };
};
/** The job runs again, as it does every two minutes. */
const jobRuns = async (): Promise<void> => {
  await city.get(Queues).of('identity').add('identity.makeExports', { messageId: randomUUID(), payload: {} });
  await city.settle();
};
const archives = (): string[] => {
  const folder = join(city.stateDir, 'exports');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};
/** Left by a process that is silent for so many seconds. */
const leftRunning = (id: string, attempt: number, seconds: number): Promise<unknown> =>
  city.get(Db).query(sql`
    update identity.organisation_export set state = 'RUNNING', attempt = ${attempt}, sha256 = null, bytes = null,
      expires_at = null, finished_at = null, heard_at = clock_timestamp() - ${seconds} * interval '1 second'
    where id = ${id}`);

it('is made once for two clicks, told to the administrators, and fetched as its hash says', async () => {
  const [one, other] = await Promise.all([asked(), asked()]);
  expect(other).toBe(one);
  await city.settle();
  const ready = await standing();
  expect(ready).toMatchObject({ id: one, state: 'READY', failure: null });
  expect(ready?.rows).toBeGreaterThan(10);
  expect([ready?.listsDone, ready?.filesDone]).toEqual([ready?.listsInAll, ready?.filesInAll]);
  const { status, body } = await bytesAt(await addressOf(one));
  expect(status).toBe(200);
  expect([body.length, createHash('sha256').update(body).digest('hex')]).toEqual([
    ready?.bytes,
    ready?.sha256,
  ]);
  const parts = unzipped(body)!;
  const manifest = JSON.parse(Buffer.from(parts.get('manifest.json')!).toString()) as OrganisationManifest;
  expect(manifest).toMatchObject({
    format: 'jihui.organisation/1',
    organisation: { id: UNIVERSITY },
    unreadable: [],
  });
  expect(manifest.files.length).toBeGreaterThan(0);
  for (const { path, sha256 } of [...manifest.lists, ...manifest.files])
    expect([path, createHash('sha256').update(parts.get(path)!).digest('hex')]).toEqual([path, sha256]);
  expect(parts.size).toBe(manifest.lists.length + manifest.files.length + 1);
  const { notifications } = await city
    .who('transferOfficer')
    .query<{ notifications: { edges: { node: { title: string } }[] } }>(
      '{ notifications(first: 50) { edges { node { title } } } }',
    );
  expect(notifications.edges.map(({ node }) => node.title)).toContainEqual(
    expect.stringMatching(/的资料已导出$/),
  );
  const audit = await city.get(Db).query<{ action: string }>(sql`
    select action from identity.audit_entry where stream = ${`OrganisationExport:${UNIVERSITY}`} order by seq`);
  expect(audit.map(({ action }) => action)).toEqual(['requestExport', 'exportOrganisation', 'fetchExport']);
}, 240_000);

it('is nobody’s but the organisation’s administrators’, and its address no other person’s', async () => {
  const { id } = (await standing())!;
  for (const who of ['researcher', 'solar', 'officer', 'admin'])
    expect([who, await standing(who)]).toEqual([who, null]);
  expect(await codeOf(EXPORT, { organisationId: UNIVERSITY }, 'researcher')).toBe('FORBIDDEN');
  expect(await codeOf(EXPORT, { organisationId: UNIVERSITY }, 'solar')).toBe('FORBIDDEN');
  expect(await codeOf(EXPORT, { organisationId: randomUUID() }, 'solar')).toBe('NOT_FOUND');
  expect(await codeOf(EXPORT, { organisationId: demoOrganisation('cityBureau').id }, 'admin')).toBe(
    'IDENTITY.EXPORT_OF_BUREAU',
  );
  for (const who of ['researcher', 'solar', 'admin'])
    expect([who, await codeOf(FETCH, { exportId: id }, who)]).toEqual([who, 'NOT_FOUND']);
  const address = await addressOf(id);
  const status = async (url: string, who = 'transferOfficer'): Promise<number> =>
    (await bytesAt(url, who)).status;
  expect(await status(address)).toBe(200);
  for (const who of ['researcher', 'solar', 'admin'])
    expect([who, await status(address, who)]).toEqual([who, 404]);
  for (const url of [
    address.replace(/\?.*/, ''),
    address.replace(/until=(\d+)/, (_, until: string) => `until=${Number(until) + 1}`),
    address.replace(id, randomUUID()),
  ])
    expect(await status(url)).toBe(404);
}, 120_000);

it('goes on where its process was killed, and is told as failed when that happens again and again', async () => {
  const { id } = (await standing())!;
  await leftRunning(id, 1, 10);
  await jobRuns();
  // Whoever was heard a moment ago is let alone.
  expect(await standing()).toMatchObject({ id, state: 'RUNNING' });
  expect(await asked()).toBe(id);
  await leftRunning(id, 1, 90);
  await jobRuns();
  expect(await standing()).toMatchObject({ id, state: 'READY' });
  expect(archives()).toEqual([`${id}.2`]);
  await leftRunning(id, 3, 90);
  await jobRuns();
  expect(await standing()).toMatchObject({ id, state: 'FAILED', failure: 'INTERRUPTED' });
  expect(await codeOf(FETCH, { exportId: id }, 'transferOfficer')).toBe('IDENTITY.EXPORT_OVER');
  const again = await asked();
  await city.settle();
  expect(again).not.toBe(id);
  expect(await standing()).toMatchObject({ id: again, state: 'READY' });
  expect(archives()).toEqual([`${again}.1`]);
}, 240_000);

it('is told as failed once nobody who is able to make it came in time', async () => {
  const id = await asked('solar', demoOrganisation('solarMaker').id);
  await city.settle();
  await leftRunning(id, 1, 7 * 3_600);
  await jobRuns();
  expect(await standing('solar', demoOrganisation('solarMaker').id)).toMatchObject({
    state: 'FAILED',
    failure: 'INTERRUPTED',
  });
}, 120_000);

it('may be fetched until its term, and is taken away after it with what a killed process left', async () => {
  const { id } = (await standing())!;
  const address = await addressOf(id);
  writeFileSync(join(city.stateDir, 'exports', `${randomUUID()}.1.partial`), 'half');
  await city.advance(8);
  expect(await standing()).toMatchObject({ id, state: 'EXPIRED' });
  expect((await bytesAt(address)).status).toBe(404);
  expect(await codeOf(FETCH, { exportId: id }, 'transferOfficer')).toBe('IDENTITY.EXPORT_OVER');
  const retention = city.get(Retention);
  const rule = retention.rules.find(({ name }) => name === 'identity.exports')!;
  expect(await rule.remove(await retention.before(rule))).toBeGreaterThan(0);
  expect(archives()).toEqual([]);
  expect(await standing()).toBeNull();
}, 120_000);
