import { anonymous } from '@jihui/kernel';
import { CALL_PARAMETERS } from '../src/core/calls/parameters.js';
import { aWorld, type CallNode, type World } from './calls.world.js';

describe('collections', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld({ hurried: true });
  });
  afterAll(() => world?.close());

  const inDays = async (days: number): Promise<string> => {
    const [row] = (await world.rows(
      `select ((platform.business_now() at time zone 'Asia/Shanghai')::date + ${days})::text as day`,
    )) as readonly { day: string }[];
    return row!.day;
  };
  const open = async (title: string, from: number, to: number, actor = world.officer) =>
    world
      .as(actor)
      .mutate<{ openCallBatch: { callBatch: { id: string; version: number; code: string } } }>(
        'mutation ($input: OpenCallBatchInput!) { openCallBatch(input: $input) { callBatch { id version code } } }',
        {
          input: {
            ...{ title, opensOn: await inDays(from), closesOn: await inDays(to) },
            guide: '围绕十四个产业集群征集技术难题',
          },
        },
      );
  const batchOf = async ({ id }: CallNode) =>
    (await world.read<{ batch: { title: string } | null }>(world.officer, id, 'batch { title }'))?.batch;

  it('take the demands that are submitted while they are open, and no others', async () => {
    expect(await batchOf(await world.call('SUBMITTED'))).toBeNull();
    for (const actor of [world.county, world.owner])
      await expect(open('第一批', 0, 29, actor)).rejects.toThrow('FORBIDDEN');
    const { openCallBatch } = await open('第一批', 0, 29);
    await expect(open('第二批', 10, 50)).rejects.toThrow('INVALID_INPUT');
    const submitted = await world.call('SUBMITTED');
    expect(await batchOf(submitted)).toEqual({ title: '第一批' });
    const { calls } = await world
      .as(world.officer)
      .query<{ calls: { totalCount: number } }>(
        'query ($filter: CallFilter) { calls(filter: $filter) { totalCount } }',
        { filter: { batchId: openCallBatch.callBatch.id } },
      );
    expect(calls.totalCount).toBe(1);
    // It is open for longer from now on.
    const { id, version } = openCallBatch.callBatch;
    await world
      .as(world.officer)
      .mutate(
        'mutation ($input: ChangeCallBatchInput!) { changeCallBatch(input: $input) { callBatch { id } } }',
        {
          input: {
            ...{ id, expectedVersion: version, title: '第一批', guide: '延长征集至月底，其余不变' },
            ...{ opensOn: await inDays(0), closesOn: await inDays(40) },
          },
        },
      );
    const { callBatches } = await world.as(anonymous).query<{
      callBatches: { edges: { node: { collecting: boolean; mayChange: boolean } }[] };
    }>('{ callBatches(first: 5) { edges { node { collecting mayChange } } } }');
    expect(callBatches.edges.map(({ node }) => node)).toEqual([{ collecting: true, mayChange: false }]);
  });

  it('are the only time for demands where the city says so', async () => {
    await world.advance(60);
    await world.rows(`insert into platform.parameter (name, value, effective_from, source)
      values ('${CALL_PARAMETERS.batchesOnly.name}', 1, '2022-01-01', '测试')`);
    await expect(world.call('SUBMITTED')).rejects.toThrow('CHALLENGES.NOT_YET');
    await open('第三批', 0, 29);
    expect(await batchOf(await world.call('SUBMITTED'))).toEqual({ title: '第三批' });
  });
});
