import fc from 'fast-check';
import { inOrder } from './tables.js';

/** Tables that refer only to such as have a smaller number. */
const forest = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
  .map((all) =>
    all.map(
      (parents, index) =>
        [`t${index}`, index === 0 ? [] : parents.map((parent) => `t${parent % index}`)] as const,
    ),
  );

describe('the order in which tables are loaded', () => {
  it('has each table once, after all that it refers to', () => {
    fc.assert(
      fc.property(forest, fc.infiniteStream(fc.nat()), (tables, draws) => {
        const shuffled = [...tables]
          .map((table) => [draws.next().value as number, table] as const)
          .sort(([one], [other]) => one - other)
          .map(([, table]) => table);
        const ordered = inOrder(shuffled);
        expect([...ordered].sort()).toEqual(tables.map(([name]) => name).sort());
        for (const [name, parents] of tables)
          for (const parent of parents) expect(ordered.indexOf(parent)).toBeLessThan(ordered.indexOf(name));
      }),
    );
  });

  it('is none where tables refer to each other in a circle', () => {
    expect(() =>
      inOrder([
        ['a', ['b']],
        ['b', ['a']],
        ['c', []],
      ]),
    ).toThrow('a, b');
  });
});
