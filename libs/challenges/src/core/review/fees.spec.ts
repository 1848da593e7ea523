import { DEFAULT_RULES } from '../../../test/call.fixture.js';
import {
  feeOf,
  feesDue,
  isSenior,
  newlyOwed,
  onlyPaid,
  paymentFaults,
  unpaidIn,
  withPayment,
  type ReviewFee,
} from './fees.js';

const fee = (seat: string, change: Partial<ReviewFee> = {}): ReviewFee => ({
  ...{ seat, person: `p${seat}`, name: '专家甲', unit: '研究院', title: '教授', senior: true },
  ...{ stages: [1], amount: 75_000, payment: null },
  ...change,
});
const payment = {
  on: '2026-11-30',
  voucher: '财付2026-18',
  files: [],
  by: 'city',
  at: '2026-11-30T02:00:00Z',
};

describe('the fee of a review', () => {
  it('is half a day’s rate for sheets on paper and three fifths more for a defence, by the title', () => {
    expect(feeOf('教授', [1], DEFAULT_RULES)).toBe(75_000);
    expect(feeOf('教授', [1, 2], DEFAULT_RULES)).toBe(165_000);
    expect(feeOf('工程师', [1, 2], DEFAULT_RULES)).toBe(99_000);
    expect(feeOf('', [], DEFAULT_RULES)).toBe(0);
  });

  it.each([
    ...['教授', '副教授', '研究员', '副研究员', '高级工程师', '正高级工程师', '高级会计师', '副主任医师'],
    '中国工程院院士',
  ])('counts %s as senior', (title) => expect(isSenior(title)).toBe(true));
  it.each(['', '助理研究员', '助教', '助理教授', '讲师', '工程师', '高级技师', '部门主任'])(
    'does not count %s as senior',
    (title) => expect(isSenior(title)).toBe(false),
  );

  it('is owed once, however often the review is concluded', () => {
    const before = withPayment([fee('a'), fee('b')], ['a'], payment);
    expect(onlyPaid(before).map(({ seat }) => seat)).toEqual(['a']);
    const again = feesDue(before, [fee('a'), fee('c')]);
    expect(again.map(({ seat, payment: paid }) => [seat, paid !== null])).toEqual([
      ['a', true],
      ['c', false],
    ]);
    expect(unpaidIn(again)).toBe(1);
    expect(newlyOwed(before, again).map(({ seat }) => seat)).toEqual(['c']);
    expect(
      newlyOwed([fee('a'), fee('b')], [fee('a'), fee('b', { amount: 1 })]).map(({ seat }) => seat),
    ).toEqual(['b']);
  });

  it('is marked as paid once, by another than its own, on a day that has come, with a voucher', () => {
    const sheet = { fees: [fee('a'), fee('b', { payment })], dueOn: '2026-11-20' };
    const form = { by: 'city', seats: ['a'], on: '2026-11-30', voucher: '财付2026-18' };
    const wrong = (change: Partial<typeof form>) =>
      paymentFaults(sheet, { ...form, ...change }, '2026-11-30').map(({ path }) => path);
    expect(wrong({})).toEqual([]);
    expect(wrong({ seats: [] })).toEqual(['feeIds']);
    expect(wrong({ seats: ['a', 'b', 'c', 'a'] })).toEqual(['feeIds.1', 'feeIds.2', 'feeIds.3']);
    expect(wrong({ by: 'pa' })).toEqual(['feeIds.0']);
    expect(wrong({ on: '2026-12-01' })).toEqual(['paidOn']);
    expect(wrong({ on: '2026-11-19' })).toEqual(['paidOn']);
    expect(wrong({ voucher: '' })).toEqual(['voucher']);
  });
});
