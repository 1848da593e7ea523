import fc from 'fast-check';
import { own } from '../bytes.js';
import type { AllotmentRule, Member } from './allotment.js';
import { inTieOrder, tieFaults } from './tie.js';

const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(own);
const RULE: AllotmentRule = { rule: 'jihui-allotment/1', bids: ['a', 'b', 'c'], judges: [] };
const member = (row: number, ...fits: readonly (number | null)[]): Member => ({ row, stratum: 'TECH', fits });
/** Nobody may vote on a and b. */
const KEPT = [member(0, 1, null, 1), member(1, null, 1, 1)];

describe('lots between tied bids', () => {
  it('follow from the seed, whatever the order in which the bids are named', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(inTieOrder(seed, ['c', 'a', 'b'])).toEqual(inTieOrder(seed, ['b', 'c', 'a']));
      }),
    );
    const first = new Set(
      Array.from({ length: 64 }, (_, byte) => inTieOrder(own(new Uint8Array(32).fill(byte)), RULE.bids)[0]),
    );
    expect([...first].sort()).toEqual(['a', 'b', 'c']);
  });

  it('are found where they stand otherwise, name another bid, or decide what somebody might have voted on', () => {
    const seed = own(new Uint8Array(32).fill(7));
    const group = inTieOrder(seed, ['a', 'b']);
    const faults = (
      groups: readonly (readonly string[])[],
      members = KEPT,
      recused: { bid: string; row: number }[] = [],
    ) => tieFaults(seed, groups, RULE, members, recused);
    expect(faults([group])).toEqual([]);
    expect(faults([group, [...group].reverse()])).toEqual([1]);
    expect(faults([inTieOrder(seed, ['a', 'x'])])).toEqual([0]);
    expect(faults([['a']])).toEqual([0]);
    const free = member(2, 1, 1, null);
    expect(faults([group], [...KEPT, free])).toEqual([0]);
    expect(faults([group], [...KEPT, free], [{ bid: 'a', row: 2 }])).toEqual([]);
  });
});
