import { sql } from '@jihui/platform';
import { printsOf } from '../src/core/text/likeness.js';
import { normalOf } from '../src/core/text/normal.js';
import { LikenessStore } from '../src/store/likeness.store.js';
import { aWorld, type World } from './contracts.world.js';
import { docxOf, paragraph } from './documents.js';

describe('likeness', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const SOLAR = [
    '技术开发合同',
    '第一条 研究开发内容：柔性钙钛矿组件耐折层的界面钝化，零下四十度储能单元的自加热策略，山地光伏阵列的阴影重构算法。',
    '第二条 技术指标：弯折一万次效率衰减不超过百分之八，低温容量保持率不低于七成五，遮挡工况发电量提升一成二。',
    '第三条 违约责任：任何一方违反本合同约定的，应当支付违约金，并赔偿对方因此遭受的损失。',
  ];
  const HERBS = [
    '技术开发合同',
    '第一条 研究开发内容：黄芩连作土壤的生防菌株筛选，蒙古黄芪种苗的脱毒扩繁，柴胡采收机的浅层振动挖掘机构。',
    '第二条 技术指标：连作三年单产不低于正茬八成五，脱毒率不低于九成，收净率达到百分之九十六。',
    '第三条 违约责任：任何一方违反本合同约定的，应当支付违约金，并赔偿对方因此遭受的损失。',
  ];
  const docx = (lines: readonly string[]): Buffer => docxOf(lines.map((line) => paragraph(line)).join(''));
  const upload = async (lines: readonly string[]): Promise<{ id: string; fileId: string }> => {
    const id = await world.application();
    const fileId = await world.upload(id, 'CONTRACT_TEXT', '合同.docx', docx(lines));
    return { id, fileId };
  };
  const likeTo = (fileId: string) =>
    world.rows<{ other: string; points: number }>(sql`
    select other_file_id as other, basis_points as points from contracts.text_likeness where file_id = ${fileId}
    union select file_id, basis_points from contracts.text_likeness where other_file_id = ${fileId}`);

  describe('texts that are nearly the same', () => {
    it('are found although parties, amounts and order differ; another technology in the same words is not', async () => {
      const first = await upload(SOLAR);
      await world.app.settle();
      const [head = '', one = '', two = '', three = ''] = SOLAR;
      const edited = [
        head,
        three,
        two.replace('应当', '须'),
        one.replace('第一条', '第三条'),
        '甲方支付人民币叁拾万元整。',
      ];
      const second = await upload(edited);
      const other = await upload(HERBS);
      await world.app.settle();
      expect(await likeTo(second.fileId)).toMatchObject([{ other: first.fileId }]);
      const [likeness] = await likeTo(first.fileId);
      expect(likeness?.points).toBeGreaterThan(8_400);
      expect(await likeTo(other.fileId)).toEqual([]);
    });

    it('find each other when they come at the same moment', async () => {
      const lines = HERBS.map((line) => line.replace('黄芩', '党参').replace('柴胡', '远志'));
      const [one, two] = await Promise.all([upload(lines), upload(lines.toReversed())]);
      await world.app.settle();
      expect(await likeTo(one.fileId)).toEqual(
        expect.arrayContaining([expect.objectContaining({ other: two.fileId })]),
      );
    });

    it('are not looked for in what was removed, nor in the same contract', async () => {
      const lines = SOLAR.map((line) => line.replace('钙钛矿', '铜铟镓硒').replace('储能', '储热'));
      const gone = await upload(lines);
      await world.app.settle();
      await world.applications.removeFile(world.seller, {
        ...(await world.target(gone.id)),
        fileId: gone.fileId,
      });
      const again = await world.upload(gone.id, 'CONTRACT_TEXT', '新.docx', docx([...lines, '第四条 附则']));
      await world.app.settle();
      expect((await likeTo(again)).map(({ other }) => other)).not.toContain(gone.fileId);
    });
  });

  describe('what is told of it', () => {
    const ASK = `query ($id: ID!) { contract(id: $id) { findings { code message path }
    files { id reading { likenesses { basisPoints registered contract { id acceptanceNumber } } } } } }`;
    interface Told {
      readonly contract: {
        readonly findings: readonly { readonly code: string; readonly message: string }[];
        readonly files: readonly {
          readonly id: string;
          readonly reading: { readonly likenesses: readonly { readonly contract: unknown }[] } | null;
        }[];
      };
    }
    const lines = SOLAR.map((line) => line.replace('钙钛矿', '有机聚合物').replace('山地', '水面'));

    it('the applicant learns that there is one, a registrar which one, and a draft is nobody’s business', async () => {
      const draft = await upload(lines);
      await world.app.settle();
      const second = await upload([...lines, '第四条 附则']);
      await world.app.settle();
      const ask = (as = world.seller) => world.app.as(as).query<Told>(ASK, { id: second.id });
      expect((await ask()).contract.findings.map(({ code }) => code)).not.toContain('CONTRACT.SIMILAR_TEXT');

      await world.applications.submit(world.seller, await world.target(draft.id));
      await world.applications.submit(world.seller, await world.target(second.id));
      // The first one passes to another applicant: this one may not see it any more.
      await world.rows(sql`
      update contracts.contract set applicant_organisation_id = gen_random_uuid(), applicant_person_id = gen_random_uuid()
      where id = ${draft.id}`);
      const own = (await ask()).contract;
      const said = own.findings.find(({ code }) => code === 'CONTRACT.SIMILAR_TEXT');
      expect(said?.message).toMatch(/高度相似（\d+%）/);
      const likeOf = ({ contract }: Told) =>
        contract.files.find(({ id }) => id === second.fileId)?.reading?.likenesses;
      expect(likeOf(await ask())).toMatchObject([{ registered: false, contract: null }]);
      expect(likeOf(await ask(world.registrarA))).toMatchObject([{ contract: { id: draft.id } }]);
    });
  });

  describe('the index of prints', () => {
    it('is used, gives up what a template makes common, and keeps the likeliest', async () => {
      const store = world.app.get(LikenessStore);
      const { id: contractId, fileId } = await upload(SOLAR);
      await world.app.settle();
      const prints = printsOf(normalOf(SOLAR.join('\n')));
      const [common = 0, ...rare] = prints;
      // Four hundred texts that share one print, of which two share a rare one as well.
      await world.rows(sql`
      with others as (
        insert into contracts.file (id, contract_id, kind, name, type, size, sha256, signed, uploaded_by, created_at)
        select gen_random_uuid(), (select id from contracts.contract where id <> ${contractId} limit 1), 'OTHER', 'x',
          'text/plain', 1, repeat('b', 64), false, ${world.seller.personId}, now()
        from generate_series(1, 400) returning id),
      readings as (
        insert into contracts.text_reading (file_id, reader, status, page_count, pages_known, characters, empty_pages,
          notes, read_at, normal)
        select id, 99, 'READ', 1, true, 1, '{}', '{}', now(), 'x' from others)
      insert into contracts.text_print (print, file_id)
      select ${common}::int, id from others
      union all select print, id from (select id from others limit 2) two, unnest(${rare.slice(0, 2)}::int[]) as print`);
      const found = await store.candidates({ fileId, contractId }, prints, 2);
      const strangers = found.filter(({ normal }) => normal === 'x');
      expect(strangers).toHaveLength(2);
      const plan = await world.rows<{ 'QUERY PLAN': string }>(
        sql`explain select file_id from contracts.text_print where print = ${common}`,
      );
      expect(plan.map((row) => row['QUERY PLAN']).join()).toMatch(/text_print_pkey/);
    });
  });
});
