import { randomUUID } from 'node:crypto';
import { type SearchDocument } from '@jihui/platform';
import { type Contract } from './finder.js';

/** Filters, facets, types and given documents. */
export function filtering(world: Contract): void {
  const { put, find, ask } = world;

  it('filters within a name by either, across names by both, and counts each under every filter but its own', async () => {
    const values = (cluster: string, modes: string[], place: string): SearchDocument['values'] => ({
      cluster,
      modes,
      place,
      areas: [place, `${place.slice(0, 4)}00`],
      nobody: null,
    });
    await put(
      { title: '光伏甲', values: values('A', ['sale', 'licence'], '140902') },
      { title: '光伏乙', values: values('A', ['licence'], '140921') },
      { title: '光伏丙', values: values('B', ['sale'], '140902') },
      { title: '风电丁', values: values('B', ['sale'], '140902') },
    );
    const facets = [
      { name: 'cluster' },
      { name: 'modes', many: true },
      { name: 'place', filteredBy: 'areas' },
      { name: 'nobody' },
    ];
    const counts = async (filters: Record<string, string[]>): Promise<string[]> =>
      (await (await ask('光伏', { filters, facets })).facets())
        .map(({ facet, value, count }) => `${facet}=${value}:${count}`)
        .sort();
    expect(await counts({})).toEqual([
      'cluster=A:2',
      'cluster=B:1',
      'modes=licence:2',
      'modes=sale:2',
      'place=140902:2',
      'place=140921:1',
    ]);
    expect(await counts({ cluster: ['A'] })).toEqual([
      'cluster=A:2',
      'cluster=B:1',
      'modes=licence:2',
      'modes=sale:1',
      'place=140902:1',
      'place=140921:1',
    ]);
    expect(await counts({ areas: ['140902'], modes: ['licence'] })).toEqual([
      'cluster=A:1',
      'modes=licence:1',
      'modes=sale:2',
      'place=140902:1',
      'place=140921:1',
    ]);
    // A chart counts what is found, under every filter.
    const chart = await ask('光伏', {
      filters: { cluster: ['A'] },
      facets: [{ name: 'cluster', filteredBy: null }],
    });
    expect(await chart.facets()).toEqual([{ facet: 'cluster', value: 'A', count: 2 }]);
    const total = async (filters: Record<string, string[]>): Promise<number> =>
      (await ask('光伏', { filters })).count();
    expect(await total({ cluster: ['A', 'B'], modes: ['sale'] })).toBe(2);
    expect(await total({ areas: ['140900'] })).toBe(3);
    expect(await total({ cluster: [] })).toBe(3);
    expect(await total({ cluster: ['no "such\\ value'] })).toBe(0);
    expect(await find('光伏', { filters: { cluster: ['B'] } })).toEqual(['光伏丙']);
  });

  it('counts by type, for a box over everything', async () => {
    await put({ title: '光伏甲' }, { title: '光伏乙' }, { title: '光伏丙', type: `${world.type}other` });
    const answer = await ask('光伏', { types: [world.type, `${world.type}other`] });
    expect([...(await answer.countByType())].sort()).toEqual([
      [world.type, 2],
      [`${world.type}other`, 1],
    ]);
  });

  it('looks among given documents alone', async () => {
    const id = randomUUID();
    await put({ title: '光伏甲', id }, { title: '光伏乙' });
    expect(await find('光伏', { ids: [id] })).toEqual(['光伏甲']);
    expect(await find('光伏', { ids: [] })).toEqual([]);
  });
}
