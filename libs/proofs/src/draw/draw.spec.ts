import fc from 'fast-check';
import { aDraw } from '../../test/draws.js';
import { hex, own } from '../bytes.js';
import { drawPanel, orderOf, stepsIn } from './draw.js';
import { snapshot, type Candidate, type DrawCriteria, type PoolRow } from './pool.js';
import { asTranscript, verifyDraw, type DrawTranscript } from './transcript.js';

const STRATA = ['TECH', 'FINANCE', 'INDUSTRY'];
const anySeed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(own);
const anyCandidates = fc.array(
  fc.record({
    unit: fc.integer({ min: 1, max: 8 }).map((unit) => `unit-${unit}`),
    stratum: fc.constantFrom(...STRATA),
    reasons: fc.constantFrom<readonly string[]>([], [], ['CO_AUTHOR'], ['SAME_UNIT', 'KIN']),
  }),
  { minLength: 1, maxLength: 30 },
);
const anyCriteria = fc.record({
  strata: fc
    .shuffledSubarray(STRATA, { minLength: 1 })
    .chain((codes) =>
      fc.tuple(
        ...codes.map((code) => fc.record({ code: fc.constant(code), seats: fc.integer({ min: 1, max: 4 }) })),
      ),
    ),
  perUnit: fc.integer({ min: 1, max: 2 }),
  replacements: fc.integer({ min: 0, max: 3 }),
});
const named = (candidates: readonly Omit<Candidate, 'person'>[]): Candidate[] =>
  candidates.map((one, at) => ({ ...one, person: `expert-${at}` }));
const criteriaOf = (some: Omit<DrawCriteria, 'rule'>): DrawCriteria => ({ rule: 'jihui-draw/1', ...some });
const tried = (seed: Parameters<typeof drawPanel>[0], criteria: DrawCriteria, rows: readonly PoolRow[]) => {
  try {
    return drawPanel(seed, criteria, rows);
  } catch {
    return undefined;
  }
};

/** Whether any panel meets the criteria, by trying all. */
function somePanel(criteria: DrawCriteria, rows: readonly PoolRow[]): boolean {
  const seats = criteria.strata.flatMap(({ code, seats: count }) =>
    Array.from({ length: count }, () => code),
  );
  const fill = (at: number, taken: readonly PoolRow[]): boolean => {
    if (at === seats.length) return true;
    const last = taken[taken.length - 1];
    return rows.some(
      (row) =>
        row.eligible &&
        row.stratum === seats[at] &&
        // Within a stratum in ascending order: the order of seats is no difference.
        (last === undefined || last.stratum !== row.stratum || last.row < row.row) &&
        taken.filter(({ unit }) => unit === row.unit).length < criteria.perUnit &&
        fill(at + 1, [...taken, row]),
    );
  };
  return fill(0, []);
}

describe('a draw of experts', () => {
  it('fills every seat by eligible rows alone, within the units’ limit, each once', () => {
    fc.assert(
      fc.property(anySeed, anyCandidates, anyCriteria, (seed, candidates, some) => {
        const criteria = criteriaOf(some);
        const { rows } = snapshot('draw-1', named(candidates));
        const result = tried(seed, criteria, rows);
        fc.pre(result !== undefined);
        const seated = result.panel.map(({ row }) => rows[row]!);
        expect(seated.every(({ eligible }) => eligible)).toBe(true);
        expect(new Set(seated.map(({ row }) => row)).size).toBe(seated.length);
        for (const { code, seats } of criteria.strata)
          expect(seated.filter(({ stratum }) => stratum === code)).toHaveLength(seats);
        for (const { unit } of seated)
          expect(seated.filter((one) => one.unit === unit).length).toBeLessThanOrEqual(criteria.perUnit);
        for (const { rows: list } of result.replacements)
          expect(list.every((row) => rows[row]!.eligible)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('draws a panel exactly where there is one', () => {
    const few = fc.array(
      fc.record({
        unit: fc.integer({ min: 1, max: 4 }).map((unit) => `unit-${unit}`),
        stratum: fc.constantFrom(...STRATA),
        reasons: fc.constantFrom<readonly string[]>([], [], [], ['KIN']),
      }),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(anySeed, few, anyCriteria, (seed, candidates, some) => {
        const { rows } = snapshot('draw-1', named(candidates));
        expect(tried(seed, criteriaOf(some), rows) !== undefined).toBe(somePanel(criteriaOf(some), rows));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for the same seed and pool, however the pool is listed', () => {
    fc.assert(
      fc.property(anySeed, anyCandidates, anyCriteria, (seed, candidates, some) => {
        const { rows } = snapshot('draw-1', named(candidates));
        const turned = [...rows].reverse();
        expect(tried(seed, criteriaOf(some), turned)).toEqual(tried(seed, criteriaOf(some), rows));
      }),
      { numRuns: 100 },
    );
  });

  it('gives every eligible row of a stratum the same chance', () => {
    const { rows } = snapshot(
      'draw-1',
      named(Array.from({ length: 6 }, (_, at) => ({ unit: `unit-${at}`, stratum: 'TECH', reasons: [] }))),
    );
    const counts = new Map<number, number>();
    const rounds = 3000;
    for (let round = 0; round < rounds; round += 1) {
      const seed = own(new Uint8Array(32));
      new DataView(seed.buffer).setUint32(0, round);
      const first = orderOf(seed, rows, 'TECH')[0]!.row;
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    // Six rows: chi-square of five degrees of freedom stays below 20.5 in 999 of 1,000 cases; the seeds here are fixed.
    const expected = rounds / 6;
    const chiSquare = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    expect(counts.size).toBe(6);
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('tells nothing of persons or units: rows and labels are in another order each time', () => {
    const candidates = named(
      Array.from({ length: 40 }, (_, at) => ({
        unit: `unit-${at % 5}`,
        stratum: 'TECH',
        reasons: at % 3 ? [] : ['KIN'],
      })),
    );
    const [one, two] = [snapshot('draw-1', candidates), snapshot('draw-1', candidates)];
    expect(one.openings.map(({ person }) => person)).not.toEqual(two.openings.map(({ person }) => person));
    expect(JSON.stringify(one.rows)).not.toMatch(/expert-|unit-|KIN/);
    expect(new Set(one.rows.map(({ unit }) => unit))).toEqual(new Set(['U1', 'U2', 'U3', 'U4', 'U5']));
  });

  it('whoever cannot come is followed by the next of the stratum whose unit has room', () => {
    fc.assert(
      fc.property(
        anySeed,
        anyCandidates,
        anyCriteria,
        fc.array(fc.nat(20), { maxLength: 6 }),
        (seed, candidates, some, leaves) => {
          const criteria = criteriaOf(some);
          const { rows } = snapshot('draw-1', named(candidates));
          const result = tried(seed, criteria, rows);
          fc.pre(result !== undefined);
          const gone = new Set<number>();
          let panel = result.panel;
          for (const number of leaves) {
            if (panel.length === 0) break;
            const leaving = panel[number % panel.length]!;
            gone.add(leaving.row);
            const next = stepsIn(leaving, panel, result, rows, criteria, gone);
            panel = [...panel.filter(({ row }) => row !== leaving.row), ...(next ? [next] : [])];
            expect(panel.every(({ row }) => rows[row]!.eligible && !gone.has(row))).toBe(true);
            expect(new Set(panel.map(({ row }) => row)).size).toBe(panel.length);
            for (const { row } of panel)
              expect(
                panel.filter((seat) => rows[seat.row]!.unit === rows[row]!.unit).length,
              ).toBeLessThanOrEqual(criteria.perUnit);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('criteria that contradict themselves draw nobody', () => {
    const { rows } = snapshot('draw-1', named([{ unit: 'a', stratum: 'TECH', reasons: [] }]));
    const seed = own(new Uint8Array(32));
    const draw = (some: Partial<DrawCriteria>) => () =>
      drawPanel(
        seed,
        criteriaOf({ strata: [{ code: 'TECH', seats: 1 }], perUnit: 1, replacements: 0, ...some }),
        rows,
      );
    expect(draw({})).not.toThrow();
    for (const wrong of [
      { strata: [] },
      { strata: [{ code: 'TECH', seats: 0 }] },
      { perUnit: 0 },
      { replacements: -1 },
      {
        strata: [
          { code: 'TECH', seats: 1 },
          { code: 'TECH', seats: 1 },
        ],
      },
      { strata: [{ code: 'TECH', seats: 2 }] },
    ])
      expect(draw(wrong)).toThrow(expect.objectContaining({ code: 'PROOFS.IMPOSSIBLE' }));
    expect(() =>
      snapshot('draw-1', [
        { person: 'a', unit: 'u', stratum: 's', reasons: [] },
        { person: 'a', unit: 'v', stratum: 's', reasons: [] },
      ]),
    ).toThrow(expect.objectContaining({ code: 'PROOFS.IMPOSSIBLE' }));
  });
});

describe('the transcript of a draw', () => {
  it('is recomputed by anyone, also where a party stayed silent', async () => {
    const { transcript } = await aDraw();
    // As a file: what JSON brings back.
    const { faults, panel } = await verifyDraw(asTranscript(JSON.parse(JSON.stringify(transcript)))!);
    expect(faults).toEqual([]);
    expect(panel).toHaveLength(5);
  });

  it('each change of it is found', async () => {
    const { transcript, values } = await aDraw();
    const codes = async (changed: Partial<DrawTranscript>) => [
      ...new Set((await verifyDraw({ ...transcript, ...changed })).faults.map(({ code }) => code)),
    ];
    const [first, ...others] = transcript.rows;
    expect(await codes({ rows: [{ ...first!, eligible: !first!.eligible }, ...others] })).toContain(
      'POOL_NOT_AS_PUBLISHED',
    );
    expect(await codes({ rows: [...others, first!] })).toContain('POOL_NOT_AS_PUBLISHED');
    expect(await codes({ criteria: { ...transcript.criteria, perUnit: 2 } })).toContain(
      'CRITERIA_NOT_AS_PUBLISHED',
    );
    expect(await codes({ seed: hex(new Uint8Array(32)) })).toEqual(['SEED_DIFFERS']);
    const otherReveal = { party: 'bureau', value: values.get('supervision')! };
    expect(await codes({ reveals: [otherReveal, ...transcript.reveals.slice(1)] })).toEqual([
      'PART_NOT_AS_COMMITTED',
    ]);
    expect(await codes({ reveals: transcript.reveals.slice(1) })).toEqual(['PART_NOT_AS_COMMITTED']);
    expect(
      await codes({ parts: transcript.parts.slice(0, 1), reveals: transcript.reveals.slice(0, 1) }),
    ).toContain('TOO_FEW_PARTIES');
    const [seat, ...seats] = transcript.result.panel;
    const unseated = transcript.rows.find(
      ({ row, eligible }) => eligible && !transcript.result.panel.some((one) => one.row === row),
    )!;
    expect(
      await codes({ result: { ...transcript.result, panel: [{ ...seat!, row: unseated.row }, ...seats] } }),
    ).toContain('RESULT_DIFFERS');
    expect(
      await codes({
        changes: [
          {
            ...transcript.changes[0]!,
            stepsIn: unseated.row === transcript.changes[0]!.stepsIn ? null : unseated.row,
          },
        ],
      }),
    ).toContain('CHANGE_DIFFERS');
    const [opened, ...rest] = transcript.opened;
    expect(await codes({ opened: [{ ...opened!, person: 'expert-99' }, ...rest] })).toEqual([
      'OPENING_DIFFERS',
    ]);
  });

  it('a panel of nobody in the pool is a fault, and no error', async () => {
    const { transcript } = await aDraw();
    const { faults } = await verifyDraw({ ...transcript, rows: [] });
    expect(faults.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['POOL_NOT_AS_PUBLISHED', 'NO_PANEL']),
    );
  });

  it('whatever else a file holds is no transcript, and never an error', async () => {
    const { transcript } = await aDraw();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(transcript)), fc.jsonValue(), async (key, value) => {
        const changed = asTranscript({ ...transcript, [key]: value });
        if (changed !== undefined) expect((await verifyDraw(changed)).faults).toBeInstanceOf(Array);
      }),
      { numRuns: 300 },
    );
    for (const value of [null, 'text', 7, [], {}, { format: 'jihui-draw/1' }])
      expect(asTranscript(value)).toBeUndefined();
  });
});
