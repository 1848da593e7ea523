import { randomUUID } from 'node:crypto';
import { DomainError, type PersonActor } from '@jihui/kernel';
import { sql, Work } from '@jihui/platform';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import { ContractsStore } from '../src/store/contracts.store.js';
import { aWorld, type World } from './contracts.world.js';
import { anAftermath, APPROVED, MORE, OPINION, REASON, type Aftermath } from './proceedings.world.js';

describe('proceedings', () => {
  let world: World;
  let after: Aftermath;
  beforeAll(async () => {
    world = await aWorld();
    after = anAftermath(world);
  }, 120_000);
  afterAll(() => world.close());

  const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
    try {
      await attempt;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.code === 'INVALID_INPUT' ? (error.violations[0]?.code ?? error.code) : error.code;
    }
    return 'DONE';
  };
  const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
    try {
      await attempt;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.violations.map(({ code }) => code);
    }
    return [];
  };
  interface Row {
    readonly state: string;
    readonly total: string;
    readonly certificate_version: number;
    readonly registration_number: string;
  }
  const contractOf = async (id: string): Promise<Row> => {
    const [row] = await world.rows<Row>(
      sql`select state, total, certificate_version, registration_number from contracts.contract where id = ${id}`,
    );
    if (row === undefined) throw new Error('no contract');
    return row;
  };
  const ledgerOf = (id: string) =>
    world.rows<{ kind: string; count: number; total: string; technical: string }>(
      sql`select kind, count, total, technical from contracts.ledger where contract_id = ${id} order by seq`,
    );
  const noticesOf = (id: string) =>
    world.rows<{ state: string; content: Record<string, unknown> }>(
      sql`select state, content from contracts.tax_notice where contract_id = ${id} order by id`,
    );
  const registered = (change = {}): Promise<string> => world.application('REGISTERED', change);
  const opinion = OPINION;

  describe('a change', () => {
    it('is requested with the supplementary agreement, approved by two, and issues the certificate anew', async () => {
      const id = await registered({ flags: { taxBenefits: ['VAT'] } });
      const { registration_number: number } = await contractOf(id);
      const paper = await after.draft(world.seller, id, 'CHANGE', {}, false);
      expect((await contractOf(id)).state).toBe('REGISTERED');
      expect(await codesOf(after.requests.requestChange(world.seller, await after.target(paper)))).toEqual([
        'CONTRACT.EVIDENCE_MISSING',
      ]);
      await after.file(world.seller, paper);
      await after.requests.requestChange(world.seller, await after.target(paper));
      expect(await contractOf(id)).toMatchObject({ state: 'CHANGE_PENDING', total: '100000000' });

      const decide = async (actor: PersonActor, amounts: object = APPROVED) =>
        codeOf(after.decisions.approveChange(actor, { ...(await after.target(paper)), opinion, ...amounts }));
      expect(await decide(world.registrarB)).toBe('CONTRACT.EXAMINATION_NEEDED');
      const examine = async (actor: PersonActor, amounts: object) =>
        codeOf(
          after.decisions.examine(actor, {
            ...(await after.target(paper)),
            favourable: true,
            opinion,
            ...amounts,
          }),
        );
      expect(await examine(world.registrarA, {})).toBe('REQUIRED');
      expect(await examine(world.registrarA, { ...APPROVED, approvedTechnical: 1 })).toBe(
        'CONTRACT.AMOUNTS_DIFFER',
      );
      expect(await examine(world.registrarA, APPROVED)).toBe('DONE');
      expect(await examine(world.registrarB, APPROVED)).toBe('CONTRACT.EXAMINED_BY_OTHER');
      expect(await decide(world.registrarA)).toBe('CONTRACT.SAME_REVIEWER');
      expect(await decide(world.registrarB, { ...APPROVED, approvedTotal: 1 })).toBe(
        'CONTRACT.AMOUNTS_DIFFER',
      );
      expect(await decide(world.conflicted)).toBe('NOT_FOUND');
      expect(await decide(world.registrarB)).toBe('DONE');

      expect(await contractOf(id)).toEqual({
        state: 'REGISTERED',
        total: '110000000',
        certificate_version: 2,
        registration_number: number,
      });
      expect(await ledgerOf(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1 },
        { kind: 'CHANGE', count: 0, total: '10000000', technical: '10000000' },
      ]);
      expect(await noticesOf(id)).toMatchObject([
        {
          state: 'PENDING',
          content: {
            cause: 'CHANGE',
            declared: ['VAT'],
            before: { total: 100_000_000 },
            after: { total: 110_000_000 },
          },
        },
      ]);
      await world.app.settle();
      const certificates = await world.rows<{ version: number }>(
        sql`select version from contracts.certificate where contract_id = ${id} order by version`,
      );
      expect(certificates.at(-1)).toEqual({ version: 2 });
    });

    it('of parties or class moves the contract to its new place in the ledger', async () => {
      const id = await registered();
      await after.change(id, 'APPROVED', { content: { techField: '05' } });
      expect(await ledgerOf(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1, total: '100000000' },
        { kind: 'CHANGE', count: -1, total: '-100000000' },
        { kind: 'CHANGE', count: 1, total: '100000000' },
      ]);
      // No benefit was declared and none was used: nobody is told.
      expect(await noticesOf(id)).toEqual([]);
    });

    it('is refused where nothing differs, where the rules object, and without a word on benefits', async () => {
      const id = await registered();
      const attempt = async (fields: object) => {
        const paper = await after.draft(world.seller, id, 'CHANGE', fields);
        const codes = await codesOf(after.requests.requestChange(world.seller, await after.target(paper)));
        await after.drafts.discard(world.seller, await after.target(paper));
        return codes;
      };
      expect(await attempt({ form: {} })).toEqual(['CONTRACT.NOTHING_CHANGED']);
      expect(await attempt({ noBenefits: null })).toEqual(['CONTRACT.BENEFITS_UNSAID']);
      expect(await attempt({ reason: '短' })).toEqual(['TOO_SHORT']);
      // 技术交易额 no longer is the total less the deductions.
      expect(await attempt({ form: { money: { total: 120_000_000 } } })).toContain(
        'CONTRACT.AMOUNT_MISMATCH',
      );
      const future = { benefits: [{ benefit: 'VAT', amount: 0, usedOn: '2999-01-01', note: '' }] } as const;
      const draft = await after.draft(world.seller, id, 'CHANGE');
      expect(
        await codesOf(after.drafts.save(world.seller, { ...(await after.target(draft)), ...future })),
      ).toEqual(['OUT_OF_RANGE', 'DATE_IN_FUTURE']);
    });

    it('goes back for correction and comes again; is refused with a reason; is taken back', async () => {
      const id = await registered();
      const paper = await after.change(id, 'OPEN');
      const returned = async (deficiencies: { path: string; message: string }[]) =>
        codeOf(after.decisions.return(world.registrarA, { ...(await after.target(paper)), deficiencies }));
      expect(await returned([])).toBe('CONTRACT.DEFICIENCIES_MISSING');
      expect(await returned([{ path: 'money', message: '补充协议未盖章' }])).toBe('DONE');
      expect((await contractOf(id)).state).toBe('REGISTERED');
      await after.drafts.save(world.seller, {
        ...(await after.target(paper)),
        reason: `${REASON}（已补章）`,
      });
      await after.requests.requestChange(world.seller, await after.target(paper));
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(paper)),
        favourable: false,
        opinion: '补充协议与原合同矛盾。',
      });
      expect(
        await codeOf(
          after.decisions.approveChange(world.registrarB, {
            ...(await after.target(paper)),
            opinion,
            ...APPROVED,
          }),
        ),
      ).toBe('CONTRACT.EXAMINER_AGAINST');
      await after.decisions.refuse(world.registrarB, {
        ...(await after.target(paper)),
        opinion: '补充协议与原合同矛盾，不予变更。',
      });
      expect(await contractOf(id)).toMatchObject({ state: 'REGISTERED', certificate_version: 1 });

      const again = await after.change(id, 'OPEN');
      expect(
        await codeOf(
          after.requests.withdraw(world.buyer, { ...(await after.target(again)), reason: '不再变更' }),
        ),
      ).toBe('NOT_FOUND');
      await after.requests.withdraw(world.seller, { ...(await after.target(again)), reason: '双方另行协商' });
      expect((await contractOf(id)).state).toBe('REGISTERED');
      expect(await ledgerOf(id)).toHaveLength(1);
    });

    it('is one after another: a second request waits, and a stale draft is not laid over a changed form', async () => {
      const id = await registered();
      const cancellation = await after.draft(world.seller, id, 'CANCELLATION');
      const first = await after.change(id, 'OPEN');
      expect(
        await codeOf(after.requests.requestCancellation(world.seller, await after.target(cancellation))),
      ).toBe('ILLEGAL_TRANSITION');
      expect(
        await codeOf(
          after.drafts.start(world.seller, {
            clientMutationId: randomUUID(),
            contractId: id,
            kind: 'CHANGE',
          }),
        ),
      ).toBe('ILLEGAL_TRANSITION');
      await after.requests.withdraw(world.seller, { ...(await after.target(first)), reason: '双方另行协商' });
      const stale = await after.draft(world.seller, id, 'CHANGE', {
        form: { money: { total: 130_000_000, technical: 105_000_000 } },
      });
      // The change that comes first is made in the meantime, by way of another draft than the stale one.
      await world.rows(
        sql`update contracts.contract set form = jsonb_set(form, '{title}', '"改了名称"') where id = ${id}`,
      );
      expect(await codesOf(after.requests.requestChange(world.seller, await after.target(stale)))).toEqual([
        'CONTRACT.CHANGED_SINCE_DRAFT',
      ]);
    });

    it('of a double click or of two officers is done once', async () => {
      const id = await registered();
      const paper = await after.change(id, 'EXAMINED');
      const input = { ...(await after.target(paper)), opinion, ...APPROVED };
      const both = await Promise.all([
        codeOf(after.decisions.approveChange(world.registrarB, input)),
        codeOf(after.decisions.approveChange(world.registrarB, input)),
        codeOf(after.decisions.approveChange(after.registrarC, { ...input, clientMutationId: randomUUID() })),
      ]);
      expect(both.filter((code) => code === 'DONE').length).toBeGreaterThanOrEqual(1);
      expect(both.filter((code) => code !== 'DONE')).toEqual(
        both.filter((code) => code !== 'DONE').map(() => 'STALE_VERSION'),
      );
      expect(await ledgerOf(id)).toHaveLength(2);
      expect((await contractOf(id)).certificate_version).toBe(2);
    });
  });

  describe('a cancellation', () => {
    it('ends the registration in the month of the decision, keeps the number, and tells tax of what was used', async () => {
      const id = await registered({ flags: { taxBenefits: ['VAT'] } });
      const used = {
        benefit: 'VAT' as const,
        amount: 4_245_283,
        usedOn: '2026-11-15',
        note: '2026年11月申报',
      };
      const report = () =>
        after.benefits.report(world.seller, {
          clientMutationId: randomUUID(),
          contractId: id,
          benefits: [used],
        });
      await report();
      await report();
      const paper = await after.draft(world.seller, id, 'CANCELLATION', {
        noBenefits: null,
        benefits: [used],
      });
      await after.requests.requestCancellation(world.seller, await after.target(paper));
      expect((await contractOf(id)).state).toBe('CANCEL_PENDING');
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(paper)),
        favourable: true,
        opinion,
      });
      await after.decisions.approveCancellation(world.registrarB, {
        ...(await after.target(paper)),
        opinion,
      });
      const { registration_number: number, ...contract } = await contractOf(id);
      expect(contract).toMatchObject({ state: 'CANCELLED', certificate_version: 1 });
      expect(number).toMatch(/^\d{16}$/);
      expect(await ledgerOf(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1, total: '100000000' },
        { kind: 'CANCELLATION', count: -1, total: '-100000000', technical: '-75000000' },
      ]);
      const [notice] = await noticesOf(id);
      expect(notice?.content).toMatchObject({
        cause: 'CANCELLATION',
        used: [used],
        after: { total: 0, technical: 0 },
        articles: [expect.any(String), '民法典第五百六十二条至第五百六十六条'],
      });
      const next = await registered();
      expect((await contractOf(next)).registration_number).not.toBe(number);
    });

    it('names its ground and its day', async () => {
      const id = await registered();
      const paper = await after.draft(world.seller, id, 'CANCELLATION', { grounds: [], groundOn: null });
      expect(
        await codesOf(after.requests.requestCancellation(world.seller, await after.target(paper))),
      ).toEqual(['REQUIRED', 'REQUIRED']);
      await after.drafts.save(world.seller, {
        ...(await after.target(paper)),
        grounds: ['RESCISSION'],
        groundOn: '2020-01-01',
      });
      expect(
        await codesOf(after.requests.requestCancellation(world.seller, await after.target(paper))),
      ).toEqual(['DATE_TOO_EARLY']);
      expect(
        await codesOf(
          after.drafts.save(world.seller, { ...(await after.target(paper)), grounds: ['FALSE_CONTRACT'] }),
        ),
      ).toEqual(['UNKNOWN_CODE']);
      expect(await codeOf(after.requests.requestChange(world.seller, await after.target(paper)))).toBe(
        'CONTRACT.WRONG_PROCEEDING',
      );
    });

    it('lets the deal be applied for again, which keeps showing the ended registration until then', async () => {
      const id = await registered();
      const deal = await world.deal();
      await world.rows(sql`update contracts.contract set deal_id = ${deal.id} where id = ${id}`);
      const start = () =>
        codeOf(world.applications.start(world.seller, { clientMutationId: randomUUID(), dealId: deal.id }));
      expect(await start()).toBe('CONTRACT.DEAL_HAS_APPLICATION');
      await after.cancel(id, 'APPROVED');
      const ofDeal = async () =>
        (await world.app.get(ContractsStore).byDeals(world.seller, [deal.id])).get(deal.id);
      expect((await ofDeal())?.id).toBe(id);
      expect(await start()).toBe('DONE');
      expect((await ofDeal())?.state).toBe('DRAFT');
    });
  });

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
      expect((await contractOf(id)).state).toBe('REVOCATION_PENDING');
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
      expect((await contractOf(id)).state).toBe('REVOKED');
      expect((await ledgerOf(id)).at(-1)).toMatchObject({ kind: 'REVOCATION', count: -1 });
      expect(await noticesOf(id)).toMatchObject([{ content: { cause: 'REVOCATION' } }]);
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
      expect(await contractOf(id)).toMatchObject({ state: 'REGISTERED', certificate_version: 1 });
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
      expect((await contractOf(id)).state).toBe('OBJECTION_PENDING');
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
      expect(await contractOf(id)).toMatchObject({
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
      expect((await contractOf(id)).state).toBe('REGISTERED');
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
      expect((await contractOf(id)).state).toBe('REJECTION_OBJECTED');
      await after.decisions.examine(after.registrarC, {
        ...(await after.target(paper)),
        favourable: true,
        opinion: '属于技术合同。',
      });
      await after.decisions.reopen(after.registrarD, {
        ...(await after.target(paper)),
        opinion: '异议成立，重新审查。',
      });
      expect((await contractOf(id)).state).toBe('ACCEPTED');
      const first = async (actor: PersonActor) =>
        codeOf(world.reviews.passFirst(actor, { ...(await world.target(id)), opinion }));
      expect(await first(world.registrarA)).toBe('CONTRACT.FORMER_REVIEWER');
      await world.judge(id, after.registrarC);
      expect(await first(after.registrarC)).toBe('DONE');
      const second = async (actor: PersonActor) =>
        codeOf(world.registration.passSecond(actor, { ...(await world.target(id)), opinion }));
      expect(await second(world.registrarB)).toBe('CONTRACT.FORMER_REVIEWER');
      expect(await second(after.registrarD)).toBe('DONE');
      expect((await contractOf(id)).state).toBe('REGISTERED');
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
      expect((await contractOf(id)).state).toBe('REVOCATION_PENDING');
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
