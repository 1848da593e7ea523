import type { English } from '../i18n/reading.js';

/** Parameters of law and the holiday calendar. */
export const english: English = {
  只有平台管理员可以维护法定参数和节假日:
    'Only platform administrators keep the parameters of law and the holidays',
  '年份应在 {0} 至 {1} 之间': 'The year must be between {0} and {1}',
  '一年最多录入 {0} 天': 'At most {0} days a year can be entered',
  '请填写 {0} 年的日期': 'Enter a date in {0}',
  该日期已在列表中: 'This date is in the list already',
  '周一至周五本来就是工作日，无需录入': 'Monday to Friday are working days anyway and need no entry',
  '该日期已过，不能新增或修改': 'This date has passed and can be neither added nor changed',
  '已过的日期不能删除：{0}': 'Dates that have passed cannot be removed: {0}',
  请从列表中选择取值: 'Choose the value from the list',
  '取值应为 {0} 至 {1} 的整数': 'The value must be a whole number from {0} to {1}',
  '生效日期最早为明天：已作出的决定以当时的参数为准，不能更改过去':
    'A version takes effect tomorrow at the earliest: what was decided rests on the parameters of its time, and the past is not changed',
  失效日期不能早于生效日期: 'The last day cannot come before the first',
  '该日期已有一个版本；如需替换，请先撤回尚未生效的版本':
    'A version begins on this day already; to replace it, first withdraw the one that is not in force yet',
  该版本已撤回: 'This version was withdrawn',
  '该版本已经生效，不能撤回；请录入新的版本':
    'This version is in force and cannot be withdrawn; enter a new one',
  依据文件: 'the document it rests on',
  说明: 'the note',
  该版本: 'the version',
  该参数: 'the parameter',
};
