import type { English } from '../i18n/reading.js';

/** Fees and credit of experts. */
export const english: English = {
  请选择已经发放的评审费: 'Choose the fees that were paid',
  '发放表中没有这一笔评审费，或重复选择': 'The sheet has no such fee, or it is chosen twice',
  这一笔评审费已经发放: 'The fee is paid already',
  本人的评审费由其他经办人登记: 'One’s own fee is recorded by another officer',
  发放日期不能早于评审结论的日期: 'The day of payment cannot lie before the conclusion of the review',
  发放凭证号: 'the number of the voucher',
  该发放表: 'the sheet of fees',
  该信用记录已经撤销: 'The record is lifted already',
  撤销的理由: 'why it is lifted',
  该信用记录: 'the record',
  本人的信用记录由其他经办人办理: 'One’s own record is lifted by another officer',
  '该专家还没有签署承诺书，不能登记为隐瞒':
    'The expert has not signed the undertaking and has concealed nothing',
};
