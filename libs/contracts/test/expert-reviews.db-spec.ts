import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { BusinessClock, Config, sql, Work } from '@jihui/platform';
import { aMember, mailsIn } from '@jihui/testing';
import { ContractsHandlers } from '../src/contracts.handlers.js';
import type { Expert } from '../src/core/contract.js';
import { ExpertReviewsService } from '../src/experts/expert-reviews.service.js';
import { ExpertsService } from '../src/experts/experts.service.js';
import { wholePanel } from './contract.fixture.js';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

describe('reviews by experts', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const OPINION = '标的明确，属于技术转让，建议予以登记。';
  const service = () => world.app.get(ExpertReviewsService);
  const panelOf = async (id: string): Promise<readonly Expert[]> => {
    const [row] = await world.rows<{ experts: Expert[] }>(
      sql`select experts from contracts.contract where id = ${id}`,
    );
    return row?.experts ?? [];
  };
  const seatAt = async (id: string, index = 0): Promise<Expert> => {
    const seat = (await panelOf(id))[index];
    if (seat === undefined) throw new Error('no such seat');
    return seat;
  };
  /** An account that bears the name of one of the panel. */
  async function account(
    name: string,
    organisation?: string,
    email = 'someone@example.org',
  ): Promise<PersonActor> {
    const actor = aMember('UNIVERSITY', ['RESEARCHER'], organisation ? { organisationId: organisation } : {});
    const told = {
      payload: {
        id: actor.personId,
        displayName: name,
        email,
        memberships: actor.memberships.map((membership) => ({ ...membership, active: true })),
      },
      version: 1,
    } as never;
    await world.events.person(told, new Date());
    await world.events.address(told);
    return actor;
  }
  /** A contract before its experts: three named, with addresses, nobody heard. */
  async function convened(): Promise<string> {
    const id = await world.application('EXPERT_REVIEW');
    await world.app.get(ExpertsService).save(world.registrarB, {
      ...(await world.target(id)),
      experts: wholePanel.map(({ name, unit, title }, index) => ({
        name,
        unit,
        title,
        email: `expert${index}@example.org`,
      })),
    });
    return id;
  }
  async function invited(): Promise<string> {
    const id = await convened();
    const expertIds = (await panelOf(id)).map((expert) => expert.id);
    await world.app
      .get(ExpertsService)
      .invite(world.registrarB, { ...(await world.target(id)), expertIds, answerBy: await aDay(3) });
    return id;
  }
  async function aDay(ahead: number): Promise<`${number}-${number}-${number}`> {
    const now = await world.app.get(BusinessClock).now();
    return new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10) as never;
  }
  const on = async (id: string, index = 0) => {
    const seat = await seatAt(id, index);
    return { clientMutationId: randomUUID(), id: seat.id, expectedVersion: seat.version };
  };
  const join = async (actor: PersonActor, id: string, index = 0) =>
    service().join(actor, {
      clientMutationId: randomUUID(),
      token: service().tokenOf((await seatAt(id, index)).id),
    });
  const undertake = async (actor: PersonActor, id: string, index = 0) =>
    service().undertake(actor, { ...(await on(id, index)), confidential: true, noStake: true });
  const speak = async (actor: PersonActor, id: string, index = 0, favourable = true) =>
    service().giveOpinion(actor, { ...(await on(id, index)), favourable, opinion: OPINION });

  interface Review {
    readonly expertReview: {
      readonly papers: { readonly total: number } | null;
      readonly files: readonly { readonly kind: string; readonly url: string }[];
      readonly sellerNames: readonly string[];
      readonly state: string;
      readonly open: boolean;
    } | null;
  }
  const read = (actor: PersonActor, id: string) =>
    world.app
      .as(actor)
      .query<Review>(
        'query ($id: ID!) { expertReview(id: $id) { state open sellerNames papers { total } files { kind url } } }',
        { id },
      );

  describe('an expert of the bank', () => {
    const bankOf = (expert: { personId: string; name: string; unit?: string; [key: string]: unknown }) => {
      const payload = {
        id: randomUUID(),
        unitName: '太原某大学',
        title: '教授',
        state: 'ACTIVE',
        techFields: [] as string[],
        keywords: [] as string[],
        employments: [],
        relations: [],
        ...expert,
      };
      return world.app
        .get(ContractsHandlers)
        .projectExpert({ payload, version: 1 } as never, {} as never)
        .then(() => payload.id);
    };
    interface Candidates {
      readonly expertCandidates: readonly {
        readonly id: string;
        readonly fieldFits: boolean;
        readonly sharedKeywords: readonly string[];
        readonly stake: string | null;
        readonly seated: boolean;
      }[];
    }
    const candidates = async (actor: PersonActor, id: string, text?: string) =>
      (
        await world.app.as(actor).query<Candidates>(
          `query ($id: ID!, $text: String) { expertCandidates(contractId: $id, text: $text) {
            id fieldFits sharedKeywords stake seated } }`,
          { id, text },
        )
      ).expertCandidates;
    const pick = async (id: string, expertId: string, more: readonly object[] = []) =>
      world.app.get(ExpertsService).save(world.registrarB, {
        ...(await world.target(id)),
        experts: [{ name: '—', unit: '—', expertId }, ...more] as never,
      });

    it('is offered by field and words, the bound last with the reason, and to the registry alone', async () => {
      const id = await world.application('EXPERT_REVIEW');
      const [{ field } = { field: null }] = await world.rows<{ field: string | null }>(
        sql`select form #>> '{content,techField}' as field from contracts.contract where id = ${id}`,
      );
      const name = `库专家${randomUUID().slice(0, 8)}`;
      const far = await bankOf({ personId: randomUUID(), name: `${name}甲` });
      const fits = await bankOf({
        personId: randomUUID(),
        name: `${name}乙`,
        techFields: [field],
        keywords: ['光伏', '煤层气'],
      });
      const bound = await bankOf({
        personId: randomUUID(),
        name: `${name}丙`,
        techFields: [field],
        employments: [{ organisationId: world.seller.memberships[0]?.organisationId, endedOn: null }],
      });
      await bankOf({ personId: randomUUID(), name: `${name}丁`, state: 'SUSPENDED' });
      const found = await candidates(world.registrarB, id, name);
      expect(found.map((each) => each.id)).toEqual([fits, far, bound]);
      expect(found[0]).toMatchObject({
        fieldFits: true,
        sharedKeywords: ['光伏'],
        stake: null,
        seated: false,
      });
      expect(found[2]?.stake).toContain('利害关系');
      expect(await candidates(world.seller, id, name)).toEqual([]);
      expect(await candidates(world.registrarB, id, '%')).toEqual([]);
      expect(await candidates(world.registrarB, 'x')).toEqual([]);
      expect(await codeOf(pick(id, bound))).toBe('CONTRACT.EXPERT_HAS_STAKE');
      expect(await codeOf(pick(id, randomUUID()))).toBe('CONTRACT.EXPERT_NOT_IN_BANK');
      expect(await codeOf(pick(id, 'x'))).toBe('CONTRACT.EXPERT_NOT_IN_BANK');
      expect(await panelOf(id)).toEqual([]);
    });

    it('is picked with the bank’s words and written to; its account takes the seat, no namesake', async () => {
      const id = await world.application('EXPERT_REVIEW');
      const expert = await account('柳专家', undefined, 'liu@example.org');
      const expertId = await bankOf({ personId: expert.personId, name: '柳专家' });
      await pick(id, expertId);
      const seat = await seatAt(id);
      expect(seat).toMatchObject({
        name: '柳专家',
        unit: '太原某大学',
        title: '教授',
        email: 'liu@example.org',
      });
      expect((await candidates(world.registrarB, id, '柳专家'))[0]).toMatchObject({ seated: true });
      await world.app.get(ExpertsService).invite(world.registrarB, {
        ...(await world.target(id)),
        expertIds: [seat.id],
        answerBy: await aDay(3),
      });
      expect(await codeOf(join(await account('柳专家'), id))).toBe('FORBIDDEN');
      expect(await codeOf(join(expert, id))).toBe('DONE');
      expect(await seatAt(id)).toMatchObject({ personId: expert.personId, expertId });
    });
  });

  describe('an invited expert', () => {
    it('is written to, with a link that opens to the account of that name alone, once', async () => {
      const id = await invited();
      await world.app.settle();
      const { publicUrl } = world.app.get(Config);
      const seat = await seatAt(id);
      const letter = (await mailsIn(world.app.stateDir)).find(({ text }) =>
        text.includes(service().tokenOf(seat.id)),
      );
      expect(letter).toMatchObject({ to: 'expert0@example.org' });
      expect(letter?.text).toContain(`${publicUrl}/account/expert-invitation?token=`);
      expect(letter?.text).not.toContain('光伏组件封装技术');

      const expert = await account('郝教授');
      expect(await codeOf(join(await account('旁人'), id))).toBe('FORBIDDEN');
      expect(
        await codeOf(service().join(expert, { clientMutationId: randomUUID(), token: 'x'.repeat(48) })),
      ).toBe('NOT_FOUND');
      expect(await codeOf(join(expert, id))).toBe('DONE');
      expect(await codeOf(join(await account('郝教授'), id))).toBe('ILLEGAL_TRANSITION');
    });

    it('reads the papers after the undertaking and until the conclusion, each view recorded; others nothing', async () => {
      const id = await invited();
      const expert = await account('郝教授');
      await join(expert, id);
      const seat = (await seatAt(id)).id;
      const [text] = await world.rows<{ id: string }>(
        sql`select id from contracts.file where contract_id = ${id} and kind = 'CONTRACT_TEXT'`,
      );
      const file = async (actor: PersonActor) =>
        (await world.app.as(actor).get(`/files/contracts/${text?.id ?? ''}`)).status;

      const before = (await read(expert, seat)).expertReview;
      expect(before).toMatchObject({
        state: 'JOINED',
        papers: null,
        files: [],
        sellerNames: ['忻州示范大学'],
      });
      expect(await file(expert)).toBe(404);
      const half = service().undertake(expert, { ...(await on(id)), confidential: true, noStake: false });
      expect(await codeOf(half)).toBe('CONTRACT.UNDERTAKING_PARTIAL');
      await undertake(expert, id);
      const during = (await read(expert, seat)).expertReview;
      expect(during?.papers?.total).toBe(100_000_000);
      expect(during?.files.map(({ kind }) => kind).sort()).toEqual(['CONTRACT_TEXT', 'IP_CERTIFICATE']);
      expect(await file(expert)).toBe(200);
      const another = await account('安研究员');
      expect((await read(another, seat)).expertReview).toBeNull();
      expect(await file(another)).toBe(404);
      expect(
        (
          await world.app
            .as(expert)
            .query<{ contract: null }>('query ($id: ID!) { contract(id: $id) { id } }', { id })
        ).contract,
      ).toBeNull();
      const { contract } = await world.app
        .as(world.registrarB)
        .query<{ contract: { textViews: { personName: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { textViews { personName } } }',
          { id },
        );
      expect(contract.textViews.filter(({ personName }) => personName === '郝教授')).toHaveLength(1);

      expect(await codeOf(speak(expert, id))).toBe('DONE');
      expect(await codeOf(speak(expert, id))).toBe('ILLEGAL_TRANSITION');
      const rest = [await account('安研究员'), await account('梁高工')] as const;
      for (const [index, one] of rest.entries()) {
        await join(one, id, index + 1);
        await undertake(one, id, index + 1);
        await speak(one, id, index + 1);
      }
      // Everyone signed with an account: no paper is asked for.
      await world.reviews.recordExpertOpinion(world.registrarB, {
        ...(await world.target(id)),
        favourable: true,
        opinion: '三位专家一致同意。',
      });
      expect((await read(expert, seat)).expertReview).toMatchObject({ open: false, papers: null, files: [] });
      expect(await file(expert)).toBe(404);
    });

    it('with a stake is on record as withdrawn, found or declared, and counts no more', async () => {
      const id = await invited();
      const colleague = await account('郝教授', world.seller.memberships[0]?.organisationId);
      await join(colleague, id);
      expect(await seatAt(id)).toMatchObject({ personId: colleague.personId });
      expect((await seatAt(id)).recusal).toContain('系统核对');
      expect((await read(colleague, (await seatAt(id)).id)).expertReview).toMatchObject({
        state: 'RECUSED',
        sellerNames: [],
        papers: null,
      });
      const honest = await account('安研究员');
      await join(honest, id, 1);
      const recuse = async (reason: string) =>
        codeOf(service().recuse(honest, { ...(await on(id, 1)), reason }));
      expect(await recuse(' ')).toBe('REQUIRED');
      expect(await recuse('曾任买方顾问')).toBe('DONE');
      const last = await account('梁高工');
      await join(last, id, 2);
      await undertake(last, id, 2);
      await speak(last, id, 2);
      const record = world.reviews.recordExpertOpinion(world.registrarB, {
        ...(await world.target(id)),
        favourable: true,
        opinion: '一位专家同意。',
      });
      expect(await codeOf(record)).toBe('CONTRACT.EXPERTS_TOO_FEW');
    });

    it('is neither spoken for nor removed by the registrar', async () => {
      const id = await invited();
      const expert = await account('郝教授');
      await join(expert, id);
      await undertake(expert, id);
      const save = async (change: Partial<Expert>, from = 0) =>
        codeOf(
          world.app.get(ExpertsService).save(world.registrarB, {
            ...(await world.target(id)),
            experts: (await panelOf(id))
              .map((seat, index) => ({ ...seat, ...(index === 0 ? change : {}) }))
              .slice(from),
          }),
        );
      expect(await save({ favourable: false, opinion: '不同意认定，内容不清。' })).toBe(
        'CONTRACT.EXPERT_SPEAKS_ALONE',
      );
      const before = await on(id);
      expect(await save({})).toBe('DONE');
      // Saving the panel as it is leaves the seat, whose expert goes on writing.
      await service().giveOpinion(expert, { ...before, favourable: false, opinion: OPINION });
      expect(await save({}, 1)).toBe('CONTRACT.EXPERT_SIGNED');
    });

    it('is told once it has signed, without a word of what was reviewed or said', async () => {
      const told = (): Promise<{ action: string; payload: object }[]> =>
        world.rows(sql`
          select action, payload from contracts.event where type = 'contracts.expertReview'
            and payload ->> 'personId' = ${expert.personId} order by seq`);
      const id = await invited();
      const expert = await account('郝教授');
      await join(expert, id);
      await undertake(expert, id);
      expect(await told()).toEqual([]);
      await speak(expert, id);
      const seat = await seatAt(id);
      const payload = {
        ...{ id: seat.id, version: seat.version, kind: 'CONTRACT', personId: expert.personId },
        ...{ organiser: expect.any(String) as string, on: expect.stringMatching(/^\d{4}-/) as string },
      };
      expect(await told()).toEqual([{ action: 'giveOpinion', payload }]);
      await world.events.republish(new Date(0));
      expect(await told()).toEqual([
        { action: 'giveOpinion', payload },
        { action: 'republish', payload },
      ]);
    });

    it('speaks beside another at the same moment: neither is stale by what the other did', async () => {
      const id = await invited();
      const two = [await account('郝教授'), await account('安研究员')] as const;
      for (const [index, one] of two.entries()) {
        await join(one, id, index);
        await undertake(one, id, index);
      }
      const both = await Promise.all(two.map((one, index) => codeOf(speak(one, id, index))));
      expect(both).toEqual(['DONE', 'DONE']);
      const stale = { ...(await on(id)), expectedVersion: 1 };
      expect(await codeOf(service().recuse(two[0], { ...stale, reason: '晚了' }))).toBe('STALE_VERSION');
      expect(await codeOf(service().recuse(two[1], { ...(await on(id)), reason: '别人的席位' }))).toBe(
        'NOT_FOUND',
      );
    });

    it('is reminded once before the day on which the opinion is asked for', async () => {
      const id = await invited();
      const seats = (await panelOf(id)).map((seat) => seat.id);
      const remind = async () => {
        await world.app
          .get(Work)
          .run({ domain: 'contracts', name: 'watch', actor: { kind: 'system', name: 'test' } }, (tx) =>
            world.app.get(ContractsHandlers).watchDeadlines({}, tx),
          );
        await world.app.settle();
        const tokens = seats.map((seat) => service().tokenOf(seat));
        return (await mailsIn(world.app.stateDir)).filter(({ text }) =>
          tokens.some((token) => text.includes(token)),
        ).length;
      };
      expect(await remind()).toBe(6);
      expect(await remind()).toBe(6);
    });

    it('has the own reviews in a list', async () => {
      const id = await invited();
      const expert = await account('郝教授');
      await join(expert, id);
      const list = (filter: object) =>
        world.app
          .as(expert)
          .query<{ expertReviews: { totalCount: number; edges: { node: { id: string } }[] } }>(
            `query ($filter: ExpertReviewFilter) { expertReviews(first: 5, filter: $filter) {
          totalCount edges { node { id } } } }`,
            { filter },
          );
      expect((await list({ open: true })).expertReviews).toEqual({
        totalCount: 1,
        edges: [{ node: { id: (await seatAt(id)).id } }],
      });
      expect((await list({ open: false })).expertReviews.totalCount).toBe(0);
      expect((await list({ text: '没有这样的项目' })).expertReviews.totalCount).toBe(0);
    });
  });
});
