import fc from 'fast-check';
import { type DomainError, type Violation } from '@jihui/kernel';
import { aNeed, aResult, aRight, NOW, ROLES } from '../../test/examples.js';
import { ListingCodes } from './errors.js';
import { isLapsed } from './ip.rules.js';
import { missingOfNeed, missingOfResult, needMachine, resultMachine } from './perform.js';
import { demandQuality } from './quality.js';
import type { NeedContent, ResultContent } from './types.js';

const system = ROLES['system']!;
const submitResult = (content: Partial<ResultContent>): Violation[] => [
  ...missingOfResult(aResult({}, content), system, NOW),
];
const submitNeed = (content: Partial<NeedContent>): Violation[] => [
  ...missingOfNeed(aNeed({}, content), system, NOW),
];
const found = (violations: readonly Violation[]): string[] =>
  violations.map(({ path, code }) => `${path} ${code}`);
const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('not refused');
};

describe('a result’s rules', () => {
  it('find nothing wrong with a complete form', () => {
    expect(found(submitResult({}))).toEqual([]);
  });

  it('name all that is missing at once', () => {
    const empty = submitResult({
      title: '',
      summary: '短',
      keywords: ['一'],
      keyPoints: '',
      applicationFields: [],
      techField: null,
      trl: null,
      serviceInvention: null,
      stateFunded: null,
      cooperationModes: [],
      priceMode: null,
      contact: { name: '', phone: '', email: '' },
    });
    expect(found(empty)).toEqual([
      'title REQUIRED',
      'summary TOO_SHORT',
      'keyPoints REQUIRED',
      `keywords ${ListingCodes.TOO_FEW}`,
      `applicationFields ${ListingCodes.TOO_FEW}`,
      'techField REQUIRED',
      'trl REQUIRED',
      'serviceInvention REQUIRED',
      'stateFunded REQUIRED',
      'contact.name REQUIRED',
      'contact.phone REQUIRED',
      `cooperationModes ${ListingCodes.TOO_FEW}`,
      'priceMode REQUIRED',
    ]);
  });

  it.each<[string, Partial<ResultContent>, string]>([
    ['a readiness level without evidence', { trlEvidence: '有' }, `trlEvidence ${ListingCodes.TRL_EVIDENCE}`],
    [
      'a wrong check digit',
      { ipRights: [aRight({ number: '2003101000021' })] },
      `ipRights.0.number ${ListingCodes.PATENT_NUMBER}`,
    ],
    ['a patent without a number', { ipRights: [aRight({ number: '' })] }, 'ipRights.0.number REQUIRED'],
    [
      'a number of another kind',
      { ipRights: [aRight({ kind: 'UTILITY_MODEL' })] },
      `ipRights.0.kind ${ListingCodes.PATENT_KIND}`,
    ],
    [
      'the same right twice',
      { ipRights: [aRight(), aRight()] },
      `ipRights.1.number ${ListingCodes.DUPLICATE_NUMBER}`,
    ],
    [
      'a patent whose term is over',
      { ipRights: [aRight({ expiresOn: '2026-11-22' })] },
      `ipRights.0 ${ListingCodes.PATENT_LAPSED}`,
    ],
    [
      'an abandoned patent',
      { ipRights: [aRight({ status: 'ABANDONED' })] },
      `ipRights.0 ${ListingCodes.PATENT_LAPSED}`,
    ],
    [
      'a co-owner who was not asked',
      { ipRights: [aRight({ owners: ['甲大学', '乙公司'] })] },
      `ipRights.0.coOwnersConsent ${ListingCodes.CO_OWNER_CONSENT}`,
    ],
    [
      'a disputed right',
      { ipRights: [aRight({ encumbrance: 'DISPUTED' })] },
      `ipRights.0.encumbrance ${ListingCodes.ENCUMBERED}`,
    ],
    [
      'a transfer of what is licensed exclusively',
      { cooperationModes: ['TRANSFER'], ipRights: [aRight({ encumbrance: 'LICENSED_EXCLUSIVELY' })] },
      `ipRights.0.encumbrance ${ListingCodes.ENCUMBERED}`,
    ],
    [
      'open and exclusive licence together',
      { cooperationModes: ['LICENCE_OPEN', 'LICENCE_SOLE'] },
      `cooperationModes ${ListingCodes.OPEN_LICENCE_EXCLUSIVE}`,
    ],
    [
      'an open licence without a patent',
      { cooperationModes: ['LICENCE_OPEN'], ipRights: [] },
      `cooperationModes ${ListingCodes.OPEN_LICENCE_NEEDS_PATENT}`,
    ],
    [
      'a fixed price without an amount',
      { priceMode: 'FIXED', priceMin: null, priceMax: null },
      `priceMin ${ListingCodes.PRICE_INCOMPLETE}`,
    ],
    ['a range without its upper bound', { priceMax: null }, `priceMax ${ListingCodes.PRICE_INCOMPLETE}`],
    ['a royalty without terms', { priceMode: 'ROYALTY' }, `conditions ${ListingCodes.PRICE_INCOMPLETE}`],
    ['a range upside down', { priceMin: 2, priceMax: 1 }, `priceMax ${ListingCodes.RANGE_REVERSED}`],
    ['a validity in the past', { validUntil: '2026-11-22' }, `validUntil ${ListingCodes.DAY_PASSED}`],
  ])('refuse %s', (_, content, expected) => {
    expect(found(submitResult(content))).toEqual([expected]);
  });

  it('cite the law they rest on', () => {
    const [violation] = submitResult({ ipRights: [aRight({ owners: ['甲大学', '乙公司'] })] });
    expect(violation?.article).toBe('专利法第14条');
  });

  it('let a service invention online only with its unit’s approval', () => {
    const result = aResult({ state: 'BUREAU_REVIEW' });
    expect(found(refusal(() => resultMachine.perform(result, 'publish', system, NOW)).violations)).toEqual([
      `unitApprovalDocument ${ListingCodes.SERVICE_INVENTION_UNAPPROVED}`,
    ]);
    expect(resultMachine.perform({ ...result, unitApprovedBy: 'someone' }, 'publish', system, NOW)).toBe(
      'ONLINE',
    );
  });

  it('admit an importer’s sparse record, and stop at what the law stops', () => {
    const sparse = { summary: '', keyPoints: '', trl: null, serviceInvention: null, ipRights: [] };
    expect(resultMachine.perform(aResult({}, sparse), 'admit', system, NOW)).toBe('ONLINE');
    const service = aResult({}, { ...sparse, serviceInvention: true });
    expect(refusal(() => resultMachine.perform(service, 'admit', system, NOW)).violations[0]?.code).toBe(
      ListingCodes.SERVICE_INVENTION_UNAPPROVED,
    );
    expect(
      resultMachine.perform(
        aResult({}, { ...sparse, serviceInvention: true, unitApprovalDocument: '校科〔2026〕3号' }),
        'admit',
        system,
        NOW,
      ),
    ).toBe('ONLINE');
  });

  it('keep a lapsed patent from being relisted', () => {
    const result = aResult({ state: 'OFFLINE' }, { ipRights: [aRight({ status: 'EXPIRED' })] });
    expect(refusal(() => resultMachine.perform(result, 'relist', system, NOW)).violations[0]?.code).toBe(
      ListingCodes.PATENT_LAPSED,
    );
  });

  it('take know-how without a number, and a lapsed software right', () => {
    const rights = [
      aRight({ kind: 'KNOW_HOW', number: '', expiresOn: null }),
      aRight({ kind: 'SOFTWARE_COPYRIGHT', number: '2024SR1', status: 'EXPIRED' }),
    ];
    expect(found(submitResult({ ipRights: rights }))).toEqual([]);
  });

  it('count a patent’s last day as a day of its term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (term, day) => {
        const dayOf = (days: number): string =>
          new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);
        expect(isLapsed(aRight({ expiresOn: dayOf(term) }), dayOf(day))).toBe(day > term);
      }),
    );
  });
});

describe('a need’s rules', () => {
  it('find nothing wrong with a complete form', () => {
    expect(found(submitNeed({}))).toEqual([]);
  });

  it('name all that is missing at once', () => {
    const empty = submitNeed({
      title: '短',
      description: '',
      needType: null,
      techField: null,
      keywords: [],
      cooperationModes: [],
      budgetMax: null,
      wantsChallenge: false,
      contact: { name: '', phone: '', email: '' },
    });
    expect(found(empty)).toEqual([
      'title TOO_SHORT',
      'description REQUIRED',
      'needType REQUIRED',
      'techField REQUIRED',
      `keywords ${ListingCodes.TOO_FEW}`,
      `cooperationModes ${ListingCodes.TOO_FEW}`,
      'contact.name REQUIRED',
      'contact.phone REQUIRED',
      `budgetMax ${ListingCodes.PRICE_INCOMPLETE}`,
    ]);
  });

  it.each<[string, Partial<NeedContent>, string]>([
    ['a budget upside down', { budgetMin: 200_000_000 }, `budgetMax ${ListingCodes.RANGE_REVERSED}`],
    ['a day that has passed', { neededBy: '2026-11-22' }, `neededBy ${ListingCodes.DAY_PASSED}`],
    ['a validity in the past', { validUntil: '2026-01-01' }, `validUntil ${ListingCodes.DAY_PASSED}`],
    [
      'a challenge without a number',
      { indicators: [] },
      `wantsChallenge ${ListingCodes.CHALLENGE_INCOMPLETE}`,
    ],
    ['a challenge without a day', { neededBy: null }, `wantsChallenge ${ListingCodes.CHALLENGE_INCOMPLETE}`],
  ])('refuse %s', (_, content, expected) => {
    expect(found(submitNeed(content))).toEqual([expected]);
  });

  it('turn only those into challenges whose owners asked', () => {
    const need = aNeed({ state: 'ONLINE' }, { wantsChallenge: false });
    expect(refusal(() => needMachine.perform(need, 'convert', system, NOW)).violations[0]?.code).toBe(
      ListingCodes.CHALLENGE_NOT_ASKED,
    );
    expect(needMachine.perform(aNeed({ state: 'ONLINE' }), 'convert', system, NOW)).toBe('CONVERTED');
  });
});

describe('demandQuality', () => {
  const content = aNeed().content;
  it('gives 100 to a need with everything, and advice for the rest', () => {
    const long = demandQuality({ ...content, description: '难'.repeat(300) });
    expect(long.score).toBe(100);
    expect(long.parts.every((part) => part.advice === null)).toBe(true);
    const bare = demandQuality({
      ...content,
      indicators: [],
      budgetMax: null,
      neededBy: null,
      description: '',
    });
    expect(bare.parts.filter((part) => part.advice !== null).map((part) => part.code)).toEqual([
      'INDICATORS',
      'TEST_METHODS',
      'BUDGET',
      'DEADLINE',
      'DESCRIPTION',
    ]);
  });
  it('counts a wish as no number', () => {
    const wish = [
      { name: '性能', operator: 'QUALITATIVE' as const, target: '国内领先', unit: '', testMethod: '' },
    ];
    expect(demandQuality({ ...content, indicators: wish }).parts[0]?.score).toBe(5);
  });
  it('is the sum of its parts, between 0 and 100, whatever the need', () => {
    const operator = fc.constantFrom('AT_LEAST' as const, 'RANGE' as const, 'QUALITATIVE' as const);
    const indicator = fc.record({
      name: fc.string(),
      operator,
      target: fc.string(),
      unit: fc.string(),
      testMethod: fc.string(),
    });
    const maxima = 100;
    fc.assert(
      fc.property(
        fc.array(indicator, { maxLength: 8 }),
        fc.string({ maxLength: 400 }),
        fc.option(fc.nat()),
        fc.option(fc.boolean()),
        (indicators, description, budgetMax, budgetNegotiable) => {
          const { score, parts } = demandQuality({
            ...content,
            indicators,
            description,
            budgetMax,
            budgetNegotiable,
          });
          expect(score).toBe(parts.reduce((sum, part) => sum + part.score, 0));
          expect(parts.reduce((sum, part) => sum + part.max, 0)).toBe(maxima);
          expect(
            parts.every(
              (part) =>
                part.score >= 0 &&
                part.score <= part.max &&
                (part.advice === null) === (part.score === part.max),
            ),
          ).toBe(true);
        },
      ),
    );
  });
});
