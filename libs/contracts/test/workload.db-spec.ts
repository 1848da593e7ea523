import { randomUUID } from 'node:crypto';
import { addDays, isWeekday, legalDayOf, type PersonActor } from '@jihui/kernel';
import { BusinessClock, sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { HandlingService } from '../src/handling/handling.service.js';
import { WorkloadService } from '../src/workload/workload.service.js';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

describe('workload', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const opinion = '符合认定条件。';
  interface Row {
    readonly name: string;
    readonly personId: string;
    readonly open: number;
    readonly firstDone: number;
    readonly secondDone: number;
    readonly medianDays: number | null;
  }
  const workload = async (as: PersonActor): Promise<readonly Row[]> =>
    (
      await world.app
        .as(as)
        .query<{ registrarWorkload: Row[] }>(
          '{ registrarWorkload { name personId open firstDone secondDone medianDays } }',
        )
    ).registrarWorkload;
  const cases = async (as: PersonActor, filter: object): Promise<readonly string[]> =>
    (
      await world.app
        .as(as)
        .query<{ handlingCases: { edges: { node: { id: string } }[] } }>(
          'query ($filter: HandlingCasesFilter) { handlingCases(filter: $filter, first: 50) { edges { node { id } } } }',
          { filter },
        )
    ).handlingCases.edges.map(({ node }) => node.id);
  interface Time {
    readonly month: string;
    readonly step: string;
    readonly contractClass: string | null;
    readonly count: number;
    readonly median: number;
    readonly p90: number;
    readonly overdue: number;
  }
  const times = async (as: PersonActor): Promise<readonly Time[]> =>
    (
      await world.app
        .as(as)
        .query<{ processingTimes: Time[] }>(
          '{ processingTimes { month step contractClass count median p90 overdue } }',
        )
    ).processingTimes;

  describe('workload and times', () => {
    let slow: string;
    let quick: string;
    let open: string;
    beforeAll(async () => {
      slow = await world.application('REGISTERED');
      quick = await world.application('REGISTERED');
      open = await world.application('FIRST_REVIEW');
    }, 60_000);

    /**
     * The slow one was submitted on a Friday, accepted on Monday, reviewed on Friday and registered the Monday
     * after; all else happened on that Monday. Weeks without holidays, about a fortnight ago.
     * @returns the month in which it ended.
     */
    async function spread(): Promise<string> {
      const today = legalDayOf(await world.app.get(BusinessClock).now());
      const monday = addDays(today, -14 - ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
      const [before, friday, end] = [addDays(monday, -3), addDays(monday, 4), addDays(monday, 7)];
      for (let day = before; day <= end; day = addDays(day, 1))
        await world.rows(sql`
        insert into platform.holiday (day, works, name, source) values (${day}::date, ${isWeekday(day)}, '试验', '试验')
        on conflict (day) do update set works = excluded.works`);
      const at = (day: string) => sql`(${day}::date + time '10:00') at time zone 'Asia/Shanghai'`;
      await world.rows(sql`alter table contracts.review disable trigger user`);
      await world.rows(sql`
      update contracts.review set at = case when contract_id <> ${slow} or stage = 'SECOND' then ${at(end)}
        when stage = 'FIRST' then ${at(friday)} else ${at(monday)} end`);
      await world.rows(sql`
      update contracts.contract set submitted_at = ${at(end)}, accepted_on = ${end}::date,
        registered_at = case when registered_at is not null then ${at(end)} end,
        registered_on = case when registered_on is not null then ${end}::date end`);
      await world.rows(sql`
      update contracts.contract set submitted_at = ${at(before)}, accepted_on = ${monday}::date,
        due_on = ${friday}::date where id = ${slow}`);
      return end.slice(0, 7);
    }

    it('tells who holds and who did what, and opens its cases', async () => {
      const rows = await workload(world.bureauAdmin);
      const first = rows.find(({ name }) => name === '刘慧');
      expect(first).toMatchObject({ open: 1, firstDone: 2, secondDone: 0 });
      expect(rows.find(({ name }) => name === '陈立')).toMatchObject({
        open: 0,
        firstDone: 0,
        secondDone: 2,
      });
      expect(await cases(world.bureauAdmin, { personId: first?.personId })).toEqual([open]);
      const month = legalDayOf(await world.app.get(BusinessClock).now()).slice(0, 7);
      const done = { personId: first?.personId, step: 'FIRST', month };
      expect([...(await cases(world.bureauAdmin, done))].sort()).toEqual([slow, quick].sort());
      expect(await cases(world.bureauAdmin, { ...done, step: 'SECOND' })).toEqual([]);
    });

    it('tells the working days of each step, and what came late', async () => {
      const month = await spread();
      const rows = await times(world.officer);
      const of = (step: string, contractClass: string | null = null) =>
        rows.find((row) => row.step === step && row.month === month && row.contractClass === contractClass);
      // Friday to Monday, Monday to Friday, Friday to Monday; the other contract took no day.
      expect(of('ACCEPTANCE')).toMatchObject({ count: 3, median: 0, p90: 0.8 });
      expect(of('FIRST')).toMatchObject({ count: 2, median: 2, p90: 3.6 });
      expect(of('SECOND')).toMatchObject({ count: 2, median: 0.5, overdue: 0 });
      expect(of('TOTAL')).toMatchObject({ count: 2, median: 2.5, p90: 4.5, overdue: 1 });
      expect(of('TOTAL', '2')).toEqual({ ...of('TOTAL'), contractClass: '2' });
      expect(await cases(world.officer, { step: 'TOTAL', month, overdue: true })).toEqual([slow]);
      expect([...(await cases(world.officer, { step: 'TOTAL', month, contractClass: '2' }))].sort()).toEqual(
        [slow, quick].sort(),
      );
      expect(await cases(world.officer, { step: 'TOTAL', month, contractClass: '5' })).toEqual([]);
    });

    it('are the bureau’s own, and each figure counts what its reader may open', async () => {
      for (const who of [world.seller, world.buyer, world.stranger]) {
        expect(await workload(who)).toEqual([]);
        expect(await times(who)).toEqual([]);
        expect(await cases(who, {})).toEqual([]);
      }
      expect(await workload(world.countyRegistrar)).toEqual([]);
      expect(await cases(world.officer, { personId: 'nobody' })).toEqual([]);
      await world.app.get(HandlingService).declare(world.officer, {
        clientMutationId: randomUUID(),
        organisationId: organisationOf(world.seller),
        note: '配偶在该单位任职',
      });
      expect(await times(world.officer)).toEqual([]);
      expect(await cases(world.officer, { step: 'TOTAL' })).toEqual([]);
      await world.rows(sql`delete from contracts.person_tie`);
    });
  });

  describe('a review', () => {
    const reassign = async (id: string, personId: string, as = world.bureauAdmin) =>
      codeOf(
        world.app
          .get(WorkloadService)
          .reassign(as, { ...(await world.target(id)), personId, reason: '调整工作' }),
      );
    const assignees = async (id: string, as = world.bureauAdmin) =>
      (
        await world.app
          .as(as)
          .query<{ contract: { assignees: { name: string }[] } }>(
            'query ($id: ID!) { contract(id: $id) { assignees { name } } }',
            { id },
          )
      ).contract.assignees.map(({ name }) => name);

    it('is given to another registrar by the administrator alone', async () => {
      const id = await world.application('FIRST_REVIEW');
      expect(await assignees(id)).toEqual(['刘慧', '陈立']);
      expect(await assignees(id, world.registrarA)).toEqual([]);
      expect(await reassign(id, world.registrarB.personId, world.registrarA)).toBe('FORBIDDEN');
      expect(await reassign(id, world.registrarB.personId, world.stranger)).toBe('NOT_FOUND');
      expect(await reassign(id, world.countyRegistrar.personId)).toBe('CONTRACT.NOT_ASSIGNABLE');
      expect(await reassign(id, world.seller.personId)).toBe('CONTRACT.NOT_ASSIGNABLE');
      expect(await reassign(id, world.registrarB.personId)).toBe('DONE');
      await world.judge(id, world.registrarB);
      await world.reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion });
      // Who did the first review is not given the second.
      expect(await assignees(id)).toEqual(['刘慧']);
      expect(await reassign(id, world.registrarB.personId)).toBe('CONTRACT.NOT_ASSIGNABLE');
      expect(await reassign(id, world.registrarA.personId)).toBe('DONE');
      await world.registration.passSecond(world.registrarA, { ...(await world.target(id)), opinion });
      expect(await reassign(id, world.registrarA.personId)).toBe('ILLEGAL_TRANSITION');
    });

    it('is not given to one who must stand aside', async () => {
      const id = await world.application('ACCEPTED');
      await world.app.get(HandlingService).declare(world.registrarB, {
        clientMutationId: randomUUID(),
        organisationId: organisationOf(world.seller),
        note: '配偶在该单位任职',
      });
      expect(await assignees(id)).toEqual(['刘慧']);
      expect(await reassign(id, world.registrarB.personId)).toBe('CONTRACT.NOT_ASSIGNABLE');
      expect(await reassign(id, world.registrarA.personId)).toBe('DONE');
      await world.rows(sql`delete from contracts.person_tie`);
    });
  });
});
