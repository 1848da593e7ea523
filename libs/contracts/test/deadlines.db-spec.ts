import { randomUUID } from 'node:crypto';
import type { DomainEvent } from '@jihui/events';
import { DomainError } from '@jihui/kernel';
import { sql, Work, type Tx } from '@jihui/platform';
import { DataSource } from 'typeorm';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { HandlingService } from '../src/handling/handling.service.js';
import { Proceedings1764510000000 } from '../src/store/migrations/1764510000000-proceedings.js';
import { Supplements1764750000000 } from '../src/store/migrations/1764750000000-supplements.js';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, type Aftermath } from './proceedings.world.js';

describe('deadlines', () => {
  let world: World;
  let after: Aftermath;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
  }, 120_000);
  afterAll(() => world.close());

  /** What the calendar's owner tells when a year was saved. */
  const SAVED = { payload: { year: 2026 } } as DomainEvent<'law.holidays'>;
  const recount = (): Promise<void> =>
    world.app
      .get(Work)
      .run({ domain: 'contracts', name: 'told', actor: { kind: 'system', name: 'test' } }, (tx: Tx) =>
        world.app.get(ContractsHandlers).recountDeadlines(SAVED, tx),
      );
  const dayOf = async (statement: ReturnType<typeof sql>): Promise<string | null> =>
    (await world.rows<{ day: string | null }>(statement))[0]?.day ?? null;
  const dueOf = (id: string) =>
    dayOf(sql`select due_on::text as day from contracts.contract where id = ${id}`);
  const paperDueOf = (id: string) =>
    dayOf(sql`select due_on::text as day from contracts.proceeding where contract_id = ${id}`);
  const heardUntil = (id: string) =>
    dayOf(sql`select defend_until::text as day from contracts.proceeding where contract_id = ${id}`);
  const noticeDueOf = (id: string) =>
    dayOf(sql`select due_on::text as day from contracts.tax_notice where contract_id = ${id}`);
  /** Tomorrow's working day, or the next one. */
  const aWorkingDaySoon = async (): Promise<string> =>
    (await dayOf(sql`
    select min(d)::date::text as day from generate_series(
      (platform.business_now() at time zone 'Asia/Shanghai')::date + 1,
      (platform.business_now() at time zone 'Asia/Shanghai')::date + 5, interval '1 day') d
    where extract(isodow from d) < 6 and not exists (select from platform.holiday h where h.day = d::date)`)) ??
    '';
  const declare = (day: string, works: boolean) =>
    world.rows(sql`
    insert into platform.holiday (day, works, name, source) values (${day}::date, ${works}, '放假', '放假通知')
    on conflict (day) do update set works = excluded.works`);

  describe('a notice on holidays that comes out later', () => {
    it('moves what runs in working days, says so in the record, and touches what is decided not at all', async () => {
      const running = await world.application('ACCEPTED');
      const experts = await world.application('EXPERT_REVIEW');
      const decided = await world.application('REGISTERED');
      const changing = await world.application('REGISTERED');
      await after.change(changing, 'OPEN');
      const cancelled = await world.application('REGISTERED', { flags: { taxBenefits: ['VAT'] } });
      await after.cancel(cancelled, 'APPROVED');
      const revoked = await world.application('REGISTERED');
      const paper = await after.draft(world.registrarA, revoked, 'REVOCATION');
      await after.requests.noticeRevocation(world.registrarA, await after.target(paper));
      const read = async () => ({
        running: await dueOf(running),
        experts: await dueOf(experts),
        decided: await dueOf(decided),
        changing: await paperDueOf(changing),
        revoked: await paperDueOf(revoked),
        heard: await heardUntil(revoked),
        notice: await noticeDueOf(cancelled),
      });
      const before = await read();
      await recount();
      expect(await read()).toEqual(before);

      const holiday = await aWorkingDaySoon();
      await declare(holiday, false);
      await recount();
      const moved = await read();
      for (const name of ['running', 'experts', 'changing', 'revoked', 'heard', 'notice'] as const)
        expect([name, String(moved[name]) > String(before[name])]).toEqual([name, true]);
      expect(moved.decided).toBe(before.decided);
      const { contract } = await world.app
        .as(world.seller)
        .query<{ contract: { timeline: { action: string; reason: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { timeline { action reason } } }',
          { id: running },
        );
      expect(contract.timeline.at(-1)).toEqual({
        action: 'recountDeadline',
        reason: `${before.running} → ${moved.running}`,
      });

      // The day is worked after all: the registry's days come back, but nobody is heard for less than was told.
      await declare(holiday, true);
      await recount();
      expect(await read()).toEqual({
        ...before,
        heard: moved.heard,
        revoked: moved.revoked,
      });
    });
  });

  describe('the rating of a decision', () => {
    it('is open while something is being decided on the registration', async () => {
      const id = await world.application('REGISTERED');
      await after.change(id, 'OPEN');
      const seen = async () =>
        (
          await world.app
            .as(world.seller)
            .query<{ contract: { state: string; mayRate: boolean } }>(
              'query ($id: ID!) { contract(id: $id) { state mayRate } }',
              { id },
            )
        ).contract;
      expect(await seen()).toEqual({ state: 'CHANGE_PENDING', mayRate: true });
      const service = world.app.get(HandlingService);
      await service.rate(world.seller, { clientMutationId: randomUUID(), id, score: 5, comment: '' });
      expect(await seen()).toEqual({ state: 'CHANGE_PENDING', mayRate: false });
      const again = service.rate(world.seller, {
        clientMutationId: randomUUID(),
        id,
        score: 1,
        comment: '慢',
      });
      await expect(again).rejects.toBeInstanceOf(DomainError);
    });
  });

  describe('the migration of proceedings', () => {
    it('goes down to the checks and indexes that were before it, and up again', async () => {
      const fresh = await aWorld();
      const shape = () =>
        fresh.rows<{ name: string; text: string }>(sql`
        select conname as name, pg_get_constraintdef(oid) as text from pg_constraint
        where conrelid = 'contracts.contract'::regclass
        union all select indexname, indexdef from pg_indexes where schemaname = 'contracts' and tablename = 'contract'
        order by 1, 2`);
      const text = async (name: string) => (await shape()).find((found) => found.name === name)?.text;
      const runner = fresh.app.get(DataSource).createQueryRunner();
      const migration = new Proceedings1764510000000();
      // What came after it on the same checks goes down first.
      await new Supplements1764750000000().down(runner);
      const up = await shape();
      expect(await text('registered_whole')).toContain('CHANGE_PENDING');
      await migration.down(runner);
      for (const name of [
        'contract_state_check',
        'accepted_has_number',
        'registered_whole',
        'registered_by_two',
      ])
        expect([name, (await text(name))?.includes('_PENDING')]).toEqual([name, false]);
      expect(await text('one_live_application_a_deal')).not.toContain('CANCELLED');
      await migration.up(runner);
      expect(await shape()).toEqual(up);
      await new Supplements1764750000000().up(runner);
      await runner.release();
      await fresh.close();
    });
  });
});
