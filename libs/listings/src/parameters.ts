import { registerParameters } from '@jihui/platform';

/** Days that this domain counts by, each a row with its source. */
export const PARAMETERS = {
  RESULT_VALIDITY: 'listings.result_validity_days',
  NEED_VALIDITY: 'listings.need_validity_days',
  FIRST_REMINDER: 'listings.first_reminder_days',
  LAST_REMINDER: 'listings.last_reminder_days',
  REVIEW: 'listings.review_working_days',
} as const;

const DEFAULT = '平台默认值：没有法规规定供需信息的期限，可由管理部门调整';

registerParameters([
  { name: PARAMETERS.RESULT_VALIDITY, value: 730, effectiveFrom: '2020-01-01', source: DEFAULT },
  { name: PARAMETERS.NEED_VALIDITY, value: 365, effectiveFrom: '2020-01-01', source: DEFAULT },
  { name: PARAMETERS.FIRST_REMINDER, value: 30, effectiveFrom: '2020-01-01', source: DEFAULT },
  { name: PARAMETERS.LAST_REMINDER, value: 7, effectiveFrom: '2020-01-01', source: DEFAULT },
  { name: PARAMETERS.REVIEW, value: 5, effectiveFrom: '2020-01-01', source: DEFAULT },
]);
