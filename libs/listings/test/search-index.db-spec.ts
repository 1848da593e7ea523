import { IndexCheck, Reindex, sql, type ReindexProgress } from '@jihui/platform';
import { aNeedIn, aResultIn, aStage, onResult, type Stage } from './listings.factory.js';

describe('search index', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  }, 120_000);
  afterAll(() => stage?.app.close());

  const found = async (text: string): Promise<string[]> =>
    (
      await stage.app
        .as(stage.stranger)
        .query<{ results: { edges: { node: { title: string } }[] } }>(
          'query ($text: String) { results(text: $text) { edges { node { title } } } }',
          { text },
        )
    ).results.edges.map(({ node }) => node.title);
  const drifts = async (): Promise<string[]> =>
    (await stage.app.get(IndexCheck).run()).drifts.map(({ type, problem }) => `${type} ${problem}`).sort();

  describe('the search index of listings', () => {
    it('agrees with them, whatever became of them', async () => {
      const result = await aResultIn(stage, 'ONLINE', { title: '光伏组件支架' });
      await aResultIn(stage, 'UNIT_REVIEW', { title: '光伏组件未审' });
      await aNeedIn(stage, 'ONLINE');
      expect(await drifts()).toEqual([]);
      const reason = { reason: '暂时不再提供该项成果' };
      await onResult(stage, stage.transferOfficer, 'withdrawResult', result, reason);
      expect(await found('光伏组件支架')).toEqual([]);
      expect(await drifts()).toEqual([]);
    });

    it('tells what is missing, stale and surplus, and is made anew without it', async () => {
      await aResultIn(stage, 'ONLINE', { title: '石墨烯浆料' });
      await aResultIn(stage, 'ONLINE', { title: '镁合金轮毂' });
      const { db } = stage;
      const idOf = async (title: string): Promise<string> =>
        (await db.one<{ id: string }>(sql`select id from listings.result where title = ${title}`))?.id ?? '';
      const [graphene, alloy] = [await idOf('石墨烯浆料'), await idOf('镁合金轮毂')];
      await db.query(sql`delete from platform.search_head where id = ${graphene}`);
      await db.query(sql`delete from platform.search_document where id = ${graphene}`);
      await db.query(sql`delete from platform.search_text where id = ${graphene}`);
      await db.query(sql`update platform.search_head set version = 0 where id = ${alloy}`);
      await db.query(sql`
      insert into platform.search_head (type, id, version, removed, revision)
      values ('need', gen_random_uuid(), 1, false, 0)`);
      expect(await drifts()).toEqual(['need surplus', 'result missing', 'result stale']);
      expect(await found('石墨烯')).toEqual([]);
      const steps: ReindexProgress[] = [];
      await stage.app.get(Reindex).run((step) => steps.push(step));
      expect(await drifts()).toEqual([]);
      expect(await found('石墨烯')).toEqual(['石墨烯浆料']);
      expect(steps.map(({ what }) => what)).toEqual(expect.arrayContaining(['result', 'need']));
      for (const { what, done, total, isEstimate } of steps) {
        expect({ what, isEstimate }).toEqual({ what, isEstimate: what !== 'meilisearch' });
        expect(total).toBeGreaterThanOrEqual(done);
      }
    });

    it('answers all the while it is made anew', async () => {
      let misses = 0;
      let asked = 0;
      let done = false;
      const asking = (async () => {
        while (!done) {
          asked += 1;
          if ((await found('石墨烯')).length === 0) misses += 1;
        }
      })();
      for (let round = 0; round < 3; round += 1) await stage.app.get(Reindex).run();
      done = true;
      await asking;
      expect(asked).toBeGreaterThan(0);
      expect(misses).toBe(0);
    });
  });
});
