import { pageArgs } from '@jihui/platform';
import { type Contract } from './finder.js';

/** What is found where little or nothing holds all the words. */
export function breadth(world: Contract): void {
  const { put, find, ask } = world;

  it('takes what holds a good part of the words beside the few that hold all, and says so', async () => {
    await put(
      { title: '沙丘形态的无人机遥感监测' },
      { title: '无人机遥感在矿山监测中的应用' },
      { title: '沙丘形态演变' },
      { title: '形态学' },
    );
    const answer = await ask('沙丘 形态监测 无人机遥感 ');
    expect([answer.loose, answer.widened]).toEqual([false, true]);
    const { hits } = await answer.page(pageArgs({ first: 10 }));
    const found = await world.finder.titlesOf(hits.map(({ id }) => id));
    expect(found[0]).toBe('沙丘形态的无人机遥感监测');
    expect(found).toContain('无人机遥感在矿山监测中的应用');
    expect(found).not.toContain('形态学');
    expect(await answer.count()).toBe(found.length);
    expect(await find('沙丘 形态监测 无人机遥感 ', { exact: true })).toHaveLength(1);
    expect(await find('沙丘 形态监测 无人机遥感 -矿山')).not.toContain('无人机遥感在矿山监测中的应用');
    // By date the faint ones would stand before the good ones; a phrase is meant as it stands.
    const byDate = { sort: { by: 'rank', direction: 'desc' } } as const;
    expect(await find('沙丘 形态监测 无人机遥感 ', byDate)).toHaveLength(1);
    expect(await find('"沙丘形态" 监测 无人机遥感 ')).toHaveLength(1);
  });

  it('takes the rarer word for the more telling one, where nothing holds both', async () => {
    const kind = { type: `${world.type}rare` };
    await put(
      { title: '超声检测探头', ...kind },
      ...Array.from({ length: 12 }, (_, at) => ({ title: `法兰锻造工艺第${at}版`, ...kind })),
    );
    const answer = await ask('锻造 超声', { types: [kind.type] });
    expect(answer.loose).toBe(true);
    const { hits } = await answer.page(pageArgs({ first: 3 }));
    expect((await world.finder.titlesOf(hits.map(({ id }) => id)))[0]).toBe('超声检测探头');
  });

  it('takes all the words, or any where nothing holds all, and says so', async () => {
    await put({ title: '光伏组件清洗' }, { title: '风电法兰' });
    const strict = await ask('光伏 清洗');
    expect(strict.loose).toBe(false);
    const loose = await ask('光伏 量子计算');
    expect(loose.loose).toBe(true);
    expect(await loose.count()).toBe(1);
    expect(await find('量子计算')).toEqual([]);
    expect(await find('光伏 量子 -清洗')).toEqual([]);
  });

  it('finds nothing by a phrase that stands nowhere, and asks whether its words were meant', async () => {
    const kind = { types: [`${world.type}phrase`] };
    await put({ title: '陶瓷滤料的多孔结构', type: `${world.type}phrase` });
    const answer = await ask('“多孔陶瓷滤料”', kind);
    expect([answer.loose, await answer.count()]).toEqual([false, 0]);
    expect(await answer.suggestion()).toBe('多孔陶瓷滤料');
    expect(await find('多孔陶瓷滤料', kind)).toHaveLength(1);
    expect(await (await ask('“量子计算”', kind)).suggestion()).toBeNull();
  });

  it('does not find a name that nobody has by what others share of it', async () => {
    const kind = { types: [`${world.type}name`] };
    await put(
      { title: '建国路污水处理', type: `${world.type}name` },
      ...Array.from({ length: 30 }, (_, at) => ({
        title: `矿用电机第${at}版`,
        type: `${world.type}name`,
      })),
    );
    expect(await find('王建国', kind)).toEqual([]);
    expect(await find('建国', kind)).toEqual(['建国路污水处理']);
  });

  it('takes a character beside words for a telling one, where it is no commoner than they are', async () => {
    const kind = { type: `${world.type}character` };
    await put(
      { title: '铜箔表面粗化', ...kind },
      ...Array.from({ length: 6 }, (_, at) => ({ title: `回收工艺大第${at}版`, ...kind })),
      ...Array.from({ length: 9 }, (_, at) => ({ title: `大田灌溉第${at}版`, ...kind })),
    );
    const found = (text: string): Promise<string[]> => find(text, { types: [kind.type] });
    expect(await found('铜 回收 工艺')).toContain('铜箔表面粗化');
    // The characters of 大田 stand in more documents than the words: they find nothing by themselves.
    expect((await found('大 回收 量子')).filter((title) => title.startsWith('大田'))).toEqual([]);
  });
}
