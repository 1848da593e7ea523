import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { ContractsStore } from '../src/store/contracts.store.js';
import { codeOf, codesOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';
import {
  anAftermath,
  APPROVED,
  OPINION,
  REASON,
  recordsOf,
  type Aftermath,
  type Records,
} from './proceedings.world.js';

describe('proceedings that are asked for', () => {
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

  describe('a change', () => {
    it('is requested with the supplementary agreement, approved by two, and issues the certificate anew', async () => {
      const id = await registered({ flags: { taxBenefits: ['VAT'] } });
      const { registration_number: number } = await records.contract(id);
      const paper = await after.draft(world.seller, id, 'CHANGE', {}, false);
      expect((await records.contract(id)).state).toBe('REGISTERED');
      expect(await codesOf(after.requests.requestChange(world.seller, await after.target(paper)))).toEqual([
        'CONTRACT.EVIDENCE_MISSING',
      ]);
      await after.file(world.seller, paper);
      await after.requests.requestChange(world.seller, await after.target(paper));
      expect(await records.contract(id)).toMatchObject({ state: 'CHANGE_PENDING', total: '100000000' });

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

      expect(await records.contract(id)).toEqual({
        state: 'REGISTERED',
        total: '110000000',
        certificate_version: 2,
        registration_number: number,
      });
      expect(await records.ledger(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1 },
        { kind: 'CHANGE', count: 0, total: '10000000', technical: '10000000' },
      ]);
      expect(await records.notices(id)).toMatchObject([
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
      expect(await records.ledger(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1, total: '100000000' },
        { kind: 'CHANGE', count: -1, total: '-100000000' },
        { kind: 'CHANGE', count: 1, total: '100000000' },
      ]);
      // No benefit was declared and none was used: nobody is told.
      expect(await records.notices(id)).toEqual([]);
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
      expect((await records.contract(id)).state).toBe('REGISTERED');
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
      expect(await records.contract(id)).toMatchObject({ state: 'REGISTERED', certificate_version: 1 });

      const again = await after.change(id, 'OPEN');
      expect(
        await codeOf(
          after.requests.withdraw(world.buyer, { ...(await after.target(again)), reason: '不再变更' }),
        ),
      ).toBe('NOT_FOUND');
      await after.requests.withdraw(world.seller, { ...(await after.target(again)), reason: '双方另行协商' });
      expect((await records.contract(id)).state).toBe('REGISTERED');
      expect(await records.ledger(id)).toHaveLength(1);
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
      expect(await records.ledger(id)).toHaveLength(2);
      expect((await records.contract(id)).certificate_version).toBe(2);
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
      expect((await records.contract(id)).state).toBe('CANCEL_PENDING');
      await after.decisions.examine(world.registrarA, {
        ...(await after.target(paper)),
        favourable: true,
        opinion,
      });
      await after.decisions.approveCancellation(world.registrarB, {
        ...(await after.target(paper)),
        opinion,
      });
      const { registration_number: number, ...contract } = await records.contract(id);
      expect(contract).toMatchObject({ state: 'CANCELLED', certificate_version: 1 });
      expect(number).toMatch(/^\d{16}$/);
      expect(await records.ledger(id)).toMatchObject([
        { kind: 'REGISTRATION', count: 1, total: '100000000' },
        { kind: 'CANCELLATION', count: -1, total: '-100000000', technical: '-75000000' },
      ]);
      const [notice] = await records.notices(id);
      expect(notice?.content).toMatchObject({
        cause: 'CANCELLATION',
        used: [used],
        after: { total: 0, technical: 0 },
        articles: [expect.any(String), '民法典第五百六十二条至第五百六十六条'],
      });
      const next = await registered();
      expect((await records.contract(next)).registration_number).not.toBe(number);
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
});
