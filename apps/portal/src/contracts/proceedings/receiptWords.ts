import { words } from '../../i18n/index.js';

/** 提成到账: what a supplement states. */
export const receiptWords = words(
  {
    title: '提成到账',
    history: '已补充登记的提成',
    period: '提成期间',
    from: '提成期间起始日',
    until: '提成期间截止日',
    base: '提成基数的实际金额',
    baseHint: '本期间按合同约定口径结算的金额',
    rate: '提成比例',
    rateHint: '逐年递增或递减的，填写本期间适用的比例',
    receivedOn: '到账日',
    share: '按比例计算',
    supplement: '补充登记额',
    registered: '已登记成交总额',
    cumulative: '补充后累计',
  },
  {
    title: 'Royalty received',
    history: 'Royalties registered so far',
    period: 'Period',
    from: 'First day of the period',
    until: 'Last day of the period',
    base: 'Base of the period',
    baseHint: 'As settled for this period by the contract',
    rate: 'Rate',
    rateHint: 'Where it rises or falls by year, the one of this period',
    receivedOn: 'Received on',
    share: 'By the rate',
    supplement: 'Supplement',
    registered: 'Registered so far',
    cumulative: 'Registered with it',
  },
);
