import { groupsFor, unvotable, votesOf } from './vote.js';

const TIED = [
  ['a', 'b'],
  ['c', 'd'],
];
const closed = new Map([['2', new Set(['a'])]]);

describe('a vote on tied bids', () => {
  it('is held by those who may judge every bid of the group', () => {
    expect(groupsFor(TIED, closed, '1')).toEqual(TIED);
    expect(groupsFor(TIED, closed, '2')).toEqual([['c', 'd']]);
    expect(groupsFor(TIED, new Map([['3', new Set(['b', 'd'])]]), '3')).toEqual([]);
  });

  it('leaves to lots what every member is kept from', () => {
    const both = new Map([
      ['1', new Set(['b'])],
      ['2', new Set(['a'])],
    ]);
    const seats = [{ id: '1' }, { id: '2' }];
    expect(unvotable(seats, TIED, both)).toEqual([['a', 'b']]);
    expect(unvotable([...seats, { id: '3' }], TIED, both)).toEqual([]);
    expect(unvotable([], TIED, both)).toEqual([]);
  });

  it('counts once all have voted who may, and waits for nobody else', () => {
    const seat = (id: string, votes: readonly string[] | null) => ({ id, votes });
    expect(votesOf([seat('1', ['a', 'c']), seat('2', null)], TIED, closed)).toEqual(new Map());
    expect(votesOf([seat('1', ['a', 'c']), seat('2', ['c'])], TIED, closed)).toEqual(
      new Map([
        ['a', 1],
        ['c', 2],
      ]),
    );
    const kept = new Map([['2', new Set(['a', 'c'])]]);
    expect(votesOf([seat('1', ['a', 'c']), seat('2', null)], TIED, kept).get('a')).toBe(1);
  });
});
