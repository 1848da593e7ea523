import { randomUUID } from 'node:crypto';
import { DomainError } from '@jihui/kernel';
import { sql, Work } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { HandlingService } from '../src/handling/handling.service.js';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

describe('handling', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  interface Clock {
    readonly accepted: string;
    readonly due: string;
    readonly paused: number;
    readonly rule_set: string;
  }
  const clockOf = async (id: string): Promise<Clock | undefined> =>
    (
      await world.rows<Clock>(sql`
      select accepted_on::text as accepted, due_on::text as due, clock_paused_days as paused, rule_set
      from contracts.contract where id = ${id}`)
    )[0];

  describe('who may not handle a contract', () => {
    const accept = async (id: string) =>
      codeOf(world.reviews.accept(world.registrarA, await world.target(id)));

    it('is one who declared a relation to a party, until the day after it is ended', async () => {
      const id = await world.application('SUBMITTED');
      const service = world.app.get(HandlingService);
      const declaration = { organisationId: organisationOf(world.seller), note: '配偶在该单位任职' };
      await service.declare(world.registrarA, { clientMutationId: randomUUID(), ...declaration });
      expect(await accept(id)).toBe('NOT_FOUND');
      const { registrationQueue } = await world.app
        .as(world.registrarA)
        .query<{ registrationQueue: { totalCount: number } }>('{ registrationQueue { totalCount } }');
      expect(registrationQueue.totalCount).toBe(0);
      const [relation] = await service.relations(world.registrarA);
      expect(relation).toMatchObject({ organisationName: '忻州示范大学', note: declaration.note });
      const end = { clientMutationId: randomUUID(), id: relation?.id ?? '' };
      expect(await codeOf(service.endRelation(world.registrarB, end))).toBe('NOT_FOUND');
      await service.endRelation(world.registrarA, end);
      expect(await accept(id)).toBe('NOT_FOUND');
      await world.app.advance(1);
      expect(await accept(id)).toBe('DONE');
    });

    it('is one who left a party’s organisation not long ago', async () => {
      const id = await world.application('SUBMITTED');
      const tell = (version: number, organisationIds: readonly string[]) =>
        world.events.person(
          {
            payload: {
              id: world.registrarA.personId,
              displayName: '刘慧',
              email: 'liu@example.org',
              memberships: organisationIds.map((organisationId) => ({ organisationId })),
            },
            version,
          } as never,
          new Date(),
        );
      await tell(2, [organisationOf(world.buyer), organisationOf(world.registrarA)]);
      await tell(3, [organisationOf(world.registrarA)]);
      await world.rows(sql`
      update contracts.contract set related_ids = related_ids || ${organisationOf(world.buyer)}::uuid where id = ${id}`);
      expect(await accept(id)).toBe('NOT_FOUND');
      expect(
        await codeOf(
          world.registration.registerAll(world.registrarA, {
            clientMutationId: randomUUID(),
            contracts: [await world.target(id)],
          }),
        ),
      ).toBe('NOT_FOUND');
      await world.rows(sql`update contracts.person_tie set until = current_date - 1 where kind = 'FORMER'`);
      expect(await accept(id)).toBe('DONE');
    });
  });

  describe('what is wrong with an input', () => {
    const violationsOf = async (attempt: Promise<unknown>): Promise<readonly string[]> => {
      const error: unknown = await attempt.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!(error instanceof DomainError)) throw new Error('not refused');
      return error.code === 'INVALID_INPUT'
        ? error.violations.map(({ path, code }) => `${path} ${code}`).sort()
        : [error.code];
    };

    it('is told together with what the rules find, each with its path', async () => {
      const id = await world.application('SECOND_REVIEW');
      const refused = { grounds: [], opinion: '' };
      expect(
        await violationsOf(
          world.reviews.reject(world.registrarA, { ...(await world.target(id)), ...refused }),
        ),
      ).toEqual([' CONTRACT.SAME_REVIEWER', 'grounds CONTRACT.GROUNDS_MISSING', 'opinion REQUIRED']);
      const late = await world.application('FIRST_REVIEW');
      expect(
        await violationsOf(
          world.reviews.return(world.registrarB, {
            ...(await world.target(late)),
            deficiencies: [{ path: 'signedAt', message: '' }],
            opinion: '长'.repeat(2_001),
          }),
        ),
      ).toEqual([' CONTRACT.CLAIMED_BY_OTHER', 'deficiencies.0.message REQUIRED', 'opinion TOO_LONG']);
    });

    it('is told to nobody who may not act, nor where the step is not to be taken', async () => {
      const id = await world.application('SECOND_REVIEW');
      const at = await world.target(id);
      expect(
        await violationsOf(world.reviews.reject(world.seller, { ...at, grounds: [], opinion: '' })),
      ).toEqual(['FORBIDDEN']);
      expect(await violationsOf(world.reviews.passFirst(world.registrarB, { ...at, opinion: '' }))).toEqual([
        'ILLEGAL_TRANSITION',
      ]);
    });
  });

  describe('the clock', () => {
    it('restarts with a correction under the present rules', async () => {
      const id = await world.application('RETURNED');
      expect(await clockOf(id)).toEqual({ accepted: null, due: null, paused: 0, rule_set: null });
    });

    it('pauses under the rules of 2000/2001, in natural days', async () => {
      await world.rows(sql`
      insert into platform.parameter (name, value, effective_from, source)
      values ('contracts.rule_set', 2001, (platform.business_now() at time zone 'Asia/Shanghai')::date, '试验')`);
      const id = await world.application('ACCEPTED');
      const began = await clockOf(id);
      expect(began).toMatchObject({ rule_set: '2000/2001', paused: 0 });
      const deficiencies = [{ path: 'signedAt', message: '请补充签订地点' }];
      await world.reviews.return(world.registrarB, { ...(await world.target(id)), deficiencies });
      await world.app.advance(9);
      await world.applications.submit(world.seller, await world.target(id));
      await world.app.advance(2);
      await world.reviews.accept(world.registrarB, await world.target(id));
      const resumed = await clockOf(id);
      expect(resumed).toMatchObject({ accepted: began?.accepted, rule_set: '2000/2001', paused: 9 });
      // 30 and the 9 days that it rested, forward to a working day.
      const [row] = await world.rows<{ gap: number }>(
        sql`select ${resumed?.due ?? ''}::date - ${began?.accepted ?? ''}::date as gap`,
      );
      expect(row?.gap).toBeGreaterThanOrEqual(39);
      expect(row?.gap).toBeLessThan(46);
    });

    it('is told of once when it has run out', async () => {
      const id = await world.application('ACCEPTED');
      await world.app.advance(70);
      const watch = () =>
        world.app
          .get(Work)
          .run({ domain: 'contracts', name: 'watch', actor: { kind: 'system', name: 'test' } }, (tx) =>
            world.app.get(ContractsHandlers).watchDeadlines({}, tx),
          );
      await watch();
      await watch();
      expect(
        await world.rows(
          sql`select 1 from contracts.event where aggregate_id = ${id} and action = 'overdue'`,
        ),
      ).toHaveLength(1);
    });
  });

  describe('a correction', () => {
    const given = async (id: string) => {
      const [row] = await world.rows<{ state: string; due: string | null }>(
        sql`select state, decision ->> 'correctionDueOn' as due from contracts.contract where id = ${id}`,
      );
      return row;
    };
    const lapse = async (id: string) =>
      codeOf(world.reviews.lapse(world.registrarA, { ...(await world.target(id)), opinion: '逾期未补正。' }));

    it('has a last day that is told, after which the registry may close the application, and not before', async () => {
      const [late, mended] = [await world.application('RETURNED'), await world.application('RETURNED')];
      const before = await given(late);
      expect(before?.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(await lapse(late)).toBe('CONTRACT.CORRECTION_PERIOD_RUNS');
      await world.app.advance(40);
      const watch = () =>
        world.app
          .get(Work)
          .run({ domain: 'contracts', name: 'watch', actor: { kind: 'system', name: 'test' } }, (tx) =>
            world.app.get(ContractsHandlers).watchDeadlines({}, tx),
          );
      await watch();
      await watch();
      const told = sql`select 1 from contracts.event where aggregate_id = ${late} and action = 'correctionNear'`;
      expect(await world.rows(told)).toHaveLength(1);
      await world.applications.submit(world.seller, await world.target(mended));
      expect(await given(mended)).toEqual({ state: 'SUBMITTED', due: null });
      expect(await lapse(mended)).toBe('ILLEGAL_TRANSITION');
      expect(await lapse(late)).toBe('DONE');
      expect(await given(late)).toMatchObject({ state: 'WITHDRAWN' });
    });
  });

  describe('the county’s cap', () => {
    it('sends what is above it to the city', async () => {
      const of = async (total: number) => {
        const id = await world.application('DRAFT', {
          money: { total, technical: total, deductions: [], carriers: [] },
        });
        await world.rows(
          sql`update contracts.organisation set division_code = '140981' where id = ${organisationOf(world.seller)}`,
        );
        await world.applications.submit(world.seller, await world.target(id));
        await world.rows(
          sql`update contracts.organisation set division_code = '140902' where id = ${organisationOf(world.seller)}`,
        );
        const [row] = await world.rows<{ registry: string }>(
          sql`select registry_division as registry from contracts.contract where id = ${id}`,
        );
        return row?.registry;
      };
      expect(await of(1_000_000_000)).toBe('140981');
      expect(await of(1_000_000_001)).toBe('140900');
    });
  });

  describe('the rating', () => {
    it('is the applicant’s, once a decision, and summed by registry', async () => {
      const id = await world.application('REJECTED');
      const service = world.app.get(HandlingService);
      const rate = (score: number, comment = '', as = world.seller) =>
        codeOf(service.rate(as, { clientMutationId: randomUUID(), id, score, comment }));
      expect(await rate(6)).toBe('OUT_OF_RANGE');
      expect(await rate(1)).toBe('REQUIRED');
      expect(await rate(5, '', world.registrarA)).toBe('FORBIDDEN');
      expect(await rate(5, '', world.stranger)).toBe('NOT_FOUND');
      const before = await world.application('ACCEPTED');
      expect(
        await codeOf(service.rate(world.seller, { clientMutationId: randomUUID(), id: before, score: 5 })),
      ).toBe('ILLEGAL_TRANSITION');
      const seen = () =>
        world.app
          .as(world.seller)
          .query<{ contract: object }>(
            'query ($id: ID!) { contract(id: $id) { mayRate rating { score } } }',
            {
              id,
            },
          );
      expect((await seen()).contract).toEqual({ mayRate: true, rating: null });
      expect(await rate(2, '等待时间长')).toBe('DONE');
      expect(await rate(5)).toBe('CONTRACT.RATED_ALREADY');
      expect((await seen()).contract).toEqual({ mayRate: false, rating: { score: 2 } });
      expect(await service.ratingFigures('2020-01-01', '2040-01-01')).toEqual([
        { registryDivision: '140900', count: 1, mean: 2, satisfied: 0 },
      ]);
    });
  });
});
