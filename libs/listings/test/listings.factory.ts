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
import { listingsDomain } from '../src/index.js';
import type { NeedContentInput, ResultContentInput } from '../src/listings.types.gen.js';
import { needContent, resultContent } from './examples.js';

/** Everybody a listing meets, with their organisations already projected. */
export interface Stage {
  readonly app: TestApp;
  readonly db: Db;
  readonly university: string;
  readonly enterprise: string;
  readonly researcher: PersonActor;
  readonly transferOfficer: PersonActor;
  readonly enterprisePerson: PersonActor;
  readonly stranger: PersonActor;
  readonly cityOfficer: PersonActor;
  readonly countyOfficer: PersonActor;
  readonly otherCountyOfficer: PersonActor;
}

export const UNIVERSITY_DIVISION = '140902';

export async function aStage(): Promise<Stage> {
  const app = await testApp([listingsDomain]);
  const db = app.get(Db);
  const university = randomUUID();
  const place = { organisationId: university, divisionCode: UNIVERSITY_DIVISION };
  const enterprisePerson = anEnterprisePerson({ divisionCode: '140921' });
  const stranger = anEnterprisePerson({ divisionCode: '140921' });
  const enterprise = organisationOf(enterprisePerson);
  await projectOrganisation(db, university, '忻州工业技术大学', 'UNIVERSITY', UNIVERSITY_DIVISION);
  await projectOrganisation(db, enterprise, '定襄恒岳锻压法兰有限公司', 'ENTERPRISE', '140921');
  await projectOrganisation(db, organisationOf(stranger), '代县某公司', 'ENTERPRISE', '140923');
  return {
    app,
    db,
    university,
    enterprise,
    researcher: aResearcher(place),
    transferOfficer: aTransferOfficer(place),
    enterprisePerson,
    stranger,
    cityOfficer: anOfficer(),
    countyOfficer: anOfficer({ kind: 'BUREAU_COUNTY', divisionCode: UNIVERSITY_DIVISION }),
    otherCountyOfficer: anOfficer({ kind: 'BUREAU_COUNTY', divisionCode: '140931' }),
  };
}

let count = 0;
/** Writes what identity's event would: the projection is this domain's own table. */
export async function projectOrganisation(
  db: Db,
  id: string,
  name: string,
  kind: OrganisationKind,
  divisionCode: string,
): Promise<void> {
  count += 1;
  await db.query(sql`
    insert into listings.organisation (id, version, name, kind, uscc, division_code, state_established, active)
    values (${id}, 1, ${name}, ${kind}, ${`USCC${count}`}, ${divisionCode}, ${kind === 'UNIVERSITY'}, true)`);
}

/** Left to the owner's place, and without files. */
const OWN_DEFAULTS = { divisionCode: null, attachmentIds: null };

export const resultForm = (change: Partial<ResultContentInput> = {}): ResultContentInput => {
  return { ...resultContent(), ...OWN_DEFAULTS, ...change } as ResultContentInput;
};
export const needForm = (change: Partial<NeedContentInput> = {}): NeedContentInput => {
  return { ...needContent(), ...OWN_DEFAULTS, ...change } as NeedContentInput;
};

interface Listing {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
const FIELDS = 'id version state';

/** Does one verb on a result through the graph. */
export async function onResult(
  stage: Stage,
  actor: Actor,
  mutation: string,
  listing: Listing,
  extra: object = {},
): Promise<Listing> {
  const type = INPUT_TYPES[mutation] ?? 'ListingActionInput';
  const document = `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { result { ${FIELDS} } } }`;
  const input = { id: listing.id, expectedVersion: listing.version, ...extra };
  const { it } = await stage.app.as(actor).mutate<{ it: { result: Listing } }>(document, { input });
  return it.result;
}
export async function onNeed(
  stage: Stage,
  actor: Actor,
  mutation: string,
  listing: Listing,
  extra: object = {},
): Promise<Listing> {
  const type = INPUT_TYPES[mutation] ?? 'ListingActionInput';
  const document = `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { need { ${FIELDS} } } }`;
  const input = { id: listing.id, expectedVersion: listing.version, ...extra };
  const { it } = await stage.app.as(actor).mutate<{ it: { need: Listing } }>(document, { input });
  return it.need;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  saveResultDraft: 'SaveResultDraftInput',
  approveResultByUnit: 'ApproveResultByUnitInput',
  amendResult: 'AmendResultInput',
  amendNeed: 'AmendNeedInput',
  ...Object.fromEntries(
    [
      'returnResult',
      'withdrawResult',
      'takeDownResult',
      'reinstateResult',
      'returnNeed',
      'closeNeed',
      'solveNeed',
      'convertNeed',
      'takeDownNeed',
      'reinstateNeed',
    ].map((name) => [name, 'ListingReasonInput']),
  ),
};

/** Brings listings to a state by the way that people take: an impossible state cannot be made. */
export async function aResultIn(
  stage: Stage,
  state: 'DRAFT' | 'UNIT_REVIEW' | 'BUREAU_REVIEW' | 'ONLINE',
  content: Partial<ResultContentInput> = {},
): Promise<Listing> {
  const { it } = await stage.app
    .as(stage.researcher)
    .mutate<{ it: { result: Listing } }>(
      `mutation ($input: SaveResultDraftInput!) { it: saveResultDraft(input: $input) { result { ${FIELDS} } } }`,
      { input: { ownerId: stage.university, content: resultForm(content) } },
    );
  if (state === 'DRAFT') return it.result;
  const submitted = await onResult(stage, stage.researcher, 'submitResult', it.result);
  if (state === 'UNIT_REVIEW') return submitted;
  const approved = await onResult(stage, stage.transferOfficer, 'approveResultByUnit', submitted);
  if (state === 'BUREAU_REVIEW') return approved;
  return onResult(stage, stage.cityOfficer, 'publishResult', approved);
}

export async function aNeedIn(
  stage: Stage,
  state: 'DRAFT' | 'BUREAU_REVIEW' | 'ONLINE',
  content: Partial<NeedContentInput> = {},
): Promise<Listing> {
  const { it } = await stage.app
    .as(stage.enterprisePerson)
    .mutate<{ it: { need: Listing } }>(
      `mutation ($input: SaveNeedDraftInput!) { it: saveNeedDraft(input: $input) { need { ${FIELDS} } } }`,
      { input: { ownerId: stage.enterprise, content: needForm(content) } },
    );
  if (state === 'DRAFT') return it.need;
  const submitted = await onNeed(stage, stage.enterprisePerson, 'submitNeed', it.need);
  if (state === 'BUREAU_REVIEW') return submitted;
  return onNeed(stage, stage.cityOfficer, 'publishNeed', submitted);
}
