import { anonymous, type Actor } from '@jihui/kernel';
import { Db, IndexCheck, Reindex, sql } from '@jihui/platform';
import { PatentWatchService } from '../src/patents/patent-watch.service.js';
import {
  aWorld,
  enter,
  onPatent,
  patentInput,
  patentNumber,
  type Entry,
  type World,
} from './discovery.world.js';

describe('patents', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world?.app.close());

  const read = async <T>(who: Actor, id: string, fields: string): Promise<T | null> =>
    (
      await world.app
        .as(who)
        .query<{ patent: T | null }>(`query ($id: ID!) { patent(id: $id) { ${fields} } }`, { id })
    ).patent;
  const codesOf = async (call: {
    answer(): Promise<{
      errors?: readonly { extensions: { violations?: readonly { path: string; code: string }[] } }[];
    }>;
  }) =>
    ((await call.answer()).errors?.[0]?.extensions.violations ?? []).map(
      ({ path, code }) => `${path} ${code}`,
    );

  describe('an entry of the register', () => {
    it('is read back as it was entered, with the law’s term and the unit as applicant', async () => {
      const { id } = await enter(world, 1);
      expect(
        await read(
          world.office,
          id,
          'displayNumber state expiresOn applicants owners holderName divisionName open',
        ),
      ).toEqual({
        displayNumber: `ZL${patentNumber(1).slice(0, -1)}.${patentNumber(1).slice(-1)}`,
        state: 'GRANTED',
        expiresOn: '2038-02-28',
        applicants: ['忻州工业技术大学'],
        owners: ['忻州工业技术大学'],
        holderName: '忻州工业技术大学',
        divisionName: '忻府区',
        open: true,
      });
    });

    it('names everything that is wrong at once', async () => {
      const call = world.app
        .as(world.office)
        .mutate('mutation ($input: SavePatentInput!) { savePatent(input: $input) { clientMutationId } }', {
          input: {
            ownerId: world.university,
            state: 'GRANTED',
            paidThrough: 30,
            content: patentInput(2, {
              number: '2018100000021',
              title: '',
              grantedOn: '2017-01-01',
              expiresOn: '2040-01-01',
              techField: '99',
            }),
          },
        });
      expect((await codesOf(call)).sort()).toEqual([
        'grantedOn PATENT.DATES',
        'number PATENT.NUMBER',
        'paidThrough PATENT.FEE_YEAR',
        'techField DISCOVERY.UNKNOWN_CODE',
        'termNote PATENT.TERM_UNEXPLAINED',
        'title REQUIRED',
      ]);
    });

    it('refuses a number of another kind, a state without its day, and the same number again', async () => {
      const enterWith = (content: object) =>
        world.app
          .as(world.office)
          .mutate('mutation ($input: SavePatentInput!) { savePatent(input: $input) { clientMutationId } }', {
            input: { ownerId: world.university, state: 'GRANTED', content },
          });
      expect(
        await codesOf(enterWith(patentInput(3, { kind: 'UTILITY_MODEL', expiresOn: '2028-02-29' }))),
      ).toEqual(['kind PATENT.KIND']);
      expect(await codesOf(enterWith(patentInput(3, { grantedOn: null })))).toEqual([
        'grantedOn PATENT.STATE_DATE',
      ]);
      await enter(world, 4);
      expect(await codesOf(enterWith(patentInput(4)))).toEqual(['number PATENT.ALREADY_REGISTERED']);
    });

    it('is its holder’s secret until it is published', async () => {
      const filed = await enter(
        world,
        5,
        { publishedOn: null, grantedOn: null, title: '一项尚未公布的申请' },
        { state: 'FILED' },
      );
      const people: [Actor, boolean][] = [
        [world.office, true],
        [world.researcher, true],
        [world.officer, false],
        [world.enterprise, false],
        [anonymous, false],
      ];
      for (const [who, sees] of people) {
        expect((await read(who, filed.id, 'id')) !== null).toBe(sees);
        const { patents } = await world.app
          .as(who)
          .query<{ patents: { totalCount: number; facets: { states: { value: string }[] } } }>(
            '{ patents(filter: { text: "尚未公布" }) { totalCount facets { states { value } } } }',
          );
        expect(patents.totalCount).toBe(sees ? 1 : 0);
        expect(patents.facets.states).toHaveLength(sees ? 1 : 0);
      }
      await onPatent(world, 'publishPatent', filed, { on: '2020-01-01' });
      expect(await read(anonymous, filed.id, 'state publishedOn')).toEqual({
        state: 'PUBLISHED',
        publishedOn: '2020-01-01',
      });
    });

    it('is found by its number however that is written, by inventor, IPC and section', async () => {
      const { id } = await enter(world, 6, { inventors: ['甄别之'], ipc: ['H01L31/18', 'C23C14/00'] });
      const found = async (filter: object) => {
        const { patents } = await world.app
          .client()
          .query<{ patents: { edges: { node: { id: string } }[] } }>(
            'query ($filter: PatentFilter) { patents(filter: $filter, first: 100) { edges { node { id } } } }',
            { filter },
          );
        return patents.edges.some(({ node }) => node.id === id);
      };
      const number = patentNumber(6);
      for (const text of [
        `ZL${number.slice(0, -1)}.${number.slice(-1)}`,
        number.slice(0, -1),
        '甄别之',
        '甄别之 陶粒',
      ])
        expect([text, await found({ text })]).toEqual([text, true]);
      expect(await found({ text: '甄别之 -陶粒' })).toBe(false);
      expect(await found({ ipc: 'C23C' })).toBe(true);
      expect(await found({ ipcSections: ['H'] })).toBe(true);
      expect(await found({ ipcSections: ['C'] })).toBe(false);
    });

    it('is found by spelling, phrases, exclusion and any piece of a number, with marks and counts for the same reader', async () => {
      const { id } = await enter(world, 8, {
        title: '钼铼合金单晶的区熔装置',
        inventors: ['欧阳拾叶'],
        keywords: ['难熔金属'],
        publicationNumber: 'CN108765432A',
        ipc: ['C30B13/00'],
      });
      const hidden = await enter(
        world,
        9,
        { title: '钼铼合金单晶的提拉装置', publishedOn: null, grantedOn: null },
        { state: 'FILED' },
      );
      interface Asked {
        readonly totalCount: number;
        readonly facets: { readonly states: readonly { value: string; count: number }[] };
        readonly edges: readonly {
          readonly node: { readonly id: string };
          readonly highlights: readonly { readonly field: string }[];
        }[];
      }
      const asked = async (who: Actor, text: string, filter: object = {}) =>
        (
          await world.app.as(who).query<{ patents: Asked }>(
            `query ($filter: PatentFilter) { patents(filter: $filter, first: 50) { totalCount facets { states { value count } }
              edges { node { id } highlights { field parts { text matched } } } } }`,
            { filter: { text, ...filter } },
          )
        ).patents;
      const ids = (found: Asked): string[] => found.edges.map(({ node }) => node.id);
      for (const text of [
        'ouyangshiye',
        'oysy',
        '"区熔装置"',
        '鉬錸合金 區熔',
        '区熔 -提拉',
        'ＣＮ１０８７６５',
        '0876543',
        'C30B13',
      ])
        expect([text, ids(await asked(anonymous, text))]).toEqual([text, [id]]);
      expect(ids(await asked(anonymous, '区熔 -难熔金属'))).not.toContain(id);
      for (const [who, sees] of [
        [anonymous, [id]],
        [world.officer, [id]],
        [world.office, [id, hidden.id]],
      ] as const) {
        const found = await asked(who, '钼铼合金单晶');
        expect(ids(found).sort()).toEqual([...sees].sort());
        expect(found.totalCount).toBe(sees.length);
        expect(found.facets.states.reduce((sum, { count }) => sum + count, 0)).toBe(sees.length);
        expect(found.edges[0]?.highlights.map(({ field }) => field)).toContain('title');
      }
      const both = await asked(world.office, '钼铼合金单晶', { ipc: 'C30' });
      expect(ids(both)).toEqual([id]);
      expect((await asked(world.office, '钼铼合金单晶', { mine: true })).totalCount).toBe(2);
      for (const filter of [
        { mine: true },
        { openToAll: true },
        { filedYear: 2017 },
        { divisions: ['140981'] },
      ])
        expect((await asked(anonymous, '钼铼合金单晶', filter)).totalCount).toBe(0);
      await world.app.get(Reindex).run();
      expect((await world.app.get(IndexCheck).run()).drifts).toEqual([]);
    });

    it('leaves the register when it was an error, and its number is free again', async () => {
      const entry = await enter(world, 7);
      await onPatent(world, 'discardPatent', entry, {});
      expect(await read(anonymous, entry.id, 'id')).toBeNull();
      expect(await read(world.office, entry.id, 'state')).toEqual({ state: 'REMOVED' });
      await enter(world, 7);
    });
  });

  describe('fees', () => {
    it('are recorded year by year', async () => {
      const entry = await enter(world, 20, {}, { paidThrough: 8 });
      const pay = (at: Entry, year: number) =>
        onPatent(world, 'recordPatentFee', at, { year, paidOn: '2025-02-01', amount: 200_000 });
      expect(await codesOf(pay(entry, 10))).toEqual(['year PATENT.FEE_YEAR']);
      expect(await codesOf(pay(entry, 8))).toEqual(['year PATENT.FEE_YEAR']);
      const { it: paid } = await pay(entry, 9);
      const seen = await read<{ paidThrough: number; feeCalendar: { year: number; state: string }[] }>(
        world.office,
        paid.patent.id,
        'paidThrough feeCalendar { year state }',
      );
      expect(seen?.paidThrough).toBe(9);
      expect(seen?.feeCalendar.find(({ year }) => year === 9)?.state).toBe('PAID');
      await pay(entry, 10).expectCode('STALE_VERSION');
    });

    it('are nobody else’s to read', async () => {
      const { id } = await enter(world, 21);
      const hidden = { feeCalendar: null, fees: null, warnings: null, paidThrough: null, timeline: null };
      const fields = 'feeCalendar { year } fees { year } warnings { kind } paidThrough timeline { action }';
      expect(await read(world.enterprise, id, fields)).toEqual(hidden);
      expect(await read(world.officer, id, fields)).not.toEqual(hidden);
    });
  });

  describe('licences, pledges and the open licence', () => {
    const licence = (change: object = {}) => ({
      kind: 'ORDINARY',
      licensee: '定襄恒岳锻压法兰有限公司',
      effectiveOn: '2026-01-10',
      endsOn: '2030-01-10',
      fee: '每年五万元',
      ...change,
    });

    it('counts three months to the filing, and shows outsiders what is filed', async () => {
      const entry = await enter(world, 30);
      const { it } = await onPatent(world, 'addPatentLicence', entry, licence());
      const inside = await read<{ licences: { id: string; fileBy: string; fee: string }[] }>(
        world.office,
        entry.id,
        'licences { id fileBy fee }',
      );
      expect(inside?.licences).toMatchObject([{ fileBy: '2026-04-10', fee: '每年五万元' }]);
      expect(await read(anonymous, entry.id, 'licences { id }')).toEqual({ licences: [] });
      const filing = {
        licenceId: inside?.licences[0]?.id,
        filedOn: '2026-03-01',
        filingNumber: 'X2026980000001',
      };
      const { it: filed } = await onPatent(world, 'filePatentLicence', it.patent, filing);
      expect(await read(anonymous, entry.id, 'licences { licensee fee active }')).toEqual({
        licences: [{ licensee: '定襄恒岳锻压法兰有限公司', fee: null, active: true }],
      });
      expect(await codesOf(onPatent(world, 'filePatentLicence', filed.patent, filing))).toEqual([
        'licenceId PATENT.ENTRY_DONE',
      ]);
      const ended = { licenceId: filing.licenceId, endedOn: '2026-06-01' };
      await onPatent(world, 'endPatentLicence', filed.patent, ended);
      expect(
        await codesOf(
          onPatent(
            world,
            'endPatentLicence',
            { ...filed.patent, version: filed.patent.version + 1 },
            { ...ended, licenceId: entry.id },
          ),
        ),
      ).toEqual(['licenceId PATENT.ENTRY_UNKNOWN']);
    });

    it('ends with the patent, and excludes what an exclusive licence excludes', async () => {
      const entry = await enter(world, 31);
      expect(
        await codesOf(onPatent(world, 'addPatentLicence', entry, licence({ endsOn: '2039-01-01' }))),
      ).toEqual(['endsOn PATENT.LICENCE_BEYOND_TERM']);
      const { it } = await onPatent(world, 'addPatentLicence', entry, licence({ kind: 'EXCLUSIVE' }));
      expect(await codesOf(onPatent(world, 'addPatentLicence', it.patent, licence()))).toEqual([
        'kind PATENT.LICENCE_CONFLICT',
      ]);
      const open = { declaredOn: '2026-02-01', endsOn: '2030-01-01', feeStandard: '每年三万元，一次付清' };
      expect(await codesOf(onPatent(world, 'openPatentToAll', it.patent, open))).toEqual([
        ' PATENT.LICENCE_CONFLICT',
      ]);
    });

    it('asks the pledgee, and for the evaluation report of a utility model', async () => {
      const entry = await enter(world, 32, {
        kind: 'UTILITY_MODEL',
        number: patentNumber(32, 2020, 2),
        filedOn: '2020-03-01',
        publishedOn: null,
      });
      const { it } = await onPatent(world, 'addPatentPledge', entry, {
        pledgee: '忻州农村商业银行',
        registeredOn: '2025-01-01',
        registrationNumber: 'Y2025980000001',
      });
      expect(
        await codesOf(onPatent(world, 'addPatentLicence', it.patent, licence({ endsOn: '2029-01-01' }))),
      ).toEqual(['pledgeeConsents PATENT.PLEDGEE_CONSENT']);
      const open = {
        declaredOn: '2026-02-01',
        endsOn: '2029-01-01',
        feeStandard: '每年三万元，一次付清',
        pledgeeConsents: true,
      };
      expect(await codesOf(onPatent(world, 'openPatentToAll', it.patent, open))).toEqual([
        'evaluationReport PATENT.EVALUATION_REPORT',
      ]);
      const { it: opened } = await onPatent(world, 'openPatentToAll', it.patent, {
        ...open,
        evaluationReport: 'P2026-01',
      });
      expect(
        await read(
          anonymous,
          entry.id,
          'openLicence { active feeStandard } pledges { pledgee securedAmount }',
        ),
      ).toEqual({
        openLicence: { active: true, feeStandard: '每年三万元，一次付清' },
        pledges: [{ pledgee: '忻州农村商业银行', securedAmount: null }],
      });
      expect(
        await codesOf(
          onPatent(world, 'openPatentToAll', opened.patent, { ...open, evaluationReport: 'P2026-01' }),
        ),
      ).toEqual([' PATENT.OPEN_LICENCE_STATE']);
      await onPatent(world, 'closePatentToAll', opened.patent, { on: '2026-03-01' });
      expect(await read(anonymous, entry.id, 'openLicence { active withdrawnOn }')).toEqual({
        openLicence: { active: false, withdrawnOn: '2026-03-01' },
      });
    });
  });

  describe('a landscape', () => {
    it('counts years, applicants and classes, one level below what was chosen, without what is secret', async () => {
      const entry = (serial: number, year: number, ipc: string[], more: object = {}, state = 'GRANTED') =>
        enter(
          world,
          serial,
          {
            title: '态势专用',
            filedOn: `${year}-03-01`,
            publishedOn: `${year + 1}-09-01`,
            grantedOn: `${year + 2}-05-18`,
            ipc,
            ...more,
          },
          { state },
        );
      await entry(60, 2016, ['H01L31/18', 'H01L31/04']);
      await entry(61, 2018, ['H01L21/02', 'C23C14/00']);
      await entry(62, 2018, ['H02S40/10'], { applicants: ['甲单位', '忻州工业技术大学'] });
      await entry(63, 2019, ['H01L31/18'], { publishedOn: null, grantedOn: null }, 'FILED');
      const of = async (filter: object, who: Actor = anonymous) => {
        const { patentLandscape: found } = await world.app
          .as(who)
          .query<{ patentLandscape: Record<string, { key: string; count: number }[]> & { total: number } }>(
            'query ($filter: PatentFilter) { patentLandscape(filter: $filter) { total byYear { key count } byApplicant { key count } byIpc { key count } } }',
            { filter: { text: '态势专用', ...filter } },
          );
        const flat = (rows: { key: string; count: number }[] = []) =>
          rows.map(({ key, count }) => `${key} ${count}`);
        return {
          total: found.total,
          year: flat(found['byYear']),
          applicant: flat(found['byApplicant']),
          ipc: flat(found['byIpc']),
        };
      };
      expect(await of({})).toEqual({
        total: 3,
        year: ['2016 1', '2017 0', '2018 2'],
        applicant: ['忻州工业技术大学 3', '甲单位 1'],
        ipc: ['H 3', 'C 1'],
      });
      expect((await of({ ipc: 'H' })).ipc).toEqual(['H01 2', 'H02 1']);
      expect((await of({ ipc: 'H01' })).ipc).toEqual(['H01L 2']);
      expect((await of({ ipc: 'H01L' })).ipc).toEqual(['H01L21 1', 'H01L31 1']);
      expect(await of({ applicant: '甲单位', filedYear: 2018 })).toMatchObject({
        total: 1,
        year: ['2018 1'],
      });
      expect((await of({}, world.office)).total).toBe(4);
      expect(await of({ filedYear: 1999 })).toEqual({ total: 0, year: [], applicant: [], ipc: [] });
    });
  });

  describe('the night', () => {
    it('warns once of each thing, and ends a term that is over', async () => {
      const watch = world.app.get(PatentWatchService);
      const due = await enter(world, 40, {}, { paidThrough: 9 });
      const over = await enter(
        world,
        41,
        {
          filedOn: '2007-03-01',
          publishedOn: '2008-09-01',
          grantedOn: '2010-05-18',
          expiresOn: '2027-02-28',
        },
        { paidThrough: 20 },
      );
      const told = async (id: string) =>
        (
          await world.app.get(Db).query<{ action: string; warning: string | null }>(sql`
          select action, payload ->> 'warning' as warning from discovery.event where aggregate_id = ${id} and action in ('warn', 'expire') order by seq`)
        ).map(({ action, warning }) => `${action} ${warning ?? ''}`.slice(0, 13));
      for (const day of ['2027-01-15', '2027-01-15', '2027-02-10', '2027-03-05'])
        await watch.run(new Date(`${day}T02:00:00Z`));
      expect(await told(due.id)).toEqual(['warn 第 10 年度年', 'warn 第 10 年度年', 'warn 第 10 年度年']);
      expect((await told(over.id)).at(-1)).toBe('expire ');
      expect(await read(anonymous, over.id, 'state stateSince')).toEqual({
        state: 'EXPIRED',
        stateSince: '2027-03-01',
      });
    });
  });

  describe('a result that names its patent', () => {
    it('is shown with it, and where it is not public to who signed in', async () => {
      const entry = await enter(world, 50);
      await world.db.query(sql`
      insert into discovery.result (id, version, title, owner_id, online, public, patent_numbers)
      values (gen_random_uuid(), 1, '煤矸石陶粒成套技术', ${world.university}, true, false, array[${patentNumber(50)}])`);
      expect(await read(world.enterprise, entry.id, 'uses { title }')).toEqual({
        uses: [{ title: '煤矸石陶粒成套技术' }],
      });
      expect(await read(anonymous, entry.id, 'uses { title }')).toEqual({ uses: [] });
    });
  });
});
