import { useLanguage } from '../i18n/index.js';

/** What the figures and the entries of the report are called in English, by their keys; the server says them in Chinese. */
const FIGURES: Readonly<Record<string, string>> = {
  'conversion.all': 'Transfer, licence and investment together',
  'conversion.transfer': 'of it: transfer',
  'conversion.licence': 'of it: licence',
  'conversion.investment': 'of it: investment for shares',
  'conversion.city': 'Buyer in this city',
  'conversion.province': 'Buyer elsewhere in the province',
  'conversion.elsewhere': 'Buyer in another province (Hong Kong, Macao and Taiwan included)',
  'conversion.abroad': 'Buyer abroad',
  'conversion.stateOwned': 'Buyer is a state-owned enterprise',
  'conversion.otherEnterprise': 'Buyer is another enterprise',
  'conversion.public': 'Buyer is a public body or association',
  'conversion.otherBuyer': 'Buyer is another',
  'conversion.planned': 'Results of publicly funded projects',
  'work.all': 'Development, consulting and service together',
  'work.development': 'of it: development',
  'work.consulting': 'of it: consulting',
  'work.service': 'of it: service',
  'reward.income': 'Income received, as the reward ledger says',
  'reward.income.conversion': 'of it: of transfer, licence and investment',
  'reward.income.work': 'of it: of development, consulting and service',
  'reward.net': 'Net income',
  'reward.ownUse': 'Operating profit of results used by the organisation itself',
  'reward.total': 'Rewards in all',
  'reward.cash': 'of it: in cash',
  'reward.shares': 'of it: in shares',
  'reward.main': 'of it: main contributors',
  'reward.staff': 'of it: transfer staff',
  'reward.persons': 'Persons rewarded',
  'reward.paid': 'Rewards paid in the year',
  deal: 'Deals signed on the platform',
};
const PARTS: Readonly<Record<string, string>> = { count: 'contracts', amount: 'amount' };
const ITEMS: Readonly<Record<string, string>> = {
  results: 'Results of the year',
  newProjects: 'New public projects',
  newProjectFunds: 'Public funds of new projects',
  partTime: 'Staff working part-time on transfer elsewhere',
  leaveToStart: 'Staff on leave to start a company',
  companies: 'Companies founded or invested in',
  offices: 'Technology-transfer offices',
  officeStaff: 'Full-time staff of transfer offices',
  officeBudget: 'Budget of transfer offices',
  jointPlatforms: 'R&D, transfer and service platforms shared with enterprises',
  problems: 'Problems and suggestions',
  cases: 'Exemplary cases',
};
const GROUPS: Readonly<Record<string, string>> = {
  '以转让、许可、作价投资方式转化科技成果': 'Transfer, licence and investment of results',
  '技术开发、咨询、服务': 'Development, consulting and service',
  转化收入与奖励: 'Income and rewards',
  平台对接: 'Deals on the platform',
};

function english(key: string): string | undefined {
  const known = FIGURES[key] ?? ITEMS[key];
  if (known !== undefined) return known;
  const [, stem = '', part = ''] = /^(.*)\.(count|amount)$/.exec(key) ?? [];
  const figure = FIGURES[stem];
  if (figure === undefined) return undefined;
  return stem === 'deal' ? figure : `${figure}: ${PARTS[part] ?? part}`;
}

/** The name of a figure or an entry in the language of the page. */
export function useReportLabel(): (named: { readonly key: string; readonly label: string }) => string {
  const { language } = useLanguage();
  return ({ key, label }) => (language === 'en' ? (english(key) ?? label) : label);
}

/** The heading of a group of figures, likewise. */
export function useReportGroup(): (name: string) => string {
  const { language } = useLanguage();
  return (name) => (language === 'en' ? (GROUPS[name] ?? name) : name);
}
