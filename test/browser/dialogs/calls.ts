import { dealThatIs } from '../business.js';
import { draftedProfile, licensedAndPledged, relationDeclared } from '../discovered.js';
import { act, main, press } from '../journey.js';
import { underInvestigation } from '../misconduct.js';
import { ask } from '../people.js';
import { first } from '../routes.js';
import { browserOf, visit, type Opening } from './ways.js';

/** Of calls, projects, patents, experts and intermediaries. */
export const CALLS: readonly Opening[] = [
  {
    of: 'patents/PatentDialogs',
    who: 'tto',
    at: (page) =>
      first(
        'patents(first: 1, filter: { mine: true, states: [GRANTED], openToAll: false })',
        (id) => `/patents/${id}`,
      )(page.context()),
    open: (page) => act(page, '登记年费缴纳'),
    more: ['登记实施许可', '登记质押', '记录放弃', '声明开放许可'],
  },
  {
    of: 'patents/PatentDialogs',
    who: 'tto',
    at: (page) => licensedAndPledged(browserOf(page)),
    open: (page) => main(page).getByRole('button', { name: '登记备案' }).first().click(),
    more: ['登记终止', '登记解除质押'],
  },
  {
    of: 'misconduct/ConcludeDialog',
    who: 'registrar2',
    at: (page) => underInvestigation(page.context()),
    open: (page) => act(page, '作出结论'),
  },
  {
    of: 'experts/ExpertDialogs',
    who: 'researcher',
    at: (page) => relationDeclared(browserOf(page)),
    open: (page) => act(page, '退出专家库'),
    more: ['登记关系', '登记终止'],
  },
  {
    of: 'experts/ExpertDialogs',
    who: 'solar',
    at: (page) => draftedProfile(browserOf(page)),
    open: (page) => act(page, '提交单位同意'),
  },
  {
    of: 'experts/ExpertDialogs',
    who: 'registrar1',
    at: visit('/experts/:id'),
    open: (page) => act(page, '暂停'),
    more: ['移出专家库'],
  },
  {
    of: 'brokers/RateBrokerDialog',
    who: 'enterprise',
    at: async (page) => `/deals/${await dealThatIs(browserOf(page), 'SIGNED')}/brokers`,
    open: (page) => press(main(page), '评价经纪人'),
  },
  {
    of: 'brokers/RecordForms',
    who: 'broker',
    at: async (page) => {
      const { myBroker } = await ask<{ myBroker: { id: string } }>(page.context(), '{ myBroker { id } }');
      return `/brokers/${myBroker.id}`;
    },
    open: (page) => press(main(page), '登记证书'),
  },
  {
    of: 'register/DesignateForm',
    who: 'registrar1',
    at: visit('/agencies/:id'),
    open: (page) => act(page, '认定为骨干'),
  },
  {
    of: 'agencies/SupportForms',
    who: 'registrar1',
    at: visit('/agencies/:id'),
    open: (page) => act(page, '登记扶持'),
  },
  {
    of: 'callBans/ImposeDialog',
    who: 'officer',
    at: '/call-bans',
    open: (page) => press(main(page), '登记禁入'),
  },
  {
    of: 'projects/ProjectDialog',
    who: 'tto',
    at: '/projects',
    open: (page) => press(main(page), '登记项目'),
  },
  {
    of: 'calls/CallDialogs',
    who: 'officer',
    at: visit('/calls/:id'),
    open: (page) => act(page, '延长揭榜'),
  },
  {
    of: 'calls/VoicesDialogs',
    who: 'tto',
    at: visit('/calls/:id'),
    open: (page) => press(main(page), '提出异议'),
    more: ['提问'],
  },
  {
    of: 'register/ReasonForm',
    who: 'registrar1',
    at: visit('/brokers/:id'),
    open: (page) => act(page, '暂停'),
  },
];
