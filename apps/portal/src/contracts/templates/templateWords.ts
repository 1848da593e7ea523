import { words } from '../../i18n/index.js';

/** 审查意见模板. */
export const templateWords = words(
  {
    templates: '意见模板',
    intro: '本机构常用的审查意见；办理时插入并填入该合同的内容，可再修改。每次维护都留痕。',
    none: '还没有意见模板',
    noneText: '新建后，办理审查时可以直接插入。',
    add: '新建模板',
    edit: '修改模板',
    saved: '模板已保存',
    office: '登记机构',
    name: '模板名称',
    purpose: '用途',
    purposes: {
      ANY: '通用',
      PASS_FIRST: '初审通过',
      PASS_SECOND: '复核通过',
      RETURN: '退回补正',
      REFUSE: '不予受理、不予登记',
    },
    text: '内容',
    places: '可用的填充项（点击插入）',
    active: '办理时可选',
    inactive: '已停用',
    offered: '可选',
    state: '状态',
    history: '维护记录',
    insert: '插入意见模板',
    choose: '选择模板',
  },
  {
    templates: 'Opinion templates',
    intro:
      'Opinions that this bureau uses often; inserted at the desk with the facts of the contract, to be edited there. Every change is recorded.',
    none: 'No templates yet',
    noneText: 'Once there are some, they can be inserted while reviewing.',
    add: 'New template',
    edit: 'Edit the template',
    saved: 'Template saved',
    office: 'Registry',
    name: 'Name',
    purpose: 'For',
    purposes: {
      ANY: 'Anything',
      PASS_FIRST: 'First review passed',
      PASS_SECOND: 'Second review passed',
      RETURN: 'Return for correction',
      REFUSE: 'Not accepted or not registered',
    },
    text: 'Text',
    places: 'Places for facts (click to insert)',
    active: 'Offered at the desk',
    inactive: 'Not offered',
    offered: 'Offered',
    state: 'State',
    history: 'History',
    insert: 'Insert a template',
    choose: 'Choose a template',
  },
);

/** What was done with a template, in the past. */
export const templateActs = words<Readonly<Record<string, string>>>(
  { create: '新建模板', save: '修改模板' },
  { create: 'Template made', save: 'Template edited' },
);
