import { randomUUID } from 'node:crypto';
import { SearchIndex } from '@jihui/platform';
import { MEMBER, aDocument, type Contract, type Given } from './finder.js';

/** What writes leave, whatever arrives when. */
export function keeping(world: Contract): void {
  const { put, find, ask } = world;

  it('keeps the newest version, whatever arrives when, and the same twice is once', async () => {
    const id = randomUUID();
    const at = (version: number, title: string): Given => ({ id, version, title });
    await put(at(2, '风电'));
    await put(at(1, '光伏'));
    expect(await find('光伏')).toEqual([]);
    expect(await find('风电')).toEqual(['风电']);
    await put(at(2, '风电'));
    expect(await (await ask('风电')).count()).toBe(1);
    await world.finder.app.get(SearchIndex).remove([{ type: world.type, id, version: 3 }]);
    await put(at(2, '风电'));
    expect(await find('风电')).toEqual([]);
    await put(at(4, '氢能'));
    expect(await find('氢能')).toEqual(['氢能']);
  });

  it('keeps the order when many change the same at once', async () => {
    const ids = [randomUUID(), randomUUID()];
    const versions = Array.from({ length: 12 }, (_, index) => index + 1);
    await Promise.all(
      versions
        .sort((a, b) => ((a * 7) % 13) - ((b * 7) % 13))
        .map((version) =>
          world.finder.app
            .get(SearchIndex)
            .put(ids.map((id) => aDocument({ type: world.type, id, version, title: `法兰 第${version}版` }))),
        ),
    );
    await world.finder.app.settle();
    expect(await find('法兰')).toEqual(['法兰 第12版', '法兰 第12版']);
  });

  it('has fewer faces after a change, and lists or hides all of an owner’s', async () => {
    const [id, belongsTo] = [randomUUID(), randomUUID()];
    await put(
      { id, title: '储能', secret: '热失控', belongsTo, values: { kind: 'A' } },
      { title: '储能柜', belongsTo },
    );
    await put({ id, title: '储能', version: 2, belongsTo, values: { kind: 'A' } });
    expect(await find('热失控', { viewer: MEMBER })).toEqual([]);
    expect(await find('储能', { viewer: MEMBER })).toHaveLength(2);
    const index = world.finder.app.get(SearchIndex);
    await index.changeAllOf(belongsTo, { listed: false });
    await world.finder.app.settle();
    expect(await find('储能')).toEqual([]);
    await index.changeAllOf(belongsTo, { listed: true, values: { kind: 'B' } });
    await world.finder.app.settle();
    expect(await find('储能', { filters: { kind: ['B'] } })).toHaveLength(2);
  });
}
