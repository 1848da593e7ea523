import fc from 'fast-check';
import { hitsOf, judgeable, type HitKind, type Question, type RecusalRule } from './conflicts.js';
import type { Facts } from './facts.js';

/** Reference B7, [D/K]. */
const RULE: RecusalRule = { formerUnitYears: 3, formerTieYears: 3, sharedWorkYears: 3, namedAtMost: 3 };
const NONE: Facts = { ties: [], relations: [], works: [], affiliations: [], parts: [] };
const QUESTION: Question = {
  expert: 'expert',
  day: '2026-11-29',
  owner: { organisation: 'owner', people: ['owner-head'] },
  bids: [
    { bid: 'bid-1', organisations: ['univ', 'mill'], team: ['lead', 'member'], namedRecusals: [] },
    { bid: 'bid-2', organisations: ['lab'], team: ['other'], namedRecusals: [] },
  ],
};
const hits = (facts: Partial<Facts>, question = QUESTION) => hitsOf(question, { ...NONE, ...facts }, RULE);
const kinds = (facts: Partial<Facts>): readonly [HitKind, string | null][] =>
  hits(facts).map(({ kind, bid }) => [kind, bid]);
const tie = (organisation: string, kind = 'EMPLOYED' as const, until: string | null = null) => ({
  person: 'expert',
  organisation,
  kind,
  from: null,
  until,
  source: 'record',
});

describe('recusal', () => {
  it('of one’s own unit, and of any of its system', () => {
    expect(kinds({ ties: [tie('univ')] })).toEqual([['SAME_UNIT', 'bid-1']]);
    const affiliations = [
      ['hospital', 'univ'],
      ['college', 'hospital'],
    ].map((pair) => ({ organisations: pair as [string, string], source: 'register' }));
    expect(kinds({ ties: [tie('college')], affiliations })).toEqual([['SAME_UNIT', 'bid-1']]);
    expect(kinds({ ties: [tie('elsewhere')], affiliations })).toEqual([]);
  });

  it('of a unit left less than three years ago, to the last day of them', () => {
    expect(kinds({ ties: [tie('univ', 'EMPLOYED', '2023-11-29')] })).toEqual([['FORMER_UNIT', 'bid-1']]);
    expect(kinds({ ties: [tie('univ', 'EMPLOYED', '2023-11-28')] })).toEqual([]);
  });

  it.each(['SHAREHOLDER', 'DIRECTOR', 'CONSULTANT', 'ECONOMIC_INTEREST'] as const)(
    'of %s, now and for three years',
    (kind) => {
      const of = (until: string | null) => kinds({ ties: [{ ...tie('mill'), kind, until }] });
      expect(of(null)).toEqual([[kind, 'bid-1']]);
      expect(of('2024-01-01')).toEqual([[kind, 'bid-1']]);
      expect(of('2022-01-01')).toEqual([]);
    },
  );

  it('of kin and of teacher and student, whenever, in either direction', () => {
    for (const kind of ['KIN', 'SUPERVISION'] as const)
      for (const persons of [
        ['expert', 'member'],
        ['member', 'expert'],
      ] as [string, string][])
        expect(kinds({ relations: [{ persons, kind, source: 'declared' }] })).toEqual([[kind, 'bid-1']]);
  });

  it.each(['CO_AUTHOR', 'CO_INVESTIGATOR', 'CO_OWNER'] as const)('of %s within three years', (kind) => {
    const of = (day: string) =>
      hits({ works: [{ kind, persons: ['expert', 'other', 'third'], day, source: 'patent' }] });
    expect(of('2024-05-01')).toEqual([{ kind, bid: 'bid-2', with: 'other', source: 'patent' }]);
    expect(of('2023-11-28')).toEqual([]);
  });

  it('closes the whole call to who bids, prepared the demand, or has a tie to the owner', () => {
    const bidder = { ...QUESTION, expert: 'lead' };
    expect(judgeable(bidder, hits({}, bidder))).toEqual([]);
    const prepared = hits({
      parts: [{ person: 'expert', kind: 'PREPARED_DEMAND', bid: null, source: 'demand' }],
    });
    expect(judgeable(QUESTION, prepared)).toEqual([]);
    expect(judgeable(QUESTION, hits({ ties: [tie('owner', 'EMPLOYED')] }))).toEqual([]);
    expect(
      judgeable(
        QUESTION,
        hits({ relations: [{ persons: ['expert', 'owner-head'], kind: 'KIN', source: 'declared' }] }),
      ),
    ).toEqual([]);
  });

  it('closes one bid to whom its applicant named, objected against, or who helped prepare it', () => {
    const bids = [{ ...QUESTION.bids[0]!, namedRecusals: ['a', 'b', 'expert', 'd'] }, QUESTION.bids[1]!];
    expect(judgeable(QUESTION, hits({}, { ...QUESTION, bids }))).toEqual(['bid-2']);
    const fourth = [{ ...QUESTION.bids[0]!, namedRecusals: ['a', 'b', 'c', 'expert'] }, QUESTION.bids[1]!];
    expect(judgeable(QUESTION, hits({}, { ...QUESTION, bids: fourth }))).toEqual(['bid-1', 'bid-2']);
    for (const kind of ['PREPARED_BID', 'OBJECTED_AGAINST'] as const)
      expect(
        judgeable(QUESTION, hits({ parts: [{ person: 'expert', kind, bid: 'bid-1', source: 'record' }] })),
      ).toEqual(['bid-2']);
  });

  it('every hit names its record', () => {
    expect(hits({ ties: [tie('univ')] })).toEqual([
      { kind: 'SAME_UNIT', bid: 'bid-1', with: 'univ', source: 'record' },
    ]);
  });

  it('over random worlds: who is judged fit has no tie, relation or work with anybody of the bid', () => {
    const person = fc.integer({ min: 0, max: 9 }).map((at) => `p${at}`);
    const organisation = fc.integer({ min: 0, max: 6 }).map((at) => `o${at}`);
    const pair = <T>(one: fc.Arbitrary<T>) => fc.tuple<[T, T]>(one, one);
    const anyFacts = fc.record({
      ties: fc.array(
        fc.record({
          person,
          organisation,
          kind: fc.constantFrom('EMPLOYED' as const, 'SHAREHOLDER' as const),
          from: fc.constant(null),
          until: fc.constantFrom(null, '2025-06-01', '2020-06-01'),
          source: fc.constant('s'),
        }),
        { maxLength: 20 },
      ),
      relations: fc.array(
        fc.record({
          persons: pair(person),
          kind: fc.constantFrom('KIN' as const, 'SUPERVISION' as const),
          source: fc.constant('s'),
        }),
        { maxLength: 6 },
      ),
      works: fc.array(
        fc.record({
          kind: fc.constant('CO_AUTHOR' as const),
          persons: fc.uniqueArray(person, { minLength: 2, maxLength: 4 }),
          day: fc.constantFrom('2025-01-01', '2019-01-01'),
          source: fc.constant('s'),
        }),
        { maxLength: 6 },
      ),
      affiliations: fc.array(fc.record({ organisations: pair(organisation), source: fc.constant('s') }), {
        maxLength: 4,
      }),
      parts: fc.constant([]),
    });
    fc.assert(
      fc.property(
        anyFacts,
        fc.array(organisation, { minLength: 1, maxLength: 2 }),
        fc.uniqueArray(person, { minLength: 1, maxLength: 3 }),
        (facts, organisations, team) => {
          const bids = [{ bid: 'b', organisations, team, namedRecusals: [] }];
          for (const expert of Array.from({ length: 10 }, (_, at) => `p${at}`)) {
            const question = {
              expert,
              day: '2026-11-29',
              owner: { organisation: 'nobody', people: [] },
              bids,
            };
            const fit = judgeable(question, hitsOf(question, facts, RULE)).length === 1;
            const related = facts.relations.some(
              ({ persons }) =>
                persons.includes(expert) && persons.some((other) => other !== expert && team.includes(other)),
            );
            const wrote = facts.works.some(
              ({ persons, day }) =>
                day > '2023-11-29' &&
                persons.includes(expert) &&
                persons.some((other) => other !== expert && team.includes(other)),
            );
            const tied = facts.ties.some(
              (one) =>
                one.person === expert &&
                organisations.includes(one.organisation) &&
                (one.until === null || one.until > '2023-11-29'),
            );
            if (fit)
              expect([related, wrote, tied, team.includes(expert)]).toEqual([false, false, false, false]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
