import fc from 'fast-check';
import { aCall, OWNER } from '../../../test/call.fixture.js';
import type { Bidder } from '../bids/eligibility.js';
import { findingsOf, isBlocked } from './check.js';
import { byName, contentsOf, priceOf, promisedOf } from './contents.js';
import type { CheckFacts } from './facts.js';
import { blinded } from './naming.js';

const LEAD: Bidder = { id: 'u', kind: 'UNIVERSITY', active: true, sharedPeople: [] };
const form = (change: object = {}): object => ({
  format: 'jihui-bid-form/1',
  answers: [
    { indicator: 'I1', promised: '9300', basis: '' },
    { indicator: 'I2', promised: '0.5 mm', basis: '' },
  ],
  ...{ route: '轧制', team: '六人', schedule: '两年', price: '900,000', members: [] },
  people: [{ name: '钱教授', unit: '工大' }],
  ...change,
});
const facts = (change: Partial<CheckFacts> = {}): CheckFacts => ({
  ...{
    call: aCall('BIDS_OPENED'),
    ownerName: '锻压公司',
    form: form(),
    ...{ files: ['aa'], fileNames: [] },
    lead: LEAD,
    ...{ leadId: 'u', leadName: '工大', handedInOn: '2026-11-23' },
  },
  ...{ known: new Map(), others: new Set<string>(), otherPeople: byName([]) },
  ...{ key: '', unconfirmedBlocks: false, bannedPeople: byName([]) },
  ...change,
});
const codes = (change: Partial<CheckFacts> = {}): readonly string[] =>
  findingsOf(facts(change)).map(({ code, level }) => `${level} ${code}`);

describe('the check of an opened bid', () => {
  it('finds a lead, and people of its team, who are banned', () => {
    expect(codes({ lead: { ...LEAD, bannedUntil: '2028-01-01' } })).toEqual(['BLOCK CHALLENGES.BANNED']);
    const people = (unit: string) => codes({ bannedPeople: byName([{ name: '钱 教授', unit }]) });
    expect(people('工大')).toEqual(['BLOCK PERSON_BANNED']);
    expect(people('别处')).toEqual(['WARNING NAMESAKE_BANNED']);
  });

  it('finds nothing where every indicator is promised and the facts stand', () =>
    expect(codes()).toEqual([]));

  it('points out where a bid names who bids, in its texts and the names of its files', () => {
    const named = form({
      ...{ route: '工大 控温轧制，高强高韧合金', team: '钱教授牵头', schedule: '联系 13903500001' },
      people: [
        { name: '钱教授', unit: '工大' },
        { name: '高强', unit: '工大' },
      ],
    });
    const found = findingsOf(facts({ form: named, fileNames: ['方案（工大）.pdf', '附图.pdf'] }));
    expect(found.map(({ code, level, params }) => [code, level, params])).toEqual([
      ['NAMES_BIDDER', 'WARNING', ['技术路线', '工大']],
      ['MAY_NAME_BIDDER', 'WARNING', ['技术路线', '高强']],
      ['NAMES_BIDDER', 'WARNING', ['团队与条件', '钱教授']],
      ['NAMES_BIDDER', 'WARNING', ['进度安排', '13903500001']],
      ['NAMES_BIDDER', 'WARNING', ['附件名称', '工大']],
    ]);
    const read = blinded('工大', contentsOf(named)!);
    expect([read.route, read.team, read.schedule]).toEqual([
      '〔单位1〕 控温轧制，高强高韧合金',
      '〔人员1〕牵头',
      '联系 〔联系方式〕',
    ]);
  });

  it('and where a figure is asked for, but takes no figure for a telephone number', () => {
    const odd = form({
      answers: [
        { indicator: 'I1', promised: '13903500001', basis: '' },
        { indicator: 'I2', promised: '0.5 mm（工大）', basis: '' },
      ],
      price: '900,000 钱教授',
    });
    const named = findingsOf(facts({ form: odd })).filter(({ code }) => code === 'NAMES_BIDDER');
    expect(named.map(({ params }) => params)).toEqual([
      ['指标响应的承诺值', '工大'],
      ['报价', '钱教授'],
    ]);
    const read = blinded('工大', contentsOf(odd)!);
    expect([read.answers.map(({ promised }) => promised), read.price]).toEqual([
      ['13903500001', '0.5 mm（〔单位1〕）'],
      '900,000 〔人员1〕',
    ]);
  });

  it('blocks on core indicators and points out the others', () => {
    const answers = (core: string, other: string): object =>
      form({
        answers: [
          { indicator: 'I1', promised: core },
          { indicator: 'I2', promised: other },
        ],
      });
    expect(codes({ form: answers('9299.9', '0.6') })).toEqual([
      'BLOCK PROMISE_FALLS_SHORT',
      'WARNING PROMISE_FALLS_SHORT',
    ]);
    expect(codes({ form: answers('', '很好') })).toEqual([
      'BLOCK NOT_PROMISED',
      'WARNING PROMISE_UNREADABLE',
    ]);
    expect(isBlocked(findingsOf(facts({ form: answers('9300', '') })))).toBe(false);
  });

  it('asks for a route and a team, and points out schedule and price', () => {
    expect(codes({ form: form({ route: ' ', team: '', schedule: '', price: '1000000.01' }) })).toEqual([
      ...['BLOCK NO_ROUTE', 'BLOCK NO_TEAM', 'WARNING NO_SCHEDULE', 'WARNING PRICE_ABOVE'],
    ]);
    expect(codes({ form: { 方案: '另一种程序写的' } })).toEqual(['BLOCK FORM_UNREADABLE']);
  });

  it('tells who may not bid at all', () => {
    expect(codes({ lead: { ...LEAD, id: OWNER } })).toEqual(['BLOCK CHALLENGES.RELATED']);
  });

  it('reads whatever stood inside without falling over', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        findingsOf(facts({ form: anything }));
        findingsOf(facts({ form: { ...form(), members: anything, answers: anything } }));
        findingsOf(facts({ form: { ...form(), people: anything, agreement: anything } }));
      }),
    );
  });
});

describe('what people write for a number', () => {
  const indicator = { code: 'I', unit: 'mm', operator: 'BETWEEN' } as const;
  it('is read with units, separators and ranges', () => {
    expect(promisedOf({ ...indicator, operator: 'AT_LEAST' }, '９，３００ mm')?.value).toBe('9300');
    expect(promisedOf(indicator, '5–8 mm')).toMatchObject({ value: '5', upper: '8' });
    expect(promisedOf(indicator, '约5')).toBeNull();
    expect(promisedOf({ ...indicator, operator: 'AT_MOST' }, '5-8')).toBeNull();
    expect(priceOf({ price: '90万' })).toBeNull();
    expect(priceOf({ price: '1,234.5元' })).toBe(123_450);
    expect(contentsOf(null)).toBeNull();
  });
});
