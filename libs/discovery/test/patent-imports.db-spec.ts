import { Readable } from 'node:stream';
import { system, type Actor } from '@jihui/kernel';
import {
  Files,
  ImportRunsStore,
  pageArgs,
  readerFor,
  sql,
  uuidv7,
  Work,
  type ImportCounts,
  type ImportRun,
  type RowProblem,
  type SourceFormat,
} from '@jihui/platform';
import { PatentsImport } from '../src/imports/patents.import.js';
import { aWorld, onPatent, patentNumber, type World } from './discovery.world.js';

describe('patent imports', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.app.close());

  interface Outcome {
    readonly counts: ImportCounts;
    readonly problems: readonly string[];
  }
  async function importing(
    content: string,
    options: {
      actor?: Actor;
      ownerId?: string | null;
      dryRun?: boolean;
      format?: SourceFormat | 'xml';
    } = {},
  ): Promise<Outcome> {
    const problems: RowProblem[] = [];
    const importer = world.app.get(PatentsImport);
    const read = readerFor(importer, `专利.${options.format ?? 'csv'}`);
    const counts = await importer.run({
      actor: options.actor ?? system('import'),
      rows: read(Readable.from([Buffer.from(content)])),
      ownerId: options.ownerId === undefined ? world.university : options.ownerId,
      dryRun: options.dryRun ?? false,
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    return { counts, problems: problems.map(({ row, column, code }) => `${row} ${column} ${code}`) };
  }

  interface Stored {
    readonly id: string;
    readonly state: string;
    readonly version: number;
    readonly kind: string;
    readonly title: string;
    readonly filed_on: string;
    readonly paid_through: number | null;
    readonly applicants: readonly string[];
    readonly cluster: string | null;
  }
  const stored = async (serial: number): Promise<Stored | undefined> =>
    world.db.one<Stored>(sql`
    select id, state, version, kind, title, filed_on::text, paid_through, applicants, cluster from discovery.patent
    where number = ${patentNumber(serial)} and state <> 'REMOVED'`);
  const written = (serial: number): string =>
    `ZL${patentNumber(serial).slice(0, -1)}.${patentNumber(serial).slice(-1)}`;

  const HEAD =
    '申请号,专利类型,名称,申请(专利权)人,发明(设计)人,IPC,申请日,公开(公告)日,授权公告日,法律状态,已缴年度,产业集群\n';
  const rowOf = (
    serial: number,
    change: Partial<Record<'title' | 'state' | 'granted', string>> = {},
  ): string =>
    [
      written(serial),
      '发明专利',
      change.title ?? `一种环锻件的测温方法（${serial}）`,
      '忻州工业技术大学；定襄恒岳锻压法兰有限公司',
      '李文博;秦树林',
      'G01K1/14；G01K13/00',
      '2018/3/1',
      '2019年9月1日',
      change.granted ?? '2021-05-18',
      change.state ?? '有效',
      '5',
      '特种金属材料',
    ].join(',') + '\n';

  describe('a table of patents, as the patent office writes it', () => {
    it('stores the good rows and names each bad cell by row and column', async () => {
      const wrong = `${patentNumber(703).slice(0, -1)}${patentNumber(703).endsWith('1') ? '2' : '1'}`;
      const { counts, problems } = await importing(
        HEAD +
          rowOf(701) +
          rowOf(702, { granted: '', state: '' }) +
          rowOf(703).replace(written(703), wrong) +
          rowOf(704, { title: '' }) +
          rowOf(705).replace('2018/3/1', '三月一日') +
          rowOf(706, { state: '睡眠' }) +
          rowOf(701),
      );
      expect(counts).toEqual({ processed: 7, created: 2, updated: 0, unchanged: 0, failed: 5 });
      expect(problems).toEqual([
        '4 申请号 PATENT.NUMBER',
        '5 名称 REQUIRED',
        '6 申请日 IMPORT.BAD_CELL',
        '7 法律状态 IMPORT.BAD_CELL',
        '8 申请号 PATENT.TWICE_IN_FILE',
      ]);
      expect(await stored(701)).toMatchObject({
        state: 'GRANTED',
        version: 1,
        kind: 'INVENTION_PATENT',
        filed_on: '2018-03-01',
        paid_through: 5,
        applicants: ['忻州工业技术大学', '定襄恒岳锻压法兰有限公司'],
      });
      // Without a legal status in the row, its days tell it.
      expect((await stored(702))?.state).toBe('PUBLISHED');
    });

    it('takes JSON lines, a holder by its name, and says which it does not know', async () => {
      const lines = [
        {
          number: patentNumber(711),
          title: '一种法兰',
          inventors: ['甲'],
          filedOn: '2018-03-01',
          owner: '忻州工业技术大学',
        },
        {
          number: patentNumber(712),
          title: '一种法兰',
          inventors: ['甲'],
          filedOn: '2018-03-01',
          owner: '无此单位',
        },
        { number: patentNumber(713), title: '一种法兰', inventors: ['甲'], filedOn: '2018-03-01' },
      ];
      const { counts, problems } = await importing(lines.map((line) => JSON.stringify(line)).join('\n'), {
        format: 'jsonl',
        ownerId: null,
      });
      expect(counts).toMatchObject({ created: 1, failed: 2 });
      expect(problems).toEqual(['2 登记单位 DISCOVERY.NOT_YET_KNOWN', '3  DISCOVERY.NOT_YET_KNOWN']);
      expect(await stored(711)).toMatchObject({ state: 'FILED', applicants: ['忻州工业技术大学'] });
    });

    it('refuses a file none of whose columns is known', async () => {
      await expect(importing('甲,乙\n1,2\n')).rejects.toMatchObject({ code: 'PATENT.NO_COLUMNS' });
    });
  });

  describe('the same file once more', () => {
    it('changes nothing; a corrected file corrects what nobody changed since', async () => {
      expect((await importing(HEAD + rowOf(721))).counts).toMatchObject({ created: 1 });
      expect((await importing(HEAD + rowOf(721))).counts).toMatchObject({ unchanged: 1 });
      expect((await importing(HEAD + rowOf(721, { title: '一种环锻件' }))).counts).toMatchObject({
        updated: 1,
      });
      expect(await stored(721)).toMatchObject({ title: '一种环锻件', version: 2, paid_through: 5 });
      expect((await importing(HEAD + rowOf(721, { title: '一种环锻件' }))).counts).toMatchObject({
        unchanged: 1,
      });
    });

    it('a dry run says the same and stores nothing', async () => {
      expect((await importing(HEAD + rowOf(731), { dryRun: true })).counts).toMatchObject({ created: 1 });
      expect(await stored(731)).toBeUndefined();
    });

    it('what was entered by hand is not overwritten, nor a legal status changed', async () => {
      await importing(HEAD + rowOf(741) + rowOf(742));
      const { id = '', version = 0 } = (await stored(741)) ?? {};
      await onPatent(world, 'lapsePatent', { id, version, state: 'GRANTED' }, { on: '2026-03-01' });
      expect((await importing(HEAD + rowOf(741))).problems).toEqual(['2 法律状态 PATENT.STATE_BY_VERB']);
      await world.db.query(sql`
      update discovery.patent set content = content || '{"title": "改过的名称"}' where number = ${patentNumber(742)}`);
      expect((await importing(HEAD + rowOf(742, { title: '另一名称' }))).problems).toEqual([
        '2  PATENT.CHANGED_BY_HAND',
      ]);
    });
  });

  describe('whose patents', () => {
    it('another unit’s public number is not entered a second time', async () => {
      await importing(HEAD + rowOf(751));
      const { problems } = await importing(HEAD + rowOf(751), {
        ownerId: world.enterprise.memberships[0]?.organisationId ?? null,
      });
      expect(problems).toEqual(['2 申请号 PATENT.ALREADY_REGISTERED']);
    });

    it('whoever does not keep the holder’s register enters nothing', async () => {
      const { counts, problems } = await importing(HEAD + rowOf(761), { actor: world.researcher });
      expect([counts.created, problems]).toEqual([0, ['2  FORBIDDEN']]);
      expect((await importing(HEAD + rowOf(761), { actor: world.office })).counts.created).toBe(1);
    });
  });

  describe('a file of ST.96', () => {
    const record = (serial: number, change: { title?: string; number?: string } = {}): string =>
      `<pat:PatentDocument><pat:BibliographicData>
        <pat:ApplicationIdentification><com:ApplicationNumberText>${change.number ?? written(serial)}</com:ApplicationNumberText>
          <pat:FilingDate>20180301</pat:FilingDate></pat:ApplicationIdentification>
        <com:PublicationDate>2019-09-01</com:PublicationDate><pat:GrantDate>2021-05-18</pat:GrantDate>
        <pat:InventionTitle>${change.title ?? '一种环锻件的测温方法'}</pat:InventionTitle>
        <pat:Inventor><com:PersonFullName>李文博</com:PersonFullName></pat:Inventor>
        <pat:IPCRClassification>G01K 1/14</pat:IPCRClassification>
      </pat:BibliographicData></pat:PatentDocument>`;
    const bag = (records: string): string =>
      `<bag xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">${records}</bag>`;

    it('is taken in as a table is: checked first, row by row, and a second time without a change', async () => {
      const digit = patentNumber(792).endsWith('1') ? '2' : '1';
      const wrong = record(792, { number: patentNumber(792).slice(0, -1) + digit });
      const content = bag(record(791) + wrong + record(793));
      const dry = await importing(content, { format: 'xml', dryRun: true });
      expect(dry.counts).toMatchObject({ processed: 3, created: 2, failed: 1 });
      expect(await stored(791)).toBeUndefined();
      const { counts, problems } = await importing(content, { format: 'xml' });
      expect(counts).toMatchObject({ processed: 3, created: 2, failed: 1 });
      expect(problems).toEqual(['2 申请号 PATENT.NUMBER']);
      expect(await stored(791)).toMatchObject({ state: 'GRANTED', filed_on: '2018-03-01' });
      expect((await importing(content, { format: 'xml' })).counts).toMatchObject({ unchanged: 2, failed: 1 });
      const corrected = await importing(bag(record(793, { title: '改正后的名称' })), { format: 'xml' });
      expect(corrected.counts).toMatchObject({ updated: 1 });
      expect(await stored(793)).toMatchObject({ title: '改正后的名称', version: 2 });
    });
  });

  describe('a file by upload', () => {
    /** Notes a run as listings does, whose page uploads are, and waits for its job. */
    async function uploaded(fileName: string, content: string, dryRun = false): Promise<ImportRun> {
      const { app, university: ownerId, office: actor } = world;
      const runs = app.get(ImportRunsStore);
      const { sha256 } = await app.get(Files).put(Readable.from([Buffer.from(content)]));
      const id = uuidv7();
      await app.get(Work).run({ domain: 'discovery', name: 'startImport', actor }, async (tx) => {
        await runs.start({ id, kind: 'PATENT', dryRun, sha256, fileName, ownerId, actor }, tx.now);
        await tx.addJob('discovery.runImport', { importId: id });
      });
      await app.settle();
      const run = await runs.get(actor, id);
      if (run === undefined) throw new Error('the run is gone');
      return run;
    }
    const problemsOf = async (run: ImportRun): Promise<readonly string[]> => {
      const page = await world.app.get(ImportRunsStore).problems([run.id], pageArgs({ first: 10 }));
      return (page.get(run.id)?.edges ?? []).map(({ node }) => `${node.row} ${node.column} ${node.code}`);
    };

    it('is checked and stores nothing, then taken in without its bad row, and told row by row', async () => {
      const rows = HEAD + rowOf(771) + rowOf(772, { title: '' });
      const checked = await uploaded('专利.csv', rows, true);
      expect(checked).toMatchObject({ state: 'DONE', processed: 2, total: 2, created: 1, failed: 1 });
      expect(await problemsOf(checked)).toEqual(['3 名称 REQUIRED']);
      expect(await stored(771)).toBeUndefined();
      expect(await uploaded('专利.csv', rows)).toMatchObject({ state: 'DONE', created: 1, failed: 1 });
      expect(await stored(771)).toMatchObject({ state: 'GRANTED', version: 1 });
    });

    it('may be ST.96; what cannot be read is said of the run', async () => {
      const xml = `<r><PatentDocument><BibliographicData><ApplicationIdentification>
        <ApplicationNumberText>${written(773)}</ApplicationNumberText><FilingDate>20180301</FilingDate>
        </ApplicationIdentification><InventionTitle>一种法兰</InventionTitle>
        <Inventor><PersonFullName>李文博</PersonFullName></Inventor></BibliographicData></PatentDocument></r>`;
      expect(await uploaded('专利.xml', xml)).toMatchObject({ state: 'DONE', created: 1, failed: 0 });
      expect(await uploaded('专利.xml', '<r/>')).toMatchObject({
        state: 'FAILED',
        message: expect.stringContaining('ST.96') as string,
      });
    });

    it('run again after a crash says the same and stores nothing twice', async () => {
      const run = await uploaded('专利.csv', HEAD + rowOf(774) + rowOf(775, { title: '' }));
      await world.db.query(
        sql`update platform.import_run set state = 'RUNNING', created = 9 where id = ${run.id}`,
      );
      await world.app
        .get(Work)
        .run({ domain: 'discovery', name: 'again', actor: system('test') }, (tx) =>
          tx.addJob('discovery.runImport', { importId: run.id }),
        );
      await world.app.settle();
      const again = await world.app.get(ImportRunsStore).get(world.office, run.id);
      expect(again).toMatchObject({ state: 'DONE', processed: 2, created: 0, unchanged: 1, failed: 1 });
      expect(await problemsOf(run)).toHaveLength(1);
      expect(await stored(774)).toMatchObject({ version: 1 });
    });
  });
});
