import { randomUUID } from 'node:crypto';
import { canonical, type PersonActor } from '@jihui/kernel';
import { sha256, sql, Work } from '@jihui/platform';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { codeOf } from './codes.js';
import { aWorld, type Target, type World } from './contracts.world.js';

describe('reviews', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const opinion = '符合认定条件。';
  const grounds = ['R02'];
  const contractOf = async (id: string) => {
    const [row] = await world.rows<Record<string, unknown>>(sql`
    select state, acceptance_number, accepted_on::text, due_on::text, rule_set, first_reviewer_id, second_reviewer_id,
      registration_number, decision, rejection_proposed from contracts.contract where id = ${id}`);
    return row ?? {};
  };

  describe('acceptance', () => {
    it('gives a number, pins the rules, starts the clock', async () => {
      const id = await world.application('ACCEPTED');
      const contract = await contractOf(id);
      expect(contract).toMatchObject({ state: 'ACCEPTED', rule_set: '2026' });
      expect(contract['acceptance_number']).toMatch(/^受理\d{4}140900\d{6}$/);
      const [review] = await world.rows<{ basis: Record<string, unknown> }>(
        sql`select basis from contracts.review where contract_id = ${id} and stage = 'ACCEPTANCE'`,
      );
      expect(review?.basis).toMatchObject({ ruleSet: '2026' });
      expect(Object.keys(review?.basis['parameters'] as object)).toContain(
        'contracts.processing_working_days',
      );
    });
    it('is told to one of two officers who do it at once; the other hears why', async () => {
      const id = await world.application('SUBMITTED');
      const target = await world.target(id);
      const both = await Promise.all([
        codeOf(world.reviews.accept(world.registrarA, { ...target, clientMutationId: randomUUID() })),
        codeOf(world.reviews.accept(world.registrarB, { ...target, clientMutationId: randomUUID() })),
      ]);
      expect([...both].sort()).toEqual(['DONE', 'STALE_VERSION']);
    });
    it('may be declined with grounds, which the applicant reads', async () => {
      const id = await world.application('SUBMITTED');
      const refuse = async (words: { grounds: string[]; opinion: string }) =>
        codeOf(world.reviews.decline(world.registrarA, { ...(await world.target(id)), ...words }));
      expect(await refuse({ grounds: [], opinion })).toBe('CONTRACT.GROUNDS_MISSING');
      expect(await refuse({ grounds: ['R77'], opinion })).toBe('UNKNOWN_CODE');
      expect(await refuse({ grounds, opinion: ' ' })).toBe('REQUIRED');
      expect(await refuse({ grounds, opinion })).toBe('DONE');
      const { contract } = await world.app
        .as(world.seller)
        .query<{ contract: unknown }>(
          'query ($id: ID!) { contract(id: $id) { state refusalGrounds { code name } decisionOpinion } }',
          { id },
        );
      expect(contract).toEqual({
        state: 'NOT_ACCEPTED',
        refusalGrounds: [{ code: 'R02', name: '非技术合同' }],
        decisionOpinion: opinion,
      });
    });
  });

  describe('correction', () => {
    it('tells all at once, clears the review, and restarts the clock on the day of the corrected material', async () => {
      const id = await world.application('RETURNED');
      const returned = await contractOf(id);
      expect(returned).toMatchObject({
        state: 'RETURNED',
        due_on: null,
        first_reviewer_id: null,
        decision: { deficiencies: [{ message: '请补充签订地点' }] },
      });
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { signedAt: '忻州市忻府区' },
      });
      await world.applications.submit(world.seller, await world.target(id));
      const [{ day } = { day: '' }] = await world.rows<{ day: string }>(
        sql`select (submitted_at at time zone 'Asia/Shanghai')::date::text as day from contracts.contract where id = ${id}`,
      );
      await world.reviews.accept(world.registrarA, await world.target(id));
      const again = await contractOf(id);
      expect(again).toMatchObject({
        acceptance_number: returned['acceptance_number'],
        accepted_on: day,
        state: 'ACCEPTED',
        decision: { deficiencies: [] },
      });
    });
    it('names at least one deficiency, each in words', async () => {
      const id = await world.application('SUBMITTED');
      const give = async (deficiencies: { path: string; message: string }[]) =>
        codeOf(world.reviews.return(world.registrarA, { ...(await world.target(id)), deficiencies }));
      expect(await give([])).toBe('CONTRACT.DEFICIENCIES_MISSING');
      expect(await give([{ path: 'title', message: '' }])).toBe('REQUIRED');
      expect(await give([{ path: 'title', message: '名称与类别不符' }])).toBe('DONE');
    });
  });

  describe('two persons', () => {
    it('a first review is held by one', async () => {
      const id = await world.application('FIRST_REVIEW');
      expect(
        await codeOf(world.reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion })),
      ).toBe('CONTRACT.CLAIMED_BY_OTHER');
      expect(await codeOf(world.reviews.release(world.registrarB, await world.target(id)))).toBe(
        'CONTRACT.NOT_CLAIMED',
      );
      await world.reviews.release(world.bureauAdmin, await world.target(id));
      await world.reviews.claim(world.registrarB, await world.target(id));
      expect((await contractOf(id))['first_reviewer_id']).toBe(world.registrarB.personId);
    });
    it('whoever did the first review has no part in the second', async () => {
      const id = await world.application('SECOND_REVIEW');
      const attempts: ((target: Target) => Promise<unknown>)[] = [
        (target) => world.registration.passSecond(world.registrarA, { ...target, opinion }),
        (target) => world.reviews.reject(world.registrarA, { ...target, grounds, opinion }),
        (target) => world.reviews.claim(world.registrarA, target),
        (target) => world.reviews.sendBack(world.registrarA, { ...target, opinion }),
        (target) => world.reviews.sendToExperts(world.registrarA, { ...target, opinion }),
      ];
      for (const attempt of attempts)
        expect(await codeOf(attempt(await world.target(id)))).toBe('CONTRACT.SAME_REVIEWER');
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('DONE');
    });
    it('the database itself refuses one person in both reviews', async () => {
      const id = await world.application('SECOND_REVIEW');
      await expect(
        world.rows(
          sql`update contracts.contract set second_reviewer_id = first_reviewer_id where id = ${id}`,
        ),
      ).rejects.toThrow('two_persons');
    });
    it('two second reviewers at once: one registers, the other hears', async () => {
      const third: PersonActor = { ...world.registrarB, personId: randomUUID() };
      const id = await world.application('SECOND_REVIEW');
      const target = await world.target(id);
      const pass = (actor: PersonActor) =>
        codeOf(world.registration.passSecond(actor, { ...target, clientMutationId: randomUUID(), opinion }));
      expect((await Promise.all([pass(world.registrarB), pass(third)])).sort()).toEqual([
        'DONE',
        'STALE_VERSION',
      ]);
      expect(await world.rows(sql`select 1 from contracts.ledger where contract_id = ${id}`)).toHaveLength(1);
    });
    it('a registrar of a party’s organisation neither sees nor decides', async () => {
      const deal = await world.deal();
      const { id } = await world.applications.start(world.seller, {
        clientMutationId: randomUUID(),
        dealId: deal.id,
      });
      const other = await world.application('SUBMITTED');
      await world.rows(
        sql`update contracts.contract set submitted_at = now(), state = 'SUBMITTED' where id = ${id}`,
      );
      for (const each of [id, other])
        expect(await codeOf(world.reviews.accept(world.conflicted, await world.target(each)))).toBe(
          'NOT_FOUND',
        );
      const { registrationQueue } = await world.app
        .as(world.conflicted)
        .query<{ registrationQueue: { edges: { node: { id: string } }[] } }>(
          '{ registrationQueue(first: 100) { edges { node { id } } } }',
        );
      expect(registrationQueue.edges).toEqual([]);
    });
  });

  describe('rejection', () => {
    it('is proposed by one and decided by another; registering over it takes a new first review', async () => {
      const id = await world.application('FIRST_REVIEW');
      await world.reviews.proposeRejection(world.registrarA, {
        ...(await world.target(id)),
        grounds,
        opinion,
      });
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('CONTRACT.REJECTION_PROPOSED');
      await world.reviews.sendBack(world.registrarB, {
        ...(await world.target(id)),
        opinion: '请再核对技术内容。',
      });
      expect(await contractOf(id)).toMatchObject({
        state: 'FIRST_REVIEW',
        first_reviewer_id: world.registrarA.personId,
        rejection_proposed: false,
      });
      await world.judge(id);
      await world.reviews.passFirst(world.registrarA, { ...(await world.target(id)), opinion });
      await world.reviews.reject(world.registrarB, {
        ...(await world.target(id)),
        grounds: ['R02', 'R02', 'R05'],
        opinion,
      });
      expect(await contractOf(id)).toMatchObject({
        state: 'REJECTED',
        decision: { refusalGrounds: ['R02', 'R05'] },
      });
    });
  });

  describe('experts', () => {
    it('are heard from the threshold on, with the longer limit, and on paper', async () => {
      const money = { total: 500_000_000, technical: 500_000_000, deductions: [], carriers: [] };
      const id = await world.application('SECOND_REVIEW', { money });
      const before = await contractOf(id);
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('CONTRACT.EXPERT_OPINION_NEEDED');
      await world.reviews.sendToExperts(world.registrarB, {
        ...(await world.target(id)),
        opinion: '大额合同，提交省级专家评审。',
      });
      expect(String((await contractOf(id))['due_on']) > String(before['due_on'])).toBe(true);
      const record = async (favourable: boolean) =>
        codeOf(
          world.reviews.recordExpertOpinion(world.registrarB, {
            ...(await world.target(id)),
            favourable,
            opinion,
          }),
        );
      expect(await record(true)).toBe('REQUIRED');
      await world.file(id, 'EXPERT_OPINION', 'experts', world.registrarB);
      expect(await record(false)).toBe('CONTRACT.EXPERTS_TOO_FEW');
      await world.panel(id, false);
      expect(await record(true)).toBe('CONTRACT.AGAINST_EXPERTS');
      expect(await record(false)).toBe('DONE');
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('CONTRACT.EXPERT_OPINION_UNFAVOURABLE');
      await world.reviews.sendToExperts(world.registrarB, { ...(await world.target(id)), opinion: '复议。' });
      expect(await record(true)).toBe('CONTRACT.EXPERTS_TOO_FEW');
      await world.panel(id);
      expect(await record(true)).toBe('DONE');
      expect(
        await codeOf(
          world.registration.passSecond(world.registrarB, { ...(await world.target(id)), opinion }),
        ),
      ).toBe('DONE');
      const mine = await world.app
        .as(world.seller)
        .query<{ contract: { files: { kind: string }[]; timeline: { action: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { files { kind } timeline { action } } }',
          { id },
        );
      expect(mine.contract.files.map(({ kind }) => kind)).not.toContain('EXPERT_OPINION');
      expect(mine.contract.timeline.map(({ action }) => action)).not.toContain('recordOpinion');
    });
  });

  describe('the national number', () => {
    it('is kept apart, once, and never taken for ours', async () => {
      const [one, two] = [await world.application('REGISTERED'), await world.application('REGISTERED')];
      const record = async (id: string, nationalRegNo: string) =>
        codeOf(
          world.registration.recordNationalNumber(world.registrarA, {
            ...(await world.target(id)),
            nationalRegNo,
          }),
        );
      expect(await record(one, '短')).toBe('BAD_FORMAT');
      expect(await record(one, '２０２６１４０９０００００００１')).toBe('DONE');
      expect(await record(two, '20261409000000001')).toBe('DONE');
      expect(await record(two, '2026140900000001')).toBe('CONTRACT.NATIONAL_NUMBER_TAKEN');
    });
  });

  describe('deadlines', () => {
    it('are told once when they come near, and counted by colour', async () => {
      const fresh = await aWorld();
      try {
        const id = await fresh.application('ACCEPTED');
        const watch = () =>
          fresh.app
            .get(Work)
            .run({ domain: 'contracts', name: 'watch', actor: { kind: 'system', name: 'test' } }, (tx) =>
              fresh.app.get(ContractsHandlers).watchDeadlines({}, tx),
            );
        const told = () =>
          fresh.rows(
            sql`select 1 from contracts.event where aggregate_id = ${id} and action = 'deadlineNear'`,
          );
        const counts = async () =>
          (
            await fresh.app
              .as(fresh.registrarA)
              .query<{ registrationQueueCounts: object }>(
                '{ registrationQueueCounts { waitingForFirstReview green amber red } }',
              )
          ).registrationQueueCounts;
        await watch();
        expect(await told()).toHaveLength(0);
        expect(await counts()).toEqual({ waitingForFirstReview: 1, green: 1, amber: 0, red: 0 });
        await fresh.app.advance(60);
        await watch();
        await watch();
        expect(await told()).toHaveLength(1);
        expect(await counts()).toEqual({ waitingForFirstReview: 1, green: 0, amber: 0, red: 1 });
        const red = await fresh.app
          .as(fresh.registrarA)
          .query<{ registrationQueue: { totalCount: number } }>(
            '{ registrationQueue(filter: { colours: [RED], unclaimed: true, mine: false }) { totalCount edges { node { deadline { colour workingDaysLeft } } } } }',
          );
        expect(red.registrationQueue).toMatchObject({
          totalCount: 1,
          edges: [{ node: { deadline: { colour: 'RED' } } }],
        });
      } finally {
        await fresh.close();
      }
    });
  });

  describe('history', () => {
    it('is held to the form by a digest of what is stored, also where none was kept yet', async () => {
      const kept = () =>
        world.rows<{ id: string; form: object; digest: string | null }>(
          sql`select id, form, form_sha256 as digest from contracts.contract`,
        );
      const before = await world.application('SECOND_REVIEW');
      await world.application('REGISTERED');
      const rows = await kept();
      expect(rows.map(({ digest }) => digest)).toEqual(rows.map(({ form }) => sha256(canonical(form))));
      // A form that was written before digests were kept, and without a field that came since.
      await world.rows(sql`
        update contracts.contract set form_sha256 = null, form = form #- '{flags,challengeNumber}' where id = ${before}`);
      await world.reviews.sendBack(world.registrarB, { ...(await world.target(before)), opinion });
      const again = (await kept()).find(({ id }) => id === before);
      expect(again?.form).toHaveProperty('flags.challengeNumber', null);
      expect(again?.digest).toBe(sha256(canonical(again?.form)));
    });
  });

  describe('republishing', () => {
    it('tells the present state of every contract again', async () => {
      const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
        sql`select count(*)::int as count from contracts.contract`,
      );
      expect(await world.events.republish(new Date(0))).toBe(count);
      expect(await world.events.republish(new Date(Date.now() + 86_400_000))).toBe(0);
    });
  });
});
