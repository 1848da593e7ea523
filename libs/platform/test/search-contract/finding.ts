import { Db, SearchWordBook, sql } from '@jihui/platform';
import { type Contract } from './finder.js';
import { ISSUES } from './issues.js';

/** What words, names, numbers and spellings find. */
export function finding(world: Contract): void {
  const { put, find, ask } = world;

  it.each(ISSUES)('%s', async (_, titles, query, found) => {
    await put(...titles.map((title) => ({ title })));
    // What holds all the words: with many words, what lacks one of them is otherwise found after these.
    expect((await find(query, { exact: true })).sort()).toEqual([...found].sort());
  });

  it('counts a long phrase where it stands as a whole, and no other', async () => {
    await put({ title: '测试工具箱' }, { title: '测试工具 试工具箱' });
    for (const [query, count] of [
      ['"测试工具箱"', 1],
      ['-"测试工具箱"', 1],
      ['"工具箱"', 2],
    ] as const)
      expect([query, await (await ask(query)).count()]).toEqual([query, count]);
    await world.finder.expectEngine();
  });

  it('finds as one types', async () => {
    await put({ title: '石墨烯导电浆料' }, { title: 'Graphene slurry' });
    for (const typed of ['石', '石墨', '石墨烯', '石墨烯导', '石墨烯导电浆'])
      expect(await find(typed)).toEqual(['石墨烯导电浆料']);
    for (const typed of ['gr', 'Graph', 'graphene sl'])
      expect(await find(typed)).toEqual(['Graphene slurry']);
    // What is followed by a blank is typed whole.
    expect((await ask('graph slurry')).loose).toBe(true);
  });

  it('finds a name by pinyin and initials, from any syllable on', async () => {
    await put({ title: '合金', owner: '中北大学' }, { title: '陶瓷', owner: '太原理工大学' });
    for (const typed of ['zhongbei', 'zbdx', 'beidaxue', 'zhongbeidaxue'])
      expect(await find(typed)).toEqual(['合金']);
    expect(await find('taiyuan')).toEqual(['陶瓷']);
    // A title is no name.
    expect(await find('hejin')).toEqual([]);
  });

  it('forgives misspelt Latin words, and says what was meant', async () => {
    await put({ title: 'graphene composite' }, { title: 'graphite electrode' });
    expect(await find('grapene')).toEqual(['graphene composite']);
    expect(await find('grahpite electrode')).toEqual(['graphite electrode']);
    expect(await (await ask('grapene composite')).suggestion()).toBe('graphene composite');
    expect(await (await ask('graphene')).suggestion()).toBeNull();
    // Short words are meant as they stand.
    expect(await find('gra')).toHaveLength(2);
    expect(await find('xyz')).toEqual([]);
  });

  it('says which Chinese word was misheard, and finds nothing by it before one takes it', async () => {
    await put({ title: '石墨烯导电浆料', keywords: '石墨烯' });
    const answer = await ask('石墨希');
    expect(await answer.suggestion()).toBe('石墨烯');
  });

  it('reads full width as half, traditional as simplified', async () => {
    await put({ title: 'LED外延片' }, { title: '積體電路封裝' }, { title: 'ＧａＮ器件' });
    expect(await find('ＬＥＤ')).toEqual(['LED外延片']);
    expect(await find('集成电路')).toEqual(['積體電路封裝']);
    expect(await find('磊晶 led')).toEqual(expect.any(Array));
    expect(await find('外延片 ＬＥＤ')).toEqual(['LED外延片']);
    expect(await find('gan')).toEqual(['ＧａＮ器件']);
    expect(await find('積體電路')).toEqual(['積體電路封裝']);
  });

  it('finds numbers by any piece, however they are written', async () => {
    await put(
      { title: '专利', numbers: 'ZL202010123456.7 CG2026000123' },
      { title: '机构', numbers: '91140900MA0GTTN38L' },
    );
    for (const typed of [
      'ZL 2020 1012 3456.7',
      '202010123456.7',
      '0101234',
      'CG2026000123',
      'cg2026',
      '１０１２３４５６',
    ])
      expect(await find(typed)).toEqual(['专利']);
    for (const typed of ['91140900MA0GTTN38L', 'ma0gttn38l', '91140900'])
      expect([typed, await find(typed)]).toEqual([typed, ['机构']]);
    expect(await find('20201012345699')).toEqual([]);
  });

  it('uses the administrator’s synonyms and stop words', async () => {
    const db = world.finder.app.get(Db);
    await put({ title: '硅外延片清洗' }, { title: 'EPI生长炉' }, { title: '光伏逆变器' });
    expect(await find('EPI')).toEqual(['EPI生长炉']);
    const book = world.finder.app.get(SearchWordBook);
    await db.transaction(async () => {
      const { version } = await book.lock();
      await book.replace({
        version,
        synonyms: [['外延片', 'EPI', 'epitaxial wafer']],
        stopWords: ['解决方案'],
      });
    });
    for (const typed of ['EPI', '外延片', 'epitaxial wafer'])
      expect((await find(typed)).sort()).toEqual(['EPI生长炉', '硅外延片清洗']);
    expect(await find('光伏解决方案')).toEqual(['光伏逆变器']);
    expect((await ask('光伏解决方案')).loose).toBe(false);
    await db.query(sql`delete from platform.search_words`);
  });
}
