import type { OrganisationSnapshot } from '@jihui/events';
import { anonymous, type Actor } from '@jihui/kernel';
import { Db, IndexCheck, Reindex, sql, Work } from '@jihui/platform';
import { aMember } from '@jihui/testing';
import { ProjectionService } from '../src/projection.service.js';
import { aWorld, PLACE, type World } from './discovery.world.js';
import { CONTENT, expertActs } from './experts.acts.js';

/** Who finds and reads which expert, by what. */
describe('the experts that one may know of', () => {
  let world: World;
  let db: Db;
  const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });
  const { known, someone, on, active, read, found } = expertActs(() => world);

  beforeAll(async () => {
    world = await aWorld();
    ({ db } = world);
  }, 120_000);
  afterAll(() => world?.app.close());

  it('shows each circle of readers the fields that are for it, and finds by nothing else', async () => {
    const who = await someone('段景和');
    const { id } = await active(
      who,
      { privacy: { position: 'OFFICERS', achievements: 'SIGNED_IN', introduction: 'OFFICERS' } },
      {
        position: '隐秘职务',
        achievements: '登录可见的业绩',
        introduction: CONTENT.introduction + '石墨烯涂层',
      },
    );
    const fields =
      'position achievements degree phone email introduction hidden privacy { phone } relations { id }';
    const nothing = { position: '', introduction: '', phone: '', email: '', privacy: null, relations: null };
    expect(await read(anonymous, id, fields)).toEqual({
      ...nothing,
      achievements: '',
      degree: '',
      hidden: ['achievements', 'degree', 'email', 'introduction', 'phone', 'position'],
    });
    expect(await read(world.enterprise, id, fields)).toEqual({
      ...nothing,
      achievements: '登录可见的业绩',
      degree: '工学博士',
      hidden: ['email', 'introduction', 'phone', 'position'],
    });
    for (const reader of [who, world.officer])
      expect(await read(reader, id, 'position phone hidden privacy { phone }')).toEqual({
        position: '隐秘职务',
        phone: CONTENT.phone,
        hidden: [],
        privacy: { phone: 'OFFICERS' },
      });
    for (const [reader, text, sees] of [
      [anonymous, '段景和', true],
      [anonymous, '煤矸石 段景', true],
      [anonymous, '登录可见', false],
      [world.enterprise, '登录可见', true],
      [world.enterprise, '石墨烯涂层', false],
      [world.officer, '石墨烯涂层', true],
      [county, '石墨烯涂层', false],
    ] as const)
      expect([text, (await found(reader, { text })).includes(id)]).toEqual([text, sees]);
  });

  it('is found by spelling, initials, phrases and what may have been meant, with marks and counts for the same reader', async () => {
    const who = await someone('柳絮飞');
    const { id } = await active(
      who,
      { privacy: { introduction: 'SIGNED_IN' } },
      {
        keywords: ['钒钛磁铁矿'],
        introduction: '长期从事钒钛磁铁矿 selective 浮选药剂的研究，主持多项省级科研项目。',
        techFields: ['05'],
      },
    );
    await world.app.settle();
    const asked = async (reader: Actor, text: string, filter: object = {}) =>
      (
        await world.app.as(reader).query<{ experts: Asked }>(
          `query ($filter: ExpertFilter) { experts(filter: $filter) { totalCount loose suggestion
            facets { techFields { value count } } edges { node { id } highlights { field parts { text matched } } } } }`,
          { filter: { text, ...filter } },
        )
      ).experts;
    interface Asked {
      readonly totalCount: number;
      readonly loose: boolean;
      readonly suggestion: string | null;
      readonly facets: { readonly techFields: readonly { value: string; count: number }[] };
      readonly edges: readonly {
        readonly node: { readonly id: string };
        readonly highlights: readonly { field: string; parts: { text: string; matched: boolean }[] }[];
      }[];
    }
    for (const text of [
      'liuxufei',
      'lxf',
      '柳絮',
      '"钒钛磁铁矿"',
      '磁铁矿 柳絮飞',
      '柳絮飞 -石墨烯',
      '釩鈦磁鐵礦',
    ])
      expect([text, (await found(anonymous, { text }))[0]]).toEqual([text, id]);
    expect(await found(anonymous, { text: '柳絮飞 -磁铁矿' })).not.toContain(id);
    // What one may not read neither finds, nor counts, nor is marked, nor suggested.
    for (const [reader, sees] of [
      [anonymous, false],
      [world.enterprise, true],
    ] as const) {
      const words = await asked(reader, '浮选药剂');
      expect(words.edges.some(({ node }) => node.id === id)).toBe(sees);
      expect(words.totalCount).toBe(words.edges.length);
      expect((await asked(reader, 'selectve')).suggestion).toBe(sees ? 'selective' : null);
      const byName = (await asked(reader, '柳絮飞 浮选')).edges.find(({ node }) => node.id === id);
      expect(byName?.highlights.map(({ field }) => field).includes('introduction')).toBe(sees);
      const counted = await asked(reader, '柳絮飞');
      expect(counted.totalCount).toBe(1);
      expect(counted.facets.techFields).toEqual([{ value: '05', count: 1 }]);
      expect((await asked(reader, '柳絮飞', { techFields: ['01'] })).totalCount).toBe(0);
    }
  });

  it('is found under the present name of person and unit, and no more after leaving', async () => {
    const who = await someone('上官初阳');
    const profile = await active(who);
    await known(who, { displayName: '皇甫新雨' }, 2);
    expect(await found(anonymous, { text: '"皇甫新雨"' })).toEqual([profile.id]);
    expect(await found(anonymous, { text: '"上官初阳"' })).not.toContain(profile.id);
    const unit: OrganisationSnapshot = {
      id: world.university,
      name: '改名后的量子学院',
      kind: 'UNIVERSITY',
      uscc: world.university.slice(0, 18),
      divisionCode: PLACE,
      partyNature: '14',
      stateEstablished: true,
      status: 'ACTIVE',
      legalRepresentative: '',
      contactName: '',
      contactPhone: '',
      address: '',
    };
    const before = await db.query<{ version: number; name: string }>(
      sql`select version, name from discovery.organisation where id = ${world.university}`,
    );
    const tell = (name: string, version: number) =>
      world.app
        .get(Work)
        .run({ domain: 'discovery', name: 'test', actor: { kind: 'system', name: 'test' } }, (tx) =>
          world.app.get(ProjectionService).organisation({ ...unit, name }, version, tx),
        );
    const version = before[0]?.version ?? 0;
    await tell(unit.name, version + 1);
    expect(await found(anonymous, { text: '"改名后的量子学院" 皇甫新雨' })).toEqual([profile.id]);
    await tell(before[0]?.name ?? '', version + 2);
    expect(await found(anonymous, { text: '"改名后的量子学院"' })).not.toContain(profile.id);
    const left = (await on(who, 'exitExpert', profile, { reason: 'OWN_REQUEST' })).it.expert;
    expect(left.state).toBe('EXITED');
    expect(await found(anonymous, { text: '"皇甫新雨"' })).not.toContain(profile.id);
    expect(await found(world.officer, { text: '"皇甫新雨"', bank: true })).toEqual([profile.id]);
  });

  it('is found as before after the index was made anew, which differs in nothing from the bank', async () => {
    const { id } = await active(await someone('重建中'));
    await db.query(sql`delete from platform.search_document where id = ${id}`);
    expect(await found(anonymous, { text: '"重建中"' })).toEqual([]);
    const steps: string[] = [];
    await world.app.get(Reindex).run(({ what }) => steps.push(what));
    expect(steps).toContain('expert');
    expect(await found(anonymous, { text: '"重建中"' })).toEqual([id]);
    expect((await world.app.get(IndexCheck).run()).drifts).toEqual([]);
  });

  it('lets nobody know of whoever wants to be known to the bureau alone', async () => {
    const { id } = await active(await someone('邓不露'), { visibility: 'OFFICERS' });
    for (const reader of [anonymous, world.enterprise, county]) {
      expect(await read(reader, id, 'id')).toBeNull();
      expect(await found(reader, { text: '邓不露' })).toEqual([]);
    }
    expect(await found(world.officer, { text: '邓不露' })).toEqual([id]);
  });

  it('counts facets of what the viewer may know of, and lists the whole bank to its bureau alone', async () => {
    const hidden = await active(await someone(), { visibility: 'OFFICERS' }, { techFields: ['11'] });
    const fields = async (who: Actor): Promise<string[]> =>
      (
        await world.app
          .as(who)
          .query<{ experts: { facets: { techFields: { value: string }[] } } }>(
            '{ experts { facets { techFields { value count } modes { value } states { value } } } }',
          )
      ).experts.facets.techFields.map(({ value }) => value);
    expect(await fields(anonymous)).not.toContain('11');
    expect(await fields(world.officer)).toContain('11');
    const gone = (await on(world.officer, 'suspendExpert', hidden, { reason: 'ABSENCE', note: '两次未到' }))
      .it.expert;
    expect(await found(world.officer, {})).not.toContain(gone.id);
    expect(await found(world.officer, { bank: true, states: ['SUSPENDED'] })).toContain(gone.id);
    for (const reader of [anonymous, county, world.enterprise])
      expect(await found(reader, { bank: true })).toEqual([]);
  });
});
