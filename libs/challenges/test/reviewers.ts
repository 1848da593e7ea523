import { anonymous, type Actor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { send } from './files.js';
import type { ReviewWorld } from './reviews.world.js';

interface Fee {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly senior: boolean;
  readonly stages: readonly string[];
  readonly amount: number;
  readonly paidOn: string | null;
  readonly voucher: string;
  readonly files: readonly { readonly url: string }[];
}
export interface Sheet {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly dueOn: string;
  readonly total: number;
  readonly open: number;
  readonly mayPay: boolean;
  readonly fees: readonly Fee[];
}
export interface Event {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly note: string;
  readonly grade: string;
  readonly mine: boolean;
  readonly mayLift: boolean;
  readonly liftedOn: string | null;
}

const nodes = <T>({ edges }: { readonly edges: readonly { readonly node: T }[] }): readonly T[] =>
  edges.map(({ node }) => node);

/** Sheets of fees that the reader is shown. */
export const sheetsOf = async (world: ReviewWorld, actor: Actor = world.officer): Promise<readonly Sheet[]> =>
  nodes(
    (
      await world.as(actor).query<{ reviewFeeSheets: { edges: { node: Sheet }[] } }>(
        `{ reviewFeeSheets(first: 50) { edges { node { id version callId dueOn total open mayPay
          fees { id name title senior stages amount paidOn voucher files { url } } } } } }`,
      )
    ).reviewFeeSheets,
  );

/** Records of credit that the reader is shown. */
export const eventsOf = async (world: ReviewWorld, actor: Actor = world.officer): Promise<readonly Event[]> =>
  nodes(
    (
      await world
        .as(actor)
        .query<{ reviewCreditEvents: { edges: { node: Event }[] } }>(
          `{ reviewCreditEvents(first: 50) { edges { node { id version name kind note grade mine mayLift liftedOn } } } }`,
        )
    ).reviewCreditEvents,
  );

const PAY =
  'mutation ($input: PayReviewFeesInput!) { payReviewFees(input: $input) { sheet { open fees { id paidOn } } } }';
const LIFT =
  'mutation ($input: LiftReviewCreditEventInput!) { liftReviewCreditEvent(input: $input) { event { liftedOn grade } } }';

/** After a review whose members' titles are senior, and in which one concealed a conflict: fees and credit to the end. */
export async function expectReviewers(world: ReviewWorld, callId: string): Promise<void> {
  await expectFees(world, callId);
  await expectCredit(world);
  // Seven are owed, six of them paid; one record was made, and lifted.
  expect(await toldToExperts(world)).toEqual({
    oweReviewFees: 7,
    payReviewFees: 6,
    recordReviewCredit: 1,
    liftReviewCreditEvent: 1,
  });
}

/** Of what experts were told, how often each; each time somebody who is an expert, and never of which call. */
async function toldToExperts(world: ReviewWorld): Promise<Readonly<Record<string, number>>> {
  const rows = await world.app
    .get(Db)
    .query<{ action: string; payload: { personId: string } }>(
      sql`select action, payload from challenges.event where type = 'challenges.reviewer'`,
    );
  const experts = world.experts.map(({ actor }) => actor.personId);
  for (const { payload } of rows) {
    expect(experts).toContain(payload.personId);
    expect(Object.keys(payload).sort()).toEqual(['amount', 'id', 'paidOn', 'personId', 'record', 'version']);
  }
  const actions = [...new Set(rows.map(({ action }) => action))];
  return Object.fromEntries(
    actions.map((action) => [action, rows.filter((row) => row.action === action).length]),
  );
}

async function expectFees(world: ReviewWorld, callId: string): Promise<void> {
  const [sheet, ...more] = (await sheetsOf(world)).filter((one) => one.callId === callId);
  expect(more).toEqual([]);
  expect(sheet).toMatchObject({ total: 525_000, open: 525_000, mayPay: true });
  for (const fee of sheet!.fees)
    expect(fee).toMatchObject({
      title: '教授',
      senior: true,
      stages: ['WRITTEN'],
      amount: 75_000,
      paidOn: null,
    });
  const involved = {
    ...world.officer,
    memberships: [...world.officer.memberships, ...world.rival.memberships],
  };
  for (const other of [world.owner, world.university, world.county, world.supervisor, involved, anonymous])
    expect(await sheetsOf(world, other)).toEqual([]);

  const fields = { callId, action: 'payReviewFees' };
  expect((await send(world, world.owner, fields)).status).toBe(404);
  const { id: receipt } = (await send(world, world.officer, fields, { name: '银行回单.pdf' })).body as {
    readonly id: string;
  };
  const [left, ...paid] = sheet!.fees.map(({ id }) => id);
  const input = {
    ...{ id: sheet!.id, expectedVersion: sheet!.version, feeIds: paid, paidOn: sheet!.dueOn },
    ...{ voucher: '财付〔2026〕18号', files: [receipt] },
  };
  await world.as(involved).mutate(PAY, { input }).expectCode('NOT_FOUND');
  const refused = await world
    .as(world.officer)
    .mutate(PAY, { input: { ...input, files: [], feeIds: [left, left], voucher: '' } })
    .expectCode('INVALID_INPUT');
  expect(refused.extensions.violations?.map(({ path }) => path)).toEqual(['feeIds.1', 'voucher', 'files']);
  await world.as(world.officer).mutate(PAY, { input });
  const now = (await sheetsOf(world)).find(({ id }) => id === sheet!.id);
  expect(now).toMatchObject({ total: 525_000, open: 75_000, version: sheet!.version + 1, mayPay: true });
  const again = { ...input, expectedVersion: now!.version };
  await world.as(world.officer).mutate(PAY, { input: again }).expectCode('INVALID_INPUT');
  await expectReceipt(
    world,
    now!.fees.find(({ id }) => id === paid[0])!,
  );
}

/** Read by the bureau; neither by the owner, nor by the expert, who is told day and sum on the own desk. */
async function expectReceipt(world: ReviewWorld, { id, voucher, files, paidOn }: Fee): Promise<void> {
  expect(voucher).toBe('财付〔2026〕18号');
  const statuses = [];
  for (const actor of [world.officer, world.owner, world.university, anonymous])
    statuses.push((await world.as(actor).get(files[0]!.url)).status);
  expect(statuses).toEqual([200, 404, 404, 404]);
  const own: object[] = [];
  for (const { actor } of world.experts) {
    const { reviewSeats } = await world
      .as(actor)
      .query<{ reviewSeats: { id: string }[] }>('{ reviewSeats { id fee feePaidOn } }');
    own.push(...reviewSeats.filter((seat) => seat.id === id));
  }
  expect(own).toEqual([{ id, fee: 75_000, feePaidOn: paidOn }]);
}

async function expectCredit(world: ReviewWorld): Promise<void> {
  const [event, ...more] = await eventsOf(world);
  expect(more).toEqual([]);
  expect(event).toMatchObject({ kind: 'CONCEALED_CONFLICT', grade: 'C', mine: false, mayLift: true });
  expect(event!.note).not.toBe('');
  const expert = world.experts.find(({ name }) => name === event!.name)!.actor;
  expect(await eventsOf(world, expert)).toMatchObject([
    { id: event!.id, mine: true, note: '', mayLift: false },
  ]);
  for (const other of [world.owner, world.university, world.county, anonymous])
    expect(await eventsOf(world, other)).toEqual([]);
  const input = { id: event!.id, expectedVersion: event!.version, reason: '复核：所称合作项目与揭榜方无关' };
  await world.as(world.university).mutate(LIFT, { input }).expectCode('NOT_FOUND');
  await world.as(expert).mutate(LIFT, { input }).expectCode('FORBIDDEN');
  await world.as(world.officer).mutate(LIFT, { input });
  expect(await eventsOf(world)).toMatchObject([{ grade: 'A', mayLift: false }]);
  const again = { ...input, expectedVersion: event!.version + 1 };
  await world.as(world.officer).mutate(LIFT, { input: again }).expectCode('INVALID_INPUT');
}
