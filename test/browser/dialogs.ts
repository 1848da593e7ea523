import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Page } from '@playwright/test';
import { authorised, bypassed, dealThatIs, pricedByState } from './business.js';
import { provenLongAgo } from './clock.js';
import { draftedProfile, licensedAndPledged, relationDeclared } from './discovered.js';
import { act, main, press } from './journey.js';
import { underInvestigation } from './misconduct.js';
import { ask, demoOrganisationId, signIn } from './people.js';
import { cancelling, disclosedReward, objectedReward, taxNoticeWaits } from './registered.js';
import { first, VISITS, type Who } from './routes.js';

/** How one comes to a dialog or a drawer: who, where, and what one presses. */
export interface Opening {
  /** The module of the portal that shows it. */
  readonly of: string;
  readonly who: Who;
  readonly at: string | ((page: Page) => Promise<string>);
  readonly open: (page: Page) => Promise<void>;
  /** Further dialogs of the module on the same page, by what one presses for each: `npm run test:full` opens them too. */
  readonly more?: readonly string[];
  /** It is there at this width alone. */
  readonly width?: 390 | 1440;
}

const deal =
  (part = '', states = 'INTEREST') =>
  async (page: Page): Promise<string> => {
    const { deals } = await ask<{ deals: { edges: { node: { id: string } }[] } }>(
      page.context(),
      `{ deals(first: 1, filter: { states: [${states}] }) { edges { node { id } } } }`,
    );
    return `/deals/${deals.edges[0]?.node.id}${part}`;
  };
/** The desk with a contract that stands there. */
const inReview =
  (state: string) =>
  (page: Page): Promise<string> =>
    first(
      `contracts(first: 1, filter: { states: [${state}] })`,
      (id) => `/registration/${id}`,
    )(page.context());
const visit =
  (pattern: string) =>
  async (page: Page): Promise<string> => {
    const at = VISITS[pattern]?.at ?? '/';
    return typeof at === 'string' ? at : at(page.context());
  };
function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  return browser;
}
const ownOrganisation = `/organisations/${demoOrganisationId('university')}`;

const online = async (page: Page, list: string): Promise<string> => {
  const { found } = await ask<{ found: { edges: { node: { id: string } }[] } }>(
    page.context(),
    `{ found: ${list}(first: 1, states: [ONLINE]) { edges { node { id } } } }`,
  );
  return found.edges[0]?.node.id ?? '';
};

export const OPENINGS: readonly Opening[] = [
  {
    of: 'annualReport/RecordsDialog',
    who: 'tto',
    at: `/annual-reports/${demoOrganisationId('university')}/2026`,
    open: (page) => main(page).getByRole('button', { name: '查看明细' }).first().click(),
  },
  { of: 'app/Header', who: null, at: '/', width: 390, open: (page) => press(page, '打开菜单') },
  {
    of: 'design/ListPage',
    who: null,
    at: '/results',
    width: 390,
    open: (page) => main(page).getByRole('button', { name: /筛选/ }).click(),
  },
  {
    of: 'app/SignInAgain',
    who: 'enterprise',
    at: '/inbox/settings',
    open: async (page) => {
      await page.context().clearCookies();
      await main(page).getByRole('checkbox').first().click();
    },
  },
  {
    of: 'app/Reauthenticate',
    who: 'admin',
    at: '/admin/people',
    open: async (page) => {
      await provenLongAgo('admin');
      await main(page).getByRole('button', { name: '停用' }).first().click();
      const asked = page.getByRole('dialog');
      await asked.getByRole('textbox').fill('岗位调整，不再使用');
      await asked.getByRole('button', { name: '停用' }).click();
      await expect(page.getByRole('dialog', { name: '验证身份' })).toBeVisible();
    },
  },
  {
    of: 'design/ActionRail',
    who: 'enterprise',
    at: async (page) => `/needs/${await online(page, 'myNeeds')}`,
    open: (page) => act(page, '关闭需求'),
  },
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
    of: 'matches/InterestDialog',
    who: 'enterprise',
    at: visit('/results/:id'),
    open: (page) => act(page, '表达合作意向'),
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
    of: 'misconduct/ConcludeDialog',
    who: 'registrar2',
    at: (page) => underInvestigation(page.context()),
    open: (page) => act(page, '作出结论'),
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
  { of: 'account/Erase', who: 'researcher', at: '/account', open: (page) => press(main(page), '注销账号') },
  { of: 'account/Tokens', who: 'researcher', at: '/account', open: (page) => press(main(page), '创建令牌') },
  {
    of: 'account/EditOrganisationDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => act(page, '修改资料'),
  },
  {
    of: 'account/InviteDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => press(main(page), '邀请成员'),
  },
  {
    of: 'account/IssueLetterDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => press(main(page), '登记授权委托书'),
  },
  {
    of: 'account/MemberDialog',
    who: 'tto',
    at: ownOrganisation,
    open: (page) => main(page).getByRole('button', { name: '调整角色' }).first().click(),
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
    of: 'law/EnterVersionForm',
    who: 'admin',
    at: visit('/admin/parameters/:id'),
    open: (page) => main(page).getByRole('complementary').getByRole('button').first().click(),
  },
  {
    of: 'law/HolidaysPage',
    who: 'admin',
    at: '/admin/holidays',
    open: (page) => act(page, '编辑本年安排'),
  },
  {
    of: 'searches/EditWords',
    who: 'admin',
    at: '/admin/search-words',
    open: (page) => act(page, '添加一组同义词'),
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
    of: 'account/Letters',
    who: 'tto',
    at: async (page) => {
      await authorised(browserOf(page));
      return ownOrganisation;
    },
    open: (page) => main(page).getByRole('button', { name: '撤销', exact: true }).first().click(),
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

/** An enterprise objects to the running disclosure, once, so that there is something to decide. */
async function objectTo(page: Page): Promise<void> {
  const context = await browserOf(page).newContext();
  await signIn(context, 'tea');
  const { disclosures } = await ask<{
    disclosures: { edges: { node: { id: string; objectionCount: number } }[] };
  }>(context, '{ disclosures(first: 1) { edges { node { id objectionCount } } } }');
  const found = disclosures.edges[0]?.node;
  if (found === undefined) throw new Error('no disclosure is running');
  if (found.objectionCount === 0)
    await ask(
      context,
      'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { clientMutationId } }',
      {
        input: {
          clientMutationId: randomUUID(),
          disclosureId: found.id,
          name: '孟秀珍',
          contact: '0350-3010001',
          reason: '公示的定价依据不够充分，请补充评估报告。',
        },
      },
    );
  await context.close();
}
