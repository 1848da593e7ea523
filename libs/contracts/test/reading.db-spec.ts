import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Actor, PersonActor } from '@jihui/kernel';
import { Db, raw, sql, Sql } from '@jihui/platform';
import { organisationOf, statementsOf } from '@jihui/testing';
import { ContractsStore, hasWords } from '../src/store/contracts.store.js';
import { sightOf } from '../src/core/sight.js';
import { aWorld, type World } from './contracts.world.js';
import { planAmong } from './plans.js';
import { actors, aContract } from './contract.fixture.js';

describe('reading', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const WHOLE = `query ($id: ID!) { contract(id: $id) {
  sight title content { summary } money { total technical deductions { amount } } sellers { name identifier contactPhone }
  files { id kind url } findings { code } reviews { opinion } refusalGrounds { code } deficiencies { message } decisionOpinion
  firstReviewerName timeline { action reason } textViews { fileName } availableActions { action }
} }`;
  interface Whole {
    readonly contract: {
      readonly sight: string;
      readonly content: { readonly summary: string | null };
      readonly money: { readonly total: number; readonly deductions: readonly object[] };
      readonly sellers: readonly {
        readonly name: string;
        readonly identifier: string | null;
        readonly contactPhone: string | null;
      }[];
      readonly files: readonly { readonly kind: string; readonly url: string }[];
      readonly findings: readonly object[];
      readonly reviews: readonly object[];
      readonly firstReviewerName: string | null;
      readonly timeline: readonly { readonly action: string; readonly reason: string | null }[];
      readonly textViews: readonly { readonly fileName: string }[];
      readonly availableActions: readonly { readonly action: string }[];
    } | null;
  }

  /** An application from a deal, so that the buyer is a confirmed party, under second review. */
  async function fromDeal(): Promise<string> {
    const deal = await world.deal({ signature: null });
    const sample = await world.application('SECOND_REVIEW');
    await world.rows(sql`
    update contracts.contract set deal_id = ${deal.id},
      confirmed_party_ids = array[${organisationOf(world.seller)}, ${organisationOf(world.buyer)}]::uuid[]
    where id = ${sample}`);
    await world.rows(sql`
    update contracts.file set signed = true where id =
      (select id from contracts.file where contract_id = ${sample} and kind = 'CONTRACT_TEXT' limit 1)`);
    return sample;
  }

  describe('who sees what', () => {
    let id: string;
    beforeAll(async () => {
      await world.application();
      id = await fromDeal();
    }, 120_000);
    const see = async (actor: PersonActor): Promise<Whole['contract']> =>
      (await world.app.as(actor).query<Whole>(WHOLE, { id })).contract;

    it('a reviewer reads everything', async () => {
      const contract = await see(world.registrarB);
      expect(contract).toMatchObject({ sight: 'REGISTRY', firstReviewerName: '刘慧' });
      expect(contract?.reviews).toHaveLength(2);
      expect(contract?.timeline.map(({ action }) => action)).toContain('claim');
      expect(contract?.files.map(({ kind }) => kind).sort()).toEqual(['CONTRACT_TEXT', 'IP_CERTIFICATE']);
    });
    it('the applicant reads its own, without the reviewers’ opinions', async () => {
      const contract = await see(world.seller);
      expect(contract).toMatchObject({ sight: 'APPLICANT', reviews: [], firstReviewerName: null });
      expect(contract?.content.summary).not.toBeNull();
      expect(contract?.timeline.map(({ action }) => action)).not.toContain('claim');
      expect(contract?.timeline.find(({ action }) => action === 'passFirst')?.reason).toBeNull();
    });
    it('a confirmed buyer reads status and the very text it signed, never findings, contacts or deductions', async () => {
      const contract = await see(world.buyer);
      expect(contract).toMatchObject({
        sight: 'PARTY',
        money: { total: 100_000_000, deductions: [] },
        content: { summary: null },
        sellers: [{ name: '忻州示范大学', identifier: null, contactPhone: null }],
        files: [{ kind: 'CONTRACT_TEXT' }],
        findings: [],
        reviews: [],
        textViews: [],
        availableActions: [],
      });
      expect(contract?.timeline.every(({ reason }) => reason === null)).toBe(true);
      const url = contract?.files[0]?.url ?? '';
      expect((await world.app.as(world.buyer).get(url)).status).toBe(200);
      expect((await see(world.seller))?.textViews).toHaveLength(1);
      const others =
        (await see(world.seller))?.files.find(({ kind }) => kind === 'IP_CERTIFICATE')?.url ?? '';
      expect((await world.app.as(world.buyer).get(others)).status).toBe(404);
    });
    it('the bureau’s other staff read status and amounts, no text', async () => {
      const contract = await see(world.officer);
      expect(contract).toMatchObject({
        sight: 'BUREAU',
        files: [],
        findings: [],
        reviews: [],
        content: { summary: null },
      });
      const url = (await see(world.seller))?.files[0]?.url ?? '';
      for (const actor of [
        world.officer,
        world.stranger,
        world.countyRegistrar,
        world.conflicted,
        world.sellerMember,
      ])
        expect((await world.app.as(actor).get(url)).status).toBe(404);
      expect((await world.app.client().get(url)).status).toBe(404);
    });
    it('nobody else learns that it exists', async () => {
      for (const actor of [world.stranger, world.countyRegistrar, world.conflicted, world.sellerMember])
        expect(await see(actor)).toBeNull();
      expect((await world.app.client().query<Whole>(WHOLE, { id })).contract).toBeNull();
      expect((await world.app.client().query<Whole>(WHOLE, { id: 'no-id' })).contract).toBeNull();
      const list = await world.app
        .as(world.stranger)
        .query<{ contracts: { totalCount: number } }>('{ contracts { totalCount } }');
      expect(list.contracts.totalCount).toBe(0);
    });
    it('SQL and the pure core agree for every actor and state', async () => {
      const store = world.app.get(ContractsStore);
      const all: Actor[] = [...Object.values(actors)];
      for (const state of ['DRAFT', 'SUBMITTED', 'SECOND_REVIEW'] as const) {
        const contract = aContract({
          id: randomUUID(),
          state,
          acceptanceNumber: state === 'SECOND_REVIEW' ? `受理${randomUUID()}` : null,
          dueOn: state === 'SECOND_REVIEW' ? '2026-12-14' : null,
          ruleSet: '2026',
        });
        await store.insert(contract);
        for (const actor of all) {
          const seen = (await store.byIds(actor, [contract.id])).has(contract.id);
          expect(seen).toBe(sightOf(actor, contract) !== 'NONE');
        }
      }
    });
  });

  describe('lists', () => {
    const copies = 50;
    let registrar: PersonActor;
    beforeAll(async () => {
      const id = await world.application('SECOND_REVIEW', { title: '批量对照项目' });
      registrar = { ...world.registrarA, personId: randomUUID() };
      await copyRows(id, copies);
    }, 120_000);
    /** The columns that a copy may share with its original. */
    async function copied(...own: readonly string[]): Promise<Sql> {
      const columns = await world.rows<{ name: string }>(sql`
      select column_name as name from information_schema.columns where table_schema = 'contracts'
        and table_name = 'contract' and is_generated = 'NEVER'`);
      const apart = ['id', 'acceptance_number', ...own];
      return raw(
        columns
          .map(({ name }) => name)
          .filter((name) => !apart.includes(name))
          .join(', '),
      );
    }
    /** Copies a contract with its files and reviews, by the columns that a copy may have. */
    async function copyRows(id: string, count: number): Promise<void> {
      const rest = await copied();
      await world.rows(sql`
      with copy as (
        insert into contracts.contract (id, acceptance_number, ${rest})
        select gen_random_uuid(), '受理C' || gen_random_uuid(), ${rest} from contracts.contract, generate_series(1, ${count}::int)
        where id = ${id} returning id),
      files as (
        insert into contracts.file (id, contract_id, kind, name, type, size, sha256, signed, uploaded_by, created_at)
        select gen_random_uuid(), copy.id, f.kind, f.name, f.type, f.size, f.sha256, f.signed, f.uploaded_by, f.created_at
        from copy, contracts.file f where f.contract_id = ${id} returning 1)
      insert into contracts.review (id, contract_id, stage, verdict, reviewer_id, opinion, grounds, deficiencies, basis, at)
      select gen_random_uuid(), copy.id, r.stage, r.verdict, r.reviewer_id, r.opinion, r.grounds, r.deficiencies, r.basis, r.at
      from copy, contracts.review r where r.contract_id = ${id}`);
    }
    const NODE = `id title files { id url } findings { code } reviews { reviewerName } deadline { colour } claimedByName firstReviewerName
    certificate { version } timeline { action } textViews { fileName } availableActions { action enabled } registry { name }`;
    const statements = async (document: string, actor: PersonActor): Promise<readonly string[]> => {
      const texts = await statementsOf(world.app, () => world.app.as(actor).query(document));
      return texts.map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 90)).sort();
    };
    it.each(['registrationQueue', 'contracts'])(
      '%s asks as many statements for 50 as for 1, two relations deep',
      async (list) => {
        const document = (first: number): string =>
          `{ ${list}(filter: { states: [SECOND_REVIEW], text: "批量对照项目" }, first: ${first}) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${NODE} } } } }`;
        expect(await statements(document(50), registrar)).toEqual(await statements(document(1), registrar));
      },
    );
    it('lists by its state what the desk counts, what was returned as well', async () => {
      await world.rows(sql`
        update contracts.contract set state = 'RETURNED', second_reviewer_id = null where id in (
          select id from contracts.contract where title = '批量对照项目' limit 1)`);
      const ask = (filter: object) =>
        world.app.as(registrar).query<{
          registrationQueue: { totalCount: number; edges: { node: { state: string } }[] };
          registrationQueueCounts: { returned: number; inSecondReview: number };
        }>(
          `query ($filter: RegistrationQueueFilter) {
            registrationQueue(filter: $filter, first: 1) { totalCount edges { node { state } } }
            registrationQueueCounts { returned inSecondReview } }`,
          { filter },
        );
      const returned = await ask({ states: ['RETURNED'] });
      expect(returned.registrationQueueCounts.returned).toBeGreaterThan(0);
      expect(returned.registrationQueue).toEqual({
        totalCount: returned.registrationQueueCounts.returned,
        edges: [{ node: { state: 'RETURNED' } }],
      });
      const both = await ask({ states: ['RETURNED', 'SECOND_REVIEW'] });
      expect(both.registrationQueue.totalCount).toBe(
        both.registrationQueueCounts.returned + both.registrationQueueCounts.inSecondReview,
      );
      // A draft is not the registry's, whatever is asked for.
      expect((await ask({ states: ['DRAFT', 'REGISTERED'] })).registrationQueue.totalCount).toBe(0);
      expect((await ask({ states: [] })).registrationQueue.totalCount).toBe(0);
    });
    it('pages through the queue in its order, once each', async () => {
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const {
          registrationQueue: page,
        }: {
          registrationQueue: {
            edges: { node: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await world.app
          .as(registrar)
          .query(
            `query ($after: String) { registrationQueue(first: 20, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
            { after },
          );
        seen.push(...page.edges.map(({ node }) => node.id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      const { registrationQueue } = await world.app
        .as(registrar)
        .query<{ registrationQueue: { totalCount: number } }>('{ registrationQueue { totalCount } }');
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(registrationQueue.totalCount);
    });
    it('finds by words and by state, and takes wildcards as letters', async () => {
      const count = async (filter: object): Promise<number> =>
        (
          await world.app
            .as(world.seller)
            .query<{ contracts: { totalCount: number } }>(
              'query ($filter: ContractFilter) { contracts(filter: $filter) { totalCount } }',
              { filter },
            )
        ).contracts.totalCount;
      expect(await count({ text: '批量对照' })).toBeGreaterThan(copies);
      expect(await count({ text: '%' })).toBe(0);
      expect(await count({ states: ['REGISTERED'] })).toBe(0);
      expect(
        await count({ contractClass: '2', signedFrom: '2026-11-02', signedTo: '2026-11-02' }),
      ).toBeGreaterThan(copies);
      expect(await count({ dealId: 'nonsense' })).toBe(0);
      expect(await count({ applicantOrganisationId: organisationOf(world.seller) })).toBeGreaterThan(copies);
      // As an officer types what stands on a paper: a part of either number, and the title after it was changed.
      const id = await world.application('REGISTERED', { title: '检索词更换前' });
      const [{ registered, accepted } = { registered: '', accepted: '' }] = await world.rows<{
        registered: string;
        accepted: string;
      }>(
        sql`select registration_number as registered, acceptance_number as accepted from contracts.contract where id = ${id}`,
      );
      for (const text of [registered, registered.slice(4), accepted, accepted.slice(2)])
        expect(await count({ text, states: ['REGISTERED'] })).toBe(1);
      const draft = await world.application('DRAFT', { title: '检索词更换前' });
      expect(await count({ text: '检索词更换前' })).toBe(2);
      await world.applications.save(world.seller, {
        ...(await world.target(draft)),
        form: { title: '检索词更换后' },
      });
      expect([await count({ text: '检索词更换前' }), await count({ text: '检索词更换后' })]).toEqual([1, 1]);
    });
    it('finds what was typed in full width, in traditional characters, with an emoji or something unseen', async () => {
      const titles = async (text: string): Promise<string[]> =>
        (
          await world.app
            .as(world.seller)
            .query<{ contracts: { edges: { node: { title: string } }[] } }>(
              'query ($text: String) { contracts(filter: { text: $text }) { edges { node { title } } } }',
              { text },
            )
        ).contracts.edges.map(({ node }) => node.title);
      const title = '晶圆检测（ＩＩ期）ABC-７专利权转让🔬';
      await world.application('DRAFT', { title });
      for (const text of [
        'ＡＢＣ－７',
        'abc-7',
        '(ii期)',
        '（II期）',
        '晶圓檢測',
        '🔬',
        ' 晶圆\u200b检测\u3000',
      ])
        expect([text, await titles(text)]).toEqual([text, [title]]);
      expect(await titles('🔭')).toEqual([]);
      // What was entered in traditional characters is found by simplified ones.
      await world.application('DRAFT', { title: '積體電路檢測專利權轉讓' });
      expect(await titles('检测专利权转让')).toEqual(['積體電路檢測專利權轉讓']);
      const id = await world.application('REGISTERED');
      const [{ number } = { number: '' }] = await world.rows<{ number: string }>(
        sql`select registration_number as number from contracts.contract where id = ${id}`,
      );
      const wide = number.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
      // The acceptance number of another may have the same digits.
      expect(await titles(wide)).toEqual(await titles(number));
      expect((await titles(wide)).length).toBeGreaterThan(0);
    });
    it('looks for two characters by the index of pairs', async () => {
      const plan = await planAmong(
        world.app.get(Db),
        'contract_words',
        sql`insert into contracts.contract_words (contract_id, words)
          select gen_random_uuid(), md5(n::text) || '甲乙丙丁' from generate_series(1, 3000) as n`,
        sql`select c.id from contracts.contract c where ${hasWords('检测')}`,
      );
      expect(plan).toContain('words_by_pairs');
    });
    it('gives the queue as a table that no spreadsheet runs', async () => {
      const id = await world.application('SUBMITTED', { title: '=HYPERLINK("http://x","y"),引号' });
      const text = (await world.app.as(registrar).get('/files/contracts/exports/queue.csv')).text;
      expect(text.startsWith('\uFEFF受理编号,项目名称')).toBe(true);
      expect(text).toContain(`"'=HYPERLINK(""http://x"",""y""),引号"`);
      expect(text.split('\r\n').length).toBeGreaterThan(copies);
      expect((await world.app.client().get('/files/contracts/exports/queue.csv')).status).toBe(401);
      expect(
        (await world.app.as(world.stranger).get('/files/contracts/exports/queue.csv')).text
          .trim()
          .split('\r\n'),
      ).toHaveLength(1);
      expect(id).toBeDefined();
    });
    it('reads the queue by its index among five thousand closed cases', async () => {
      const columns = await copied('state');
      await world.rows(sql`
      insert into contracts.contract (id, state, acceptance_number, ${columns})
      select gen_random_uuid(), 'REJECTED', '受理R' || n, ${columns}
      from (select * from contracts.contract where state = 'SECOND_REVIEW' limit 1) c, generate_series(1, 5000) n`);
      await world.rows(sql`analyze contracts.contract`);
      const spy = jest.spyOn(Db.prototype, 'query');
      await world.app.as(registrar).query('{ registrationQueue(first: 20) { edges { node { id } } } }');
      const asked = spy.mock.calls
        .map(([statement]) => statement)
        .find((statement) => statement.toQuery().text.includes('queue_on'));
      spy.mockRestore();
      expect(asked).toBeInstanceOf(Sql);
      const plan = await world.rows<Record<string, string>>(sql`explain (costs off) ${asked}`);
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('contract_queue');
    }, 120_000);
  });
});
