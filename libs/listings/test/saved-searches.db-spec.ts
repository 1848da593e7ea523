import { anonymous, system, type PersonActor } from '@jihui/kernel';
import { raw, Reindex, SearchIndex, sql, uuidv7, Work } from '@jihui/platform';
import type { PatentSnapshot } from '@jihui/events';
import { ListingsHandlers } from '../src/listings.handlers.js';
import { SearchAlerts } from '../src/searches/search-alerts.js';
import { aPlatformAdmin } from '@jihui/testing';
import { aNeedIn, aResultIn, aStage, type Stage } from './listings.factory.js';

const aPatent = (change: Partial<PatentSnapshot>): PatentSnapshot => ({
  id: uuidv7(),
  version: 1,
  number: '2021100000010',
  displayNumber: 'ZL202110000001.0',
  kind: 'INVENTION_PATENT',
  title: '',
  summary: '',
  keywords: [],
  ipc: ['B21J5/06'],
  applicants: ['某大学'],
  inventors: [],
  ownerId: uuidv7(),
  ownerName: '某大学',
  createdBy: uuidv7(),
  divisionCode: '140900',
  cluster: null,
  techField: null,
  state: 'GRANTED',
  open: true,
  filedOn: '2021-01-04',
  expiresOn: '2041-01-03',
  warning: null,
  ...change,
});

/** As discovery tells of a patent and has it found. */
async function publish(stage: Stage, patent: PatentSnapshot, version: number): Promise<void> {
  await stage.app.get(SearchIndex).put([
    {
      type: 'patent',
      id: patent.id,
      version,
      listed: true,
      belongsTo: patent.ownerId,
      values: { ipc: ['B', 'B2', 'B21', 'B21J', 'B21J5'], years: '2021', applicants: patent.applicants },
      sorts: { newest: 20210104 },
      faces: [
        {
          visibleTo: [patent.open ? 'anyone' : `organisation:${patent.ownerId}`],
          fields: [{ name: 'title', weight: 'A', text: patent.title }],
        },
      ],
    },
  ]);
  await stage.app.get(ListingsHandlers).projectPatent({
    id: uuidv7(),
    type: 'discovery.patent',
    aggregateId: patent.id,
    version,
    action: 'grant',
    at: new Date().toISOString(),
    actorId: patent.createdBy,
    payload: { ...patent, version },
  });
}

describe('saved searches', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  }, 120_000);
  afterAll(() => stage?.app.close());

  interface Saved {
    id: string;
    version: number;
    name: string;
    filters: { name: string; values: string[] }[];
  }
  const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id version name filters { name values } } } }`;
  const save = async (actor: PersonActor, input: object): Promise<Saved> =>
    (
      await stage.app.as(actor).mutate<{ saveSearch: { savedSearch: Saved } }>(SAVE, {
        input: { kind: 'RESULT', name: '光伏', text: '光伏', alerts: true, ...input },
      })
    ).saveSearch.savedSearch;
  const mine = async (actor: PersonActor | typeof anonymous): Promise<string[]> =>
    (
      await stage.app
        .as(actor)
        .query<{ mySavedSearches: { edges: { node: Saved }[] } }>(
          '{ mySavedSearches { edges { node { name } } } }',
        )
    ).mySavedSearches.edges.map(({ node }) => node.name);

  /** What was told since the last look: person, search and titles. */
  async function told(): Promise<string[]> {
    const seen = await stage.db.query<{ seq: string }>(sql`select max(seq) as seq from listings.event`);
    await stage.app.settle();
    await stage.app
      .get(Work)
      .within('listings', system('test'), (tx) =>
        stage.app.get(SearchAlerts).run(new Date(tx.now.getTime() + 1_000)),
      );
    const rows = await stage.db.query<{ payload: { name: string; found: { title: string }[] } }>(sql`
    select payload from listings.event
    where type = 'listings.searchFound' and seq > ${seen[0]?.seq ?? '0'}::bigint order by seq`);
    return rows.map(({ payload }) => `${payload.name}: ${payload.found.map(({ title }) => title).join(' ')}`);
  }

  describe('saved searches', () => {
    it('are each person’s own', async () => {
      const saved = await save(stage.researcher, {
        name: '合金',
        text: '合金',
        alerts: false,
        filters: [{ name: 'clusters', values: ['8-1', '8-1'] }],
      });
      expect(saved.filters).toEqual([{ name: 'clusters', values: ['8-1'] }]);
      expect(await mine(stage.researcher)).toEqual(['合金']);
      expect(await mine(stage.stranger)).toEqual([]);
      expect(await mine(anonymous)).toEqual([]);
      const input = {
        id: saved.id,
        expectedVersion: 1,
        kind: 'RESULT',
        name: '我的',
        text: 'x',
        alerts: true,
      };
      await stage.app.as(stage.stranger).mutate(SAVE, { input }).expectCode('NOT_FOUND');
      await stage.app
        .as(stage.researcher)
        .mutate(SAVE, { input: { ...input, expectedVersion: 2 } })
        .expectCode('STALE_VERSION');
      expect((await save(stage.researcher, { ...input, alerts: false })).version).toBe(2);
      const REMOVE = 'mutation ($input: RemoveSavedSearchInput!) { removeSavedSearch(input: $input) { id } }';
      const gone = { input: { id: saved.id, expectedVersion: 2 } };
      await stage.app.as(stage.stranger).mutate(REMOVE, gone).expectCode('NOT_FOUND');
      await stage.app.as(stage.researcher).mutate(REMOVE, gone);
      expect(await mine(stage.researcher)).toEqual([]);
    });

    it('say all that is wrong at once', async () => {
      const { extensions } = await stage.app
        .as(stage.researcher)
        .mutate(SAVE, {
          input: {
            kind: 'NEED',
            name: '',
            text: ' ',
            alerts: true,
            filters: [{ name: 'trlBands', values: [] }],
          },
        })
        .expectCode('INVALID_INPUT');
      expect(extensions.violations?.map(({ path }) => path)).toEqual(['name', 'filters.0.name', 'text']);
      for (let count = 0; count < 30; count += 1)
        await save(stage.cityOfficer, { name: `第${count}条`, alerts: false });
      await stage.app
        .as(stage.cityOfficer)
        .mutate(SAVE, { input: { kind: 'RESULT', name: '再一条', text: 'x', alerts: true } })
        .expectCode('INVALID_INPUT');
    });

    it('tell once of what came online since and matches, and never of what the person may not see', async () => {
      await aResultIn(stage, 'ONLINE', { title: '光伏组件清洗', keywords: ['光伏', '清洗', '机器人'] });
      await save(stage.stranger, {});
      await save(stage.stranger, { name: '光伏法兰', filters: [{ name: 'clusters', values: ['8-5'] }] });
      await save(stage.stranger, { name: '需求', kind: 'NEED', text: '光伏' });
      await save(stage.stranger, { name: '秘密', text: '铼元素' });
      await save(stage.researcher, { name: '自己的', text: '光伏' });
      await save(stage.stranger, { name: '不要提醒', alerts: false });
      expect(await told()).toEqual([]);

      await aResultIn(stage, 'ONLINE', {
        title: '光伏支架防腐',
        keywords: ['光伏', '防腐', '支架'],
        cluster: '8-3',
      });
      await aResultIn(stage, 'UNIT_REVIEW', { title: '光伏新品未审', keywords: ['光伏', '支架', '新品'] });
      await aResultIn(stage, 'ONLINE', {
        title: '合金热处理',
        visibility: 'NDA',
        keyPoints: '秘密配方含铼元素百分之三，热处理温度一千二百度。',
      });
      await aNeedIn(stage, 'ONLINE', { title: '光伏胶膜需求' });
      expect((await told()).sort()).toEqual(['光伏: 光伏支架防腐', '需求: 光伏胶膜需求']);
      expect(await told()).toEqual([]);
    });

    it('tell of patents that became public, once, by what their register is narrowed by', async () => {
      const narrow = { kind: 'PATENT', text: '环锻件' };
      const filters = [{ name: 'ipc', values: ['b21j 5'] }];
      await save(stage.stranger, { ...narrow, name: '锻压类', filters });
      await save(stage.stranger, {
        ...narrow,
        name: '别的类',
        filters: [
          { name: 'ipc', values: ['H01L'] },
          { name: 'applicant', values: ['某大学'] },
          { name: 'filedYear', values: ['2021'] },
        ],
      });
      const patent = aPatent({ title: '一种环锻件余热回收装置' });
      const { extensions } = await stage.app
        .as(stage.stranger)
        .mutate(SAVE, {
          input: { ...narrow, name: 'x', alerts: true, filters: [{ name: 'trlBands', values: [] }] },
        })
        .expectCode('INVALID_INPUT');
      expect(extensions.violations?.map(({ path }) => path)).toEqual(['filters.0.name']);
      await publish(stage, { ...patent, open: false }, 1);
      expect(await told()).toEqual([]);
      await publish(stage, patent, 2);
      expect(await told()).toEqual(['锻压类: 一种环锻件余热回收装置']);
      await publish(stage, { ...patent, title: '一种环锻件余热回收装置及方法' }, 3);
      // Told late, and by then no longer public.
      await publish(stage, { ...aPatent({ title: '环锻件冷却装置' }), open: false }, 1);
      expect(await told()).toEqual([]);
    });

    it('tell of everything that an import brings at once, however much', async () => {
      const { id } = await aResultIn(stage, 'ONLINE', {
        title: '光伏硅料提纯',
        keywords: ['光伏', '硅料', '提纯'],
      });
      await stage.app.settle();
      // What the database computes is not written.
      const [written] = await stage.db.query<{ columns: string }>(sql`
        select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
        where attrelid = 'listings.result'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`);
      const columns = raw(written?.columns ?? '');
      // As many more of it as an import brings, each online since this moment.
      await stage.db.query(sql`
        with more as (select gen_random_uuid() as id, n from generate_series(1, 130) as n),
        results as (
          insert into listings.result (${columns}) select ${columns} from (
            select (jsonb_populate_record(r, jsonb_build_object(
              'id', more.id, 'code', 'CG2099' || lpad(more.n::text, 6, '0')))).*
            from listings.result r, more where r.id = ${id}) as copies)
        insert into listings.search select (jsonb_populate_record(s, jsonb_build_object('id', more.id))).*
        from listings.search s, more where s.id = ${id}`);
      await stage.app.get(Reindex).run();
      await told();
      const [event] = await stage.db.query<{ payload: { count: number; found: unknown[] } }>(sql`
        select payload from listings.event where type = 'listings.searchFound' and payload ->> 'name' = '光伏'
        order by seq desc limit 1`);
      expect(event).toMatchObject({ payload: { count: 131 } });
      expect(event?.payload.found).toHaveLength(20);
      expect(await told()).toEqual([]);
    });

    it('tells again nobody when a look is repeated after it failed half way', async () => {
      await aResultIn(stage, 'ONLINE', { title: '光伏逆变器', keywords: ['光伏', '逆变器', '电源'] });
      expect(await told()).toEqual(['光伏: 光伏逆变器']);
      await stage.db.query(sql`delete from listings.saved_search_look`);
      expect(await told()).toEqual([]);
    });
  });

  describe('search words', () => {
    const SAVE_WORDS =
      'mutation ($input: SaveSearchWordsInput!) { saveSearchWords(input: $input) { searchWords { version } } }';
    const found = async (text: string): Promise<string[]> =>
      (
        await stage.app
          .client()
          .query<{ results: { edges: { node: { title: string } }[] } }>(
            'query ($text: String) { results(text: $text) { edges { node { title } } } }',
            { text },
          )
      ).results.edges.map(({ node }) => node.title);

    it('are a platform administrator’s, and count for the next search', async () => {
      await aResultIn(stage, 'ONLINE', { title: '发光二极管外延片', keywords: ['外延', '芯片', '二极管'] });
      const input = {
        expectedVersion: 1,
        synonyms: [{ texts: ['外延片', 'EPI'] }],
        stopWords: ['解决方案'],
      };
      expect(await found('EPI')).toEqual([]);
      // What every deployment begins with.
      expect(await found('LED')).toEqual(['发光二极管外延片']);
      await stage.app.client().mutate(SAVE_WORDS, { input }).expectCode('UNAUTHENTICATED');
      await stage.app.as(stage.cityOfficer).mutate(SAVE_WORDS, { input }).expectCode('FORBIDDEN');
      const admin = stage.app.as(aPlatformAdmin());
      await admin.mutate(SAVE_WORDS, { input });
      await admin.mutate(SAVE_WORDS, { input }).expectCode('STALE_VERSION');
      expect(await found('EPI')).toEqual(['发光二极管外延片']);
      expect(await found('外延片 解决方案')).toEqual(['发光二极管外延片']);
      const { extensions } = await admin
        .mutate(SAVE_WORDS, {
          input: {
            expectedVersion: 2,
            synonyms: [{ texts: ['一个'] }, { texts: ['', '甲'] }],
            stopWords: ['长'.repeat(31)],
          },
        })
        .expectCode('INVALID_INPUT');
      expect(extensions.violations?.map(({ path }) => path)).toEqual([
        'synonyms.0.texts',
        'synonyms.1.texts.0',
        'stopWords.0',
      ]);
      const read = '{ searchWords { version stopWords synonyms { texts } timeline { action } } }';
      expect(await admin.query(read)).toEqual({
        searchWords: {
          version: 2,
          stopWords: ['解决方案'],
          synonyms: [{ texts: ['外延片', 'EPI'] }],
          timeline: [{ action: 'save' }],
        },
      });
      expect(await stage.app.as(stage.cityOfficer).query(read)).toEqual({ searchWords: null });
    });
  });
});
