import { pageArgs } from '@jihui/platform';
import { PostgresEngine } from '../../src/search/postgres.engine.js';
import { VISITOR, MEMBER, type Contract } from './finder.js';

/** What each viewer finds, is shown and is told. */
export function visibility(world: Contract): void {
  const { put, find, ask } = world;

  it('suggests nothing that the viewer may not find', async () => {
    await put({ title: '储能', secret: 'tungsten 钨铼合金' });
    expect(await (await ask('tungstem')).suggestion()).toBeNull();
    expect(await (await ask('tungstem', { viewer: MEMBER })).suggestion()).toBe('tungsten');
  });

  it('lets each viewer find by what they may read, and counts the same', async () => {
    await put({ title: '储能电池', secret: '热失控预警' }, { title: '合金' });
    expect(await find('热失控')).toEqual([]);
    expect(await (await ask('热失控')).count()).toBe(0);
    expect(await find('热失控', { viewer: MEMBER })).toEqual(['储能电池']);
    for (const viewer of [VISITOR, MEMBER, null]) {
      expect(await find('储能', { viewer })).toEqual(['储能电池']);
      expect(await (await ask('储能', { viewer })).count()).toBe(1);
    }
    expect(await find('储能', { viewer: [] })).toEqual([]);
    expect(await find('储能', { viewer: ['organisation:x'] })).toEqual([]);
    const answer = await ask('热失控预警 储能', { viewer: MEMBER });
    const { hits } = await answer.page(pageArgs({ first: 10 }));
    expect(await find('-热失控')).toHaveLength(2);
    const marked = [...(await answer.highlights(hits)).values()].flat();
    expect(marked.map(({ field }) => field)).toEqual(['title', 'text']);
  });

  it('says by which face each reader finds a document, so that its own text is what it is ordered by', async () => {
    await put({ title: '钠离子储能', secret: '电解液配方' });
    const engine = world.finder.app.get(PostgresEngine);
    const faceFor = async (viewer: readonly string[] | null): Promise<unknown> => {
      const term = { is: 'word', lexeme: '储能', prefix: false } as const;
      const query = { types: [world.type], viewer, term, filters: {}, ids: null };
      const survey = await engine.survey(query, { facets: [], few: 200, isRanked: true });
      return survey?.few?.map(({ face }) => face);
    };
    expect([await faceFor(VISITOR), await faceFor(MEMBER), await faceFor(null)]).toEqual([[1], [0], [0]]);
  });

  it('marks what was looked for, in texts of that face alone', async () => {
    await put({ title: '储能电池', summary: '电池管理', secret: '电池配方' });
    const answer = await ask('电池');
    const { hits } = await answer.page(pageArgs({ first: 10 }));
    const [marked] = (await answer.highlights(hits)).values();
    expect(marked).toEqual([
      {
        field: 'title',
        parts: [
          { text: '储能', matched: false },
          { text: '电池', matched: true },
        ],
      },
      {
        field: 'summary',
        parts: [
          { text: '电池', matched: true },
          { text: '管理', matched: false },
        ],
      },
    ]);
  });
}
