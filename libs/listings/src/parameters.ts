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

const days = (name: string, title: string, value: number) => ({
  name,
  title,
  min: 1,
  max: 3_650,
  value,
  effectiveFrom: '2020-01-01',
  source: DEFAULT,
});

registerParameters([
  days(PARAMETERS.RESULT_VALIDITY, '成果信息有效期（日）', 730),
  days(PARAMETERS.NEED_VALIDITY, '需求信息有效期（日）', 365),
  days(PARAMETERS.FIRST_REMINDER, '到期前首次提醒（日）', 30),
  days(PARAMETERS.LAST_REMINDER, '到期前末次提醒（日）', 7),
  days(PARAMETERS.REVIEW, '供需信息审核期限（工作日）', 5),
]);
