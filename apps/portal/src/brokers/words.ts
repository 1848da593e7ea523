import { words } from '../i18n/index.js';

export const brokerWords = words(
  {
    title: '技术经纪人',
    intro:
      '经所在机构确认、科技部门审核的技术经纪人和技术经理人：擅长的领域、服务内容和由平台记录汇成的业绩。',
    register: '经纪人登记管理',
    registerIntro: '本级科技部门管理的经纪人登记：待审核、在册、暂停、退回和退出。',
    search: '搜索姓名、机构、领域或简介',
    mine: '我的经纪人登记',
    join: '申报经纪人',
    none: '还没有登记的技术经纪人',
    noneText: '经纪人申报、所在机构确认并经科技部门审核后，会显示在这里。',
    registerNone: '没有符合条件的登记',
    registerNoneText: '经纪人申报并经所在机构确认后，会出现在这里等待审核。',
    agency: '所在机构',
    position: '职务',
    partTime: '兼职',
    profile: '个人简介',
    waitingAgency: '已提交，等待所在机构确认。',
    timelineNote: '本人与科技部门可见',
    counted: (introductions: number, contracts: number) =>
      `引荐 ${introductions} 次，登记合同 ${contracts} 份`,
    rated: (average: string, count: number) => `评价 ${average} 分（${count} 条）`,
  },
  {
    title: 'Technology brokers',
    intro:
      'Brokers whom their agency confirmed and the bureau reviewed: fields, services, and what the platform’s own records say they achieved.',
    register: 'Register of brokers',
    registerIntro: 'The entries of your bureau: waiting, registered, suspended, returned or gone.',
    search: 'Name, agency, field or introduction',
    mine: 'My broker entry',
    join: 'Apply as a broker',
    none: 'No broker yet',
    noneText: 'Brokers appear here once their agency confirms and the bureau admits them.',
    registerNone: 'Nobody matches',
    registerNoneText: 'Entries appear here for review once the agency has confirmed them.',
    agency: 'Agency',
    position: 'Position',
    partTime: 'Part time',
    profile: 'Introduction',
    waitingAgency: 'Handed in; your agency has to confirm.',
    timelineNote: 'for the broker and the bureau',
    counted: (introductions: number, contracts: number) =>
      `Introductions: ${introductions}; registered contracts: ${contracts}`,
    rated: (average: string, count: number) => `rated ${average} (${count})`,
  },
);
