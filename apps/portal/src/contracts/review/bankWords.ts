import { words } from '../../i18n/index.js';

/** 从专家库选取. */
export const bankWords = words(
  {
    pick: '从专家库选取',
    search: '在专家库中查找',
    placeholder: '姓名、单位、职称或关键词',
    empty: '专家库中还没有在库的专家，请手工填写',
    none: '没有找到，请换个说法，或手工填写',
    fieldFits: '领域相符',
    recent: (n: number) => (n === 0 ? '近一年未参加评审' : `近一年参加评审 ${n} 次`),
    bound: (stake: string) => `应当回避：${stake}`,
    picked: '已在专家组中',
    full: '专家组已满',
    take: '选取',
    pickOf: (name: string) => `选取${name}`,
    fromBank: '专家库',
    bankEmailHint: '不填写的，邀请发到专家库账号的邮箱',
  },
  {
    pick: 'Pick from the expert bank',
    search: 'Search the expert bank',
    placeholder: 'Name, organisation, title or keyword',
    empty: 'The bank has no active expert yet; enter them by hand',
    none: 'None found; try other words, or enter them by hand',
    fieldFits: 'Field fits',
    recent: (n: number) => (n === 0 ? 'No panel in the last year' : `${n} in the last year`),
    bound: (stake: string) => `Must withdraw: ${stake}`,
    picked: 'On the panel',
    full: 'The panel is full',
    take: 'Pick',
    pickOf: (name: string) => `Pick ${name}`,
    fromBank: 'Expert bank',
    bankEmailHint: 'Left empty, the invitation goes to the account’s address',
  },
);
