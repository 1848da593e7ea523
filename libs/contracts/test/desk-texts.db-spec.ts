import { randomUUID } from 'node:crypto';
import { DomainError, legalDayOf, type PersonActor } from '@jihui/kernel';
import { BusinessClock, sql } from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { HandlingService } from '../src/handling/handling.service.js';
import { TemplatesService, type TemplateInput } from '../src/templates/templates.service.js';
import { aWorld, type World } from './contracts.world.js';

describe('desk texts', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const problemsOf = async (attempt: Promise<unknown>): Promise<readonly string[]> => {
    try {
      await attempt;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.violations.length === 0
        ? [error.code]
        : error.violations.map(({ path, code }) => `${path} ${code}`);
    }
    return [];
  };

  describe('一次性告知', () => {
    const returnIt = async (id: string, deficiencies: readonly object[]) =>
      problemsOf(
        world.reviews.return(world.registrarA, {
          ...(await world.target(id)),
          deficiencies: deficiencies as never,
        }),
      );
    const SIGNED_AT = { path: 'signedAt', message: '签订地点不详' };
    const again = async (id: string) => {
      await world.applications.submit(world.seller, await world.target(id));
    };

    it('asks later only for what was told, what has changed since, or with a reason', async () => {
      const id = await world.application('SUBMITTED');
      const late = ['deficiencies.0.lateReason CONTRACT.LATE_DEFICIENCY'];
      // The first time anything may be asked for.
      expect(await returnIt(id, [SIGNED_AT])).toEqual([]);
      await world.applications.save(world.seller, {
        ...(await world.target(id)),
        form: { signedAt: '太原', content: { trl: 6 } },
      });
      await again(id);
      expect(await returnIt(id, [{ path: 'title', message: '名称不能体现类别' }])).toEqual(late);
      expect(await returnIt(id, [{ path: '', message: '请补充说明' }])).toEqual(late);
      expect(await returnIt(id, [{ path: 'files', message: '附件不清晰' }])).toEqual(late);
      expect(
        await returnIt(id, [
          SIGNED_AT,
          { path: 'content.trl', message: '成熟度与内容不符' },
          { path: 'title', message: '名称不能体现类别', lateReason: '首次审查疏漏' },
        ]),
      ).toEqual([]);
      const { contract } = await world.app
        .as(world.seller)
        .query<{ contract: { deficiencies: object[] } }>(
          'query ($id: ID!) { contract(id: $id) { deficiencies { path lateReason } } }',
          { id },
        );
      expect(contract.deficiencies).toEqual([
        { path: 'signedAt', lateReason: null },
        { path: 'content.trl', lateReason: null },
        { path: 'title', lateReason: '首次审查疏漏' },
      ]);
      // A new file is new.
      await world.file(id, 'OTHER');
      await again(id);
      expect(await returnIt(id, [{ path: 'files.OTHER', message: '附件与合同无关' }])).toEqual([]);
      await again(id);
      expect(await returnIt(id, [{ path: 'files.IP_CERTIFICATE', message: '证书不清晰' }])).toEqual(late);
    });
  });

  describe('grounds', () => {
    it('stand with their articles in the form and in the refusal', async () => {
      const id = await world.application('SECOND_REVIEW');
      const read = async (as: PersonActor) =>
        (
          await world.app.as(as).query<{
            contract: {
              groundsOffered: { code: string; article: string }[];
              refusalGrounds: { code: string; name: string; article: string }[];
              reviews: { grounds: { article: string }[] }[];
            };
          }>(
            `query ($id: ID!) { contract(id: $id) {
            groundsOffered { code article } refusalGrounds { code name article } reviews { grounds { article } } } }`,
            { id },
          )
        ).contract;
      const { groundsOffered } = await read(world.registrarB);
      expect(groundsOffered.map(({ code }) => code)).toEqual([
        'R01',
        'R02',
        'R03',
        'R04',
        'R05',
        'R06',
        'R07',
        'R08',
        'R09',
        'R10',
        'R11',
        'R12',
        'R99',
      ]);
      expect(groundsOffered.every(({ article }) => article !== '')).toBe(true);
      expect(groundsOffered.find(({ code }) => code === 'R08')?.article).toBe('民法典第850条、第864条');
      expect((await read(world.seller)).groundsOffered).toEqual([]);
      await world.reviews.reject(world.registrarB, {
        ...(await world.target(id)),
        grounds: ['R02'],
        opinion: '属于常规加工。',
      });
      const told = await read(world.seller);
      expect(told.refusalGrounds).toEqual([
        { code: 'R02', name: '非技术合同', article: expect.stringContaining('第39条') },
      ]);
      expect((await read(world.registrarA)).reviews.at(-1)?.grounds).toEqual([
        { article: told.refusalGrounds[0]?.article },
      ]);
      expect((await read(world.stranger).catch(() => null)) ?? null).toBeNull();
    });
  });

  describe('a template', () => {
    const service = () => world.app.get(TemplatesService);
    const save = (change: Partial<TemplateInput>, as = world.registrarA) =>
      service().save(as, {
        clientMutationId: randomUUID(),
        officeId: organisationOf(world.registrarA),
        purpose: 'PASS_FIRST',
        name: '常规通过',
        text: '经审查，{卖方}与{买方}的“{项目名称}”成交额{成交额}，符合认定条件。',
        active: true,
        ...change,
      });

    it('is the bureau’s own, with its history, and comes to the desk filled', async () => {
      // Whoever does not see the registry learns nothing of it; whoever does, why not.
      expect(await problemsOf(save({}, world.seller))).toEqual(['NOT_FOUND']);
      expect(await problemsOf(save({}, world.countyRegistrar))).toEqual(['NOT_FOUND']);
      expect(await problemsOf(save({}, world.officer))).toEqual(['FORBIDDEN']);
      expect(await problemsOf(save({ officeId: randomUUID() }))).toEqual(['NOT_FOUND']);
      expect(await problemsOf(save({ name: '', text: '{工资}' }))).toEqual([
        'name REQUIRED',
        'text UNKNOWN_CODE',
      ]);
      const made = await save({});
      expect(await problemsOf(save({ id: made.id, expectedVersion: 7 }))).toEqual(['STALE_VERSION']);
      expect(await problemsOf(save({ id: made.id, expectedVersion: 1 }, world.countyRegistrar))).toEqual([
        'NOT_FOUND',
      ]);
      const changed = await save(
        { id: made.id, expectedVersion: 1, name: '常规通过（二）' },
        world.registrarB,
      );
      expect(changed).toMatchObject({ version: 2, name: '常规通过（二）' });
      await save({ name: '停用的', active: false });
      const id = await world.application('FIRST_REVIEW');
      const desk = async (as: PersonActor) =>
        (
          await world.app
            .as(as)
            .query<{ contract: { opinionTemplates: { name: string; text: string }[] } }>(
              'query ($id: ID!) { contract(id: $id) { opinionTemplates { name text } } }',
              { id },
            )
        ).contract.opinionTemplates;
      const [row] = await world.rows<{ title: string }>(
        sql`select title from contracts.contract where id = ${id}`,
      );
      expect(await desk(world.registrarB)).toEqual([
        {
          name: '常规通过（二）',
          text: `经审查，忻州示范大学与原平光电科技有限公司的“${row?.title}”成交额1,000,000.00元，符合认定条件。`,
        },
      ]);
      expect(await desk(world.seller)).toEqual([]);
      const { opinionTemplates } = await world.app
        .as(world.registrarB)
        .query<{ opinionTemplates: { name: string; timeline: { action: string }[] }[] }>(
          '{ opinionTemplates { name timeline { action } } }',
        );
      expect(opinionTemplates.find(({ name }) => name === changed.name)?.timeline).toEqual([
        { action: 'create' },
        { action: 'save' },
      ]);
      expect(await service().list(world.seller)).toEqual([]);
    });
  });

  describe('ratings', () => {
    it('are told by month and registry, and each number opens its ratings', async () => {
      const handling = world.app.get(HandlingService);
      const [first, second] = [await world.application('REGISTERED'), await world.application('REJECTED')];
      await world.application('REGISTERED');
      const rate = (id: string, score: number) =>
        handling.rate(world.seller, { clientMutationId: randomUUID(), id, score, comment: '说明' });
      await rate(first, 5);
      await rate(second, 2);
      const month = legalDayOf(await world.app.get(BusinessClock).now()).slice(0, 7);
      interface Month {
        readonly decisions: number;
      }
      const months = async (as: PersonActor) =>
        (
          await world.app
            .as(as)
            .query<{ ratingMonths: Month[] }>(
              '{ ratingMonths { month registryName decisions count mean satisfied levels } }',
            )
        ).ratingMonths;
      const rows = async (as: PersonActor, filter: object) =>
        (
          await world.app
            .as(as)
            .query<{ ratingRows: { edges: { node: { contract: { id: string } } }[] } }>(
              'query ($filter: RatingFilter) { ratingRows(filter: $filter, first: 10) { edges { node { contract { id } } } } }',
              { filter },
            )
        ).ratingRows.edges.map(({ node }) => node.contract.id);
      // Two registrations and, with the one above, two refusals.
      expect(await months(world.officer)).toEqual([
        {
          month,
          registryName: '忻州市科学技术局',
          decisions: 4,
          count: 2,
          mean: 3.5,
          satisfied: 1,
          levels: [0, 1, 0, 0, 1],
        },
      ]);
      const decided = await world.app
        .as(world.officer)
        .query<{ handlingCases: { totalCount: number } }>(
          'query ($filter: HandlingCasesFilter) { handlingCases(filter: $filter) { totalCount } }',
          { filter: { decidedIn: month, registryDivision: '140900' } },
        );
      expect(decided.handlingCases.totalCount).toBe(4);
      expect(await rows(world.officer, { month, score: 2 })).toEqual([second]);
      expect(await rows(world.officer, { satisfied: true, registryDivision: '140900' })).toEqual([first]);
      expect((await rows(world.bureauAdmin, {})).length).toBe(2);
      for (const who of [world.seller, world.buyer, world.countyRegistrar]) {
        expect(await months(who)).toEqual([]);
        expect(await rows(who, {})).toEqual([]);
      }
    });
  });
});
