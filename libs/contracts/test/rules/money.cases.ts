import type { Deduction, Royalty } from '../../src/core/contract.js';
import { all, asks, form, money, type Change, type RuleCases } from './situation.js';

const deduction: Deduction = { kind: 'OTHER', name: '杂费', amount: 1, clause: '三' };
const terms: Royalty = {
  base: 'SALES',
  trend: 'FIXED',
  rateBasisPoints: 500,
  years: 5,
  entryFee: null,
  cap: null,
  floor: 100_000_000,
};
const royalty = (change: Partial<Royalty>, mode: 'ROYALTY' | 'ENTRY_FEE_ROYALTY' = 'ROYALTY'): Change =>
  money({ paymentMode: mode, royalty: { ...terms, ...change } });
const thin = (lowRatioReason: string | null, technical = 19_999_999): Change =>
  money({
    technical,
    lowRatioReason,
    carriers: [],
    deductions: [{ ...deduction, amount: 100_000_000 - technical }],
  });
const carried = (
  cost: number,
  quantity = 1,
  kind: 'SAMPLE' | 'EQUIPMENT_SET' = 'SAMPLE',
  name = '样机',
): Change => money({ carriers: [{ kind, name, quantity, cost }] });
const whole = money({ technical: 100_000_000, deductions: [] });

export const moneyCases: RuleCases = {
  ...asks('money.paymentMode', money({ paymentMode: null })),
  ...asks('money.total', money({ total: null })),
  ...asks('money.technical', money({ technical: null })),
  ...asks('money.expectedInvestment', money({ expectedInvestment: null })),
  ...asks('money.expectedOutput', money({ expectedOutput: null })),
  'money.deduction-positive': {
    fires: [
      { change: money({ deductions: [{ ...deduction, amount: 0 }] }), at: 'money.deductions.0.amount' },
    ],
  },
  'money.deduction-named': {
    fires: [
      { change: money({ deductions: [{ ...deduction, clause: '' }] }), at: 'money.deductions.0.clause' },
      { change: money({ deductions: [{ ...deduction, name: '' }] }), at: 'money.deductions.0.name' },
    ],
    silent: [{ change: money({ deductions: [deduction] }) }],
  },
  'money.deductions-within-total': {
    fires: [{ change: money({ total: 24_999_999 }) }],
    silent: [{ change: money({ total: 25_000_000 }) }],
  },
  'money.technical-sum': {
    fires: [{ change: money({ technical: 75_000_001 }) }, { change: money({ technical: 74_999_999 }) }],
    silent: [{ change: money({ total: 24_999_999 }) }],
  },
  'money.carriers-within': {
    fires: [{ change: carried(75_000_001) }],
    silent: [{ change: carried(75_000_000) }],
  },
  'money.carrier-named': { fires: [{ change: carried(1, 1, 'SAMPLE', '') }] },
  'money.carrier-quantity': { fires: [{ change: carried(1, 0) }] },
  'money.carrier-reasonable': {
    fires: [{ change: carried(1, 3, 'EQUIPMENT_SET') }],
    silent: [{ change: carried(1, 2, 'EQUIPMENT_SET') }, { change: carried(1, 3) }],
  },
  'money.total-positive': {
    fires: [{ change: money({ total: 0, technical: 0, deductions: [], carriers: [] }) }],
    silent: [{ change: all(money({ total: 0, technical: 0 }), royalty({ floor: 0 })) }],
  },
  'money.royalty-terms': {
    fires: [
      { change: money({ paymentMode: 'ROYALTY', royalty: null }), at: 'money.royalty.base' },
      { change: royalty({ rateBasisPoints: null }), at: 'money.royalty.rateBasisPoints' },
    ],
    silent: [{ change: royalty({}) }],
  },
  'money.entry-fee': {
    fires: [{ change: royalty({}, 'ENTRY_FEE_ROYALTY') }],
    silent: [{ change: royalty({ entryFee: 1 }, 'ENTRY_FEE_ROYALTY') }],
  },
  'money.royalty-total': {
    fires: [{ change: royalty({ floor: null, entryFee: 1 }) }],
    silent: [{ change: royalty({}) }, { change: royalty({ entryFee: 100_000_000, floor: 3 }) }],
  },
  'money.royalty-cap': {
    fires: [{ change: royalty({ cap: 99_999_999 }) }],
    silent: [{ change: royalty({ cap: 100_000_000 }) }],
  },
  'money.open': { fires: [{ change: royalty({}) }] },
  'money.low-share-unexplained': {
    fires: [{ change: thin(null) }],
    silent: [{ change: thin('改造为主') }, { change: thin(null, 20_000_000) }],
  },
  'money.low-share': {
    fires: [{ change: thin('改造为主') }],
    silent: [{ change: thin(null) }, { change: thin('改造为主', 20_000_000) }],
  },
  'money.equipment-words': {
    fires: [{ change: all(whole, form({ title: '封装设备专利权转让' })) }],
    silent: [{ change: whole }, { change: form({ title: '封装设备专利权转让' }) }],
  },
};
