import { Readable } from 'node:stream';
import { system, type Actor } from '@jihui/kernel';
import {
  readRows,
  sql,
  type ImportCounts,
  type Importer,
  type RowProblem,
  type SourceFormat,
} from '@jihui/platform';
import { organisationOf } from '@jihui/testing';
import { NeedsImporter, ResultsImporter } from '../src/imports/listing-import.js';
import { aStage, type Stage } from './listings.factory.js';

describe('imports', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  interface Outcome {
    readonly counts: ImportCounts;
    readonly problems: RowProblem[];
  }
  async function importing(
    what: 'results' | 'needs',
    content: string,
    options: { format?: SourceFormat; actor?: Actor; ownerId?: string | null; dryRun?: boolean } = {},
  ): Promise<Outcome> {
    const problems: RowProblem[] = [];
    const importer: Importer =
      what === 'results' ? stage.app.get(ResultsImporter) : stage.app.get(NeedsImporter);
    const counts = await importer.run({
      actor: options.actor ?? system('import'),
      rows: readRows(Readable.from([Buffer.from(content)]), options.format ?? 'csv'),
      ownerId: options.ownerId === undefined ? stage.university : options.ownerId,
      dryRun: options.dryRun ?? false,
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    return { counts, problems };
  }
  const rowsOf = (table: 'result' | 'need', prefix: string) =>
    stage.db.query<{
      title: string;
      state: string;
      version: number;
      body: Record<string, unknown>;
      external_id: string;
    }>(
      table === 'result'
        ? sql`select title, state, version, body, external_id from listings.result where external_id like ${`${prefix}%`} order by external_id`
        : sql`select title, state, version, body, external_id from listings.need where external_id like ${`${prefix}%`} order by external_id`,
    );

  const HEAD =
    '外部编号,成果名称,摘要,关键词,产业集群,技术领域,技术就绪度,合作方式,价格方式,价格下限(万元),价格上限(万元),专利号,是否财政资金\n';

  describe('a table of results', () => {
    const file = `${HEAD}A-1,锻件控温锻造技术,两段控温锻造,合金；锻件,特种金属材料,05,7,普通许可；技术服务,价格区间,30,50.5,ZL200310100002.X,是
A-2,光伏组件清洗机器人,无水清洗,光伏,8-3,新能源与高效节能,六,转让,面议,,,,否
A-3,,没有名称,,,,,,,,,,
A-1,重复的编号,,,,,,,,,,,
A-5,未知集群的成果,,,火星工业,,,,,,,,
A-6,专利校验位错误的成果,,,,,,,,,,200310100002.1,
A-7,黄芪药茶配方优化,,,饮品(药茶),,14,,固定价格,十万,,,也许
`;

    it('stores the good rows and reports each bad cell by row and column', async () => {
      const { counts, problems } = await importing('results', file);
      expect(counts).toEqual({ processed: 7, created: 1, updated: 0, unchanged: 0, failed: 6 });
      expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
        '3 技术就绪度 IMPORT.BAD_CELL',
        '4 成果名称 REQUIRED',
        '5 外部编号 IMPORT.DUPLICATE',
        '6 产业集群 IMPORT.BAD_CELL',
        '7 专利号 LISTING.PATENT_NUMBER',
        '8 是否财政资金 IMPORT.BAD_CELL',
        '8 价格下限(万元) IMPORT.BAD_CELL',
        '8 技术就绪度 LISTING.UNKNOWN_CODE',
      ]);
      expect(problems.find(({ row }) => row === 6)?.value).toBe('火星工业');
      const [row] = await rowsOf('result', 'A-');
      expect(row).toMatchObject({ title: '锻件控温锻造技术', state: 'ONLINE', version: 1 });
      expect(row?.body).toMatchObject({
        cluster: '8-4',
        techField: '05',
        trl: 7,
        cooperationModes: ['LICENCE_ORDINARY', 'SERVICE'],
        priceMin: 30_000_000,
        priceMax: 50_500_000,
        stateFunded: true,
      });
    });

    it('changes nothing when run again, updates what changed, and keeps people’s own changes', async () => {
      expect((await importing('results', file)).counts).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 1,
        failed: 6,
      });
      const newer = file.replace('两段控温锻造', '三段控温锻造');
      expect((await importing('results', newer)).counts).toMatchObject({
        created: 0,
        updated: 1,
        unchanged: 0,
      });
      const [row] = await rowsOf('result', 'A-');
      expect(row).toMatchObject({
        version: 2,
        body: expect.objectContaining({ summary: '三段控温锻造' }) as object,
      });
      await stage.db.query(
        sql`update listings.result set body = jsonb_set(body, '{summary}', '"人工修改"') where external_id = 'A-1'`,
      );
      const { counts, problems } = await importing('results', file);
      expect(counts).toMatchObject({ updated: 0, unchanged: 0 });
      expect(problems.find(({ row: line }) => line === 2)?.code).toBe('IMPORT.CHANGED_BY_HAND');
    });

    it('says once to others, with the batch, and keeps a history of each', async () => {
      const events = await stage.db.query<{ payload: { results: { title: string; online: boolean }[] } }>(
        sql`select payload from listings.event where type = 'listings.resultsImported' order by seq`,
      );
      expect(events[0]?.payload.results).toMatchObject([{ title: '锻件控温锻造技术', online: true }]);
      const history = await stage.db.query<{ action: string; actor_id: string }>(sql`
      select e.action, e.actor_id from listings.audit_entry e join listings.result r on e.stream = 'Result:' || r.id
      where r.external_id = 'A-1' order by e.seq`);
      expect(history).toEqual([
        { action: 'import', actor_id: 'system:import' },
        { action: 'import', actor_id: 'system:import' },
      ]);
      const found = await stage.db.query(
        sql`select s.id from listings.search s join listings.result r on r.id = s.id where r.external_id = 'A-1'`,
      );
      expect(found).toHaveLength(1);
    });

    it('stores nothing on a dry run, and says the same', async () => {
      const { counts, problems } = await importing('results', file.replaceAll('A-', 'D-'), { dryRun: true });
      expect(counts).toEqual({ processed: 7, created: 1, updated: 0, unchanged: 0, failed: 6 });
      expect(problems).toHaveLength(8);
      expect(await rowsOf('result', 'D-')).toEqual([]);
    });

    it('puts a unit’s own rows into its review, and refuses those of another', async () => {
      const own = await importing('results', `${HEAD}U-1,单位自行导入的成果,,,,,,,,,,,\n`, {
        actor: stage.transferOfficer,
      });
      expect(own.counts.created).toBe(1);
      expect((await rowsOf('result', 'U-'))[0]?.state).toBe('UNIT_REVIEW');
      const again = await importing('results', `${HEAD}U-1,单位自行导入的成果（改）,,,,,,,,,,,\n`, {
        actor: stage.transferOfficer,
      });
      expect(again.counts.updated).toBe(1);
      const foreign = await importing('results', `${HEAD}U-2,别人单位的成果,,,,,,,,,,,\n`, {
        actor: stage.stranger,
      });
      expect(foreign.problems.map(({ code }) => code)).toEqual(['FORBIDDEN']);
      const officer = await importing('results', `${HEAD}U-3,科技部门导入的成果,,,,,,,,,,,\n`, {
        actor: stage.countyOfficer,
      });
      expect(officer.counts.created).toBe(1);
      expect((await rowsOf('result', 'U-3'))[0]?.state).toBe('ONLINE');
    });

    it('finds the owner that a row names, and says when there is none', async () => {
      const rows =
        'externalId,title,持有单位\nO-1,按名称认领的成果,忻州工业技术大学\nO-2,不认识的单位,火星大学\n';
      const { counts, problems } = await importing('results', rows, { ownerId: null });
      expect(counts).toMatchObject({ created: 1, failed: 1 });
      expect(problems).toMatchObject([
        { row: 3, column: '单位', value: '火星大学', code: 'LISTINGS.NOT_YET_KNOWN' },
      ]);
      const nobody = await importing('results', 'title\n没有单位的成果\n', { ownerId: null });
      expect(nobody.problems[0]?.message).toContain('归属单位');
    });

    it('refuses a file none of whose columns is known', async () => {
      await expect(importing('results', 'foo,bar\n1,2\n')).rejects.toMatchObject({
        code: 'IMPORT.NO_COLUMNS',
      });
    });
  });

  describe('JSONL', () => {
    it('takes structured rights, contacts and indicators, and names what is wrong inside them', async () => {
      const good = {
        externalId: 'J-1',
        title: '结构化的成果记录',
        ipRights: [
          {
            kind: '发明专利',
            number: 'ZL200310100002.X',
            filedOn: '2015-3-1',
            owners: ['甲', '乙'],
            coOwnersConsent: true,
          },
        ],
        contact: { name: '王工', phone: '13800001234' },
        priceMode: 'FIXED',
        priceMin: 100,
      };
      const bad = {
        externalId: 'J-2',
        title: '内部有误的成果记录',
        ipRights: [{ number: 5, filedOn: '昨天' }],
        contact: 'x',
        keywords: { a: 1 },
      };
      const { counts, problems } = await importing(
        'results',
        `${JSON.stringify(good)}\n${JSON.stringify(bad)}\nnot json\n`,
        { format: 'jsonl' },
      );
      expect(counts).toMatchObject({ created: 1, failed: 2 });
      expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
        '2 keywords IMPORT.BAD_CELL',
        '2 ipRights.0.kind IMPORT.BAD_CELL',
        '2 ipRights.0.filedOn IMPORT.BAD_CELL',
        '2 contact IMPORT.BAD_CELL',
        '3  IMPORT.ROW_UNREADABLE',
      ]);
      const [row] = await rowsOf('result', 'J-');
      expect(row?.body['ipRights']).toMatchObject([
        { number: '200310100002X', expiresOn: '2035-02-28', owners: ['甲', '乙'] },
      ]);
    });

    it('recognises papers and projects by their keys', async () => {
      const csl = {
        id: 'csl-1',
        title: '一种控制器设计',
        abstract: '摘要',
        keywords: ['控制'],
        discipline: '机械工程',
        category: '工学',
      };
      await importing('results', JSON.stringify(csl), { format: 'jsonl' });
      expect((await rowsOf('result', 'csl-'))[0]).toMatchObject({
        state: 'ONLINE',
        body: expect.objectContaining({
          techField: '03',
          summary: '摘要',
          applicationFields: ['机械工程'],
        }) as object,
      });
      const preprint = {
        id: 'ChinaXiv-1',
        title: '水稻施肥研究',
        abstract: '摘要',
        keywords: Array.from({ length: 12 }, (_, index) => `词${index}`),
      };
      await importing('results', JSON.stringify(preprint), { format: 'jsonl' });
      expect((await rowsOf('result', 'ChinaXiv-'))[0]?.body['keywords']).toHaveLength(10);
      const project = {
        no: '2018YFA0208400',
        year: '2018',
        title: '碳纳米管宏观体功能化',
        institution: '某大学',
        funds: '1937',
        type: '纳米科技（定向）',
      };
      await importing('needs', JSON.stringify(project), { format: 'jsonl', ownerId: stage.enterprise });
      expect((await rowsOf('need', '2018YFA'))[0]).toMatchObject({
        state: 'ONLINE',
        body: expect.objectContaining({
          budgetMax: 1_937_000_000,
          keywords: ['纳米科技'],
          needType: 'KEY_TECHNOLOGY',
        }) as object,
      });
    });
  });

  describe('a table of needs', () => {
    const head =
      '外部编号,需求名称,现状与难点,关键词,需求类型,指标,合作方式,预算上限(万元),期望完成日期,技术领域,联系人,联系电话\n';
    const complete = `${head}N-1,光伏胶膜低温交联工艺,${'现有胶膜交联温度过高导致隐裂率偏高。'.repeat(4)},胶膜,工艺改进,交联温度≤125℃；隐裂率<0.3%；外观良好,委托开发,120,2099/12/1,06,李工,13900005678\n`;

    it('reads indicators as people write them', async () => {
      await importing('needs', complete, { ownerId: stage.enterprise });
      const [row] = await rowsOf('need', 'N-');
      expect(row?.body['indicators']).toMatchObject([
        { name: '交联温度', operator: 'AT_MOST', target: '125', unit: '°C' },
        { name: '隐裂率', operator: 'LESS_THAN', target: '0.3', unit: '%' },
        { name: '外观良好', operator: 'QUALITATIVE' },
      ]);
      expect(row).toMatchObject({
        state: 'ONLINE',
        body: expect.objectContaining({ neededBy: '2099-12-01' }) as object,
      });
    });

    it('submits an enterprise’s complete need and keeps an incomplete one as a draft', async () => {
      const rows = complete.replace('N-1', 'M-1') + 'M-2,只有名称的需求,,,,,,,,,,\n';
      await importing('needs', rows, { ownerId: stage.enterprise, actor: stage.enterprisePerson });
      expect((await rowsOf('need', 'M-')).map(({ state }) => state)).toEqual(['BUREAU_REVIEW', 'DRAFT']);
    });
  });

  describe('an import by upload', () => {
    const START =
      'mutation ($input: StartImportInput!) { startImport(input: $input) { importRun { id state } } }';
    const RUN = `query ($id: ID!) { importRun(id: $id) { state mapping processed total created failed message fileName owner { id }
    problems(first: 10) { totalCount edges { node { row column value code message } } } } }`;
    const upload = async (actor: Actor, name: string, content: string): Promise<string> =>
      (
        (await stage.app.as(actor).upload('/files/listings', name, Buffer.from(content))).body as {
          id: string;
        }
      ).id;
    const start = (actor: Actor, input: object) =>
      stage.app.as(actor).mutate<{ startImport: { importRun: { id: string } } }>(START, { input });

    it('runs in the background and reports row by row', async () => {
      const fileId = await upload(
        stage.transferOfficer,
        '成果.csv',
        `${HEAD}W-1,网页上传的成果,,,,,,,,,,,\nW-2,,,,,,,,,,,,\n`,
      );
      const { startImport } = await start(stage.transferOfficer, {
        fileId,
        kind: 'RESULT',
        ownerId: stage.university,
      });
      await stage.app.settle();
      const { importRun } = await stage.app
        .as(stage.transferOfficer)
        .query<{ importRun: { problems: { totalCount: number; edges: unknown[] } } }>(
          RUN,
          startImport.importRun,
        );
      expect(importRun).toMatchObject({
        state: 'DONE',
        mapping: 'template',
        processed: 2,
        total: 2,
        created: 1,
        failed: 1,
        fileName: '成果.csv',
        owner: { id: stage.university },
        problems: { totalCount: 1, edges: [{ node: { row: 3, column: '成果名称', code: 'REQUIRED' } }] },
      });
      const other = await stage.app
        .as(stage.stranger)
        .query<{ importRun: unknown }>(RUN, startImport.importRun);
      expect(other.importRun).toBeNull();
      const { importRuns } = await stage.app
        .as(stage.transferOfficer)
        .query<{ importRuns: { edges: unknown[] } }>('{ importRuns { edges { node { id } } totalCount } }');
      expect(importRuns.edges).toHaveLength(1);
      const count = async (filter: object): Promise<number> =>
        (
          await stage.app.as(stage.transferOfficer).query<{
            importRuns: { totalCount: number };
          }>('query ($filter: ImportRunFilter) { importRuns(filter: $filter) { totalCount } }', { filter })
        ).importRuns.totalCount;
      const holds = { kinds: ['RESULT'], states: ['DONE'], dryRun: false, failed: true, text: '成果' };
      expect(await count(holds)).toBe(1);
      for (const other of [
        { kinds: ['NEED'] },
        { states: ['FAILED'] },
        { dryRun: true },
        { failed: false },
        { text: '%' },
      ])
        expect(await count({ ...holds, ...other })).toBe(0);
    });

    it('says when the file cannot be read at all', async () => {
      const fileId = await upload(stage.transferOfficer, '成果.xlsx', '不是表格');
      const { startImport } = await start(stage.transferOfficer, {
        fileId,
        kind: 'RESULT',
        ownerId: stage.university,
        dryRun: true,
      });
      await stage.app.settle();
      const { importRun } = await stage.app
        .as(stage.transferOfficer)
        .query<{ importRun: { state: string; message: string } }>(RUN, startImport.importRun);
      expect(importRun).toMatchObject({
        state: 'FAILED',
        message: expect.stringContaining('xlsx') as string,
      });
    });

    it('is refused for a foreign file, a foreign owner or a strange format', async () => {
      const fileId = await upload(stage.stranger, '成果.csv', HEAD);
      await start(stage.transferOfficer, { fileId, kind: 'RESULT', ownerId: stage.university }).expectCode(
        'IMPORT.FILE_UNKNOWN',
      );
      await start(stage.stranger, { fileId, kind: 'RESULT', ownerId: stage.university }).expectCode(
        'FORBIDDEN',
      );
      const pdf = await upload(stage.stranger, '成果.pdf', '%PDF-1.4');
      await start(stage.stranger, {
        fileId: pdf,
        kind: 'RESULT',
        ownerId: organisationOf(stage.stranger),
      }).expectCode('IMPORT.FORMAT_UNKNOWN');
    });
  });
});
