import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { GraphClient } from '@jihui/testing';
import { ocdsSchemas } from '@jihui/testing';
import type { World } from './calls.world.js';

/** As much of packages as tests look at. */
export interface Release {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
  }[];
  readonly buyer?: { readonly id: string };
  readonly tender: {
    readonly status: string;
    readonly description?: string;
    readonly numberOfTenderers?: number;
    readonly enquiries?: readonly { readonly answer: string }[];
  };
  readonly bids?: { readonly details: readonly { readonly id: string; readonly status: string }[] };
  readonly awards?: readonly { readonly id: string; readonly status: string }[];
  readonly contracts?: readonly {
    readonly status: string;
    readonly awardID: string;
    readonly implementation: {
      readonly transactions: readonly {
        readonly value: { readonly amount: number; readonly currency: string };
      }[];
      readonly milestones: readonly { readonly status: string }[];
      readonly finalValue?: { readonly amount: number };
    };
  }[];
}
interface Head {
  readonly uri: string;
  readonly version: string;
  readonly publishedDate: string;
  readonly publisher: { readonly name: string };
  readonly links?: { readonly next: string };
}
export interface ReleasePackage extends Head {
  readonly releases: readonly Release[];
}
export interface RecordPackage extends Head {
  readonly records: readonly {
    readonly ocid: string;
    readonly releases: readonly Release[];
    readonly compiledRelease: Release;
  }[];
}

export const ROUTE = '/open-data/ocds';

export const read = async <T>(client: GraphClient, path: string): Promise<T> => {
  const { status, body, text } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return body as T;
};

/** Everything that is given out, a text an address: the lists page by page, and each thing that they name. */
export async function everything(client: GraphClient): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of ['records', 'releases']) {
    let next: string | undefined = `${ROUTE}/${name}?first=2`;
    while (next !== undefined) {
      const { status, text } = await client.get(next);
      if (status === 404) break;
      texts.set(next, text);
      const { links, ...page } = JSON.parse(text) as ReleasePackage & RecordPackage;
      for (const { ocid } of page.records ?? []) {
        const path = `${ROUTE}/records/${ocid.slice('ocds-140900-'.length)}`;
        texts.set(path, (await client.get(path)).text);
      }
      next = links && links.next.slice(links.next.indexOf(ROUTE));
    }
  }
  return texts;
}

const names = [
  'release-schema',
  'release-package-schema',
  'record-package-schema',
  'versioned-release-validation-schema',
];

/** What is wrong with a package by the schemas of the standard; inside `describeWith('ocds-schema', …)`. */
export async function schemaFaults(): Promise<
  (kind: 'release' | 'record', text: string) => readonly string[]
> {
  const folder = ocdsSchemas();
  if (folder === undefined) throw new Error('OCDS_SCHEMA_DIR names no folder');
  const ajv = new Ajv({ schemaId: 'auto', meta: false, allErrors: true, logger: false });
  const draft = await readFile('node_modules/ajv/lib/refs/json-schema-draft-04.json', 'utf8');
  ajv.addMetaSchema(JSON.parse(draft) as object);
  for (const name of names)
    ajv.addSchema(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as object);
  return (kind, text) => {
    const uri = `https://standard.open-contracting.org/schema/1__1__5/${kind}-package-schema.json`;
    void ajv.validate(uri, JSON.parse(text));
    return (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
  };
}

/** Whether codes of closed lists are the standard's own; what the schemas leave open is not looked at. */
const CLOSED = {
  tag: /^(planning|tender|award|contract|implementation)(Update)?$|^(tender|contract)Amendment$|^(tender|award)Cancellation$|^contractTermination$/,
  role: /^(buyer|procuringEntity|supplier|tenderer|funder|payer|payee)$/,
};

/** What a release must be by the standard's text, whether or not its schemas are at hand. */
export function expectRelease(release: Release): void {
  expect(release).toMatchObject({ initiationType: 'tender', language: 'zh' });
  expect(release.ocid).toMatch(/^ocds-[a-z0-9]{6}-BD\d{4}-\d{4}(-R\d+)?$/);
  expect(release.id.startsWith(`${release.ocid}-`)).toBe(true);
  expect(release.tag.length).toBeGreaterThan(0);
  for (const tag of release.tag) if (tag !== 'compiled') expect(tag).toMatch(CLOSED.tag);
  const known = new Set(release.parties.map(({ id }) => id));
  for (const { roles } of release.parties) for (const role of roles) expect(role).toMatch(CLOSED.role);
  walk(release, (name, value) => {
    if (/^(date|dateSigned|dateMet|dueDate|startDate|endDate|dateAnswered)$/.test(name))
      expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|\+08:00)$/);
    if (name === 'amount' && typeof value === 'number')
      expect(Number.isSafeInteger(Math.round(value * 100)) && value >= 0).toBe(true);
    if (name === 'currency') expect(value).toBe('CNY');
    if (name === 'url') expect(URL.canParse(String(value))).toBe(true);
    if (/^(buyer|payer|payee|procuringEntity)$/.test(name))
      expect(known).toContain((value as { id: string }).id);
    if (/^(suppliers|tenderers)$/.test(name))
      for (const { id } of value as readonly { id: string }[]) expect(known).toContain(id);
  });
}

function walk(value: unknown, see: (name: string, value: unknown) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    see(name, member);
    walk(member, see);
  }
}

/** A call of which one project was settled and one ended early, as it stands in open data: told step by step, and kept. */
export async function expectWholeProcess(world: World, callId: string): Promise<void> {
  const [row] = (await world.rows(`select code from challenges.call where id = '${callId}'`)) as {
    code: string;
  }[];
  const path = `${ROUTE}/records/${row?.code ?? ''}`;
  const { text } = await world.client().get(path);
  const [record] = (JSON.parse(text) as RecordPackage).records;
  if (record === undefined) throw new Error('no record');
  for (const release of [...record.releases, record.compiledRelease]) expectRelease(release);
  const tags = record.releases.map(({ tag }) => tag.join(' '));
  expect(tags[0]).toBe('planning tender');
  const order = ['award', 'awardUpdate', 'contract', 'implementationUpdate', 'contractTermination'];
  const places = order.map((tag) => tags.findIndex((one) => one.split(' ').includes(tag)));
  expect(places.every((place) => place > 0)).toBe(true);
  const dates = record.releases.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  const { compiledRelease } = record;
  expect(compiledRelease.tender.status).toBe('complete');
  const settled = compiledRelease.contracts?.find(({ implementation }) =>
    implementation.milestones.some(({ status }) => status === 'met'),
  );
  const paid = settled?.implementation.transactions.map(({ value }) => value.amount) ?? [];
  expect(paid).toEqual([90_000, 210_000]);
  expect(settled?.implementation.finalValue?.amount).toBe(300_000);
  for (const secret of ['RW-2026', 'PZ-', 'HD-1', '忻财', '检测报告 2026-17', '技术路线经专家论证'])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  const people = (await world.rows('select name from challenges.person')) as { name: string }[];
  for (const { name } of people) expect([name, text.includes(name)]).toEqual([name, false]);
  if (ocdsSchemas() !== undefined) expect((await schemaFaults())('record', text)).toEqual([]);
}
