import { act, main, press } from '../journey.js';
import { ask, demoOrganisationId } from '../people.js';
import { cancelling, disclosedReward, objectedReward, taxNoticeWaits } from '../registered.js';
import { first } from '../routes.js';
import { browserOf, inReview, visit, type Opening } from './ways.js';

/** Of contracts, their registration, rewards and figures. */
export const REGISTRATION: readonly Opening[] = [
  {
    of: 'annualReport/RecordsDialog',
    who: 'tto',
    at: `/annual-reports/${demoOrganisationId('university')}/2026`,
    open: (page) => main(page).getByRole('button', { name: '查看明细' }).first().click(),
  },
  {
    of: 'contracts/review/reviewForms',
    who: 'registrar1',
    at: inReview('SUBMITTED'),
    open: (page) => press(main(page), '受理'),
    more: ['不予受理'],
  },
  {
    of: 'contracts/review/ReturnForm',
    who: 'registrar1',
    at: inReview('SUBMITTED'),
    open: (page) => press(main(page), '退回补正'),
  },
  {
    of: 'contracts/review/reviewForms',
    who: 'registrar2',
    at: inReview('SECOND_REVIEW'),
    open: (page) => act(page, '复核通过并登记'),
    more: ['退回初审', '不予登记'],
  },
  {
    of: 'contracts/review/reviewForms',
    who: 'registrar1',
    at: inReview('REGISTERED'),
    open: (page) => act(page, '回填全国登记号'),
  },
  {
    of: 'contracts/ServiceRating',
    who: 'tto',
    at: (page) =>
      first(
        'contracts(first: 1, filter: { states: [REGISTERED] })',
        (id) => `/contracts/${id}`,
      )(page.context()),
    open: (page) => main(page).getByRole('button', { name: '评价本次服务' }).first().click(),
  },
  {
    of: 'data/Closings',
    who: 'registrar1',
    at: '/data',
    open: (page) =>
      main(page)
        .getByRole('button', { name: /^公布 / })
        .click(),
  },
  {
    of: 'contracts/proceedings/ProceedingsSection',
    who: 'tto',
    // Who applied reports what it has used, of what is registered.
    at: (page) =>
      first(
        'contracts(first: 1, filter: { states: [REGISTERED] })',
        (id) => `/contracts/${id}`,
      )(page.context()),
    open: (page) => press(main(page), '报告已享受的优惠'),
  },
  {
    of: 'contracts/review/DeskHelp',
    who: 'registrar1',
    at: '/registration',
    open: (page) => press(main(page), '键盘帮助'),
  },
  {
    of: 'contracts/review/Recusal',
    who: 'registrar1',
    at: '/registration',
    open: (page) => main(page).getByRole('button', { name: /回避/ }).first().click(),
  },
  {
    of: 'contracts/templates/TemplatesPage',
    who: 'registrar1',
    at: '/registration/templates',
    open: (page) => press(main(page), '新建模板'),
  },
  {
    of: 'contracts/offices/officeForms',
    who: 'admin',
    at: visit('/registration/offices/:id'),
    open: (page) => act(page, '维护登记机构'),
    more: ['指定代理人'],
  },
  {
    of: 'contracts/workload/Assign',
    who: 'admin',
    at: async (page) => {
      const { handlingCases } = await ask<{
        handlingCases: { edges: { node: { id: string; state: string } }[] };
      }>(page.context(), '{ handlingCases(first: 50) { edges { node { id state } } } }');
      const assignable = ['ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW'];
      const found = handlingCases.edges.find(({ node }) => assignable.includes(node.state));
      return `/contracts/${found?.node.id}`;
    },
    open: (page) => act(page, '指派审查'),
  },
  {
    of: 'data/LedgerDialog',
    who: 'registrar1',
    at: '/data',
    open: async (page) => {
      await main(page).locator('summary', { hasText: '表格' }).first().click();
      await main(page).getByRole('button', { name: '查看明细' }).locator('visible=true').first().click();
    },
  },
  {
    of: 'contracts/proceedings/actForms',
    who: 'registrar1',
    at: async (page) => `/proceedings/${await cancelling(browserOf(page))}`,
    open: (page) => act(page, '提出初审意见'),
    more: ['退回补正'],
  },
  {
    of: 'contracts/proceedings/TaxNoticesPage',
    who: 'registrar1',
    at: async (page) => {
      await taxNoticeWaits(browserOf(page));
      return '/tax-notices';
    },
    open: (page) => main(page).getByRole('button', { name: '记录已通知' }).first().click(),
  },
  {
    of: 'rewards/RewardDialogs',
    who: 'researcher',
    at: async (page) => `/rewards/${await disclosedReward(browserOf(page))}`,
    open: (page) => act(page, '提出异议'),
  },
  {
    of: 'rewards/RewardDialogs',
    who: 'tto',
    at: async (page) => `/rewards/${await objectedReward(browserOf(page))}`,
    open: (page) => main(page).getByRole('button', { name: '答复异议' }).first().click(),
  },
];
