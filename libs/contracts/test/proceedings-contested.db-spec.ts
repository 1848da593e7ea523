import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { sql, Work } from '@jihui/platform';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { codeOf, codesOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';
import {
  anAftermath,
  APPROVED,
  MORE,
  OPINION,
  recordsOf,
  type Aftermath,
  type Records,
} from './proceedings.world.js';

describe('proceedings that are contested', () => {
  let world: World;
  let after: Aftermath;
  let records: Records;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
    records = recordsOf(world);
  }, 120_000);
  afterAll(() => world.close());

  const registered = (change = {}): Promise<string> => world.application('REGISTERED', change);
  const opinion = OPINION;

  describe('a revocation', () => {
    const notice = async (id: string, actor = world.registrarA): Promise<string> => {
      const paper = await after.draft(actor, id, 'REVOCATION');
      await after.requests.noticeRevocation(actor, await after.target(paper));
      return paper;
    };
    const revoke = async (paper: string, actor: PersonActor) =>
      codeOf(
        after.decisions.revoke(actor, {
          ...(await after.target(paper)),
          opinion: '申辩理由不能成立，撤销登记。',
        }),
      );

    it('is noticed with grounds, heard, and decided by another', async () => {
      const id = await registered({ flags: { taxBenefits: ['CORPORATE_INCOME_TAX'] } });
      const paper = await notice(id);
      expect((await records.contract(id)).state).toBe('REVOCATION_PENDING');
      expect(await revoke(paper, world.registrarB)).toBe('CONTRACT.DEFENCE_PERIOD_RUNS');
      const defend = async (
        actor: PersonActor,
        final: boolean,
        statement = '成果由本校课题组完成，附验收报告。',
      ) => codeOf(after.requests.defend(actor, { ...(await after.target(paper)), statement, final }));
      expect(await defend(world.buyer, true)).toBe('NOT_FOUND');
      expect(await defend(world.seller, false, ' ')).toBe('REQUIRED');
      expect(await defend(world.seller, false)).toBe('DONE');
      await after.file(world.seller, paper);
      expect(await revoke(paper, world.registrarB)).toBe('CONTRACT.DEFENCE_PERIOD_RUNS');
      expect(await defend(world.seller, true, '不再补充。')).toBe('DONE');
      expect(await revoke(paper, world.registrarA)).toBe('CONTRACT.SAME_REVIEWER');
      expect(await revoke(paper, world.registrarB)).toBe('DONE');
      expect((await records.contract(id)).state).toBe('REVOKED');
      expect((await records.ledger(id)).at(-1)).toMatchObject({ kind: 'REVOCATION', count: -1 });
      expect(await records.notices(id)).toMatchObject([{ content: { cause: 'REVOCATION' } }]);
      expect(await codeOf(after.draft(world.seller, id, 'CHANGE'))).toBe('ILLEGAL_TRANSITION');
    });

    it('may be decided when the period has run out unused, and no defence comes after it', async () => {
      const fresh = await aWorld();
      try {
        const late = anAftermath(fresh);
        const id = await fresh.application('REGISTERED');
        const paper = await late.draft(fresh.registrarA, id, 'REVOCATION');
        await late.requests.noticeRevocation(fresh.registrarA, await late.target(paper));
        const decide = async () =>
          codeOf(late.decisions.revoke(fresh.registrarB, { ...(await late.target(paper)), opinion }));
        expect(await decide()).toBe('CONTRACT.DEFENCE_PERIOD_RUNS');
        const watch = () =>
          fresh.app
            .get(Work)
            .run({ domain: 'contracts', name: 'watch', actor: { kind: 'system', name: 'test' } }, (tx) =>
              fresh.app.get(ContractsHandlers).watchDeadlines({}, tx),
            );
        await fresh.app.advance(40);
        await watch();
        await watch();
        expect(
          await fresh.rows(
            sql`select 1 from contracts.event where aggregate_id = ${id} and action = 'proceedingNear'`,
          ),
        ).toHaveLength(1);
        expect(
          await codeOf(
            late.requests.defend(fresh.seller, {
              ...(await late.target(paper)),
              statement: '补充说明。',
              final: true,
            }),
          ),
        ).toBe('CONTRACT.DEFENCE_PERIOD_OVER');
        expect(await decide()).toBe('DONE');
      } finally {
        await fresh.close();
      }
    });

    it('may be dropped by a second person, and the registration stands as before', async () => {
      const id = await registered();
      const paper = await notice(id);
      const drop = async (actor: PersonActor) =>
        codeOf(
          after.decisions.dropRevocation(actor, { ...(await after.target(paper)), opinion: '申辩成立。' }),
        );
      expect(await drop(world.registrarA)).toBe('CONTRACT.SAME_REVIEWER');
      expect(await drop(world.registrarB)).toBe('DONE');
      expect(await records.contract(id)).toMatchObject({ state: 'REGISTERED', certificate_version: 1 });
    });
  });

  describe('an objection', () => {
    const lodge = async (actor: PersonActor, id: string, fields: object = {}): Promise<string> => {
      const paper = await after.draft(actor, id, 'OBJECTION', fields);
      await after.requests.object(actor, await after.target(paper));
      return paper;
    };

    it('against a registration is judged by others, who may redetermine the amounts', async () => {
      const id = await registered();
      const paper = await lodge(world.seller, id);
      expect((await records.contract(id)).state).toBe('OBJECTION_PENDING');
      const examine = async (actor: PersonActor, form: object | null = MORE, amounts: object = APPROVED) =>
        codeOf(
          after.decisions.examine(actor, {
            ...(await after.target(paper)),
            favourable: true,
            opinion,
            form,
            ...amounts,
          }),
        );
      expect(await examine(world.registrarA)).toBe('CONTRACT.FORMER_REVIEWER');
      expect(await examine(world.registrarB)).toBe('CONTRACT.FORMER_REVIEWER');
      expect(await examine(after.registrarC)).toBe('DONE');
      const decide = async (actor: PersonActor) =>
        codeOf(after.decisions.redetermine(actor, { ...(await after.target(paper)), opinion, ...APPROVED }));
      expect(await decide(after.registrarC)).toBe('CONTRACT.SAME_REVIEWER');
      expect(await decide(world.registrarB)).toBe('CONTRACT.FORMER_REVIEWER');
      expect(await decide(after.registrarD)).toBe('DONE');
      expect(await records.contract(id)).toMatchObject({
        state: 'REGISTERED',
        total: '110000000',
        certificate_version: 2,
      });
    });

    it('that is kept cannot be made again by the same side', async () => {
      const id = await registered();
      const paper = await lodge(world.seller, id);
      await after.decisions.examine(after.registrarC, {
        ...(await after.target(paper)),
        favourable: false,
        opinion: '原认定无误。',
      });
      await after.decisions.keepDecision(after.registrarD, {
        ...(await after.target(paper)),
        opinion: '原认定无误，维持。',
      });
      expect((await records.contract(id)).state).toBe('REGISTERED');
      const again = await after.draft(world.seller, id, 'OBJECTION');
      expect(await codeOf(after.requests.object(world.seller, await after.target(again)))).toBe(
        'CONTRACT.ALREADY_OBJECTED',
      );
      // A tax body's letter stands by itself.
      const official = await after.draft(world.registrarA, id, 'OBJECTION', {
        objector: 'TAX',
        objectorName: '国家税务总局忻州市税务局',
        documentNumber: '忻税函〔2026〕12号',
      });
      expect(await codeOf(after.requests.object(world.registrarA, await after.target(official)))).toBe(
        'DONE',
      );
    });

    it('says in whose name it is made', async () => {
      const id = await registered();
      const own = await after.draft(world.seller, id, 'OBJECTION', { objector: 'TAX' });
      expect(await codesOf(after.requests.object(world.seller, await after.target(own)))).toContain(
        'CONTRACT.OBJECTOR_MISMATCH',
      );
      const letter = await after.draft(world.registrarA, id, 'OBJECTION', {}, false);
      expect(await codesOf(after.requests.object(world.registrarA, await after.target(letter)))).toEqual([
        'REQUIRED',
        'REQUIRED',
        'CONTRACT.EVIDENCE_MISSING',
      ]);
    });

    it('against a refusal reopens the review, in which the former reviewers have no part', async () => {
      const id = await world.application('REJECTED');
      const paper = await lodge(world.seller, id);
      expect((await records.contract(id)).state).toBe('REJECTION_OBJECTED');
      await after.decisions.examine(after.registrarC, {
        ...(await after.target(paper)),
        favourable: true,
        opinion: '属于技术合同。',
      });
      await after.decisions.reopen(after.registrarD, {
        ...(await after.target(paper)),
        opinion: '异议成立，重新审查。',
      });
      expect((await records.contract(id)).state).toBe('ACCEPTED');
      const first = async (actor: PersonActor) =>
        codeOf(world.reviews.passFirst(actor, { ...(await world.target(id)), opinion }));
      expect(await first(world.registrarA)).toBe('CONTRACT.FORMER_REVIEWER');
      await world.judge(id, after.registrarC);
      expect(await first(after.registrarC)).toBe('DONE');
      const second = async (actor: PersonActor) =>
        codeOf(world.registration.passSecond(actor, { ...(await world.target(id)), opinion }));
      expect(await second(world.registrarB)).toBe('CONTRACT.FORMER_REVIEWER');
      expect(await second(after.registrarD)).toBe('DONE');
      expect((await records.contract(id)).state).toBe('REGISTERED');
    });

    it('comes in time, counted from the decision', async () => {
      const fresh = await aWorld();
      try {
        const late = anAftermath(fresh);
        const id = await fresh.application('REGISTERED');
        const paper = await late.draft(fresh.seller, id, 'OBJECTION');
        await fresh.app.advance(75);
        expect(await codeOf(late.requests.object(fresh.seller, await late.target(paper)))).toBe(
          'CONTRACT.OBJECTION_TOO_LATE',
        );
      } finally {
        await fresh.close();
      }
    });

    it('that shows a wrong registration leads to a notice of revocation, in which the seller is heard', async () => {
      const id = await registered();
      const objection = await after.draft(world.registrarA, id, 'OBJECTION', {
        objector: 'FINANCE',
        objectorName: '忻州市财政局',
        documentNumber: '忻财函〔2026〕3号',
      });
      await after.requests.object(world.registrarA, await after.target(objection));
      const paper = await after.draft(after.registrarC, id, 'REVOCATION');
      await after.requests.noticeRevocation(after.registrarC, await after.target(paper));
      expect((await records.contract(id)).state).toBe('REVOCATION_PENDING');
      const states = await world.rows<{ kind: string; state: string }>(
        sql`select kind, state from contracts.proceeding where contract_id = ${id} order by id`,
      );
      expect(states).toEqual([
        { kind: 'OBJECTION', state: 'GRANTED' },
        { kind: 'REVOCATION', state: 'OPEN' },
      ]);
    });
  });

  describe('tax notices', () => {
    it('are recorded as sent once, by the registry, with a day that can be', async () => {
      const id = await registered({ flags: { taxBenefits: ['VAT'] } });
      await after.cancel(id, 'APPROVED');
      const [row] = await world.rows<{ id: string }>(
        sql`select id from contracts.tax_notice where contract_id = ${id}`,
      );
      const today = (
        await world.rows<{ day: string }>(
          sql`select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as day`,
        )
      )[0]?.day;
      const send = (actor: PersonActor, change: object = {}, expectedVersion = 1) =>
        codeOf(
          after.benefits.recordSent(actor, {
            clientMutationId: randomUUID(),
            id: row?.id ?? '',
            expectedVersion,
            recipient: '国家税务总局忻州市税务局',
            documentNumber: '忻科函〔2026〕8号',
            sentOn: today ?? '',
            ...change,
          }),
        );
      expect(await send(world.seller)).toBe('FORBIDDEN');
      expect(await send(world.stranger)).toBe('NOT_FOUND');
      expect(await send(world.registrarA, { sentOn: '2999-01-01' })).toBe('DATE_IN_FUTURE');
      expect(await send(world.registrarA, { sentOn: '2020-01-01' })).toBe('DATE_TOO_EARLY');
      expect(await send(world.registrarA)).toBe('DONE');
      expect(await send(world.registrarA)).toBe('STALE_VERSION');
      expect(await send(world.registrarA, {}, 2)).toBe('ILLEGAL_TRANSITION');
    });
    it('need a registration', async () => {
      const id = await world.application('SUBMITTED');
      expect(
        await codeOf(
          after.benefits.report(world.seller, {
            clientMutationId: randomUUID(),
            contractId: id,
            benefits: [{ benefit: 'VAT', amount: 1, usedOn: '2026-11-01', note: '' }],
          }),
        ),
      ).toBe('ILLEGAL_TRANSITION');
    });
  });
});
