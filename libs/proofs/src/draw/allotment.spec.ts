import fc from 'fast-check';
import { aDraw } from '../../test/draws.js';
import { own } from '../bytes.js';
import { allot, standingPairs, type AllotmentRule, type Member, type Pair, type Turn } from './allotment.js';
import { balanced, FULL_FIT, type Judge } from './balance.js';
import { asTranscript, pairsOf, verifyDraw, type DrawTranscript } from './transcript.js';

const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(own);
const anyFit = fc.option(fc.integer({ min: 0, max: FULL_FIT }), { freq: 3 });
/** Members and bids of any conflicts. */
const anyCase = (members: number, bids: number) =>
  fc.record({
    fits: fc.integer({ min: 1, max: bids }).chain((width) =>
      fc.array(
        fc.record({
          fits: fc.array(anyFit, { minLength: width, maxLength: width }),
          load: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: 1, maxLength: members },
      ),
    ),
    wanted: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: bids, maxLength: bids }),
  });

/** What a solution is worth: unfilled first, then uneven loads, then the fits that were passed over. */
function worthOf(judges: readonly Judge[], needs: readonly number[], given: readonly (readonly number[])[]) {
  const loads = judges.map(({ load }, at) => load + given.filter((members) => members.includes(at)).length);
  const fit = given.flatMap((members, bid) => members.map((at) => judges[at]!.fits[bid] ?? Number.NaN));
  return [
    needs.reduce((sum, need, bid) => sum + need - given[bid]!.length, 0),
    loads.reduce((sum, load) => sum + load * load, 0),
    -fit.reduce((sum, one) => sum + one, 0),
  ];
}

/** The best there is, by trying all. */
function bestOf(judges: readonly Judge[], needs: readonly number[]): readonly number[] {
  let best: readonly number[] | undefined;
  const better = (worth: readonly number[]): boolean => {
    if (best === undefined) return true;
    const place = worth.findIndex((value, at) => value !== best![at]);
    return place >= 0 && worth[place]! < best[place]!;
  };
  const fill = (bid: number, given: readonly (readonly number[])[]): void => {
    if (bid === needs.length) {
      const worth = worthOf(judges, needs, given);
      if (better(worth)) best = worth;
      return;
    }
    const able = judges.flatMap(({ fits }, at) => (fits[bid] == null ? [] : [at]));
    const many = Math.min(needs[bid]!, able.length);
    for (let subset = 0; subset < 1 << able.length; subset += 1) {
      const members = able.filter((_, at) => (subset >> at) % 2 === 1);
      if (members.length === many) fill(bid + 1, [...given, members]);
    }
  };
  fill(0, []);
  return best!;
}

describe('bids given to members', () => {
  it('go to nobody who may not judge them, and are given as well as trying everything would', () => {
    fc.assert(
      fc.property(anyCase(5, 4), ({ fits: judges, wanted }) => {
        const needs = judges[0]!.fits.map((_, bid) => wanted[bid]!);
        const given = balanced(judges, needs);
        for (const [bid, members] of given.entries()) {
          expect(new Set(members).size).toBe(members.length);
          for (const at of members) expect(judges[at]!.fits[bid]).not.toBeNull();
        }
        expect(worthOf(judges, needs, given)).toEqual(bestOf(judges, needs));
      }),
      { numRuns: 600 },
    );
  });

  it('are spread evenly where nothing speaks against it, and by field among equals', () => {
    const judges = Array.from({ length: 7 }, (_, at) => ({
      load: 0,
      fits: Array.from({ length: 23 }, (__, bid) => ((at * 37 + bid * 91) % 11) * 90),
    }));
    const given = balanced(
      judges,
      judges[0]!.fits.map(() => 5),
    );
    const loads = judges.map((_, at) => given.filter((members) => members.includes(at)).length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });
});

const RULE: AllotmentRule = {
  rule: 'jihui-allotment/1',
  bids: ['a', 'b', 'c', 'd', 'e'],
  judges: [
    { code: 'TECH', judges: 2 },
    { code: 'MONEY', judges: 1 },
  ],
};
const anyPanel = fc
  .array(
    fc.record({
      stratum: fc.constantFrom('TECH', 'TECH', 'MONEY'),
      fits: fc.array(anyFit, { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((members) => members.map((member, row): Member => ({ ...member, row })));

describe('an allotment', () => {
  it('asks each stratum for its own judges, says what is lacking, and never seats a conflicted pair', () => {
    fc.assert(
      fc.property(anySeed, anyPanel, (seed, members) => {
        const { given, lacking } = allot(seed, RULE, members, [], []);
        for (const { bid, row } of given) expect(members[row]!.fits[RULE.bids.indexOf(bid)]).not.toBeNull();
        for (const bid of RULE.bids)
          for (const { code, judges } of RULE.judges) {
            const able = members.filter(
              ({ stratum, fits }) => stratum === code && fits[RULE.bids.indexOf(bid)] !== null,
            );
            const own = given.filter((pair) => pair.bid === bid && members[pair.row]!.stratum === code);
            expect(own).toHaveLength(Math.min(judges, able.length));
            const missing = lacking.find((one) => one.bid === bid && one.stratum === code)?.missing ?? 0;
            expect(missing).toBe(judges - own.length);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same however panel and bids are listed, and another for another seed', () => {
    fc.assert(
      fc.property(anySeed, anyPanel, (seed, members) => {
        const turned = {
          rule: { ...RULE, bids: [...RULE.bids].reverse(), judges: [...RULE.judges].reverse() },
          members: members.map((member) => ({ ...member, fits: [...member.fits].reverse() })).reverse(),
        };
        expect(allot(seed, turned.rule, turned.members, [], []).given).toEqual(
          allot(seed, RULE, members, [], []).given,
        );
      }),
      { numRuns: 100 },
    );
    const equal = Array.from({ length: 6 }, (_, row): Member => ({
      ...{ row, stratum: row < 4 ? 'TECH' : 'MONEY' },
      fits: [500, 500, 500, 500, 500],
    }));
    const drawn = Array.from({ length: 8 }, (_, byte) =>
      JSON.stringify(allot(own(new Uint8Array(32).fill(byte)), RULE, equal, [], []).given),
    );
    expect(new Set(drawn).size).toBeGreaterThan(4);
  });

  it('leaves what stands when somebody leaves or recuses: only those bids are given anew', () => {
    fc.assert(
      fc.property(anySeed, anyPanel, fc.nat(20), fc.boolean(), (seed, members, pick, leaves) => {
        const first = allot(seed, RULE, members, [], []).given;
        fc.pre(first.length > 0);
        const hit = first[pick % first.length]!;
        const recused: readonly Pair[] = leaves ? [] : [hit];
        const staying = leaves ? members.filter(({ row }) => row !== hit.row) : members;
        const rows = staying.map(({ row }) => row);
        const turn: Turn = { panel: rows, recused, given: [] };
        const standing = standingPairs([{ panel: [], recused: [], given: first }, turn], rows);
        const gone = first.filter((pair) => !standing.includes(pair));
        expect(gone).toEqual(leaves ? first.filter(({ row }) => row === hit.row) : [hit]);
        const { given } = allot(seed, RULE, staying, standing, recused);
        for (const pair of given) expect(gone.map(({ bid }) => bid)).toContain(pair.bid);
        expect(given).not.toContainEqual(hit);
        const both = [...standing, ...given].map(({ bid, row }) => `${bid}${row}`);
        expect(new Set(both).size).toBe(both.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** Bids given out by the rule to one member of each stratum alone, who is named so many times. */
function givenTo({ seed, criteria, turns, opened, rows }: DrawTranscript, times: number): Turn {
  const panel = criteria.strata.flatMap(({ code }) => {
    const row = turns![0]!.panel.find((one) => rows[one]!.stratum === code)!;
    return Array.from({ length: times }, () => row);
  });
  const members = panel.map((row): Member => ({
    ...{ row, stratum: rows[row]!.stratum },
    fits: opened.find((one) => one.row === row)!.fits!,
  }));
  const { given } = allot(own(Buffer.from(seed, 'hex')), criteria.allotment!, members, [], []);
  return { panel, recused: [], given };
}

describe('the transcript of a draw with an allotment', () => {
  it('is recomputed by anyone, in every turn, and each change of it is found', async () => {
    const { transcript } = await aDraw(true);
    expect(transcript.turns).toHaveLength(2);
    expect((await verifyDraw(asTranscript(JSON.parse(JSON.stringify(transcript)))!)).faults).toEqual([]);
    expect(pairsOf(transcript)).toHaveLength(4 * 3);
    const codes = async (changed: Partial<DrawTranscript>) => [
      ...new Set((await verifyDraw({ ...transcript, ...changed })).faults.map(({ code }) => code)),
    ];
    const [turn, ...later] = transcript.turns!;
    const [pair, ...others] = turn!.given;
    const elsewhere = turn!.panel.find(
      (row) => !turn!.given.some((one) => one.bid === pair!.bid && one.row === row),
    )!;
    expect(await codes({ turns: [{ ...turn!, given: others }, ...later] })).toContain('ALLOTMENT_DIFFERS');
    expect(
      await codes({ turns: [{ ...turn!, given: [...others, { ...pair!, row: elsewhere }] }, ...later] }),
    ).toContain('ALLOTMENT_DIFFERS');
    // Who was not drawn judges nothing, and fits other than those committed to are found.
    const stranger = transcript.rows.find(({ row }) => !transcript.opened.some((one) => one.row === row))!;
    expect(await codes({ turns: [{ ...turn!, panel: [...turn!.panel, stranger.row] }, ...later] })).toContain(
      'ALLOTMENT_DIFFERS',
    );
    // Once rows are opened each bid has its judges: none are left out, and nobody counts for two.
    expect(await codes({ turns: undefined, opened: [] })).toEqual([]);
    expect(await codes({ turns: undefined })).toEqual(['TOO_FEW_JUDGES']);
    expect(await codes({ turns: [givenTo(transcript, 1)] })).toEqual(['TOO_FEW_JUDGES']);
    expect(await codes({ turns: [givenTo(transcript, 2)] })).toEqual(['TOO_FEW_JUDGES']);
    // A lot between bids on which somebody might have voted.
    expect(await codes({ ties: [transcript.criteria.allotment!.bids.slice(0, 2)] })).toEqual(['TIE_DIFFERS']);
    expect(asTranscript({ ...transcript, ties: ['a'] })).toBeUndefined();
    const [opened, ...rest] = transcript.opened;
    expect(await codes({ opened: [{ ...opened!, fits: [0, 0, 0, 1] }, ...rest] })).toContain(
      'OPENING_DIFFERS',
    );
    expect(await codes({ criteria: { ...transcript.criteria, allotment: undefined } })).toEqual(
      expect.arrayContaining(['CRITERIA_NOT_AS_PUBLISHED', 'ALLOTMENT_DIFFERS']),
    );
  });
});
