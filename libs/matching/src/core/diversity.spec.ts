import fc from 'fast-check';
import { spread } from './diversity.js';

describe('a list with near-copies', () => {
  it('shows two of them and puts the others behind', () => {
    const ranked = ['a1', 'a2', 'a3', 'b1', 'a4', 'c1'];
    expect(spread(ranked, (item) => item[0] ?? null)).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
  });
  it('leaves alone what belongs to no group', () =>
    expect(spread(['x', 'x', 'x', 'y'], () => null)).toEqual(['x', 'x', 'x', 'y']));
  it('loses nothing', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (list) =>
        expect([...spread(list, (item) => item)].sort()).toEqual([...list].sort()),
      ),
    ));
});
