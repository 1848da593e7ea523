import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { OrganisationSnapshot } from '@jihui/events';
import type { OrganisationKind, PersonActor } from '@jihui/kernel';
import { asConfirmation, confirmationFaults, type SealingInstructions } from '@jihui/proofs';
import { CALL_PARAMETERS } from '../src/core/calls/parameters.js';
import { CLAUSES } from '../src/core/qualification/contents.js';
import {
  aFile,
  BEGIN,
  confirm,
  CONFIRM,
  handIn,
  instructionsOf,
  organisationOf,
  release,
  seal,
} from './bids.world.js';
import { anEvent, aWorld, type World } from './calls.world.js';
import { aForm, checksOf, keysOf } from './reviews.world.js';

// Each walks a call through all its offices.
jest.setTimeout(120_000);

let world: World;
beforeAll(async () => {
  world = await aWorld({ hurried: true });
}, 120_000);
afterAll(() => world.close());

interface Party {
  readonly actor: PersonActor;
  readonly name: string;
}

/** An organisation with somebody who acts for it. */
async function aParty(name: string, kind: OrganisationKind): Promise<Party> {
  const [id, personId] = [randomUUID(), randomUUID()];
  const snapshot: OrganisationSnapshot = {
    ...{ id, kind, name, divisionCode: '140902', uscc: '', partyNature: '022' },
    ...{ stateEstablished: false, status: 'ACTIVE', legalRepresentative: '', contactName: '' },
    ...{ contactPhone: '', address: '' },
  };
  await world.deliver((to) => to.projectOrganisation(anEvent('identity.organisation', snapshot)));
  const membership = {
    organisationId: id,
    kind,
    divisionCode: '140902',
    roles: ['TRANSFER_OFFICER' as const],
  };
  const person = { id: personId, displayName: `${name}经办人`, email: '', status: 'ACTIVE' as const };
  await world.deliver((to) =>
    to.projectPerson(
      anEvent('identity.person', { ...person, memberships: [{ ...membership, active: true }] }),
    ),
  );
  return { name, actor: { kind: 'person', personId, memberships: [membership] } };
}

const AGREEMENT = Buffer.from('%PDF-1.4 联合体协议');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const stated = ({ name }: Pick<Party, 'name'>, share: string, confirmation: unknown = null) => ({
  ...{ name, work: share, money: share, ip: share, confirmation },
});
const formOf = (members: readonly object[], change: object = {}): object =>
  aForm({
    members,
    agreement: {
      sha256: sha256(AGREEMENT),
      clauses: Object.fromEntries(CLAUSES.map((clause) => [clause, '第三条'])),
    },
    ...change,
  });

const handInOf = async (instructions: SealingInstructions, lead: Party, form: object): Promise<void> => {
  const sealed = await seal(instructions, organisationOf(lead.actor), form, [aFile('协议.pdf', AGREEMENT)]);
  await handIn(world, lead.actor, instructions.call, sealed);
};

/** Deadline, opening, release. */
async function open(callId: string): Promise<void> {
  await world.wait(25);
  await world.watchBids();
  await world.as(world.officer).mutate(BEGIN, { input: { callId } });
  const keys = keysOf(world, callId);
  await release(world, world.supervisor, callId, keys);
  await release(world, world.notary, callId, keys);
  await world.watchBids();
}

/** The whole database in sums: every table of every schema, counts of tries included. */
async function everything(): Promise<unknown> {
  const tables = (await world.rows(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )) as readonly { readonly name: string }[];
  return world.rows(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${name} t`,
      )
      .join(' union all ')
      .concat(' order by name'),
  );
}

it('is signed for who acts for the member, leaves nothing behind, and fits this call, lead and agreement alone', async () => {
  const member = await aParty('五台新材料研究院', 'INSTITUTE');
  const said = { call: randomUUID(), round: 1, lead: randomUUID(), agreement: sha256(AGREEMENT) };
  await world.settle();
  const before = await everything();
  const metrics = async () =>
    (await world.client().get('/metrics')).text.split('\n').filter((line) => /confirm|consort/i.test(line));
  const confirmation = await confirm(world, member.actor, said);
  await world.settle();
  expect(await everything()).toEqual(before);
  expect(await metrics()).toEqual([]);
  expect(confirmation).toMatchObject({
    ...{ organisation: organisationOf(member.actor), organisationName: member.name },
    by: member.actor.personId,
  });

  const { id } = await world.call('BIDDING');
  const { logKey } = await instructionsOf(world, world.university, id);
  const read = asConfirmation(JSON.parse(JSON.stringify(confirmation)))!;
  const asked = { ...said, member: member.name, until: null, publicKey: logKey };
  expect(confirmationFaults(read, asked)).toEqual([]);
  expect(confirmationFaults(read, { ...asked, lead: randomUUID() })).toEqual(['OTHER_LEAD']);

  const input = { organisationId: organisationOf(member.actor), blinded: 'ab'.repeat(32) };
  const ask = (actor: PersonActor, change: object = {}) =>
    world.as(actor).mutate(CONFIRM, { input: { ...input, ...change } });
  await ask(world.university).expectCode('FORBIDDEN');
  await ask({
    ...world.university,
    memberships: [{ ...member.actor.memberships[0]!, roles: ['MEMBER'] }],
  }).expectCode('FORBIDDEN');
  await world.client().mutate(CONFIRM, { input }).expectCode('UNAUTHENTICATED');
  await ask(member.actor, { organisationId: 'abc' }).expectCode('NOT_FOUND');
  const [officeOf] = world.officer.memberships;
  const both: PersonActor = {
    ...world.officer,
    memberships: [{ ...officeOf!, roles: ['TRANSFER_OFFICER'] }],
  };
  const wrong = await ask(both, {
    organisationId: officeOf!.organisationId,
    blinded: 'short',
  }).expectCode('INVALID_INPUT');
  expect(wrong.extensions.violations?.map(({ code }) => code)).toEqual([
    'CHALLENGES.BIDDER_KIND',
    'NOT_A_HASH',
  ]);
});

it('is checked when bids open: who has confirmed is shown, who has not is found, and nobody stands in two bids', async () => {
  const { id } = await world.call('BIDDING');
  const instructions = await instructionsOf(world, world.university, id);
  const university: Party = { actor: world.university, name: '忻州工业技术大学' };
  const institute: Party = { actor: world.rival, name: '省机械研究院' };
  const [maker, lab, foundry] = [
    await aParty('定襄法兰制造厂', 'ENTERPRISE'),
    await aParty('繁峙热处理研究所', 'INSTITUTE'),
    await aParty('代县铸造厂', 'ENTERPRISE'),
  ];
  const said = (lead: Party) => ({
    ...{ call: id, round: 1, lead: organisationOf(lead.actor), agreement: sha256(AGREEMENT) },
  });
  const people = [{ name: '钱立新', unit: '忻州工业技术大学' }];
  await handInOf(
    instructions,
    university,
    formOf(
      [
        stated(university, '60'),
        stated(institute, '40', await confirm(world, institute.actor, said(university))),
      ],
      { people },
    ),
  );
  // Confirmed for another agreement; its leader stands in the first bid as well.
  const other = { ...said(maker), agreement: sha256(randomBytes(8)) };
  await handInOf(
    instructions,
    maker,
    formOf([stated(maker, '50'), stated(lab, '50', await confirm(world, lab.actor, other))], {
      people: [...people, { name: '孙工', unit: maker.name }],
    }),
  );
  // Names a member of the first bid, which knows nothing of it.
  await handInOf(instructions, foundry, formOf([stated(foundry, '70'), stated(institute, '30')]));
  await open(id);

  const checks = await checksOf(world, id);
  const of = ({ actor }: Party) =>
    checks.find(({ organisationId }) => organisationId === organisationOf(actor))!;
  const found = (party: Party) => of(party).findings.map(({ code, level }) => `${level} ${code}`);
  expect(found(university)).toEqual(['BLOCK PERSON_IN_TWO_BIDS', 'BLOCK IN_TWO_BIDS']);
  expect(of(university).members).toMatchObject([
    { name: university.name, lead: true, confirmedOn: null, confirmedBy: null },
    { name: institute.name, lead: false, confirmedOn: expect.any(String), confirmedBy: '赵院长' },
  ]);
  expect(found(maker)).toEqual(['BLOCK PERSON_IN_TWO_BIDS', 'WARNING CONFIRMATION_OTHER_AGREEMENT']);
  expect(of(maker).members[1]).toMatchObject({ confirmedOn: null, confirmedBy: null });
  expect(found(foundry)).toEqual(['BLOCK IN_TWO_BIDS', 'WARNING NOT_CONFIRMED']);
  // What was found is the bureau's and the bidder's.
  expect(await checksOf(world, id, institute.actor)).toEqual([]);
});

it('blocks an unconfirmed member where the rule of the day of publication says so', async () => {
  const { name } = CALL_PARAMETERS.unconfirmedBlocks;
  await world.rows(
    `insert into platform.parameter (name, value, effective_from, source) values ('${name}', 1, '2022-01-01', '测试')`,
  );
  const { id } = await world.call('BIDDING');
  const instructions = await instructionsOf(world, world.university, id);
  const university: Party = { actor: world.university, name: '忻州工业技术大学' };
  await handInOf(
    instructions,
    university,
    formOf([stated(university, '60'), stated({ name: '省机械研究院' }, '40')]),
  );
  await open(id);
  const [check] = await checksOf(world, id);
  expect(check?.findings.map(({ code, level }) => `${level} ${code}`)).toEqual(['BLOCK NOT_CONFIRMED']);
});
