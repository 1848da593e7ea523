import { anonymous, type Actor } from '@jihui/kernel';
import { City, sql } from '@jihui/platform';
import { statementsOf } from '@jihui/testing';
import { aNeedIn, aResultIn, aStage, type Stage } from './listings.factory.js';

describe('search', () => {
  let stage: Stage;
  const titles = [
    ['砷化镓衬底低缺陷抛光技术', '8-1', '01', ['砷化镓', '抛光']],
    ['光伏组件无水清洗机器人', '8-3', '06', ['光伏', '机器人']],
    ['光伏支架防腐涂层', '8-3', '05', ['光伏支架', '涂层']],
    ['黄芪药茶多糖保留杀青工艺', '6-4', '09', ['药茶', '黄芪']],
    ['风电法兰碾环智能测温系统', '8-5', '03', ['法兰', '测温']],
  ] as const;

  beforeAll(async () => {
    stage = await aStage();
    for (const [title, cluster, techField, keywords] of titles)
      await aResultIn(stage, 'ONLINE', {
        title,
        cluster,
        techField,
        keywords: [...keywords, '技术'],
        trl: title.includes('药茶') ? 9 : 6,
        summary: `${title}。`.repeat(8),
      });
    await aResultIn(stage, 'ONLINE', {
      title: '仅登录可见的储能电池技术',
      visibility: 'SIGNED_IN',
      cluster: '8-3',
      problem: '热失控预警',
      ipRights: [],
    });
    await aResultIn(stage, 'ONLINE', {
      title: '签署协议可见的合金技术',
      visibility: 'NDA',
      keyPoints: '秘密配方含铼元素百分之三，热处理温度一千二百度。',
    });
    await aNeedIn(stage, 'ONLINE');
    await aNeedIn(stage, 'ONLINE', {
      title: '法兰锻件探伤需求',
      anonymous: true,
      cluster: '8-5',
      indicators: [],
      wantsChallenge: false,
      neededBy: '2027-01-01',
    });
  }, 120_000);
  afterAll(() => stage?.app.close());

  interface Page {
    totalCount: number;
    loose: boolean;
    edges: { cursor: string; node: { title: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    facets: Record<string, { value: string; label: string; count: number }[]>;
  }
  const LIST = `query ($text: String, $filter: ResultFilter, $sort: ResultSort, $first: Int, $after: String) {
  results(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount loose edges { cursor node { title } } pageInfo { hasNextPage endCursor }
    facets { clusters { value label count } techFields { value count } trlBands { value count } cooperationModes { value count }
      priceModes { value count } divisions { value label count } ownerKinds { value label count } } } }`;
  const list = async (variables: object = {}, actor: Actor = stage.stranger): Promise<Page> =>
    (await stage.app.as(actor).query<{ results: Page }>(LIST, { first: 50, ...variables })).results;
  const found = async (text: string, actor?: Actor): Promise<string[]> =>
    (await list({ text }, actor)).edges.map(({ node }) => node.title);

  describe('search', () => {
    it.each([
      ['光伏', ['光伏组件无水清洗机器人', '光伏支架防腐涂层']],
      ['砷化镓', ['砷化镓衬底低缺陷抛光技术']],
      ['化镓', ['砷化镓衬底低缺陷抛光技术']],
      ['光伏 机器人', ['光伏组件无水清洗机器人']],
      ['药茶杀青', ['黄芪药茶多糖保留杀青工艺']],
      ['碾环测温', ['风电法兰碾环智能测温系统']],
    ])('finds by words or bigrams: %s', async (text, expected) => {
      expect((await found(text)).sort()).toEqual([...expected].sort());
    });

    it('puts the title’s match before the body’s', async () => {
      expect((await found('法兰'))[0]).toBe('风电法兰碾环智能测温系统');
    });

    it('falls back to any of the words, and says so', async () => {
      const page = await list({ text: '光伏量子计算' });
      expect(page.loose).toBe(true);
      expect(page.edges.map(({ node }) => node.title)).toContain('光伏组件无水清洗机器人');
      expect((await list({ text: '光伏' })).loose).toBe(false);
    });

    it('finds by code and by any piece of a patent number', async () => {
      const code =
        (
          await stage.db.one<{ code: string }>(
            sql`select code from listings.result where title = ${titles[0][0]}`,
          )
        )?.code ?? '';
      expect(await found(code)).toEqual([titles[0][0]]);
      expect(await found('ZL 2003 1010 0002.X')).toHaveLength(6);
      expect(await found('100002')).toContain(titles[0][0]);
    });

    it('takes punctuation, quotes and operators as text', async () => {
      for (const text of ["'", '\\', "' & !", '光伏:* | <->', '"', '%', '_', '；', '😀', 'x'.repeat(5_000)])
        await list({ text });
      expect((await list({ text: '，。！' })).edges).toEqual([]);
    });

    it('lets nobody find a listing by what they may not read', async () => {
      const energy = '仅登录可见的储能电池技术';
      expect(await found('储能', anonymous)).toEqual([energy]);
      expect(await found('热失控', anonymous)).not.toContain(energy);
      expect(await found('热失控')).toEqual([energy]);
      expect(await found('铼元素')).not.toContain('签署协议可见的合金技术');
      expect((await found('200310100002X', anonymous)).sort()).toEqual(titles.map(([title]) => title).sort());
      expect(await found('200310100002X')).toContain('签署协议可见的合金技术');
    });

    it('does not find an anonymous need by its owner’s name', async () => {
      const needs = async (text: string): Promise<string[]> =>
        (
          await stage.app
            .as(stage.stranger)
            .query<{ needs: Page }>(
              'query ($text: String) { needs(text: $text) { edges { node { title } } } }',
              { text },
            )
        ).needs.edges.map(({ node }) => node.title);
      expect(await needs('恒岳锻压')).toEqual(['光伏组件封装胶膜低温交联工艺需求']);
      expect(await needs('探伤')).toEqual(['法兰锻件探伤需求']);
    });
  });

  describe('lists', () => {
    it('filter within fields by either, across fields by both', async () => {
      const names = async (filter: object): Promise<number> => (await list({ filter })).totalCount;
      expect(await names({ clusters: ['8-3', '6-4'] })).toBe(4);
      expect(await names({ clusters: ['8-3'], techFields: ['05'] })).toBe(2);
      expect(await names({ trlBands: ['INDUSTRIAL'] })).toBe(1);
      expect(await names({ divisions: ['140900'] })).toBe(7);
      expect(await names({ divisions: ['140981'] })).toBe(0);
      expect(
        await names({
          ownerKinds: ['UNIVERSITY'],
          priceModes: ['RANGE'],
          cooperationModes: ['LICENCE_ORDINARY', 'TRANSFER'],
        }),
      ).toBe(7);
      expect(await names({ ownerId: stage.university })).toBe(7);
      expect(await names({ ownerId: 'nonsense' })).toBe(0);
      expect(await names({ clusters: [] })).toBe(7);
    });

    it('count each facet under every filter but its own', async () => {
      const { facets } = await list({ filter: { clusters: ['8-3'] } });
      expect(facets['clusters']?.find(({ value }) => value === '6-4')).toEqual({
        value: '6-4',
        label: '饮品(药茶)',
        count: 1,
      });
      expect(facets['techFields']?.reduce((sum, { count }) => sum + count, 0)).toBe(3);
      expect(facets['divisions']).toEqual([{ value: '140902', label: '忻府区', count: 3 }]);
      expect(facets['cooperationModes']).toEqual([{ value: 'LICENCE_ORDINARY', count: 3 }]);
    });

    it('page through everything once, in every order, forwards with a stable cursor', async () => {
      for (const variables of [
        {},
        { sort: 'NEWEST' },
        { sort: 'MATURITY' },
        { text: '技术' },
        { text: '技术', sort: 'NEWEST' },
      ]) {
        const whole = (await list(variables)).edges.map(({ node }) => node.title);
        const paged: string[] = [];
        let after: string | null = null;
        for (let page = 0; page < 20; page += 1) {
          const { edges, pageInfo }: Page = await list({ ...variables, first: 2, after });
          paged.push(...edges.map(({ node }) => node.title));
          after = pageInfo.endCursor;
          if (!pageInfo.hasNextPage) break;
        }
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(paged.length);
      }
      expect((await list({ sort: 'MATURITY' })).edges[0]?.node.title).toContain('药茶');
    });

    it('refuse too large a page and a foreign cursor', async () => {
      await stage.app.client().query(LIST, { first: 101 }).expectCode('PAGE.TOO_LARGE');
      await stage.app.client().query(LIST, { first: 2, after: 'nonsense' }).expectCode('PAGE.BAD_CURSOR');
    });

    it('sort needs by quality and by day', async () => {
      const needs = async (sort: string): Promise<string[]> =>
        (
          await stage.app
            .client()
            .query<{ needs: Page }>(
              'query ($sort: NeedSort) { needs(sort: $sort) { totalCount edges { node { title quality { score } } } facets { needTypes { value count } urgencies { value count } } } }',
              { sort },
            )
        ).needs.edges.map(({ node }) => node.title);
      expect((await needs('QUALITY'))[0]).toContain('光伏');
      expect((await needs('DEADLINE'))[0]).toContain('探伤');
    });

    it('give the home page its figures', async () => {
      const { listingStatistics } = await stage.app.client().query<{
        listingStatistics: {
          results: number;
          needs: number;
          byCluster: { cluster: string; results: number; needs: number }[];
          newestResults: { title: string; accessNotice: { code: string } | null }[];
        };
      }>('{ listingStatistics { results needs byCluster { cluster name priority results needs } newestResults { title ipc accessNotice { code } } newestNeeds { title } } }');
      expect(listingStatistics).toMatchObject({ results: 7, needs: 2 });
      expect(listingStatistics.byCluster).toHaveLength(14);
      expect(listingStatistics.byCluster.find(({ cluster }) => cluster === '8-3')).toMatchObject({
        results: 3,
        needs: 1,
      });
      expect(listingStatistics.newestResults).toHaveLength(6);
    });
  });

  describe('the number of SQL statements', () => {
    const LISTS: Readonly<Record<string, string>> = {
      results: `results(first: $first) { totalCount edges { node { id title ipc owner { id } ipRights { lapsed } attachments { id } myNda { id }
      availableActions { action } missing { path } timeline { action actor { id } } registeredContracts signedDeals } } facets { clusters { count } } }`,
      'results by words': `results(first: $first, text: "技术") { totalCount edges { node { id ipc attachments { id } } } }`,
      needs: `needs(first: $first) { totalCount edges { node { id quality { score } attachments { id } availableActions { action } timeline { action } } } }`,
      myResults: `myResults(first: $first) { totalCount edges { node { id availableActions { action } timeline { action } } } }`,
      myNeeds: `myNeeds(first: $first) { totalCount edges { node { id availableActions { action } timeline { action } } } }`,
      listingsToReview: `listingsToReview(first: $first) { totalCount edges { node { id result { id ipc attachments { id } } need { id indicators { name } } } } }`,
      importRuns: `importRuns(first: $first) { totalCount edges { node { id owner { id } } } }`,
    };

    async function statements(list: string, first: number): Promise<number> {
      const document = `query ($first: Int) { ${list} }`;
      const ask = () => stage.app.as(stage.transferOfficer).query(document, { first });
      return (await statementsOf(stage.app, ask)).length;
    }

    it('does not grow with the rows', async () => {
      for (let more = 0; more < 3; more += 1) {
        await aResultIn(stage, 'UNIT_REVIEW');
        await aResultIn(stage, 'ONLINE');
      }
      await stage.app.settle();
      for (const [name, list] of Object.entries(LISTS)) {
        // How rare words are, a process counts before its first ranking, for the ones that follow.
        await statements(list, 1);
        const one = await statements(list, 1);
        expect([name, await statements(list, 50)]).toEqual([name, one]);
        expect(one).toBeLessThan(12);
      }
    });
  });

  // Last: it adds a listing, which the others would count.
  describe('a listing', () => {
    const title = '镁合金轮毂半固态压铸';
    beforeAll(() =>
      aResultIn(stage, 'ONLINE', {
        title,
        cluster: '8-1',
        cooperationModes: ['EQUITY'],
        divisionCode: '140981',
        keyPoints: `${'压铸机参数可调，模具寿命长。'.repeat(300)}末尾写到触变剪切流变仪。`,
      }),
    );
    it('is found by what stands at the end of a long text', async () => {
      expect(await found('触变剪切流变仪')).toEqual([title]);
    });
    it('is found by the names of what it is filed under', async () => {
      const labels = ['原平', '作价入股', stage.app.get(City).clusterName('8-1') ?? ''];
      for (const label of labels) {
        const page = await list({ text: `半固态 ${label}` });
        expect([page.loose, page.edges[0]?.node.title]).toEqual([false, title]);
      }
      expect((await list({ text: '半固态 偏关' })).loose).toBe(true);
    });
  });
});
