import fc from 'fast-check';
import { aCall, OWNER } from '../../../test/call.fixture.js';
import type { Bidder } from '../bids/eligibility.js';
import { findingsOf, isBlocked, type CheckFacts } from './check.js';
import { contentsOf, priceOf, promisedOf } from './contents.js';

const LEAD: Bidder = { id: 'u', kind: 'UNIVERSITY', active: true, sharedPeople: [] };
const form = (change: object = {}): object => ({
  format: 'jihui-bid-form/1',
  answers: [
    { indicator: 'I1', promised: '9300', basis: '' },
    { indicator: 'I2', promised: '0.5 mm', basis: '' },
  ],
  ...{ route: '轧制', team: '六人', schedule: '两年', price: '900,000', members: [] },
  ...change,
});
const facts = (change: Partial<CheckFacts> = {}): CheckFacts => ({
  ...{
    call: aCall('BIDS_OPENED'),
    ownerName: '锻压公司',
    form: form(),
    files: 1,
    lead: LEAD,
    leadName: '工大',
  },
  ...{ known: new Map(), others: new Set<string>() },
  ...change,
});
const codes = (change: Partial<CheckFacts> = {}): readonly string[] =>
  findingsOf(facts(change)).map(({ code, level }) => `${level} ${code}`);
const member = (name: string, share: string) => ({ name, work: share, money: share, ip: share });

describe('the check of an opened bid', () => {
  it('finds nothing where every indicator is promised and the facts stand', () =>
    expect(codes()).toEqual([]));

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

  it('knows the members of a consortium by the facts held', () => {
    const members = [member('工大', '60'), member('锻压公司', '40')];
    expect(codes({ form: form({ members }) })).toEqual(['BLOCK MEMBER_IS_OWNER']);
    const pair = [member('工大', '60'), member('研究院', '39.9')];
    expect(codes({ form: form({ members: pair }), files: 0 })).toEqual([
      ...['WARNING NO_AGREEMENT', 'BLOCK SHARES', 'WARNING MEMBER_UNKNOWN'],
    ]);
    const whole = form({ members: [member('工大', '60'), member('研究院', '40')] });
    const institute = { ...LEAD, id: 'i', sharedPeople: ['张建军'] };
    expect(codes({ form: whole, known: new Map([['研究院', institute]]) })).toEqual(['BLOCK MEMBER_RELATED']);
    expect(codes({ form: whole, others: new Set(['研究院']) })).toEqual([
      ...['BLOCK IN_TWO_BIDS', 'WARNING MEMBER_UNKNOWN'],
    ]);
  });

  it('tells who may not bid at all', () => {
    expect(codes({ lead: { ...LEAD, id: OWNER } })).toEqual(['BLOCK CHALLENGES.RELATED']);
  });

  it('reads whatever stood inside without falling over', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        findingsOf(facts({ form: anything }));
        findingsOf(facts({ form: { ...form(), members: anything, answers: anything } }));
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
