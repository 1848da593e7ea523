import type { Page } from '@playwright/test';
import { bypassed, dealThatIs, pricedByState } from '../business.js';
import { invited, relationDeclared } from '../discovered.js';
import { act, main, press } from '../journey.js';
import { ask } from '../people.js';
import { browserOf, deal, objectTo, online, visit, type Opening } from './ways.js';

const needNamed = async (page: Page, text: string): Promise<string> => {
  const { needs } = await ask<{ needs: { edges: { node: { id: string } }[] } }>(
    page.context(),
    'query ($text: String) { needs(text: $text, first: 1) { edges { node { id } } } }',
    { text },
  );
  return `/needs/${needs.edges[0]?.node.id}`;
};

/** Of listings, matches, deals and disclosures. */
export const MARKET: readonly Opening[] = [
  {
    of: 'listings/AmendDialog',
    who: 'enterprise',
    at: async (page) => `/needs/${await online(page, 'myNeeds')}`,
    open: (page) => act(page, '补充说明'),
  },
  {
    of: 'listings/AmendDialog',
    who: 'tto',
    at: async (page) => `/results/${await online(page, 'myResults')}`,
    open: (page) => act(page, '补充说明'),
  },
  {
    of: 'listings/NdaDialog',
    who: 'enterprise',
    at: async (page) => {
      const { results } = await ask<{ results: { edges: { node: { id: string } }[] } }>(
        page.context(),
        '{ results(first: 1, text: "黄芪多糖口服液") { edges { node { id } } } }',
      );
      return `/results/${results.edges[0]?.node.id}`;
    },
    open: (page) => press(main(page), '签署保密协议'),
  },
  {
    of: 'matches/InterestDialog',
    who: 'enterprise',
    at: visit('/results/:id'),
    open: (page) => act(page, '表达合作意向'),
  },
  {
    of: 'matches/InviteExpert',
    who: 'solar',
    at: (page) => needNamed(page, '薄硅片组件低温层压与封装胶膜国产替代'),
    open: (page) => main(page).getByRole('button', { name: '邀请咨询' }).first().click(),
  },
  {
    of: 'experts/MyInvitations',
    who: 'researcher',
    at: (page) => invited(browserOf(page)),
    open: (page) => main(page).getByRole('button', { name: '接受邀请' }).first().click(),
    more: ['谢绝邀请'],
  },
  {
    of: 'matches/ExpertFeedback',
    who: 'researcher',
    at: (page) => relationDeclared(browserOf(page)),
    open: (page) => main(page).getByRole('button', { name: '不是我的方向' }).first().click(),
  },
  {
    of: 'deals/matches/ManualMatchForm',
    who: 'broker',
    at: visit('/results/:id/matches'),
    open: (page) => press(main(page), '人工推荐'),
  },
  {
    of: 'deals/forms/InviteBrokerForm',
    who: 'tto',
    at: deal(),
    open: (page) => act(page, '邀请经纪机构'),
  },
  {
    of: 'deals/forms/SmallForms',
    who: 'tto',
    at: deal(),
    open: (page) => act(page, '终止对接'),
    more: ['增加经办人'],
  },
  {
    of: 'disclosures/ObjectionDialog',
    who: 'enterprise',
    at: visit('/disclosures/:id'),
    open: (page) => act(page, '提出异议'),
  },
  {
    of: 'deals/DisclosureCard',
    who: 'tto',
    at: async (page) => {
      await objectTo(page);
      return deal('', 'DISCLOSING')(page);
    },
    open: (page) =>
      main(page)
        .getByRole('button', { name: /处理异议|处理/ })
        .first()
        .click(),
  },
  {
    of: 'deals/talk/Contacts',
    who: 'tto',
    at: deal('/talk', 'DISCLOSING'),
    open: (page) => press(main(page), '登记对接记录'),
  },
  {
    of: 'deals/forms/PriceForm',
    who: 'institute',
    at: deal('', 'NEGOTIATING'),
    open: (page) => act(page, '提出新的报价'),
  },
  {
    of: 'deals/forms/CommissionForm',
    who: 'broker',
    at: deal('', 'DISCLOSING'),
    open: (page) => act(page, '提出佣金约定'),
  },
  {
    of: 'deals/forms/DisclosureForm',
    who: 'institute',
    at: async (page) => {
      await pricedByState(browserOf(page));
      return deal('', 'PRICED')(page);
    },
    open: (page) => act(page, '发布协议定价公示'),
  },
  {
    of: 'deals/forms/SignatureForms',
    who: 'solar',
    at: async (page) => `/deals/${await dealThatIs(browserOf(page), 'READY_TO_SIGN')}`,
    open: (page) => act(page, '上传已签合同'),
  },
  {
    of: 'deals/forms/SignatureForms',
    who: 'enterprise',
    at: async (page) => `/deals/${await dealThatIs(browserOf(page), 'SIGNATURE_RECORDED')}`,
    open: (page) => act(page, '确认签署'),
  },
  {
    of: 'deals/CommissionCard',
    who: 'enterprise',
    at: async (page) => `/deals/${await dealThatIs(browserOf(page), 'SIGNED')}/brokers`,
    open: (page) => press(main(page), '确认触发条件已达成'),
  },
  {
    of: 'deals/BypassAlertsPage',
    who: 'registrar1',
    at: async (page) => {
      await bypassed(browserOf(page));
      return '/bypass-alerts';
    },
    open: (page) => main(page).getByRole('button', { name: '核实处理' }).first().click(),
  },
];
