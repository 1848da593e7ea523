import { randomUUID } from 'node:crypto';
import { pageArgs } from '@jihui/platform';
import { type Contract } from './finder.js';

/** In which order what is found stands, page by page. */
export function ordering(world: Contract): void {
  const { put, find, ask } = world;

  it('takes what matches better first', async () => {
    await put(
      { title: '法兰锻造工艺', summary: '锻造' },
      { title: '锻造车间的通风', summary: '法兰' },
      { title: '通风设备', summary: '用于法兰锻造的车间' },
    );
    const found = await find('法兰锻造 ');
    expect(found[0]).toBe('法兰锻造工艺');
    expect(found).toHaveLength(3);
  });

  it('orders the pages of a ranking as one list', async () => {
    const kind = { type: `${world.type}paged` };
    await put(
      ...Array.from({ length: 9 }, (_, at) => ({ title: `光伏${'组件'.repeat(at % 3)}清洗`, ...kind })),
    );
    const answer = await ask('光伏 清洗', { types: [kind.type] });
    const whole = (await answer.page(pageArgs({ first: 9 }))).hits.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await answer.page(pageArgs({ first: 2, ...(after === null ? {} : { after }) }));
      paged.push(...page.hits.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(whole);
  });

  it('counts, facets and pages through more than it puts in order as a whole, each once', async () => {
    const kind = { type: `${world.type}many` };
    const many = Array.from({ length: 230 }, (_, at) => ({
      title: `煤层气井口装置第${at}型`,
      values: { cluster: at % 2 === 0 ? 'A' : 'B' },
      ...kind,
    }));
    await put(...many, { title: '煤层气', values: { cluster: 'A' }, ...kind });
    const answer = await ask('煤层气 ', { types: [kind.type], facets: [{ name: 'cluster' }] });
    expect(await answer.count()).toBe(231);
    expect((await answer.facets()).map(({ count }) => count).sort()).toEqual([115, 116]);
    const within = { types: [kind.type], facets: [{ name: 'cluster' }], filters: { cluster: ['B'] } };
    const some = await ask('煤层气 ', within);
    expect(await some.count()).toBe(115);
    expect([...(await some.countByType())]).toEqual([[kind.type, 115]]);
    expect((await some.facets()).map(({ count }) => count).sort()).toEqual([115, 116]);
    const titles = await find('煤层气 ', within);
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.every((title) => /第\d*[13579]型/u.test(title))).toBe(true);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await answer.page(pageArgs({ first: 90, ...(after === null ? {} : { after }) }));
      seen.push(...page.hits.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(new Set(seen).size).toBe(231);
    expect((await world.finder.titlesOf(seen.slice(0, 1)))[0]).toBe('煤层气');
    expect(await (await ask('煤层气 ', { types: [kind.type], filters: { cluster: ['B'] } })).count()).toBe(
      115,
    );
  });

  it('sorts, and pages forwards and backwards through everything once', async () => {
    await put(
      ...Array.from({ length: 7 }, (_, index) => ({
        title: `光伏${index}`,
        sorts: { rank: (index * 3) % 7 },
      })),
    );
    for (const sort of [null, { by: 'rank', direction: 'asc' }, { by: 'rank', direction: 'desc' }] as const) {
      const whole = await find('光伏', { sort });
      expect(whole).toHaveLength(7);
      if (sort !== null) {
        const ranks = whole.map((title) => (Number(title.slice(2)) * 3) % 7);
        expect(ranks).toEqual([...ranks].sort((a, b) => (sort.direction === 'asc' ? a - b : b - a)));
      }
      const answer = await ask('光伏', { sort });
      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await answer.page(pageArgs({ first: 3, after }));
        forwards.push(...page.hits.map(({ id }) => id));
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      expect(await world.finder.titlesOf(forwards)).toEqual(whole);
      const backwards: string[] = [];
      for (let before: string | null = null, more = true; more;) {
        const page = await answer.page(pageArgs({ last: 3, before }));
        backwards.unshift(...page.hits.map(({ id }) => id));
        ({ startCursor: before, hasPreviousPage: more } = page.pageInfo);
      }
      expect(backwards).toEqual(forwards);
    }
    const answer = await ask('光伏');
    await expect(answer.page(pageArgs({ first: 3, after: 'bm9uc2Vuc2U' }))).rejects.toMatchObject({
      code: 'PAGE.BAD_CURSOR',
    });
    const beyond = Buffer.from('@999999').toString('base64url');
    expect((await answer.page(pageArgs({ first: 3, after: beyond }))).hits).toEqual([]);
  });

  it('shows the newer first among equals', async () => {
    const ids = Array.from({ length: 4 }, () => randomUUID()).sort();
    for (const id of ids) await put({ title: '光伏', id, sorts: { rank: 1 } });
    for (const sort of [null, { by: 'rank', direction: 'asc' }] as const) {
      const { hits } = await (await ask('光伏', { sort })).page(pageArgs({ first: 10 }));
      expect(hits.map(({ id }) => id)).toEqual([...ids].reverse());
    }
  });
}
