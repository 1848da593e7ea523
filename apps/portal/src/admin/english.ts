import type { English } from '../i18n/reading.js';

/** The page of operation. */
export const english: English = {
  只有平台管理员可以查看运行状况: 'Only platform administrators see how the platform runs',
  没有这个领域: 'There is no such domain',
  '请选择 1 至 50 项任务': 'Choose 1 to 50 tasks',
  '该任务不在已放弃之列，可能已经重新执行':
    'This task is not among those given up; it may have been tried again already',
};
