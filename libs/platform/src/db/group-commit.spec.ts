import fc from 'fast-check';
import { GroupCommit } from './group-commit.js';
import type { Outcome } from './work.js';

interface Item {
  readonly name: string;
  readonly weight: number;
  readonly keys: readonly string[];
}

const item = (name: string, keys: readonly string[] = [name], weight = 1): Item => ({ name, keys, weight });
const BOUNDS = {
  lanes: 1,
  most: 10,
  weightOf: ({ weight }: Item) => weight,
  keysOf: ({ keys }: Item) => keys,
};

/** Carries out groups when it is told to, and keeps what they were. */
function aDatabase(answer = ({ name }: Item): Outcome<string> => ({ done: name })) {
  const groups: string[][] = [];
  const open: (() => void)[] = [];
  const carryOut = async (items: readonly Item[]): Promise<readonly Outcome<string>[]> => {
    groups.push(items.map(({ name }) => name));
    await new Promise<void>((resolve) => open.push(resolve));
    return items.map(answer);
  };
  return { groups, carryOut, open, commit: () => open.shift()?.() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

describe('group commit', () => {
  it('carries out together what comes while a transaction commits', async () => {
    const { groups, carryOut, open, commit } = aDatabase();
    const group = new GroupCommit(carryOut, BOUNDS);
    const first = group.run(item('a'));
    await until(() => open.length === 1);
    const others = [group.run(item('b')), group.run(item('c')), group.run(item('d'))];
    await turn();
    expect(groups).toEqual([['a']]);
    commit();
    expect(await first).toBe('a');
    await until(() => open.length === 1);
    commit();
    expect(await Promise.all(others)).toEqual(['b', 'c', 'd']);
    expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('keeps a second command on the same thing for the transaction after', async () => {
    const { groups, carryOut, open, commit } = aDatabase();
    const group = new GroupCommit(carryOut, BOUNDS);
    const all = [
      group.run(item('a', ['x'])),
      group.run(item('b', ['x', 'y'])),
      group.run(item('c', ['y'])),
      group.run(item('d')),
    ];
    for (let left = 3; left > 0; left -= 1) {
      await until(() => open.length === 1);
      commit();
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
    expect(groups).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  it('refuses the one and answers the others', async () => {
    const refusal = new Error('refused');
    const { carryOut, open, commit } = aDatabase(({ name }) =>
      name === 'b' ? { refused: refusal } : { done: name },
    );
    const group = new GroupCommit(carryOut, BOUNDS);
    const all = Promise.allSettled(['a', 'b', 'c'].map((name) => group.run(item(name))));
    await until(() => open.length === 1);
    commit();
    expect(await all).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: refusal },
      { status: 'fulfilled', value: 'c' },
    ]);
  });

  it('tries each alone when the transaction fails, so that the one at fault harms no other', async () => {
    const groups: string[][] = [];
    const group = new GroupCommit<Item, string>((items) => {
      groups.push(items.map(({ name }) => name));
      if (items.some(({ name }) => name === 'b')) return Promise.reject(new Error('a constraint'));
      return Promise.resolve(items.map(({ name }) => ({ done: name })));
    }, BOUNDS);
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => group.run(item(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('does each once, in order where it matters, within its bounds, whatever comes', async () => {
    const items = fc.array(
      fc.record({
        keys: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'u', 'v'), { minLength: 1, maxLength: 2 }),
        weight: fc.integer({ min: 1, max: 8 }),
        late: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 3 }), async (given, lanes) => {
        const all = given.map((each, index) => ({ ...each, name: String(index) }));
        const done: Item[] = [];
        let open = 0;
        const group = new GroupCommit<Item, string>(
          async (those) => {
            open += 1;
            expect(open).toBeLessThanOrEqual(lanes);
            const keys = those.flatMap((each) => each.keys);
            expect(new Set(keys).size).toBe(keys.length);
            const weight = those.reduce((sum, each) => sum + each.weight, 0);
            expect(those.length === 1 || weight <= BOUNDS.most).toBe(true);
            await turn();
            open -= 1;
            done.push(...those);
            return those.map(({ name }) => ({ done: name }));
          },
          { ...BOUNDS, lanes },
        );
        const answers: Promise<string>[] = [];
        for (const each of all) {
          if (each.late) await turn();
          answers.push(group.run(each));
        }
        expect(await Promise.all(answers)).toEqual(all.map(({ name }) => name));
        expect(done).toHaveLength(all.length);
      }),
    );
  });
});
