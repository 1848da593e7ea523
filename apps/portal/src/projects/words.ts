import type { StatusTone } from '../design/StatusTag.js';
import type { ProjectLevel, ProjectStatus } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

export const projectLevels = words<Readonly<Record<ProjectLevel, string>>>(
  {
    NATIONAL: '国家级',
    PROVINCIAL: '省级',
    CITY: '市级',
    COUNTY: '县级',
    ENTERPRISE: '横向（企业委托）',
    OTHER: '其他',
  },
  {
    NATIONAL: 'National',
    PROVINCIAL: 'Provincial',
    CITY: 'City',
    COUNTY: 'County',
    ENTERPRISE: 'Commissioned by an enterprise',
    OTHER: 'Other',
  },
);

export const projectStatuses = words<Readonly<Record<ProjectStatus, string>>>(
  { RUNNING: '在研', COMPLETED: '已结题', TERMINATED: '已终止' },
  { RUNNING: 'Running', COMPLETED: 'Completed', TERMINATED: 'Terminated' },
);
export const projectTones: Readonly<Record<ProjectStatus, StatusTone>> = {
  RUNNING: 'moving',
  COMPLETED: 'good',
  TERMINATED: 'rest',
};

export const projectWords = words(
  {
    title: '科研项目',
    intro: '承担单位登记或导入的科研项目，计入项目负责人和主要参加人员的专家业绩。',
    search: '搜索项目编号、名称、计划类别或人员',
    record: '登记项目',
    takeIn: '导入',
    none: '还没有登记的科研项目',
    noneText: '单位的转化专员或管理员登记、导入后，会显示在这里。',
    scope: '范围',
    mine: '本单位的项目',
    level: '项目级别',
    status: '项目状态',
    number: '项目编号',
    name: '项目名称',
    programme: '计划类别',
    programmeHint: '如：国家重点研发计划、山西省基础研究计划',
    leader: '项目负责人',
    members: '主要参加人员',
    membersHint: '按回车逐个添加；本单位同名的专家会计入业绩',
    startedOn: '立项日期',
    endedOn: '结束日期',
    endedHint: '在研项目填写计划结束日期',
    funding: '总经费',
    summary: '项目简介',
    owner: '承担单位',
    open: '向社会公开',
    openHint: '不公开的项目只有本单位成员和科技部门可见',
    notOpen: '不公开',
    removed: '记录已删除',
    edit: '修改',
    discard: '删除记录',
    discardAsk: '删除登记有误的记录；项目编号可以重新登记。',
    done: '已保存',
    discarded: '已删除',
    timeline: '办理记录',
    timelineNote: '本单位与科技部门可见',
  },
  {
    title: 'Research projects',
    intro:
      'Recorded or imported by the units that undertake them; they count among the outputs of the experts whom they name.',
    search: 'Number, title, programme or name',
    record: 'Record a project',
    takeIn: 'Import',
    none: 'No project yet',
    noneText: 'What a unit’s transfer officers record or import shows here.',
    scope: 'Which',
    mine: 'Of my unit',
    level: 'Level',
    status: 'Status',
    number: 'Number',
    name: 'Title',
    programme: 'Programme',
    programmeHint: 'E.g. National Key R&D Programme',
    leader: 'Leader',
    members: 'Members',
    membersHint: 'Enter adds each; experts of the unit with these names have it among their outputs',
    startedOn: 'Begun',
    endedOn: 'Ends',
    endedHint: 'While it runs, the planned day',
    funding: 'Funds',
    summary: 'Summary',
    owner: 'Undertaken by',
    open: 'Open to everybody',
    openHint: 'Otherwise for the unit’s members and the bureau alone',
    notOpen: 'Not open',
    removed: 'The record was removed',
    edit: 'Edit',
    discard: 'Remove the record',
    discardAsk: 'Removes a record that was wrong; the number can be recorded anew.',
    done: 'Saved',
    discarded: 'Removed',
    timeline: 'History',
    timelineNote: 'for the unit and the bureau',
  },
);

/** What was done, in the history. */
export const projectPast = words<Readonly<Record<string, string>>>(
  { enter: '登记', edit: '修改', discard: '删除记录' },
  { enter: 'Recorded', edit: 'Edited', discard: 'Removed' },
);
