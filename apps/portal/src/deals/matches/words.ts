import { words } from '../../i18n/index.js';

export const matchPageWords = words(
  {
    forNeed: '为需求匹配的成果、专家与专利',
    forResult: '为成果匹配的需求',
    intro: '按匹配度排列，每一对都写明得分构成、共同关键词和理由。',
    open: '查看详情',
    add: '人工推荐',
    addIntro:
      '系统没有推荐而您认为合适的，可以写明理由推荐给双方；有硬性冲突（如专利失效、要价过高）的会被拒绝。',
    findResult: '查找成果',
    findNeed: '查找需求',
    searchHint: '输入名称中的词',
    none: '没有找到，请换个说法',
    reason: '推荐理由',
    reasonHint: '双方都会看到，5–500 字',
    send: '推荐给双方',
    sent: '已推荐给双方',
  },
  {
    forNeed: 'Results, experts and patents for the need',
    forResult: 'Needs for the result',
    intro: 'The best fit first; each pair with the parts of its score, the shared terms and the reasons.',
    open: 'Open',
    add: 'Recommend by hand',
    addIntro:
      'What the system did not find and you think fits; say why, and both owners read it. A hard conflict (lapsed patent, price out of reach) is refused.',
    findResult: 'Find a result',
    findNeed: 'Find a need',
    searchHint: 'Words of its title',
    none: 'Nothing found; try other words',
    reason: 'Why they fit',
    reasonHint: 'Both owners read it; 5–500 characters',
    send: 'Recommend to both',
    sent: 'Recommended to both',
  },
);
