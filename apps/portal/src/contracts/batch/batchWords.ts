import { words } from '../../i18n/index.js';

/** 集中登记. */
export const batchWords = words(
  {
    batch: '集中登记',
    intro: '复核通过、待登记的合同，可多选一并登记。登记后编登记编号、出具登记证明并计入统计，不能撤销。',
    none: '没有待登记的合同',
    noneText: '复核人选择“复核通过，待集中登记”的合同会出现在这里。',
    choose: (title: string) => `选择 ${title}`,
    all: '全选本页',
    chosen: (n: number) => `已选 ${n} 份`,
    register: (n: number) => `登记所选 ${n} 份`,
    confirm: (n: number) => `将登记所选的 ${n} 份合同，编号按所列顺序连续。确认登记？`,
    running: (done: number, all: number) => `正在登记：已处理 ${done} / ${all} 份`,
    finished: (done: number, all: number) => `已登记 ${done} 份，共选 ${all} 份`,
    project: '项目',
    seller: '卖方',
    total: '成交额',
    due: '办理期限',
    result: '结果',
    registered: '已登记',
    failed: '未登记',
    more: '这里列出期限最近的100份，登记后刷新可继续。',
  },
  {
    batch: 'Register together',
    intro:
      'Contracts reviewed and waiting to be registered; choose several. Registering gives numbers and certificates and counts in the figures; it cannot be undone.',
    none: 'No contracts wait to be registered',
    noneText: 'Contracts that the second reviewer approved for registration together show here.',
    choose: (title: string) => `Choose ${title}`,
    all: 'Choose all here',
    chosen: (n: number) => `${n} chosen`,
    register: (n: number) => `Register the ${n} chosen`,
    confirm: (n: number) =>
      `The ${n} chosen contracts are registered; their numbers follow each other in the order listed. Register them?`,
    running: (done: number, all: number) => `Registering: ${done} of ${all} dealt with`,
    finished: (done: number, all: number) => `${done} registered of ${all} chosen`,
    project: 'Project',
    seller: 'Seller',
    total: 'Total',
    due: 'Due',
    result: 'Result',
    registered: 'Registered',
    failed: 'Not registered',
    more: 'The hundred nearest their deadline are listed; register them and reload for more.',
  },
);
