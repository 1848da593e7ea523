import type { English } from '../i18n/reading.js';

/** Research projects of the units. */
export const english: English = {
  立项日期不能晚于今天: 'The project cannot begin in the future',
  结束日期不能早于立项日期: 'The project cannot end before it begins',
  '已结题或已终止的项目，请填写不晚于今天的结束日期':
    'Enter the day on which the project ended, today at the latest',
  '本单位已登记这个编号的项目，请在原记录上修改':
    'Your unit has recorded a project of this number already; change that record',

  // Imports
  '与第 {0} 行的项目编号相同，请删去其一': 'The same project number as in row {0}; remove one of them',
  '这个项目在平台上登记或修改过，未覆盖；请在平台上修改':
    'This project was recorded or changed on the platform and was not overwritten; change it there',
  '没有认出任何一列，请在第一行写表头，例如“项目编号”“项目名称”“项目负责人”“立项日期”':
    'No column was recognised; write a header in the first row, such as “项目编号”, “项目名称”, “项目负责人”, “立项日期”',

  // Words in their places
  科研项目: 'the project',
  项目编号: 'the number of the project',
  项目名称: 'the title of the project',
  计划类别: 'the programme',
  项目负责人: 'the leader of the project',
  主要参加人员: 'the members',
  总经费: 'the funds',
  项目简介: 'the summary',
};
