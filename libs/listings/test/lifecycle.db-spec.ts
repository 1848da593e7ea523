import { randomUUID } from 'node:crypto';
import { anonymous } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { aMember } from '@jihui/testing';
import {
  aNeedIn,
  aResultIn,
  aStage,
  needForm,
  onNeed,
  onResult,
  resultForm,
  type Stage,
} from './listings.factory.js';

describe('lifecycle', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  const SAVE =
    'mutation ($input: SaveResultDraftInput!) { saveResultDraft(input: $input) { result { id version state missing { path code } } } }';
  const SUBMIT =
    'mutation ($input: ListingActionInput!) { submitResult(input: $input) { result { id state } } }';
  const GET =
    'query ($id: ID!) { result(id: $id) { id state online expiresOn stateReason timeline { action from to reason } availableActions { action enabled reason } } }';

  interface Got {
    result: {
      id: string;
      state: string;
      online: boolean;
      expiresOn: string | null;
      stateReason: string | null;
      timeline: { action: string; from: string | null; to: string | null; reason: string | null }[] | null;
      availableActions: { action: string; enabled: boolean; reason: string | null }[];
    } | null;
  }

  describe('a result’s way to the market', () => {
    it('goes from the researcher’s draft through both reviews, told as events and as a timeline', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      expect(online.state).toBe('ONLINE');
      const { result } = await stage.app.as(stage.transferOfficer).query<Got>(GET, { id: online.id });
      expect(result).toMatchObject({ online: true, stateReason: null });
      expect(result?.timeline?.map(({ action, to }) => `${action} ${to ?? ''}`)).toEqual([
        'create DRAFT',
        'submit UNIT_REVIEW',
        'approveByUnit BUREAU_REVIEW',
        'publish ONLINE',
      ]);
      expect(result?.availableActions.map(({ action }) => action).sort()).toEqual([
        'amend',
        'renew',
        'revise',
        'withdraw',
      ]);
      const events = await stage.db.query<{
        action: string;
        payload: { state: string; online: boolean; ownerName: string };
      }>(sql`select action, payload from listings.event where aggregate_id = ${online.id} order by seq`);
      expect(events.map(({ action }) => action)).toEqual(['submit', 'approveByUnit', 'publish']);
      expect(events.at(-1)?.payload).toMatchObject({
        state: 'ONLINE',
        online: true,
        ownerName: '忻州工业技术大学',
      });
    });

    it('takes an incomplete draft, says what is missing, and refuses to submit it with everything named', async () => {
      const { saveResultDraft } = await stage.app.as(stage.researcher).mutate<{
        saveResultDraft: { result: { id: string; version: number; missing: { path: string }[] } };
      }>(SAVE, {
        input: { ownerId: stage.university, content: { title: '锻件' } },
      });
      const { id, version, missing } = saveResultDraft.result;
      expect(missing.map(({ path }) => path)).toEqual(
        expect.arrayContaining(['title', 'summary', 'trl', 'priceMode']),
      );
      const refusal = await stage.app
        .as(stage.researcher)
        .mutate(SUBMIT, { input: { id, expectedVersion: version } })
        .expectCode('INVALID_INPUT');
      expect(refusal.extensions.violations?.length).toBe(missing.length);
    });

    it('comes back with reasons from either review, and goes up again', async () => {
      const inReview = await aResultIn(stage, 'UNIT_REVIEW');
      const returned = await onResult(stage, stage.transferOfficer, 'returnResult', inReview, {
        reason: '请补充检测报告',
      });
      expect(returned.state).toBe('RETURNED');
      const { result } = await stage.app.as(stage.researcher).query<Got>(GET, { id: returned.id });
      expect(result?.stateReason).toBe('请补充检测报告');
      const again = await onResult(stage, stage.researcher, 'submitResult', returned);
      const approved = await onResult(stage, stage.transferOfficer, 'approveResultByUnit', again, {
        approvalDocument: '校科〔2026〕12号',
      });
      const back = await onResult(stage, stage.cityOfficer, 'returnResult', approved, {
        reason: '请核对技术领域',
      });
      expect(back.state).toBe('RETURNED');
      expect((await stage.app.as(stage.cityOfficer).query<Got>(GET, { id: back.id })).result?.state).toBe(
        'RETURNED',
      );
    });

    it('is withdrawn, relisted, renewed, taken down and reinstated by those who may', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      const withdrawn = await onResult(stage, stage.transferOfficer, 'withdrawResult', online, {
        reason: '正在自行实施',
      });
      expect(withdrawn.state).toBe('OFFLINE');
      const relisted = await onResult(stage, stage.transferOfficer, 'relistResult', withdrawn);
      const renewed = await onResult(stage, stage.transferOfficer, 'renewResult', relisted);
      const down = await onResult(stage, stage.countyOfficer, 'takeDownResult', renewed, {
        reason: '收到侵权投诉',
      });
      expect(down.state).toBe('TAKEN_DOWN');
      const up = await onResult(stage, stage.countyOfficer, 'reinstateResult', down, {
        reason: '投诉不成立',
      });
      expect(up.state).toBe('ONLINE');
      const revised = await onResult(stage, stage.transferOfficer, 'reviseResult', up);
      expect(revised.state).toBe('DRAFT');
      const discarded = await onResult(stage, stage.transferOfficer, 'discardResult', revised);
      expect(discarded.state).toBe('DISCARDED');
    });

    it('is amended without a new review, and recalled before one', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      const contact = { name: '刘工', phone: '13700001111' };
      const amended = await onResult(stage, stage.transferOfficer, 'amendResult', online, {
        contact,
        team: [{ name: '刘工' }],
        cases: '某厂应用',
      });
      expect(amended).toMatchObject({ state: 'ONLINE', version: online.version + 1 });
      const waiting = await aResultIn(stage, 'UNIT_REVIEW');
      expect((await onResult(stage, stage.researcher, 'recallResult', waiting)).state).toBe('DRAFT');
    });
  });

  describe('a refusal', () => {
    it('names what is wrong with the reason and with the listing at once', async () => {
      const need = await aNeedIn(stage, 'ONLINE', { wantsChallenge: false });
      await expect(onNeed(stage, stage.cityOfficer, 'convertNeed', need, { reason: '好' })).rejects.toThrow(
        /INVALID_INPUT .*\[reason [A-Z_.]+, wantsChallenge LISTING.CHALLENGE_NOT_ASKED\]/,
      );
      const result = await aResultIn(stage, 'UNIT_REVIEW');
      const edited = await onResult(stage, stage.transferOfficer, 'saveResultDraft', result, {
        content: resultForm({ summary: '短' }),
      });
      await expect(
        onResult(stage, stage.transferOfficer, 'approveResultByUnit', edited, {
          approvalDocument: '文'.repeat(101),
        }),
      ).rejects.toThrow(/INVALID_INPUT .*\[approvalDocument [A-Z_.]+, summary [A-Z_.]+\]/);
    });

    it('names nothing of either to who may not act', async () => {
      const need = await aNeedIn(stage, 'ONLINE', { wantsChallenge: false });
      await expect(
        onNeed(stage, stage.enterprisePerson, 'convertNeed', need, { reason: '好' }),
      ).rejects.toThrow(/FORBIDDEN [^[]*$/);
    });
  });

  describe('a need’s way', () => {
    it('goes from the enterprise to the bureau and online', async () => {
      const online = await aNeedIn(stage, 'ONLINE');
      expect(online.state).toBe('ONLINE');
      const events = await stage.db.query<{ action: string }>(
        sql`select action from listings.event where aggregate_id = ${online.id} order by seq`,
      );
      expect(events.map(({ action }) => action)).toEqual(['submit', 'publish']);
    });

    it('takes every further verb', async () => {
      const reviewed = await aNeedIn(stage, 'BUREAU_REVIEW');
      const returned = await onNeed(stage, stage.cityOfficer, 'returnNeed', reviewed, {
        reason: '请写明指标',
      });
      const again = await onNeed(stage, stage.enterprisePerson, 'submitNeed', returned);
      const recalled = await onNeed(stage, stage.enterprisePerson, 'recallNeed', again);
      const resubmitted = await onNeed(stage, stage.enterprisePerson, 'submitNeed', recalled);
      const online = await onNeed(stage, stage.cityOfficer, 'publishNeed', resubmitted);
      const amended = await onNeed(stage, stage.enterprisePerson, 'amendNeed', online, {
        contact: { name: '李工', phone: '13700002222' },
        urgency: 'CRITICAL',
      });
      const renewed = await onNeed(stage, stage.enterprisePerson, 'renewNeed', amended);
      const closed = await onNeed(stage, stage.enterprisePerson, 'closeNeed', renewed, {
        reason: '计划有变暂停',
      });
      const relisted = await onNeed(stage, stage.enterprisePerson, 'relistNeed', closed);
      const down = await onNeed(stage, stage.cityOfficer, 'takeDownNeed', relisted, {
        reason: '内容需要核实',
      });
      const up = await onNeed(stage, stage.cityOfficer, 'reinstateNeed', down, { reason: '核实后没有问题' });
      const converted = await onNeed(stage, stage.cityOfficer, 'convertNeed', up, { reason: '列入本年榜单' });
      expect(converted.state).toBe('CONVERTED');
      const solved = await onNeed(
        stage,
        stage.enterprisePerson,
        'solveNeed',
        await aNeedIn(stage, 'ONLINE'),
        {
          reason: '已自行解决问题',
        },
      );
      expect(solved.state).toBe('SOLVED');
      const revised = await onNeed(
        stage,
        stage.enterprisePerson,
        'reviseNeed',
        await aNeedIn(stage, 'ONLINE'),
      );
      expect((await onNeed(stage, stage.enterprisePerson, 'discardNeed', revised)).state).toBe('DISCARDED');
    });
  });

  describe('what is refused', () => {
    const refused = (actor: Parameters<Stage['app']['as']>[0], input: object) =>
      stage.app.as(actor).mutate(SAVE, { input });

    it('a draft without an owner, for a stranger’s organisation, or by nobody', async () => {
      await refused(stage.researcher, { content: {} }).expectCode('INVALID_INPUT');
      await refused(stage.stranger, { ownerId: stage.university, content: {} }).expectCode('FORBIDDEN');
      await refused(anonymous, { ownerId: stage.university, content: {} }).expectCode('UNAUTHENTICATED');
      await refused(stage.researcher, { ownerId: 'nonsense', content: {} }).expectCode('NOT_FOUND');
      const unknown = aMember('ENTERPRISE', ['TRANSFER_OFFICER']);
      await refused(unknown, { ownerId: unknown.memberships[0]!.organisationId, content: {} }).expectCode(
        'LISTINGS.NOT_YET_KNOWN',
      );
    });

    it('wrong lengths and codes, all at once and nothing changed', async () => {
      const draft = await aResultIn(stage, 'DRAFT');
      const refusal = await refused(stage.researcher, {
        id: draft.id,
        expectedVersion: draft.version,
        content: { title: '长'.repeat(101), cluster: '9-9', summary: '字'.repeat(200_000) },
      }).expectCode('INVALID_INPUT');
      expect(refusal.extensions.violations?.map(({ path }) => path)).toEqual(['title', 'summary', 'cluster']);
      const row = await stage.db.one<{ version: number }>(
        sql`select version from listings.result where id = ${draft.id}`,
      );
      expect(row?.version).toBe(draft.version);
    });

    it('another’s upload as an attachment', async () => {
      const draft = await aResultIn(stage, 'DRAFT');
      const upload = await stage.app
        .as(stage.stranger)
        .upload('/files/listings', '报告.pdf', Buffer.from('%PDF-1.4 test'));
      const refusal = await refused(stage.researcher, {
        id: draft.id,
        expectedVersion: draft.version,
        content: resultForm({ attachmentIds: [(upload.body as { id: string }).id, 'nonsense'] }),
      }).expectCode('INVALID_INPUT');
      expect(refusal.extensions.violations?.map(({ path, code }) => `${path} ${code}`)).toEqual([
        'attachmentIds.0 LISTING.FILE_UNKNOWN',
        'attachmentIds.1 LISTING.FILE_UNKNOWN',
      ]);
    });

    it('a hidden listing as if there were none; a visible one for who one is; a state that has no such verb', async () => {
      const draft = await aResultIn(stage, 'DRAFT');
      const input = { id: draft.id, expectedVersion: draft.version };
      await stage.app.as(stage.stranger).mutate(SUBMIT, { input }).expectCode('NOT_FOUND');
      await stage.app.as(stage.cityOfficer).mutate(SUBMIT, { input }).expectCode('NOT_FOUND');
      await stage.app
        .as(stage.researcher)
        .mutate(SUBMIT, { input: { ...input, id: randomUUID() } })
        .expectCode('NOT_FOUND');
      const online = await aResultIn(stage, 'ONLINE');
      await stage.app
        .as(stage.stranger)
        .mutate(SUBMIT, { input: { id: online.id, expectedVersion: online.version } })
        .expectCode('FORBIDDEN');
      await stage.app
        .as(stage.transferOfficer)
        .mutate(SUBMIT, { input: { id: online.id, expectedVersion: online.version } })
        .expectCode('ILLEGAL_TRANSITION');
    });

    it('a reason of one word, a stale version, a replay with another input', async () => {
      const online = await aResultIn(stage, 'ONLINE');
      await expect(
        onResult(stage, stage.transferOfficer, 'withdrawResult', online, { reason: '不' }),
      ).rejects.toThrow('reason TOO_SHORT');
      await expect(
        onResult(stage, stage.transferOfficer, 'renewResult', { ...online, version: 1 }),
      ).rejects.toThrow('STALE_VERSION');
      const clientMutationId = randomUUID();
      const first = await onResult(stage, stage.transferOfficer, 'renewResult', online, { clientMutationId });
      const replay = await onResult(stage, stage.transferOfficer, 'renewResult', online, {
        clientMutationId,
      });
      expect(replay).toEqual(first);
      await expect(
        onResult(
          stage,
          stage.transferOfficer,
          'renewResult',
          { ...online, version: 99 },
          { clientMutationId },
        ),
      ).rejects.toThrow('IDEMPOTENCY.MISMATCH');
    });

    it('one of two officers who publish at once', async () => {
      const waiting = await aResultIn(stage, 'BUREAU_REVIEW');
      const both = await Promise.allSettled([
        onResult(stage, stage.cityOfficer, 'publishResult', waiting),
        onResult(stage, stage.countyOfficer, 'publishResult', waiting),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = both.find((one): one is PromiseRejectedResult => one.status === 'rejected');
      expect(String(lost?.reason)).toMatch(/STALE_VERSION|ILLEGAL_TRANSITION/);
    });

    it('an incomplete need, with all that is missing', async () => {
      const draft = await aNeedIn(stage, 'DRAFT', needForm({ description: '短', budgetMax: null }));
      await expect(onNeed(stage, stage.enterprisePerson, 'submitNeed', draft)).rejects.toThrow(
        /description TOO_SHORT.*budgetMax/,
      );
    });
  });

  describe('text of any kind', () => {
    it('is stored as text', async () => {
      const title = `<script>alert(1)</script>'; drop table listings.result; --😀ＬＥＤ`;
      const draft = await aResultIn(stage, 'DRAFT', { title });
      const row = await stage.app
        .get(Db)
        .one<{ title: string }>(sql`select title from listings.result where id = ${draft.id}`);
      expect(row?.title).toBe(title);
    });
  });
});
