import { randomUUID } from 'node:crypto';
import type { Actor, OrganisationKind, PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import {
  aResearcher,
  anEnterprisePerson,
  anOfficer,
  aTransferOfficer,
  organisationOf,
  testApp,
  type TestApp,
} from '@jihui/testing';
import { discoveryDomain } from '../src/index.js';

export const PLACE = '140902';

/** Everybody whom the register meets, with their organisations already projected. */
export interface World {
  readonly app: TestApp;
  readonly db: Db;
  readonly university: string;
  readonly office: PersonActor;
  readonly researcher: PersonActor;
  readonly enterprise: PersonActor;
  readonly officer: PersonActor;
}

export async function aWorld(): Promise<World> {
  const app = await testApp([discoveryDomain]);
  const db = app.get(Db);
  const university = randomUUID();
  const place = { organisationId: university, divisionCode: PLACE };
  const enterprise = anEnterprisePerson({ divisionCode: '140921' });
  await projectOrganisation(db, university, '忻州工业技术大学', 'UNIVERSITY', PLACE);
  await projectOrganisation(
    db,
    organisationOf(enterprise),
    '定襄恒岳锻压法兰有限公司',
    'ENTERPRISE',
    '140921',
  );
  return {
    ...{ app, db, university, enterprise },
    office: aTransferOfficer(place),
    researcher: aResearcher(place),
    officer: anOfficer(),
  };
}

/** Writes what identity's event would: the projection is this domain's own table. */
export async function projectOrganisation(
  db: Db,
  id: string,
  name: string,
  kind: OrganisationKind,
  divisionCode: string,
): Promise<void> {
  await db.query(sql`
    insert into discovery.organisation (id, version, name, kind, uscc, division_code, active)
    values (${id}, 1, ${name}, ${kind}, ${id.slice(0, 18)}, ${divisionCode}, true)`);
}

/** Numbers with right check digits. */
export function patentNumber(serial: number, year = 2018, kind = 1): string {
  const digits = `${year}${kind}${String(serial).padStart(7, '0')}`;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return digits + (sum % 11 === 10 ? 'X' : String(sum % 11));
}

export interface Entry {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

/** A granted invention of the university as its certificate says. */
export const patentInput = (serial: number, change: object = {}) => ({
  number: patentNumber(serial),
  kind: 'INVENTION_PATENT',
  title: `一种煤矸石陶粒的制备方法（${serial}）`,
  summary: '以煤矸石为原料，经破碎、造粒、焙烧制得轻质陶粒。',
  inventors: ['李文博'],
  ipc: ['C04B33/132'],
  filedOn: '2018-03-01',
  publishedOn: '2019-09-01',
  grantedOn: '2021-05-18',
  techField: '05',
  ...change,
});

const FIELDS = 'id version state';

export async function enter(
  { app, university, office }: World,
  serial: number,
  content: object = {},
  more: object = {},
): Promise<Entry> {
  const { savePatent } = await app
    .as(office)
    .mutate<{ savePatent: { patent: Entry } }>(
      `mutation ($input: SavePatentInput!) { savePatent(input: $input) { patent { ${FIELDS} } } }`,
      { input: { ownerId: university, state: 'GRANTED', ...more, content: patentInput(serial, content) } },
    );
  return savePatent.patent;
}

/** Does one verb on a patent through the graph; not awaited, it can be asked for its refusal. */
export const onPatent = (
  { app, office }: World,
  mutation: string,
  { id, version }: Entry,
  extra: object,
  who: Actor = office,
) => {
  const type = TYPES[mutation] ?? 'PatentStatusInput';
  return app
    .as(who)
    .mutate<{ it: { patent: Entry } }>(
      `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { patent { ${FIELDS} } } }`,
      { input: { id, expectedVersion: version, ...extra } },
    );
};

const TYPES: Readonly<Record<string, string>> = {
  discardPatent: 'PatentActionInput',
  recordPatentFee: 'RecordPatentFeeInput',
  addPatentLicence: 'AddPatentLicenceInput',
  filePatentLicence: 'FilePatentLicenceInput',
  endPatentLicence: 'EndPatentLicenceInput',
  addPatentPledge: 'AddPatentPledgeInput',
  releasePatentPledge: 'ReleasePatentPledgeInput',
  openPatentToAll: 'OpenPatentToAllInput',
};
