import type { PersonActor } from '@jihui/kernel';
import { unzipped } from '@jihui/platform';
import { aWorld, type World } from './contracts.world.js';

describe('statistics export', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
    await world.application('REGISTERED');
  }, 120_000);
  afterAll(() => world.close());

  const PATH = '/files/contracts/exports/statistics';
  const get = (address: string, actor?: PersonActor) =>
    (actor ? world.app.as(actor) : world.app.client()).get(address);

  describe('the figures as a file', () => {
    it('are a workbook with a cover and one sheet an item', async () => {
      const answer = await get(`${PATH}.xlsx?fromMonth=2026-01&toMonth=2099-12`, world.officer).responseType(
        'blob',
      );
      expect([answer.status, answer.headers['content-disposition']]).toEqual([
        200,
        'attachment; filename="technology-contracts.xlsx"',
      ]);
      const workbook = unzipped(answer.body as Buffer)?.get('xl/workbook.xml') ?? new Uint8Array();
      const names = [
        ...Buffer.from(workbook)
          .toString()
          .matchAll(/<sheet [^>]*name="([^"]+)"/g),
      ];
      const sheets = names.map(([, name]) => name ?? '');
      expect(sheets[0]).toBe('说明');
      expect([...new Set(sheets.slice(1).map((name) => Number(name.split(' ')[0])))]).toEqual(
        Array.from({ length: 17 }, (_, item) => item),
      );
      expect(sheets).toContain('9 流向矩阵');
    });

    it('are a table, whose parts of each breakdown sum to its totals; parties are named to the bureau alone', async () => {
      const asked = '?fromMonth=2026-01&toMonth=2099-12';
      const { text } = await get(`${PATH}.csv${asked}`);
      const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
      expect(head.split(',').slice(0, 8)).toEqual([
        '统计项目',
        '分项',
        '归类',
        '代码',
        '名称',
        '项数',
        '成交额（万元）',
        '技术交易额（万元）',
      ]);
      const rows = lines.map((line) => line.split(','));
      const classes = rows.filter(([, title]) => title === '按合同类别');
      const total = classes.find(([, , , code]) => code === 'total');
      const parts = classes.filter(([, , , code]) => code !== 'total');
      expect(total?.[5]).toBe('1');
      expect(parts.reduce((sum, row) => sum + Number(row[6]), 0)).toBe(Number(total?.[6]));
      expect(rows.some(([, title]) => title === '卖方前二十名')).toBe(false);
      const inside = await get(`${PATH}.csv${asked}`, world.officer);
      expect(inside.text).toContain('卖方前二十名');
    });

    it('are refused for months that are none', async () => {
      const { status, body } = await get(`${PATH}.csv?fromMonth=2026-13`);
      expect([status, body]).toEqual([422, expect.objectContaining({ code: 'CONTRACT.BAD_PERIOD' })]);
    });
  });

  describe('the month to publish', () => {
    it('is told to the city’s officer alone', async () => {
      const next = async (actor?: PersonActor): Promise<string | null> =>
        (
          await (actor ? world.app.as(actor) : world.app.client()).query<{
            nextStatisticsMonth: string | null;
          }>('{ nextStatisticsMonth }')
        ).nextStatisticsMonth;
      expect(await next()).toBeNull();
      expect(await next(world.countyRegistrar)).toBeNull();
      const month = await next(world.officer);
      expect(month).toMatch(/^\d{4}-\d{2}$/);
      await world.app
        .as(world.officer)
        .mutate(
          'mutation ($input: CloseStatisticsMonthInput!) { closeStatisticsMonth(input: $input) { closing { month } } }',
          { input: { month } },
        );
      expect(await next(world.officer)).toBeNull();
    });
  });
});
